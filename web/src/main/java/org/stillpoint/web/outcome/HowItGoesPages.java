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
import org.springframework.stereotype.Component;
import org.stillpoint.chart.Chart;
import org.stillpoint.chart.Size;
import org.stillpoint.evidence.trial.RandomisationTest;
import org.stillpoint.exchange.sheet.OutcomeSheet;
import org.stillpoint.practice.outcome.Asked;
import org.stillpoint.practice.outcome.Course;
import org.stillpoint.practice.outcome.HowItGoes;
import org.stillpoint.practice.outcome.Lot;
import org.stillpoint.practice.outcome.Measured;
import org.stillpoint.practice.outcome.OutcomeReading;
import org.stillpoint.practice.outcome.OutcomeReading.Drawn;
import org.stillpoint.practice.outcome.OutcomeReading.Outcome;
import org.stillpoint.practice.outcome.Questionnaire;
import org.stillpoint.record.Id;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.questionnaire.QuestionnaireScore;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Places;
import org.stillpoint.web.view.Words;

/** How it goes, put into words and charts for the screen and for paper. */
@Component
final class HowItGoesPages {

    private static final int WIDE = 960;
    private static final int NARROW = 356;

    private final OutcomeReading reading;
    private final Places places;
    private final Clock clock;

    HowItGoesPages(OutcomeReading reading, Places places, Clock clock) {
        this.reading = reading;
        this.places = places;
        this.clock = clock;
    }

    /** @param measure key of the measure on the chart; pain where there is no such */
    HowItGoesPage page(Actor actor, Id<Client> client, String measure, boolean justGiven) {
        return page(reading.by(actor, client, measure), justGiven);
    }

    /** The same as words and a chart for paper. */
    OutcomeSheet sheet(Actor actor, Id<Client> client, String measure) {
        Outcome outcome = reading.by(actor, client, measure);
        HowItGoesPage page = page(outcome, false);
        return Sheets.of(
                page,
                chart(outcome, Size.ofPaper(Sheets.WIDTH, Sheets.HEIGHT), page.ofChart())
                        .map(Chart::withKeys),
                Words.day(clock.instant(), clock.getZone()));
    }

    private HowItGoesPage page(Outcome outcome, boolean justGiven) {
        ClientHead head = ClientHead.of(outcome.client(), LocalDate.now(clock));
        return new HowItGoesPage(
                head,
                new NamedMeasure(outcome.chosen().course().measured()),
                GoesWords.of(outcome.chosen()),
                lines(head, outcome),
                chart(outcome, Size.ofScreen(WIDE, 360), ""),
                chart(outcome, Size.ofScreen(NARROW, 300), ""),
                Figures.of(outcome.chosen()),
                unknown(outcome),
                worse(outcome),
                forecasts(head, outcome),
                lots(outcome),
                rows(outcome),
                justGiven);
    }

    private static List<HowItGoesPage.Line> lines(ClientHead head, Outcome outcome) {
        return outcome.measures().stream()
                .map(goes -> {
                    Measured measured = goes.course().measured();
                    return new HowItGoesPage.Line(
                            new NamedMeasure(measured),
                            new NamedChange(goes.change()),
                            GoesWords.of(goes).sentence() + Figures.unsettled(measured, goes.change()),
                            Figures.thresholds(measured),
                            head.path() + "/how-it-goes?measure=" + measured.key(),
                            goes == outcome.chosen());
                })
                .toList();
    }

    private Optional<Chart> chart(Outcome outcome, Size size, String description) {
        Course course = outcome.chosen().course();
        List<Lot> lots = outcome.lots().stream().map(Drawn::lot).toList();
        ZoneId zone = clock.getZone();
        return course.isEmpty()
                ? Optional.empty()
                : Optional.of(DiaryDrawing.of(
                        course,
                        Happened.of(outcome.held(), outcome.events(), lots, places.speaker()),
                        !lots.isEmpty(),
                        size,
                        zone,
                        description));
    }

    private static List<String> unknown(Outcome outcome) {
        List<String> unknown = new ArrayList<>();
        unknown.add("Why anything changed: "
                + (outcome.lots().isEmpty()
                        ? "no lot decided when sessions happened."
                        : "only the test that rests on the lot says something about it."));
        if (!outcome.chosen().course().before().isEmpty()) {
            unknown.add(
                    "What would have happened without sessions: the expected course rests on this diary alone. People"
                            + " often come when they are at their worst, and some of what gets better afterwards would"
                            + " have done so anyway.");
        }
        unknown.add(
                "Whether somato-emotional release works: no randomised trial of it is known. For craniosacral therapy"
                        + " in chronic pain some reviews report small effects and others none, with weak certainty.");
        unknown.add("What the body has: this page diagnoses nothing and promises nothing.");
        return unknown;
    }

    private List<HowItGoesPage.ForecastRow> forecasts(ClientHead head, Outcome outcome) {
        ZoneId zone = clock.getZone();
        return outcome.forecasts().reversed().stream()
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

    private List<HowItGoesPage.Drawn> lots(Outcome outcome) {
        ZoneId zone = clock.getZone();
        return outcome.lots().reversed().stream()
                .map(drawn -> new HowItGoesPage.Drawn(
                        PlanController.words(drawn.lot(), zone),
                        drawn.test()
                                .map(HowItGoesPages::tested)
                                .orElse("The test comes when the plan is over, on "
                                        + Words.shortDay(
                                                drawn.lot()
                                                        .end()
                                                        .atStartOfDay(zone)
                                                        .toInstant(),
                                                zone)
                                        + ".")))
                .toList();
    }

    private static String tested(RandomisationTest test) {
        return "With sessions the mean was %s points; by the lot alone, a difference as good would come %s of the time (%d possible plans)."
                .formatted(PracticeWords.signed(test.observed()), Words.percent(test.oneSided()), test.plans());
    }

    /** Something at one instant, for lists that are in order of time. */
    private record Dated<T>(Instant at, T what) {
        static <T> List<Dated<T>> newestFirst(List<Dated<T>> all) {
            return all.stream()
                    .sorted(Comparator.comparing((Dated<T> one) -> one.at()).reversed())
                    .toList();
        }
    }

    private List<HowItGoesPage.Worse> worse(Outcome outcome) {
        List<HowItGoesPage.Worse> worse = new ArrayList<>();
        for (HowItGoes goes : outcome.measures()) {
            GoesWords.worse(goes)
                    .ifPresent(said -> worse.add(HowItGoesPage.Worse.since(
                            new NamedMeasure(goes.course().measured()), said)));
        }
        List<Dated<String>> dated = new ArrayList<>();
        outcome.diary().stream()
                .filter(checkIn -> !checkIn.answers().anythingWorse().isEmpty())
                .forEach(checkIn -> dated.add(new Dated<>(
                        checkIn.at(), checkIn.answers().anythingWorse().value())));
        for (Session session : outcome.held()) {
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

    private List<HowItGoesPage.Row> rows(Outcome outcome) {
        ZoneId zone = clock.getZone();
        List<Dated<HowItGoesPage.Row>> rows = new ArrayList<>();
        for (CheckIn checkIn : outcome.diary()) {
            List<String> values = Arrays.stream(Asked.values())
                    .map(asked -> asked.in(checkIn.answers()).map(Words::score).orElse("–"))
                    .toList();
            rows.add(row(checkIn.at(), values, checkIn.answers().anythingWorse().value()));
        }
        for (Session session : outcome.held()) {
            rows.add(row(session.startedAt(), List.of(), "Session" + released(session)));
        }
        for (QuestionnaireScore score : outcome.scores()) {
            rows.add(row(
                    score.day().atStartOfDay(zone).toInstant(),
                    List.of(),
                    Questionnaire.find(score.instrument())
                                    .map(one -> new NamedMeasure(one).words())
                                    .orElse(score.instrument())
                            + ": "
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
