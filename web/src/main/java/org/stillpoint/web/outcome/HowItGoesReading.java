package org.stillpoint.web.outcome;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stillpoint.evidence.trial.RandomisationTest;
import org.stillpoint.exchange.sheet.OutcomeSheet;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.checkin.CheckIns;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.History;
import org.stillpoint.record.ledger.Ledger;
import org.stillpoint.record.ledger.LedgerEntry;
import org.stillpoint.record.questionnaire.QuestionnaireScore;
import org.stillpoint.record.questionnaire.QuestionnaireScores;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Sessions;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Places;
import org.stillpoint.web.view.Words;

/** Reads one client's record for how it goes, for the screen and for paper. */
@Component
final class HowItGoesReading {

    private static final int WIDE = 960;
    private static final int NARROW = 356;

    private final CheckIns checkIns;
    private final QuestionnaireScores scores;
    private final Sessions sessions;
    private final History history;
    private final Ledger ledger;
    private final Places places;
    private final Clock clock;

    HowItGoesReading(
            CheckIns checkIns,
            QuestionnaireScores scores,
            Sessions sessions,
            History history,
            Ledger ledger,
            Places places,
            Clock clock) {
        this.checkIns = checkIns;
        this.scores = scores;
        this.sessions = sessions;
        this.history = history;
        this.ledger = ledger;
        this.places = places;
        this.clock = clock;
    }

    /** One client's record, and every measure of it with what may be said. */
    private record Told(
            List<CheckIn> diary,
            List<QuestionnaireScore> scores,
            List<Session> held,
            List<LedgerEntry> sealed,
            List<Said> said,
            List<DiaryChart.When> happened,
            Said chosen) {}

    private record Said(Course course, HowItGoes goes) {
        Measured measured() {
            return course.measured();
        }
    }

    /** @param measure key of the measure on the chart; pain where there is no such */
    HowItGoesPage page(Client client, String measure, boolean justGiven) {
        return page(client, told(client, measure), justGiven);
    }

    /** The same as words and a chart for paper. */
    OutcomeSheet sheet(Client client, String measure) {
        Told told = told(client, measure);
        return Sheets.of(
                page(client, told, false),
                chart(told, Sheets.WIDTH, Sheets.HEIGHT),
                Words.day(clock.instant(), clock.getZone()));
    }

    private Told told(Client client, String measure) {
        List<CheckIn> diary = checkIns.list(client.id());
        List<QuestionnaireScore> scored = scores.list(client.id());
        List<Session> held = sessions.list(client.id());
        List<LedgerEntry> sealed = ledger.list(client.id());
        List<Said> said = Stream.concat(
                        Arrays.stream(Asked.values()).map(asked -> Course.of(asked, diary, held)),
                        Questionnaire.among(scored).stream().map(one -> Course.of(one, scored, held, clock.getZone())))
                .parallel()
                .map(course -> new Said(course, HowItGoes.of(course)))
                .toList();
        Said chosen = said.stream()
                .filter(one -> one.measured().key().equals(measure))
                .findFirst()
                .orElse(said.getFirst());
        List<DiaryChart.When> happened =
                Happened.of(held, history.list(client.id()), Lot.among(sealed), clock.getZone());
        return new Told(diary, scored, held, sealed, said, happened, chosen);
    }

    private HowItGoesPage page(Client client, Told told, boolean justGiven) {
        ClientHead head = ClientHead.of(client, LocalDate.now(clock));
        return new HowItGoesPage(
                head,
                told.chosen().measured(),
                told.chosen().goes(),
                lines(head, told),
                chart(told, WIDE, 360),
                chart(told, NARROW, 300),
                Figures.of(told.chosen().measured(), told.chosen().goes()),
                unknown(told),
                worse(told),
                forecasts(head, told.sealed()),
                lots(told),
                rows(told),
                justGiven);
    }

    private static List<HowItGoesPage.Line> lines(ClientHead head, Told told) {
        return told.said().stream()
                .map(one -> new HowItGoesPage.Line(
                        one.measured(),
                        one.goes().change(),
                        one.goes().sentence()
                                + Figures.unsettled(one.measured(), one.goes().change()),
                        Figures.thresholds(one.measured()),
                        head.path() + "/how-it-goes?measure=" + one.measured().key(),
                        one == told.chosen()))
                .toList();
    }

    private Optional<DiaryChart> chart(Told told, int width, int height) {
        Course course = told.chosen().course();
        return course.isEmpty()
                ? Optional.empty()
                : Optional.of(DiaryChart.of(course, told.happened(), width, height, clock.getZone()));
    }

    private static List<String> unknown(Told told) {
        List<String> unknown = new ArrayList<>();
        unknown.add("Why anything changed: "
                + (Lot.among(told.sealed()).isEmpty()
                        ? "no lot decided when sessions happened."
                        : "only the test that rests on the lot says something about it."));
        if (!told.chosen().course().before().isEmpty()) {
            unknown.add(
                    "What would have happened without sessions: the expected course rests on this diary alone. People"
                            + " often come when they are at their worst, and some of what gets better afterwards would have done so"
                            + " anyway.");
        }
        unknown.add(
                "Whether somato-emotional release works: no randomised trial of it is known. For craniosacral therapy in"
                        + " chronic pain some reviews report small effects and others none, with weak certainty.");
        unknown.add("What the body has: this page diagnoses nothing and promises nothing.");
        return unknown;
    }

    private List<HowItGoesPage.ForecastRow> forecasts(ClientHead head, List<LedgerEntry> sealed) {
        ZoneId zone = clock.getZone();
        return Forecast.among(sealed).reversed().stream()
                .map(forecast -> new HowItGoesPage.ForecastRow(
                        Words.shortDay(forecast.entry().sealedAt(), zone),
                        head.path() + "/forecast/" + forecast.entry().id(),
                        "Mean pain of the seven days from "
                                + Words.shortDay(forecast.claim().from(), zone),
                        Came.range(forecast.claim().model()),
                        forecast.guess()
                                .map(guess -> Words.number(guess.pain()))
                                .orElse("–"),
                        Came.words(forecast, zone)))
                .toList();
    }

    private List<HowItGoesPage.Drawn> lots(Told told) {
        ZoneId zone = clock.getZone();
        return Lot.among(told.sealed()).reversed().stream()
                .map(lot -> new HowItGoesPage.Drawn(
                        PlanController.words(lot, zone),
                        lot.test(told.chosen().course(), zone, clock.instant())
                                .map(HowItGoesReading::tested)
                                .orElse("The test comes when the plan is over, on "
                                        + Words.shortDay(
                                                lot.end().atStartOfDay(zone).toInstant(), zone)
                                        + ".")))
                .toList();
    }

    private static String tested(RandomisationTest test) {
        return "With sessions the mean was %s points; by the lot alone, a difference as good would come %s of the time (%d possible plans)."
                .formatted(PracticeNumbers.signed(test.observed()), Words.percent(test.oneSided()), test.plans());
    }

    /** Something at one instant, for lists that are in order of time. */
    private record Dated<T>(Instant at, T what) {
        static <T> List<Dated<T>> newestFirst(List<Dated<T>> all) {
            return all.stream()
                    .sorted(Comparator.comparing((Dated<T> one) -> one.at()).reversed())
                    .toList();
        }
    }

    private List<HowItGoesPage.Worse> worse(Told told) {
        List<HowItGoesPage.Worse> worse = new ArrayList<>();
        for (Said one : told.said()) {
            if (one.goes().change() == Change.WORSE) {
                worse.add(HowItGoesPage.Worse.since(one.measured(), one.goes().sentence()));
            } else if (one.measured() instanceof Questionnaire questionnaire) {
                ScoreWords.worse(questionnaire, one.course())
                        .ifPresent(said -> worse.add(HowItGoesPage.Worse.since(questionnaire, said)));
            }
        }
        List<Dated<String>> dated = new ArrayList<>();
        told.diary().stream()
                .filter(checkIn -> !checkIn.answers().anythingWorse().isEmpty())
                .forEach(checkIn -> dated.add(new Dated<>(
                        checkIn.at(), checkIn.answers().anythingWorse().value())));
        for (Session session : told.held()) {
            session.standingMarks().stream()
                    .filter(mark -> mark.moment() instanceof Moment.StopSignal)
                    .findFirst()
                    .ifPresent(mark -> dated.add(new Dated<>(mark.tappedAt(), "Stop was signalled in a session.")));
        }
        Dated.newestFirst(dated)
                .forEach(one ->
                        worse.add(new HowItGoesPage.Worse(Words.shortDay(one.at(), clock.getZone()), one.what(), "")));
        return worse;
    }

    private List<HowItGoesPage.Row> rows(Told told) {
        ZoneId zone = clock.getZone();
        List<Dated<HowItGoesPage.Row>> rows = new ArrayList<>();
        for (CheckIn checkIn : told.diary()) {
            List<String> values = Arrays.stream(Asked.values())
                    .map(asked -> asked.in(checkIn.answers()).map(Words::score).orElse("–"))
                    .toList();
            rows.add(row(checkIn.at(), values, checkIn.answers().anythingWorse().value()));
        }
        for (Session session : told.held()) {
            rows.add(row(session.startedAt(), List.of(), "Session" + released(session)));
        }
        for (QuestionnaireScore score : told.scores()) {
            rows.add(row(
                    score.day().atStartOfDay(zone).toInstant(),
                    List.of(),
                    Questionnaire.find(score.instrument()).map(Measured::words).orElse(score.instrument()) + ": "
                            + Words.number(score.score())));
        }
        return Dated.newestFirst(rows).stream().map(Dated::what).toList();
    }

    private Dated<HowItGoesPage.Row> row(Instant at, List<String> values, String note) {
        return new Dated<>(at, new HowItGoesPage.Row(Words.shortDay(at, clock.getZone()), values, note));
    }

    private String released(Session session) {
        String sites = session.standingMarks().stream()
                .map(mark -> mark.moment() instanceof Moment.Release release
                        ? places.name(release.site()) + " (" + Words.percent(release.extent()) + ")"
                        : "")
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining(", "));
        return sites.isEmpty() ? "" : "; released: " + sites;
    }
}
