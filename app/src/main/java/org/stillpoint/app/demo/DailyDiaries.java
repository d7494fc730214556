package org.stillpoint.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.outcome.ResolveForecasts;
import org.stillpoint.practice.outcome.SealForecast;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.EventDate;
import org.stillpoint.record.history.EventKind;
import org.stillpoint.record.history.Told;
import org.stillpoint.record.questionnaire.QuestionnaireScore;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.session.Tap;
import org.stillpoint.record.work.UnitOfWork;
import org.stillpoint.store.Store;

/**
 * Made-up people who check in nearly every day, some better, some not, one clearly worse, two who stop: for the outcome pages.
 * Everything happens in one line of time over all of them, so that every forecast is sealed before what it speaks of.
 */
final class DailyDiaries {

    /**
     * One made-up person.
     *
     * @param before days of diary before the first session
     * @param level pain in that time
     * @param change what is added to it within days of the first session
     * @param sessions one every ten days
     * @param stops day after the first session on which check-ins stop; negative where they go on until today
     */
    private record DiaryPerson(
            String name,
            int born,
            EventKind kind,
            String place,
            int before,
            double level,
            double change,
            int sessions,
            int stops) {}

    private static final List<DiaryPerson> PEOPLE = List.of(
            new DiaryPerson("Ida Lind", 1971, EventKind.CAR_ACCIDENT, "X206", 26, 6.6, -4.2, 3, -1),
            new DiaryPerson("Marco Pohl", 1983, EventKind.SURGERY, "X112", 21, 5.2, -0.8, 3, -1),
            new DiaryPerson("Sana Haddad", 1994, EventKind.CAR_ACCIDENT, "X206", 24, 3.0, 4.4, 2, -1),
            new DiaryPerson("Joost Veen", 1958, EventKind.INJURY, "X218", 20, 5.6, 0, 3, -1),
            new DiaryPerson("Emma Quist", 1988, EventKind.SURGERY, "X112", 23, 6.8, -3.1, 3, -1),
            new DiaryPerson("Pavel Dorn", 1976, EventKind.INJURY, "X218", 18, 6.0, 0.2, 1, 9),
            new DiaryPerson("Nils Arvo", 1969, EventKind.CAR_ACCIDENT, "X206", 20, 5.9, -1.2, 2, -1),
            new DiaryPerson("Yara Costa", 1991, EventKind.CHALLENGING_LIFE_EXPERIENCE, "X108", 16, 4.9, -0.3, 2, 14));

    /** Days from the first session to today. */
    private static final int SINCE = 45;

    private static final int BETWEEN_SESSIONS = 10;

    /** One day's share of how a diary wanders: as diaries of people in pain do (drift 0.6 a day, half of it noise). */
    private static final double DRIFT = 0.6;

    private static final double DRIFT_SD = 0.6;
    private static final double NOISE_SD = 0.7;
    /** A change is there within so many days of the first session. */
    private static final double DAYS_OF_CHANGE = 1;

    private static final double MISSED = 0.12;

    private static final double EVEN_CHANCE = 0.5;

    private record DiaryStep(Instant at, Runnable does) {}

    private final Store store;
    private final Visits visits;
    private final StoryClock clock;
    private final SealForecast sealForecast;
    private final ResolveForecasts resolveForecasts;
    private final List<DiaryStep> steps = new ArrayList<>();

    DailyDiaries(Store store, Visits visits, StoryClock clock) {
        this.store = store;
        this.visits = visits;
        this.clock = clock;
        UnitOfWork work = store.unitOfWork(new Membership(store));
        this.sealForecast = new SealForecast(work, clock);
        this.resolveForecasts = new ResolveForecasts(work, clock);
    }

    void write() {
        boolean forecasts = store.ledger().verify().entries() == 0; // else an interrupted filling left its own
        for (int i = 0; i < PEOPLE.size(); i++) {
            plan(PEOPLE.get(i), SINCE + 2 * i, new SplittableRandom(100 + i), forecasts);
        }
        steps.sort(Comparator.comparing(DiaryStep::at));
        for (DiaryStep step : steps) {
            clock.set(step.at());
            step.does().run();
        }
    }

    private void plan(DiaryPerson person, int firstSession, SplittableRandom random, boolean forecasts) {
        int added = firstSession + person.before() + 1;
        Id<Client> client = Id.random();
        steps.add(new DiaryStep(at(added, 9), () -> {
            visits.comes(client, person.name(), person.born());
            visits.tells(client, told(person));
        }));
        double drift = 0;
        for (int ago = added - 1; ago >= 1; ago--) {
            drift = DRIFT * drift + DRIFT_SD * random.nextGaussian();
            boolean silent = person.stops() >= 0 && firstSession - ago > person.stops();
            double share = Math.clamp((firstSession - ago) / DAYS_OF_CHANGE, 0, 1);
            double pain = person.level() + share * person.change() + drift + NOISE_SD * random.nextGaussian();
            Answers answers = answers(pain, share, ago == firstSession - 3 && person.change() > 1, random);
            if (!silent && random.nextDouble() > MISSED) {
                steps.add(new DiaryStep(at(ago, 20), () -> visits.checksIn(client, answers)));
            }
        }
        questionnaires(client, person, firstSession, new SplittableRandom(random.nextLong()));
        for (int s = 0; s < person.sessions(); s++) {
            int ago = firstSession - s * BETWEEN_SESSIONS;
            boolean last = s == person.sessions() - 1;
            double guess = Math.clamp(person.level() - 2 + random.nextDouble(-1, 1), 0, 10);
            session(client, ago, person, forecasts, guess, last);
        }
    }

    /** Two questionnaires now and then, as sums and means that fit the pain; the client's own view at the end. */
    private void questionnaires(Id<Client> client, DiaryPerson person, int firstSession, SplittableRandom random) {
        for (int ago : new int[] {firstSession + 14, firstSession, firstSession - 14, firstSession - 28}) {
            double level = person.level() + (ago < firstSession ? person.change() : 0);
            List<QuestionnaireScore> scores = new ArrayList<>(List.of(
                    scored(client, "peg", ago, Math.clamp(level + 0.5 * random.nextGaussian(), 0, 10), 3),
                    scored(client, "gad7", ago, Math.clamp(1.5 * level + random.nextGaussian(), 0, 21), 1)));
            if (ago == firstSession - 28) {
                scores.add(scored(client, "pgic", ago, Math.clamp(4 - 0.6 * person.change(), 1, 7), 1));
            }
            steps.add(
                    new DiaryStep(at(ago, 8), () -> store.questionnaireScores().addAll(client, scores)));
        }
    }

    /** @param items whose mean it is: 1 for a whole number */
    private QuestionnaireScore scored(Id<Client> client, String instrument, int ago, double score, int items) {
        return QuestionnaireScore.of(
                client,
                instrument,
                today().minusDays(ago),
                Math.round(Math.round(score * items) / (double) items * 100) / 100.0);
    }

    private void session(
            Id<Client> client, int ago, DiaryPerson person, boolean forecasts, double guess, boolean last) {
        LocalDate day = today().minusDays(ago);
        if (forecasts) {
            SealForecast.Command guessed =
                    new SealForecast.Command(Id.random(), client, day, Score0To10.of(guess), EVEN_CHANCE);
            steps.add(new DiaryStep(at(ago, 9), () -> Visits.done(sealForecast.by(Visits.WHO, guessed))));
            if (ago > 11) {
                steps.add(new DiaryStep(
                        at(ago - 10, 12),
                        () -> resolveForecasts.by(Visits.WHO, new ResolveForecasts.Command(Id.random()))));
            }
        }
        steps.add(new DiaryStep(at(ago, 10), () -> {
            Instant start = clock.instant();
            Id<Session> session = visits.starts(client);
            clock.set(start.plus(Duration.ofMinutes(18)));
            Site site = new Site.RegionSite(new RegionCode(person.place()));
            Moment moment = last ? new Moment.SiteEngaged(site, PrivateText.NONE) : new Moment.Release(site, 0.25);
            visits.marks(client, session, Tap.of(Id.random(), clock.instant(), moment));
            clock.set(start.plus(Duration.ofMinutes(25)));
            visits.ends(client, session);
        }));
    }

    private Told told(DiaryPerson person) {
        return new Told(
                person.kind(),
                EventDate.yearsAgo(9, today()),
                List.of(new RegionCode(person.place())),
                PrivateText.NONE,
                Score0To10.of(6),
                Score0To10.of(5),
                PrivateText.NONE);
    }

    private static Answers answers(double pain, double share, boolean worse, SplittableRandom random) {
        return new Answers(
                half(pain),
                half(pain * 0.5 + 2 + random.nextGaussian()),
                half(pain * 0.7 + 1 + random.nextGaussian()),
                half(pain * 0.4 + 1 + random.nextGaussian()),
                Optional.of(half(8 - pain * 0.4 + random.nextGaussian())),
                random.nextInt(5) == 0 ? Optional.empty() : Optional.of(half(7 - pain * 0.3 + random.nextGaussian())),
                Optional.of(half(4 + share + random.nextGaussian())),
                worse
                        ? new PrivateText("More pain than before I came, most of all in the morning.")
                        : PrivateText.NONE);
    }

    private LocalDate today() {
        return clock.now().atZone(clock.getZone()).toLocalDate();
    }

    private Instant at(int daysAgo, int hour) {
        return today().minusDays(daysAgo)
                .atTime(hour, 0)
                .atZone(clock.getZone())
                .toInstant();
    }

    private static Score0To10 half(double value) {
        return Score0To10.of(Math.round(Math.clamp(value, 0, 10) * 2) / 2.0);
    }
}
