package org.stillpoint.practice.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stillpoint.practice.asking.QuestionnairesNow;
import org.stillpoint.practice.followup.FollowUpReading;
import org.stillpoint.practice.followup.FollowUpReading.ClientToAsk;
import org.stillpoint.practice.today.HourToday;
import org.stillpoint.record.Id;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.intake.Intake;
import org.stillpoint.record.request.ClientRequest;
import org.stillpoint.record.safety.RedFlag;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.today.Standing;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** One client's whole story, as one state of the record tells it. */
public final class ReadClient {

    /** A map of the pain older than this says little of today: own choice, 2026. */
    private static final Duration MAP_GOOD_FOR = Duration.ofDays(28);

    /** Own choice, 2026: more than three years of check-ins twice a week, and maps of every session of four years. */
    private static final int MOST_CHECK_INS = 400;

    private static final int MOST_MAPS = 200;

    /**
     * @param client who
     * @param events what was told, the earliest first
     * @param sessions with their marks, the earliest first
     * @param diary the check-ins, the earliest first
     * @param maps the maps of the pain, the earliest first
     * @param flags red flags that nobody has answered yet, the earliest first
     * @param asked what they asked of the practice and nobody has answered yet, the earliest first
     * @param intake the intake that goes on
     * @param toAsk the follow-up that is due
     * @param questionnaires what is due of them, and what waits for answers
     */
    public record ClientStory(
            Client client,
            List<TraumaEvent> events,
            List<Session> sessions,
            List<CheckIn> diary,
            List<BodyMap> maps,
            List<RedFlag> flags,
            List<ClientRequest> asked,
            Optional<Intake> intake,
            Optional<ClientToAsk> toAsk,
            QuestionnairesNow questionnaires) {

        /** The session that goes on, if there is one. */
        public Optional<Session> open() {
            return sessions.stream().filter(OpenSession.class::isInstance).findFirst();
        }

        /** The newest map of the pain. */
        public Optional<BodyMap> map() {
            return maps.isEmpty() ? Optional.empty() : Optional.of(maps.getLast());
        }

        /** When it was said last that it hurts as on the newest map: when it was marked, or with a check-in since. */
        public Optional<Instant> painSaid() {
            return map().map(newest -> diary.stream()
                    .filter(checkIn -> checkIn.map().equals(Optional.of(newest.id())))
                    .map(CheckIn::at)
                    .filter(newest.at()::isBefore)
                    .max(Comparator.naturalOrder())
                    .orElse(newest.at()));
        }

        /** When they said last how they are. */
        public Optional<Instant> heard() {
            return diary.isEmpty()
                    ? Optional.empty()
                    : Optional.of(diary.getLast().at());
        }

        /** Everything in the order of time; of very many check-ins and maps the latest, see {@link #leavesOut}. */
        public List<StoryEntry> entries(ZoneId zone) {
            return StoryEntry.inOrder(events, latest(maps, MOST_MAPS), sessions, latest(diary, MOST_CHECK_INS), zone);
        }

        /** Whether {@link #entries} is without the earliest check-ins or maps: what a page shows has an end. */
        public boolean leavesOut() {
            return maps.size() > MOST_MAPS || diary.size() > MOST_CHECK_INS;
        }

        private static <T> List<T> latest(List<T> all, int most) {
            return all.subList(Math.max(0, all.size() - most), all.size());
        }

        /** The one act that is suggested. */
        public NextAct next(Instant now) {
            if (client.isArchived()) {
                return NextAct.BRING_BACK;
            }
            if (open().isPresent()) {
                return NextAct.GO_ON;
            }
            if (diary.stream().anyMatch(CheckIn::isOpen)) {
                return NextAct.FOLLOW_UP;
            }
            if (toAsk.isPresent()) {
                return NextAct.ASK_AFTER;
            }
            if (events.isEmpty() && sessions.isEmpty()) {
                return NextAct.TELL;
            }
            if (painSaid().filter(at -> !at.isBefore(now.minus(MAP_GOOD_FOR))).isEmpty()) {
                return NextAct.MARK_PAIN;
            }
            return heard().filter(at -> !at.isBefore(now.minus(HourToday.HEARD_WITHIN)))
                            .isPresent()
                    ? NextAct.START
                    : NextAct.CHECK_IN;
        }
    }

    private final UnitOfWork work;
    private final Clock clock;

    public ReadClient(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * Who it is, and nothing of their story.
     *
     * @throws org.stillpoint.record.NoSuchRecord if there is no such client
     */
    public Client who(Actor actor, Id<Client> id) {
        return work.read(
                actor,
                Act.SEE_CLIENT,
                Optional.of(id),
                records -> records.clients().get(id));
    }

    /**
     * Who it is and when they came: what the front desk knows of a client.
     *
     * @throws org.stillpoint.record.NoSuchRecord if there is no such client
     */
    public Standing atDesk(Actor actor, Id<Client> id) {
        return work.read(
                actor,
                Act.SEE_CLIENT,
                Optional.of(id),
                records -> records.today().list(List.of(id)).getFirst());
    }

    /**
     * The whole story. Read are: the client, everything told, all maps of the pain, all sessions with their marks in two queries (where hands were
     * and what let go is known by the marks alone, and of which kind a mark is stands in its ciphertext), and the whole diary, on which the
     * sentence rests.
     *
     * @throws org.stillpoint.record.NoSuchRecord if there is no such client
     */
    public ClientStory by(Actor actor, Id<Client> id) {
        return work.read(
                actor,
                Act.SEE_STORY,
                Optional.of(id),
                records -> new ClientStory(
                        records.clients().get(id),
                        records.history().list(id),
                        records.sessions().list(id),
                        records.checkIns().list(id),
                        records.bodyMaps().list(id),
                        records.redFlags().listOpen(List.of(id)),
                        records.clientRequests().list(id).stream()
                                .filter(ClientRequest::isOpen)
                                .toList(),
                        records.intakes().findOpen(id),
                        FollowUpReading.due(records, id, clock.instant()),
                        QuestionnairesNow.of(records, id, clock)));
    }
}
