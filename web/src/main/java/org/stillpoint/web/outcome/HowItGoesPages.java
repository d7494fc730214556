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
import org.springframework.stereotype.Component;
import org.stillpoint.chart.Chart;
import org.stillpoint.chart.Size;
import org.stillpoint.exchange.sheet.OutcomePdf;
import org.stillpoint.exchange.sheet.OutcomeSheet;
import org.stillpoint.practice.outcome.Asked;
import org.stillpoint.practice.outcome.HowItGoes;
import org.stillpoint.practice.outcome.Measured;
import org.stillpoint.practice.outcome.OutcomeReading;
import org.stillpoint.practice.outcome.OutcomeReading.DrawnLot;
import org.stillpoint.practice.outcome.OutcomeReading.OutcomeView;
import org.stillpoint.practice.outcome.Questionnaire;
import org.stillpoint.record.Id;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.checkin.FollowUp;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.questionnaire.QuestionnaireScore;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Places;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.FigureWords;
import org.stillpoint.words.ForecastWords;
import org.stillpoint.words.GoesWords;
import org.stillpoint.words.HowItGoesWords;
import org.stillpoint.words.MatterWords;
import org.stillpoint.words.MeasureWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.PlanWords;
import org.stillpoint.words.Share;
import org.stillpoint.words.Speaker;

/** How it goes, put into words and charts for the screen and for paper. */
@Component
public final class HowItGoesPages {

    /** Widths of charts, CSS pixels. */
    static final int WIDE = 700;

    static final int NARROW = 356;

    /** Their heights, CSS pixels. */
    static final int WIDE_HIGH = 320;

    static final int NARROW_HIGH = 300;

    private final OutcomeReading reading;
    private final Places places;
    private final Speaker speaker;
    private final Clock clock;

    public HowItGoesPages(OutcomeReading reading, Places places, Speaker speaker, Clock clock) {
        this.reading = reading;
        this.places = places;
        this.speaker = speaker;
        this.clock = clock;
    }

    /** @param measure key of the measure on the chart; pain where there is no such */
    HowItGoesPage page(Actor actor, Id<Client> client, String measure, boolean justGiven) {
        return page(reading.by(actor, client, measure), justGiven);
    }

    /** The same on one page of paper, as the bytes of a PDF file. */
    public byte[] printed(Actor actor, Id<Client> client, String measure) {
        OutcomeView outcome = reading.by(actor, client, measure);
        HowItGoesPage page = page(outcome, false);
        OutcomeSheet sheet = Sheets.of(
                page,
                chart(outcome, Size.ofPaper(Sheets.WIDTH, Sheets.HEIGHT), page.ofChart())
                        .map(Chart::withKeys),
                speaker.day(clock.instant()),
                speaker);
        return OutcomePdf.of(sheet, speaker);
    }

    private HowItGoesPage page(OutcomeView outcome, boolean justGiven) {
        ClientHead head = ClientHead.of(outcome.client(), LocalDate.now(clock));
        List<HowItGoesPage.DiaryRow> rows = rows(outcome);
        Measured chosen = outcome.chosen().course().measured();
        GoesWords.Said said = GoesWords.of(outcome.chosen());
        String ofChart = CourseDrawn.described(
                chosen,
                rows.isEmpty() ? "" : rows.getLast().day(),
                rows.isEmpty() ? "" : rows.getFirst().day(),
                speaker);
        return new HowItGoesPage(
                head,
                NamedMeasure.of(chosen, speaker),
                speaker.say(said.sentence()),
                said.rows().stream()
                        .map(row ->
                                new HowItGoesPage.PlainAnswer(speaker.say(row.question()), speaker.say(row.answer())))
                        .toList(),
                lines(head, outcome),
                chart(outcome, Size.ofScreen(WIDE, WIDE_HIGH), ""),
                chart(outcome, Size.ofScreen(NARROW, NARROW_HIGH), ""),
                FigureWords.of(outcome.chosen()).stream()
                        .map(figure -> new HowItGoesPage.FigureRow(
                                speaker.say(figure.name()),
                                speaker.say(figure.value()),
                                speaker.say(figure.explanation()),
                                speaker.say(figure.source())))
                        .toList(),
                unknown(outcome).stream().map(speaker::say).toList(),
                worse(outcome),
                forecasts(head, outcome),
                outcome.lots().reversed().stream()
                        .map(drawn -> new HowItGoesPage.PlanRow(PlanWords.of(drawn.lot()), PlanWords.of(drawn)))
                        .toList(),
                rows,
                Arrays.stream(Asked.values())
                        .map(asked -> speaker.say(MeasureWords.name(asked)))
                        .toList(),
                ofChart,
                justGiven);
    }

    private List<HowItGoesPage.MeasureRow> lines(ClientHead head, OutcomeView outcome) {
        return outcome.measures().stream()
                .map(goes -> {
                    Measured measured = goes.course().measured();
                    return new HowItGoesPage.MeasureRow(
                            NamedMeasure.of(measured, speaker),
                            NamedChange.of(goes.change(), speaker),
                            speaker.say(GoesWords.inAList(goes)),
                            FigureWords.thresholds(measured).map(speaker::say).orElse(""),
                            head.path() + "/how-it-goes?measure=" + measured.key(),
                            goes == outcome.chosen());
                })
                .toList();
    }

    private Optional<Chart> chart(OutcomeView outcome, Size size, String description) {
        return CourseDrawn.chart(
                outcome.chosen().course(),
                new CourseDrawn.AlongCourse(
                        outcome.held(),
                        outcome.events(),
                        outcome.lots().stream().map(DrawnLot::lot).toList()),
                size,
                speaker,
                description);
    }

    private static List<Message> unknown(OutcomeView outcome) {
        List<Message> unknown = new ArrayList<>();
        unknown.add(outcome.lots().isEmpty() ? HowItGoesWords.WHY_WITHOUT_LOT : HowItGoesWords.WHY_WITH_LOT);
        if (!outcome.chosen().course().before().isEmpty()) {
            unknown.add(HowItGoesWords.WITHOUT_TREATMENT);
        }
        unknown.add(HowItGoesWords.WHETHER_IT_WORKS);
        unknown.add(HowItGoesWords.WHAT_THE_BODY_HAS);
        return unknown;
    }

    private List<HowItGoesPage.ForecastRow> forecasts(ClientHead head, OutcomeView outcome) {
        ZoneId zone = clock.getZone();
        return outcome.forecasts().reversed().stream()
                .map(forecast -> new HowItGoesPage.ForecastRow(
                        speaker.shortDay(forecast.entry().sealedAt()),
                        head.path() + "/forecast/" + forecast.entry().id(),
                        speaker.say(new ForecastWords.MeanPainFrom(
                                LocalDate.ofInstant(forecast.claim().from(), zone))),
                        speaker.say(new ForecastWords.RangeOf(
                                forecast.model().low(), forecast.model().high())),
                        forecast.guess()
                                .map(guess -> speaker.number(guess.pain()))
                                .orElse(speaker.say(CommonWords.NO_VALUE)),
                        speaker.say(ForecastWords.came(forecast, zone))))
                .toList();
    }

    /** Something at one instant, for lists that are in order of time. */
    private record Dated<T>(Instant at, T what) {
        static <T> List<Dated<T>> newestFirst(List<Dated<T>> all) {
            return all.stream()
                    .sorted(Comparator.comparing((Dated<T> one) -> one.at()).reversed())
                    .toList();
        }
    }

    private List<HowItGoesPage.WorseRow> worse(OutcomeView outcome) {
        List<HowItGoesPage.WorseRow> worse = new ArrayList<>();
        for (HowItGoes goes : outcome.measures()) {
            GoesWords.worse(goes)
                    .ifPresent(said -> worse.add(new HowItGoesPage.WorseRow(
                            speaker.say(HowItGoesWords.SINCE_FIRST),
                            speaker.say(said),
                            speaker.say(MeasureWords.name(goes.course().measured())),
                            Optional.empty())));
        }
        List<Dated<HowItGoesPage.WorseRow>> dated = new ArrayList<>();
        outcome.diary().stream()
                .filter(checkIn -> checkIn.saysWorse() || checkIn.turnedWorse())
                .forEach(checkIn -> dated.add(dated(
                        checkIn.at(),
                        checkIn.saysWorse()
                                ? checkIn.answers().anythingWorse().value()
                                : speaker.say(HowItGoesWords.TURNED_WORSE),
                        checkIn.followUp().map(this::followedUp))));
        for (Session session : outcome.held()) {
            session.standingMarks().stream()
                    .filter(mark -> mark.moment() instanceof Moment.StopSignal)
                    .findFirst()
                    .ifPresent(mark -> dated.add(
                            dated(mark.tappedAt(), speaker.say(HowItGoesWords.STOP_SIGNALLED), Optional.empty())));
        }
        Dated.newestFirst(dated).forEach(one -> worse.add(one.what()));
        return worse;
    }

    private Dated<HowItGoesPage.WorseRow> dated(Instant at, String what, Optional<Message> done) {
        return new Dated<>(at, new HowItGoesPage.WorseRow(speaker.shortDay(at), what, "", done));
    }

    private Message followedUp(FollowUp followUp) {
        return new MatterWords.Done(
                speaker.shortDay(followUp.at()), followUp.done().value());
    }

    private List<HowItGoesPage.DiaryRow> rows(OutcomeView outcome) {
        ZoneId zone = clock.getZone();
        List<Dated<HowItGoesPage.DiaryRow>> rows = new ArrayList<>();
        for (CheckIn checkIn : outcome.diary()) {
            List<String> values = Arrays.stream(Asked.values())
                    .map(asked ->
                            asked.in(checkIn.answers()).map(speaker::score).orElse(speaker.say(CommonWords.NO_VALUE)))
                    .toList();
            rows.add(row(checkIn.at(), values, checkIn.answers().anythingWorse().value()));
        }
        for (Session session : outcome.held()) {
            rows.add(row(session.startedAt(), List.of(), speaker.say(released(session))));
        }
        for (QuestionnaireScore score : outcome.scores()) {
            rows.add(row(
                    score.day().atStartOfDay(zone).toInstant(),
                    List.of(),
                    speaker.say(new HowItGoesWords.ScoreOf(
                            new CommonWords.Verbatim(Questionnaire.find(score.instrument())
                                    .map(Questionnaire::name)
                                    .orElse(score.instrument())),
                            score.score()))));
        }
        return Dated.newestFirst(rows).stream().map(Dated::what).toList();
    }

    private Dated<HowItGoesPage.DiaryRow> row(Instant at, List<String> values, String note) {
        return new Dated<>(at, new HowItGoesPage.DiaryRow(speaker.shortDay(at), values, note));
    }

    private Message released(Session session) {
        List<Message> sites = session.standingMarks().stream()
                .<Message>mapMulti((mark, each) -> {
                    if (mark.moment() instanceof Moment.Release release) {
                        each.accept(new HowItGoesWords.SiteReleased(
                                places.name(release.site()), new Share(release.extent())));
                    }
                })
                .toList();
        return sites.isEmpty() ? HowItGoesWords.SESSION : new HowItGoesWords.Released(sites);
    }
}
