package org.stillpoint.practice.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stillpoint.practice.PeopleInMemory.by;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.PeopleInMemory;
import org.stillpoint.practice.checkin.GiveCheckIn;
import org.stillpoint.practice.consent.WithdrawConsent;
import org.stillpoint.practice.link.MakeLink;
import org.stillpoint.practice.link.OpenLink;
import org.stillpoint.practice.link.TakeLinkBack;
import org.stillpoint.practice.note.WriteOwnNote;
import org.stillpoint.practice.outcome.OutcomeReading;
import org.stillpoint.practice.session.EndSession;
import org.stillpoint.practice.session.StartSession;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.link.LinkPurpose;
import org.stillpoint.record.link.PrivateLink;
import org.stillpoint.record.note.OwnNote;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** A client sees of themselves what the page of how it goes says of their pain, and nothing that their therapist keeps for themselves. */
class OwnViewTest {
    private static final Actor DOOR = Actor.program(Actor.ProgramPart.DOOR);
    private static final String HASH = "0a".repeat(32);

    private final PeopleInMemory people = new PeopleInMemory();
    private final TestClock clock = people.clock();
    private final RecordsInMemory records = people.records();
    private final UnitOfWork work = people.work();
    private final Account sam = people.account("sam", Role.THERAPIST);
    private final Id<Client> ann = people.add(sam, "Ann", OptionalInt.empty());
    private final OwnViewReading reading = new OwnViewReading(work, clock);

    private Actor.Linked opened() {
        Id<PrivateLink> id = Id.random();
        new MakeLink(work, clock)
                .by(by(sam), new MakeLink.Command(id, ann, LinkPurpose.OWN_VIEW, HASH, MakeLink.USUAL));
        new OpenLink(work, clock)
                .open(DOOR, records.privateLinks().findByHash(HASH).orElseThrow(), "0b".repeat(32));
        return new Actor.Linked(ann, id);
    }

    private void says(int pain) {
        Score0To10 two = Score0To10.of(2);
        new GiveCheckIn(work, clock)
                .by(by(sam), new GiveCheckIn.Command(Id.random(), ann, Answers.of(Score0To10.of(pain), two, two, two)));
        clock.pass(Duration.ofDays(1));
    }

    private Id<Session> held() {
        Id<Session> session = Id.random();
        new StartSession(work, clock).by(by(sam), StartSession.Command.clear(session, ann, Id.random()));
        clock.pass(Duration.ofMinutes(40));
        new EndSession(work, clock).by(by(sam), new EndSession.Command(ann, session));
        return session;
    }

    @Test
    void ownView_saysOfThePainWhatThePageOfHowItGoesSays_andWhatTheyTakeHome() {
        says(6);
        says(7);
        Id<Session> session = held();
        clock.pass(Duration.ofDays(1));
        says(4);
        BodyMap map = BodyMap.drawn(ann, Map.of(new RegionCode("X205"), Score0To10.of(5)), clock.instant());
        records.bodyMaps().add(map);
        Appointment next = Appointment.booked(
                Id.random(),
                ann,
                clock.instant().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS),
                Appointment.USUAL);
        records.appointments().add(next);

        OwnViewReading.SeenOfOneself seen = reading.by(opened(), ann);
        assertThat(seen.pain())
                .usingRecursiveComparison()
                .isEqualTo(new OutcomeReading(work, clock).by(by(sam), ann, "").chosen());
        assertThat(seen.maps()).containsExactly(map);
        assertThat(seen.home())
                .hasValueSatisfying(home -> assertThat(home.session().id()).isEqualTo(session));
        assertThat(seen.coming()).containsExactly(next);
        assertThat(seen.requests()).isEmpty();
        Id<Client> bea = people.add(sam, "Bea", OptionalInt.empty());
        Actor.Linked own = new Actor.Linked(
                ann, records.privateLinks().list(ann).getFirst().id());
        assertThatThrownBy(() -> reading.by(own, bea)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void ownView_holdsWhatATherapistNotedForThemselves_onlyWhereTheyGaveIt() {
        Id<Session> session = held();
        Id<OwnNote> note = Id.random();
        new WriteOwnNote(work, clock)
                .by(by(sam), new WriteOwnNote.Command(note, ann, session, new PrivateText("a thought")));
        Actor.Linked own = opened();
        assertThat(reading.by(own, ann).given()).isEmpty();
        OwnNote kept = records.ownNotes().list(ann, sam.id()).getFirst();
        records.ownNotes().update(kept.released(true));
        assertThat(reading.by(own, ann).given()).extracting(OwnNote::id).containsExactly(note);
    }

    @Test
    void consent_withdrawnFromTheOwnView_isWithdrawn_andTheLinkStaysOpenUntilItIsTakenBack() {
        Actor.Linked own = opened();
        new WithdrawConsent(work, clock).by(own, new WithdrawConsent.Command(Id.random(), ann));
        assertThat(records.consents().list(ann).isWithdrawn()).isTrue();
        assertThat(reading.by(own, ann).requests()).isEmpty();
        new TakeLinkBack(work, clock).by(by(sam), new TakeLinkBack.Command(Id.random(), ann, own.link()));
        assertThatThrownBy(() -> reading.by(own, ann)).isInstanceOf(NotAllowed.class);
    }
}
