package org.stillpoint.app.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stillpoint.exchange.fhir.take.FhirFile;
import org.stillpoint.exchange.fhir.take.ProposedEvent;
import org.stillpoint.exchange.fhir.take.SyntheaFile;
import org.stillpoint.exchange.fhir.take.TakeFhir;
import org.stillpoint.exchange.fhir.take.TakenFhir;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.client.AddClient;
import org.stillpoint.practice.history.TellEvent;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.history.EventKind;
import org.stillpoint.record.history.Provenance;
import org.stillpoint.record.history.Told;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** What a file of another system proposes enters the history by being told, one by one, and the same file again changes nothing. */
class TellTwiceTest {
    private final TestClock clock = new TestClock();
    private final RecordsInMemory records = new RecordsInMemory(clock);
    private final UnitOfWork work = records.unitOfWork(new Membership(records));
    private final Actor owner = owner();
    private final Id<Client> dionne = Id.random();

    private Actor owner() {
        Account account = Account.added(new SignInName("owner"), "{kind}hash", Role.OWNER, clock.instant());
        records.accounts().add(account);
        return new Actor.Person(account.id(), account.role());
    }

    private static TakenFhir taken() {
        return TakeFhir.of(FhirFile.of("synthea.json", SyntheaFile.bytes()));
    }

    private Answer<TraumaEvent> tell(ProposedEvent proposed, String how) {
        Told told = new Told(
                proposed.resource().equals("Procedure") ? EventKind.SURGERY : EventKind.INJURY,
                proposed.when().orElseThrow(),
                List.of(),
                new PrivateText(how),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                PrivateText.NONE);
        return new TellEvent(work, clock)
                .by(owner, new TellEvent.Command(proposed.idFor(dionne), dionne, told, Provenance.TOLD_BEFORE_SESSION));
    }

    @Test
    void file_thatComesTwice_isToldOnce_andWhatWasToldFirstStays() {
        assertThat(new AddClient(work, clock)
                        .by(
                                owner,
                                new AddClient.Command(dionne, new PrivateText("Dionne"), OptionalInt.of(2012), false)))
                .isInstanceOf(Answer.Done.class);
        List<ProposedEvent> proposals = taken().proposals();
        assertThat(proposals).hasSize(138);
        assertThat(records.history().list(dionne)).as("reading keeps nothing").isEmpty();

        assertThat(proposals)
                .allSatisfy(each -> assertThat(tell(each, each.label().value())).isInstanceOf(Answer.Done.class));
        List<TraumaEvent> told = records.history().list(dionne);

        assertThat(told).hasSameSizeAs(proposals);
        assertThat(taken().proposals())
                .allSatisfy(each -> assertThat(tell(each, each.label().value())).isInstanceOf(Answer.Again.class));
        assertThat(taken().proposals())
                .allSatisfy(each -> assertThat(tell(each, "told in other words"))
                        .isNotInstanceOf(Answer.Done.class)
                        .isNotInstanceOf(Answer.Again.class));
        assertThat(records.history().list(dionne)).isEqualTo(told);
    }
}
