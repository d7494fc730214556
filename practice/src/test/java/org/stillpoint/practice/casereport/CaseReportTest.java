package org.stillpoint.practice.casereport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stillpoint.practice.PeopleInMemory.by;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.PeopleInMemory;
import org.stillpoint.practice.casereport.CaseReportReading.CaseFacts;
import org.stillpoint.practice.checkin.GiveCheckIn;
import org.stillpoint.practice.session.EndSession;
import org.stillpoint.practice.session.StartSession;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.address.AddressEntry;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.client.AgeBand;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.ContactDetails;
import org.stillpoint.record.client.RelatedPerson;
import org.stillpoint.record.consent.ConsentBlock;
import org.stillpoint.record.consent.ConsentDocument;
import org.stillpoint.record.consent.ConsentEntry.ConsentGiven;
import org.stillpoint.record.consent.ConsentEntry.ConsentWithdrawn;
import org.stillpoint.record.consent.ConsentPart;
import org.stillpoint.record.consent.ConsentStanding.ChoiceMade;
import org.stillpoint.record.consent.ConsentTerm;
import org.stillpoint.record.consent.Signature;
import org.stillpoint.record.consent.Signer;
import org.stillpoint.record.session.Session;

/** What a case report may be drafted from. */
class CaseReportTest {
    private final PeopleInMemory people = new PeopleInMemory();
    private final Account sam = people.account("sam", Role.THERAPIST);
    private final Account kim = people.account("kim", Role.THERAPIST);
    private final Id<Client> ann = people.add(sam, "Ann Example", OptionalInt.of(1940));
    private final CaseReportReading reading = new CaseReportReading(people.work(), people.clock());

    private CaseFacts facts() {
        return reading.by(by(sam), ann);
    }

    private void signs(boolean research) {
        people.clock().pass(Duration.ofMinutes(1));
        people.records()
                .consents()
                .add(new ConsentGiven(
                        Id.random(),
                        ann,
                        people.clock().instant(),
                        new ConsentDocument(
                                Version.FIRST,
                                List.of(new ConsentPart(ConsentBlock.RESEARCH_USE, "Research", "May it?"))),
                        Map.of(ConsentBlock.RESEARCH_USE, research),
                        Set.of(),
                        ConsentTerm.ONE_YEAR,
                        new Signer.Oneself(),
                        new Signature.ByName(new PrivateText("Ann Example"))));
    }

    private Id<Session> begins() {
        Id<Session> session = Id.random();
        new StartSession(people.work(), people.clock())
                .by(by(sam), StartSession.Command.clear(session, ann, Id.random()));
        people.clock().pass(Duration.ofMinutes(30));
        return session;
    }

    private void held() {
        new EndSession(people.work(), people.clock()).by(by(sam), new EndSession.Command(ann, begins()));
    }

    private void saysPain(double pain) {
        Score0To10 said = Score0To10.of(pain);
        new GiveCheckIn(people.work(), people.clock())
                .by(
                        by(sam),
                        new GiveCheckIn.Command(
                                Id.random(),
                                ann,
                                new Answers(
                                        said,
                                        said,
                                        said,
                                        said,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        PrivateText.NONE)));
    }

    @Test
    void report_needsWhatTheConsentInForceSaysAboutResearch_asFarAsItAsks() {
        assertThat(facts().research()).isEqualTo(ChoiceMade.NOT_ASKED);
        assertThat(facts().research().allows()).isTrue();

        signs(false);
        assertThat(facts().research()).isEqualTo(ChoiceMade.NO);
        assertThat(facts().research().allows()).isFalse();

        signs(true);
        assertThat(facts().research()).isEqualTo(ChoiceMade.YES);
        assertThat(facts().research().allows()).isTrue();

        people.clock().pass(Duration.ofDays(400));
        assertThat(facts().research()).isEqualTo(ChoiceMade.NOT_IN_FORCE);
        assertThat(facts().research().allows()).isFalse();
    }

    @Test
    void report_ofWhoTookTheirConsentBack_mayNotBeMade() {
        signs(true);
        people.clock().pass(Duration.ofMinutes(1));
        people.records()
                .consents()
                .add(new ConsentWithdrawn(Id.random(), ann, people.clock().instant()));

        assertThat(facts().research()).isEqualTo(ChoiceMade.NOT_IN_FORCE);
        assertThat(facts().research().allows()).isFalse();
    }

    @Test
    void facts_countWeeksFromTheFirstSession_andLeaveOutTheOneThatGoesOn() {
        saysPain(6);
        people.clock().pass(Duration.ofDays(3));
        held();
        people.clock().pass(Duration.ofDays(7));
        saysPain(4);
        begins();

        CaseFacts facts = facts();

        assertThat(facts.held()).hasSize(1);
        assertThat(facts.week(facts.held().getFirst().startedAt())).isEqualTo(new ReportWeek(1));
        assertThat(facts.diary())
                .extracting(checkIn -> facts.week(checkIn).number())
                .containsExactly(-1, 2);
        int year = LocalDate.ofInstant(facts.held().getFirst().startedAt(), facts.zone())
                .getYear();
        assertThat(facts.age()).contains(AgeBand.of(year - 1940));
        assertThat(facts.measures().getFirst().course().entries()).hasSize(2);
    }

    @Test
    void names_areThoseOfTheClientWhoStandsByThemTheAddressBookAndTheAccounts() {
        PrivateText none = PrivateText.NONE;
        people.records()
                .aboutClients()
                .updateContact(people.records()
                        .aboutClients()
                        .contact(ann)
                        .with(new ContactDetails(
                                new PrivateText("Annie"),
                                none,
                                none,
                                none,
                                none,
                                new PrivateText("Lindenhof 3"),
                                Optional.of(new RelatedPerson(new PrivateText("Gus Guard"), none, none)),
                                Optional.of(new RelatedPerson(new PrivateText("Emma Near"), none, none)))));
        people.records()
                .addressBook()
                .add(new AddressEntry(
                        Id.random(), new PrivateText("Dr Weber"), none, none, none, none, true, Version.FIRST));

        NamesOfPractice names = facts().names();

        assertThat(names.people()).contains("Ann Example", "Annie", "Gus Guard", "Emma Near", "Dr Weber");
        assertThat(names.authors()).contains("sam", "kim");
        assertThat(names.places()).contains("Lindenhof 3");
        assertThat(names.toString()).doesNotContain("Ann");
    }

    @Test
    void facts_forWhoeverDoesNotTreatThem_areRefused() {
        assertThatThrownBy(() -> reading.by(by(kim), ann)).isInstanceOf(NotAllowed.class);
    }
}
