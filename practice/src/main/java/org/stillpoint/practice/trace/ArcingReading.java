package org.stillpoint.practice.trace;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.Point;
import org.stillpoint.practice.body.StandardBody;
import org.stillpoint.practice.session.Arcing;
import org.stillpoint.practice.session.Arcing.ArcMeeting;
import org.stillpoint.record.Id;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;
import org.stillpoint.trace.Place;

/**
 * How near hands that pointed came to what the trace makes of the map of that day, in the sessions in which nobody had opened the trace
 * before. It is shown beside the trace, and never fed into it.
 */
public final class ArcingReading {

    /** Own choice, 2026: of fewer sessions nothing is said. */
    public static final int LEAST_SESSIONS = 5;

    private static final double CM_IN_M = 100;

    private final UnitOfWork work;
    private final StandardBody body;
    private final Tracing tracing;

    public ArcingReading(UnitOfWork work, StandardBody body) {
        this.work = work;
        this.body = body;
        this.tracing = new Tracing(body);
    }

    /**
     * @param sessions how many
     * @param medianCm the middle one of their distances
     */
    public record ArcedBeside(int sessions, double medianCm) {}

    private record ArcedOnce(Point at, BodyMap map) {}

    private record ArcedOften(List<ArcedOnce> sessions, List<TraumaEvent> told) {}

    /** Empty where it was done in fewer sessions than {@link #LEAST_SESSIONS}. */
    public Optional<ArcedBeside> by(Actor actor, Id<Client> client) {
        ArcedOften often = work.read(
                actor,
                Act.SEE_TRACE,
                Optional.of(client),
                records -> new ArcedOften(
                        records.sessions().list(client).stream()
                                .flatMap(session -> arced(records, session).stream())
                                .toList(),
                        records.history().list(client)));
        if (often.sessions().size() < LEAST_SESSIONS) {
            return Optional.empty();
        }
        double[] distances = often.sessions().stream()
                .flatMap(once -> first(once, often.told()).stream().map(muscle -> distance(once.at(), muscle)))
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return distances.length < LEAST_SESSIONS
                ? Optional.empty()
                : Optional.of(new ArcedBeside(distances.length, CM_IN_M * median(distances)));
    }

    /** Where hands met in a session that has ended, blind to the trace, with the map that stood when it began. */
    private Optional<ArcedOnce> arced(Records records, Session session) {
        return Optional.of(session)
                .filter(EndedSession.class::isInstance)
                .flatMap(ended -> Arcing.of(ended, body.atlas()))
                .filter(arcing -> !arcing.traceSeen())
                .flatMap(arcing -> arcing.meeting() instanceof ArcMeeting.MeetAt met
                        ? before(records, session).map(map -> new ArcedOnce(met.at(), map))
                        : Optional.empty());
    }

    private static Optional<BodyMap> before(Records records, Session session) {
        return records.bodyMaps().list(session.client()).stream()
                .filter(map -> !map.at().isAfter(session.startedAt()))
                .reduce((earlier, later) -> later)
                .filter(MarkedPain::hurts);
    }

    /** The first muscle of the first place of the trace; empty where it names none. */
    private Optional<MuscleId> first(ArcedOnce once, List<TraumaEvent> told) {
        return tracing.places(once.map(), told).stream()
                .findFirst()
                .map(Place::muscles)
                .map(List::getFirst);
    }

    /** To the nearest point of the muscle's lines, m. */
    private double distance(Point at, MuscleId muscle) {
        return body.atlas().muscles().get(muscle.value()).lines().stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(point -> point.position().distanceTo(at))
                .min()
                .orElseThrow();
    }

    private static double median(double[] sorted) {
        return Arrays.stream(sorted)
                .skip((sorted.length - 1) / 2)
                .limit(sorted.length % 2 == 0 ? 2 : 1)
                .average()
                .orElseThrow();
    }
}
