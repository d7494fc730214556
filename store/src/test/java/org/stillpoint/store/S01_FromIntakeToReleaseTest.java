package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.Practice;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.history.EventDate;
import org.stillpoint.record.history.EventKind;
import org.stillpoint.record.history.Told;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.ProcessNote;
import org.stillpoint.record.session.ReleaseSign;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.session.Tap;

/** The whole record once, as a practitioner lives it: read this first. */
class S01_FromIntakeToReleaseTest {
    private final TestClock clock = new TestClock();

    @TempDir
    Path folder;

    @Test
    void oneClient_fromIntakeToCheckIn() {
        StoreSettings settings = new StoreSettings.Sqlite(folder);
        Id<Client> ann;
        Session session;

        try (Store store = Store.open(settings, clock)) {
            // A client comes, and tells of a car accident.
            Client client = Client.added(new PrivateText("Ann Example"), OptionalInt.of(1980), clock.instant());
            store.clients().add(client);
            ann = client.id();
            Told told = new Told(
                    EventKind.CAR_ACCIDENT,
                    EventDate.about(2014),
                    List.of(new RegionCode("X205")),
                    new PrivateText("hit from behind"),
                    Score0To10.of(7),
                    Score0To10.of(8),
                    new PrivateText("I could not breathe"));
            store.history().add(TraumaEvent.toldBeforeSession(ann, told, clock.instant()));

            // Today it hurts elsewhere.
            Map<RegionCode, Score0To10> pain = Map.of(new RegionCode("X220"), Score0To10.of(6));
            store.bodyMaps().add(BodyMap.drawn(ann, pain, clock.instant()));

            // The safety check is clear, so a session may start; it locks what was told.
            SafetyCheck check = SafetyCheck.clear(ann, clock.instant());
            store.safetyChecks().add(check);
            session = Practice.start(store, check, clock.instant());
            assertThat(store.history().list(ann).getFirst().lockedBy()).contains(session.id());

            // The session, tap by tap.
            Site psoas = new Site.MuscleSite(new MuscleId("psoas_major_left"));
            tap(store, session, new Moment.SiteEngaged(psoas, new PrivateText("still hands, a few grams")));
            clock.pass(Duration.ofMinutes(9));
            ProcessNote words = new ProcessNote(new PrivateText("The headlights in the mirror."));
            Practice.mark(store, session, Tap.memory(Id.random(), clock.instant(), words), clock.instant());
            tap(store, session, new Moment.SignOfRelease(ReleaseSign.DEEP_BREATH));
            tap(store, session, new Moment.Release(psoas, 0.4));
        }

        // The machine is switched off and on again: every tap is there, and the session goes on.
        try (Store store = Store.open(settings, clock)) {
            assertThat(store.sessions().findOpen(ann).orElseThrow().marks()).hasSize(4);
            clock.pass(Duration.ofMinutes(16));
            EndedSession ended = store.sessions().findOpen(ann).orElseThrow().end(clock.instant());
            store.sessions().keep(ended);
            assertThat(ended.length()).isEqualTo(Duration.ofMinutes(26));

            // What was said is read apart from the chart.
            assertThat(store.processNotes().listAll(ann, session.id())).hasSize(1);

            // Two days later the client checks in.
            clock.pass(Duration.ofDays(2));
            Answers answers = Answers.of(Score0To10.of(4), Score0To10.of(5), Score0To10.of(5), Score0To10.of(3));
            store.checkIns().add(CheckIn.given(ann, answers, clock.instant()));
            assertThat(store.checkIns().list(ann)).hasSize(1);

            // And should the client wish it, nothing is left.
            store.clients().erase(ann);
            assertThat(store.clients().list()).isEmpty();
            assertThat(store.sessions().find(ann, session.id())).isEmpty();
        }
    }

    private void tap(Store store, Session session, Moment moment) {
        Practice.mark(store, session, Tap.of(Id.random(), clock.instant(), moment), clock.instant());
        clock.pass(Duration.ofSeconds(20));
    }
}
