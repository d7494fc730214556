package org.stillpoint.practice.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** A client's sessions, a page of them: the marks of those alone that it shows are read. */
public final class SessionListReading {

    /** Own choice, 2026: what one page of sessions holds. */
    public static final int AT_ONCE = 20;

    /**
     * A place where hands were.
     *
     * @param released the share that let go there, as it was judged last; empty where nothing was said
     */
    public record WorkedSite(Site site, OptionalDouble released) {}

    /** Distress as it was told first and last. */
    public record DistressCourse(Score0To10 from, Score0To10 to) {}

    /**
     * One session.
     *
     * @param length empty where it goes on
     * @param sites in the order in which hands came to them
     * @param stopped whether the client gave the stop signal
     * @param distress empty where none was told
     */
    public record ListedSession(
            Id<Session> id,
            Instant startedAt,
            Optional<Duration> length,
            List<WorkedSite> sites,
            boolean stopped,
            Optional<DistressCourse> distress) {}

    /**
     * @param running the one that goes on
     * @param held the others of this page, the newest first
     * @param all how many were held
     */
    public record SessionList(Client client, Optional<ListedSession> running, List<ListedSession> held, int all) {}

    private final UnitOfWork work;

    public SessionListReading(UnitOfWork work) {
        this.work = work;
    }

    /**
     * @param page from 1
     * @throws BadValue if it is no page
     * @throws org.stillpoint.record.NoSuchRecord if there is no such client
     */
    public SessionList by(Actor actor, Id<Client> client, int page) {
        if (page < 1 || page > Integer.MAX_VALUE / AT_ONCE) {
            throw new BadValue("page", String.valueOf(page), "from 1");
        }
        return work.read(actor, Act.SEE_SESSIONS, Optional.of(client), records -> {
            List<Session> ended = records.sessions().heads(client).reversed().stream()
                    .filter(EndedSession.class::isInstance)
                    .toList();
            return new SessionList(
                    records.clients().get(client),
                    records.sessions().findOpen(client).map(SessionListReading::told),
                    ended.stream()
                            .skip((long) (page - 1) * AT_ONCE)
                            .limit(AT_ONCE)
                            .map(head -> told(whole(records, head)))
                            .toList(),
                    ended.size());
        });
    }

    private static Session whole(Records records, Session head) {
        return records.sessions().get(head.client(), head.id());
    }

    private static ListedSession told(Session session) {
        List<Mark> marks = session.standingMarks();
        return new ListedSession(
                session.id(),
                session.startedAt(),
                switch (session) {
                    case EndedSession ended -> Optional.of(ended.length());
                    case OpenSession open -> Optional.empty();
                },
                sites(marks),
                marks.stream().anyMatch(mark -> mark.moment() instanceof Moment.StopSignal),
                distress(marks));
    }

    private static List<WorkedSite> sites(List<Mark> marks) {
        Map<Site, OptionalDouble> sites = new LinkedHashMap<>();
        for (Mark mark : marks) {
            switch (mark.moment()) {
                case Moment.SiteEngaged(Site site, var technique) -> sites.putIfAbsent(site, OptionalDouble.empty());
                case Moment.Release(Site site, double extent) -> sites.put(site, OptionalDouble.of(extent));
                default -> {}
            }
        }
        return sites.entrySet().stream()
                .map(each -> new WorkedSite(each.getKey(), each.getValue()))
                .toList();
    }

    /** A mark that arrived late is told by the instant of its tap. */
    private static Optional<DistressCourse> distress(List<Mark> marks) {
        List<Score0To10> told = marks.stream()
                .sorted(Comparator.comparing(Mark::tappedAt))
                .flatMap(mark -> switch (mark.moment()) {
                    case Moment.Distress(Score0To10 score) -> Optional.of(score).stream();
                    case Moment.Grounded(Score0To10 score) -> Optional.of(score).stream();
                    default -> Optional.<Score0To10>empty().stream();
                })
                .toList();
        return told.isEmpty() ? Optional.empty() : Optional.of(new DistressCourse(told.getFirst(), told.getLast()));
    }
}
