package org.stillpoint.practice.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.Point;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.body.StandardBody;
import org.stillpoint.practice.life.LifePlayer;
import org.stillpoint.practice.life.OwnParameters;
import org.stillpoint.practice.trace.ArcingReading.ArcedBeside;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.Practice;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.session.Heading;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Tap;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

class ArcingReadingTest {
    private static final Actor SOMEBODY = Actor.program(Actor.ProgramPart.DEMO);
    private static final StandardBody BODY = StandardBody.of(Atlas.standard());

    private final TestClock clock = new TestClock();
    private final RecordsInMemory records = new RecordsInMemory(clock);
    private final UnitOfWork work = records.unitOfWork((actor, act, client) -> true);
    private final ArcingReading reading = new ArcingReading(work, BODY);
    private final Client client = Client.added(new PrivateText("A Client"), OptionalInt.of(1980), clock.instant());

    /** A point of a line of the muscle that the trace of this map puts first, as the trace's own page tells it. */
    private Point firstPlace() {
        records.clients().add(client);
        records.bodyMaps()
                .add(BodyMap.drawn(
                        client.id(),
                        Map.of(
                                new RegionCode("X205"), Score0To10.of(6),
                                new RegionCode("X206"), Score0To10.of(7),
                                new RegionCode("X207"), Score0To10.of(5),
                                new RegionCode("X208"), Score0To10.of(6)),
                        clock.instant()));
        var traced = new TraceReading(work, new OwnParameters(BODY, new LifePlayer(BODY, clock), clock), BODY, clock)
                .trace(SOMEBODY, client.id())
                .orElseThrow();
        assertThat(traced.places()).isNotEmpty();
        String muscle = traced.places().getFirst().muscles().getFirst().value();
        return BODY.atlas()
                .muscles()
                .get(muscle)
                .lines()
                .getFirst()
                .points()
                .getFirst()
                .position();
    }

    /** Two rays at right angles that meet there. */
    private void arcs(Point at, boolean traceSeen) {
        clock.pass(Duration.ofDays(1));
        SafetyCheck check = SafetyCheck.clear(client.id(), clock.instant());
        records.safetyChecks().add(check);
        OpenSession session = Practice.start(records, check, clock.instant());
        mark(
                session,
                new Moment.Arced(
                        new RegionCode("X218"),
                        new Point(at.x(), at.y() - 0.2, at.z()),
                        new Heading(0, 1, 0),
                        traceSeen));
        mark(
                session,
                new Moment.Arced(
                        new RegionCode("X219"),
                        new Point(at.x(), at.y(), at.z() - 0.2),
                        new Heading(0, 0, 1),
                        traceSeen));
        records.sessions().keep(session.end(clock.instant()));
    }

    private void mark(OpenSession session, Moment moment) {
        clock.pass(Duration.ofSeconds(1));
        Practice.mark(records, session, Tap.of(Id.random(), clock.instant(), moment), clock.instant());
    }

    @Test
    void arcing_isSetBesideTheTrace_fromTheFifthSessionOn_andOnlyWhereTheTraceWasNotSeenBefore() {
        Point place = firstPlace();
        Point beside = new Point(place.x(), place.y() + 3, place.z()); // 3 m above: no line comes nearer
        for (int session = 0; session < ArcingReading.LEAST_SESSIONS - 1; session++) {
            arcs(place, false);
            arcs(beside, true);
        }
        assertThat(reading.by(SOMEBODY, client.id())).isEmpty();

        arcs(beside, false);
        Optional<ArcedBeside> told = reading.by(SOMEBODY, client.id());
        assertThat(told).get().extracting(ArcedBeside::sessions).isEqualTo(5);
        assertThat(told.orElseThrow().medianCm()).isCloseTo(0, within(1e-6)); // four of five meet in it
    }
}
