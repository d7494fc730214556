package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.checkin.FollowUp;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.request.ClientRequest;
import org.stillpoint.record.request.RequestMatter;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Rights;
import org.stillpoint.record.work.Sight;

/** What every keeping does with what clients ask of the practice. */
public interface ClientRequestsContract extends Practice {

    private ClientRequest ask(Client client, RequestMatter matter, int secondsAgo) {
        ClientRequest asked = ClientRequest.asked(
                Id.random(), client.id(), now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(secondsAgo), matter);
        records().clientRequests().add(asked);
        return asked;
    }

    private static RequestMatter wrong(String words) {
        return new RequestMatter.CorrectionAsked(new PrivateText(words));
    }

    @Test
    default void request_isKeptWhole_andIsOpenUntilSomebodyWroteWhatWasDone() {
        Client ann = addClient("Ann");
        Client bea = addClient("Bea");
        ClientRequest absent =
                ask(ann, new RequestMatter.CannotCome(Id.random(), now().truncatedTo(ChronoUnit.SECONDS)), 0);
        ClientRequest correction = ask(ann, wrong("It was the left knee, \u00fc\n\u4f60."), 9);
        ClientRequest erasure = ask(ann, new RequestMatter.ErasureAsked(PrivateText.NONE), 5);
        records().clientRequests().add(correction);
        reopen();
        assertThat(records().clientRequests().list(ann.id())).containsExactly(correction, erasure, absent);
        assertThat(records().clientRequests().listOpen(9)).containsExactly(correction, erasure, absent);
        assertThat(records().clientRequests().listOpen(1)).containsExactly(correction);
        assertThat(records().clientRequests().find(bea.id(), correction.id())).isEmpty();

        FollowUp done = new FollowUp(now(), Optional.empty(), new PrivateText("Mended and told."));
        ClientRequest answered = records().clientRequests().update(correction.followedBy(done));
        assertThat(answered.followUp()).contains(done);
        assertThat(answered.matter()).isEqualTo(correction.matter());
        reopen();
        assertThat(records().clientRequests().list(ann.id())).containsExactly(answered, erasure, absent);
        assertThat(records().clientRequests().listOpen(9)).containsExactly(erasure, absent);
        assertThatThrownBy(() -> records().clientRequests().update(correction)).isInstanceOf(StaleRecord.class);
        assertThatThrownBy(() -> records().clientRequests().add(correction)).isInstanceOf(AlreadyThere.class);
    }

    @Test
    default void request_ofNobody_isRefused_andGoesWithItsClient() {
        Client ann = addClient("Ann");
        ask(ann, wrong("My name"), 0);
        ClientRequest ofNobody = ClientRequest.asked(Id.random(), Id.random(), now(), wrong("My name"));
        assertThatThrownBy(() -> records().clientRequests().add(ofNobody)).isInstanceOf(NoSuchRecord.class);
        assertThatThrownBy(() -> wrong(" ")).isInstanceOf(BadValue.class);
        records().clients().erase(ann.id());
        assertThat(records().clientRequests().list(ann.id())).isEmpty();
        assertThat(records().clientRequests().listOpen(9)).isEmpty();
    }

    @Test
    default void listOpen_ofRequests_isThoseOfClientsWhomTheActorSees() {
        Account sam = Account.added(new SignInName("sam"), "{kind}hash", Role.THERAPIST, now());
        records().accounts().add(sam);
        Client own = addClient("Own");
        Client lent = addClient("Lent");
        records().care().handOver(own.id(), sam.id());
        records().care().share(lent.id(), sam.id());
        ClientRequest theirs = ask(own, wrong("one"), 3);
        ClientRequest shared = ask(lent, wrong("two"), 2);
        ClientRequest anothers = ask(addClient("Other"), wrong("three"), 1);

        assertThat(open(new Sight.OwnClients(sam.id()))).containsExactly(theirs, shared);
        assertThat(open(Sight.EVERYONE)).containsExactly(theirs, shared, anothers);
        assertThat(open(Sight.NOBODY)).isEmpty();
    }

    private List<ClientRequest> open(Sight sight) {
        Rights rights = new Rights() {
            @Override
            public boolean may(Actor actor, Act act, Optional<Id<Client>> client) {
                return true;
            }

            @Override
            public Sight sight(Actor actor, Act act) {
                return sight;
            }
        };
        return work(rights)
                .read(
                        Actor.program(Actor.ProgramPart.DEMO),
                        Act.SEE_TODAY,
                        Optional.empty(),
                        records -> records.clientRequests().listOpen(9));
    }
}
