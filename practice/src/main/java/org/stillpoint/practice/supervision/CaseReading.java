package org.stillpoint.practice.supervision;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.consent.ConsentCheck;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.care.Supervision;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.consent.ConsentStanding;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/**
 * What a supervisor sees of a case: an age in ten-year bands, days since the first session, scores, areas, kinds of moments and
 * durations. No name, no word that anybody wrote, no date, no id of the record.
 */
public final class CaseReading {
    private static final int DECADE = 10;

    /** From here on ages are one band: there are few of them (HIPAA Safe Harbor, 45 CFR 164.514(b)(2)(i)(C), 2013). */
    private static final int OLDEST = 90;

    /** A case in the list of those that were handed over. */
    public record CaseRow(Id<Supervision> id, int number, Instant until) {}

    /**
     * One case. Days are counted from that of the first session, or of the first entry where there is none.
     *
     * @param consent whether a consent is in force
     * @param decade the first year of age of the band of ten, 90 for all beyond; empty where no year of birth is known
     */
    public record CaseView(
            int number,
            OptionalInt decade,
            boolean consent,
            List<CaseSession> sessions,
            List<CaseCheckIn> checkIns,
            List<CaseMap> maps,
            List<CaseScore> scores) {}

    /** @param length empty while it goes on */
    public record CaseSession(long day, Optional<Duration> length, List<CaseMoment> moments) {}

    /** @param moment without a word of how */
    public record CaseMoment(Duration after, Moment moment) {}

    /** @param answers without the words of what is worse */
    public record CaseCheckIn(long day, Answers answers) {}

    /** Where it hurt. */
    public record CaseMap(long day, Map<RegionCode, Score0To10> pain) {}

    /** A questionnaire. */
    public record CaseScore(long day, String instrument, double score) {}

    private final UnitOfWork work;
    private final Clock clock;

    /** @param clock in the time zone of the practice, whose days are counted */
    public CaseReading(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** Those that are handed to the reader now, by their numbers. */
    public List<CaseRow> list(Actor actor) {
        return handed(actor).stream()
                .map(one -> new CaseRow(one.id(), one.number(), one.until()))
                .sorted(Comparator.comparingInt(CaseRow::number))
                .toList();
    }

    private List<Supervision> handed(Actor actor) {
        Id<Account> reader = actor.ownAccount()
                .orElseThrow(() -> new BadValue("reader", "without an account", "somebody of the practice"));
        return work.read(
                actor,
                Act.SEE_CASES,
                Optional.empty(),
                records -> records.supervisions().listTo(reader).stream()
                        .filter(one -> one.lasts(clock.instant()))
                        .toList());
    }

    /** @throws NoSuchRecord if no such case is handed to the reader now */
    public CaseView by(Actor actor, Id<Supervision> id) {
        Supervision handed = handed(actor).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchRecord("case", id));
        return work.read(actor, Act.SEE_CASE, Optional.of(handed.client()), records -> view(records, handed));
    }

    private CaseView view(Records records, Supervision handed) {
        Id<Client> id = handed.client();
        List<Session> sessions = records.sessions().list(id);
        List<CheckIn> checkIns = records.checkIns().list(id);
        List<BodyMap> maps = records.bodyMaps().list(id);
        LocalDate first = Stream.of(
                        sessions.stream().map(Session::startedAt),
                        checkIns.stream().map(CheckIn::at),
                        maps.stream().map(BodyMap::at))
                .map(instants -> instants.min(Instant::compareTo))
                .flatMap(Optional::stream)
                .findFirst()
                .map(this::day)
                .orElseGet(() -> LocalDate.now(clock));
        return new CaseView(
                handed.number(),
                decade(records.clients().get(id)),
                ConsentCheck.standing(records, id, clock) instanceof ConsentStanding.InForce,
                sessions.stream().map(session -> session(session, first)).toList(),
                checkIns.stream()
                        .map(one -> new CaseCheckIn(since(first, day(one.at())), withoutWords(one.answers())))
                        .toList(),
                maps.stream()
                        .map(one -> new CaseMap(since(first, day(one.at())), one.pain()))
                        .toList(),
                records.questionnaireScores().list(id).stream()
                        .map(one -> new CaseScore(since(first, one.day()), one.instrument(), one.score()))
                        .toList());
    }

    private OptionalInt decade(Client client) {
        if (client.yearOfBirth().isEmpty()) {
            return OptionalInt.empty();
        }
        int age = Math.max(
                0, LocalDate.now(clock).getYear() - client.yearOfBirth().getAsInt());
        return OptionalInt.of(Math.min(OLDEST, age / DECADE * DECADE));
    }

    private CaseSession session(Session session, LocalDate first) {
        return new CaseSession(
                since(first, day(session.startedAt())),
                session instanceof EndedSession ended ? Optional.of(ended.length()) : Optional.empty(),
                session.standingMarks().stream()
                        .map(mark -> new CaseMoment(
                                Duration.between(session.startedAt(), mark.tappedAt()), withoutWords(mark.moment())))
                        .toList());
    }

    /** A new kind of moment does not compile here until somebody has looked for words in it. */
    private static Moment withoutWords(Moment moment) {
        return switch (moment) {
            case Moment.SiteEngaged told -> new Moment.SiteEngaged(told.site(), PrivateText.NONE);
            case Moment.Settled told -> told;
            case Moment.Stillpoint told -> told;
            case Moment.SignificanceStop told -> told;
            case Moment.SignOfRelease told -> told;
            case Moment.PositionTaken told -> new Moment.PositionTaken(PrivateText.NONE);
            case Moment.MemorySurfaced told -> told;
            case Moment.ImageAppeared told -> told;
            case Moment.EmotionFelt told -> told;
            case Moment.Observed told -> told;
            case Moment.Dialogue told -> new Moment.Dialogue(told.what(), Optional.empty());
            case Moment.Arced told -> told;
            case Moment.Integrated told -> told;
            case Moment.GroundingStep told -> told;
            case Moment.ReleaseFelt told -> told;
            case Moment.Awareness told -> told;
            case Moment.Distress told -> told;
            case Moment.Release told -> told;
            case Moment.Paused told -> told;
            case Moment.Resumed told -> told;
            case Moment.StopSignal told -> told;
            case Moment.ConsentEnded told -> told;
            case Moment.TouchAsked told -> told;
            case Moment.Grounded told -> told;
            case Moment.SignNoticed told -> told;
            case Moment.StepTaken told -> new Moment.StepTaken(told.number(), PrivateText.NONE);
            case Moment.AskedAfterStop told -> told;
            case Moment.HelpCalled told -> told;
            case Moment.HandTaken told -> told; // it does not stand
            case Moment.AfterSigning(Moment told) -> new Moment.AfterSigning(withoutWords(told));
            case Moment.Annotated told -> new Moment.Undone(told.mark()); // words alone; it does not stand
            case Moment.Undone told -> told;
            case Moment.Amended told ->
                new Moment.Amended(told.mark(), told.meant().map(CaseReading::withoutWords));
        };
    }

    private static Answers withoutWords(Answers answers) {
        return new Answers(
                answers.pain(),
                answers.stress(),
                answers.tension(),
                answers.anxiety(),
                answers.mood(),
                answers.sleep(),
                answers.bodyAwareness(),
                PrivateText.NONE);
    }

    private LocalDate day(Instant at) {
        return at.atZone(clock.getZone()).toLocalDate();
    }

    private static long since(LocalDate first, LocalDate day) {
        return ChronoUnit.DAYS.between(first, day);
    }
}
