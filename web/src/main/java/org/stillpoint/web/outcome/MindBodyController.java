package org.stillpoint.web.outcome;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.chart.AgreementChart;
import org.stillpoint.chart.Chart;
import org.stillpoint.chart.Labels;
import org.stillpoint.chart.Size;
import org.stillpoint.practice.mindbody.MapsCompared;
import org.stillpoint.practice.mindbody.MapsCompared.WhoMapped;
import org.stillpoint.practice.mindbody.MindBodyReading;
import org.stillpoint.practice.mindbody.MindBodyReading.MindBodyView;
import org.stillpoint.practice.outcome.Asked;
import org.stillpoint.record.Id;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.BodyLayers;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Places;
import org.stillpoint.words.Message;
import org.stillpoint.words.MindBodyWords;
import org.stillpoint.words.Speaker;

/** Mind and body: what the client marked beside what the hands found, and body awareness over time. */
@Controller
class MindBodyController {
    private final MindBodyReading reading;
    private final HowItGoesPages goes;
    private final Places places;
    private final Speaker speaker;
    private final Clock clock;

    MindBodyController(MindBodyReading reading, HowItGoesPages goes, Places places, Clock clock) {
        this.reading = reading;
        this.goes = goes;
        this.places = places;
        this.speaker = places.speaker();
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/mind-and-body")
    String show(Actor actor, @PathVariable String id, Model model) {
        MindBodyView view = reading.by(actor, Id.of(id));
        HowItGoesPage awareness = goes.page(actor, view.client().id(), Asked.BODY_AWARENESS.key(), false);
        Optional<MapsCompared> latest = view.latest();
        model.addAttribute(
                "page",
                new MindBodyPage(
                        ClientHead.of(view.client(), LocalDate.now(clock)),
                        latest.map(pair -> MindBodyWords.sentence(pair, speaker.day(pair.at())))
                                .orElse(MindBodyWords.NO_PAIR),
                        latest.map(pair -> MindBodyWords.first(pair.first())),
                        latest.filter(pair -> pair.first() != WhoMapped.HANDS).isPresent(),
                        latest.map(this::bodies).orElse(List.of()),
                        view.pairs().reversed().stream().map(this::row).toList(),
                        overTime(view.pairs()),
                        awareness.wide().isPresent() ? awareness.sentence() : speaker.say(MindBodyWords.NO_AWARENESS),
                        awareness.wide(),
                        awareness.narrow(),
                        awareness.ofChart(),
                        figures()));
        return "mindbody";
    }

    private List<MindBodyPage.SideBody> bodies(MapsCompared pair) {
        BodyLayers marked = new BodyLayers(places).marked(pair.client());
        BodyLayers found = new BodyLayers(places).hands(pair.hands());
        String view = places.view(both(pair));
        return List.of(
                new MindBodyPage.SideBody(MindBodyWords.YOUR_MAP, marked.json(), view),
                new MindBodyPage.SideBody(MindBodyWords.HANDS_MAP, found.json(), view));
    }

    private static List<String> both(MapsCompared pair) {
        SortedMap<RegionCode, Integer> both = new TreeMap<>(pair.client());
        both.putAll(pair.hands());
        return both.keySet().stream().map(RegionCode::value).toList();
    }

    private MindBodyPage.PairRow row(MapsCompared pair) {
        return new MindBodyPage.PairRow(
                speaker.day(pair.at()),
                pair.marked(),
                pair.found(),
                pair.same(),
                MindBodyWords.agreement(pair),
                MindBodyWords.overlap(pair),
                MindBodyWords.first(pair.first()));
    }

    private Optional<MindBodyPage.OverTime> overTime(List<MapsCompared> pairs) {
        List<AgreementChart.AgreementAt> known = pairs.stream()
                .flatMap(pair -> pair.figures().stream()
                        .map(figures -> new AgreementChart.AgreementAt(
                                LocalDate.ofInstant(pair.at(), speaker.zone()),
                                new AgreementChart.RangedValue(
                                        figures.agreement(), figures.agreementLow(), figures.agreementHigh()),
                                new AgreementChart.RangedValue(
                                        figures.overlap(), figures.overlapLow(), figures.overlapHigh()))))
                .toList();
        return known.size() < 2
                ? Optional.empty()
                : Optional.of(new MindBodyPage.OverTime(
                        drawn(known, Size.ofScreen(HowItGoesPages.WIDE, 260)),
                        drawn(known, Size.ofScreen(HowItGoesPages.NARROW, 260))));
    }

    private Chart drawn(List<AgreementChart.AgreementAt> known, Size size) {
        return AgreementChart.of(
                known,
                new AgreementChart.AgreementLegend(
                        speaker.say(MindBodyWords.AGREEMENT),
                        speaker.say(MindBodyWords.OVERLAP),
                        speaker.say(MindBodyWords.CHANCE)),
                size,
                Labels.of(speaker.locale()),
                speaker.say(MindBodyWords.OVER_TIME),
                speaker.say(new MindBodyWords.OverTimeDrawn(known.size())));
    }

    private List<HowItGoesPage.FigureRow> figures() {
        List<HowItGoesPage.FigureRow> rows = new ArrayList<>();
        rows.add(figure(
                MindBodyWords.AGREEMENT,
                MindBodyWords.AGREEMENT_EXPLAINED,
                Optional.of(MindBodyWords.AGREEMENT_SOURCE)));
        rows.add(figure(
                MindBodyWords.OVERLAP, MindBodyWords.OVERLAP_EXPLAINED, Optional.of(MindBodyWords.OVERLAP_SOURCE)));
        rows.add(figure(
                MindBodyWords.INTERVAL, MindBodyWords.INTERVAL_EXPLAINED, Optional.of(MindBodyWords.INTERVAL_SOURCE)));
        rows.add(
                figure(MindBodyWords.LEVELS, MindBodyWords.LEVELS_EXPLAINED, Optional.of(MindBodyWords.LEVELS_SOURCE)));
        rows.add(figure(MindBodyWords.PLACES, MindBodyWords.PLACES_EXPLAINED, Optional.empty()));
        return rows;
    }

    private HowItGoesPage.FigureRow figure(Message name, Message explanation, Optional<Message> source) {
        return new HowItGoesPage.FigureRow(
                speaker.say(name),
                "",
                speaker.say(explanation),
                source.map(speaker::say).orElse(""));
    }
}
