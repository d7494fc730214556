package org.stillpoint.web.outcome;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.chart.Chart;
import org.stillpoint.chart.FunnelChart;
import org.stillpoint.chart.Labels;
import org.stillpoint.chart.Size;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.outcome.AddStudy;
import org.stillpoint.practice.outcome.FieldReading;
import org.stillpoint.practice.outcome.PooledEffect;
import org.stillpoint.practice.outcome.RemoveStudy;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.literature.AddedStudy;
import org.stillpoint.record.literature.KindOfEffect;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.ChartWords;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.Decimal;
import org.stillpoint.words.EffectWords;
import org.stillpoint.words.FieldWords;
import org.stillpoint.words.FormWords;
import org.stillpoint.words.Speaker;

/** What the field knows: the published trials as they are, and the studies that the practice adds. */
@Controller
class FieldController {

    private static final int WIDE = 960;
    private static final int NARROW = 356;
    private static final String ADDED = "redirect:/practice/field#added";

    private final FieldReading reading;
    private final AddStudy addStudy;
    private final RemoveStudy removeStudy;
    private final Speaker speaker;
    private final Clock clock;

    FieldController(FieldReading reading, AddStudy addStudy, RemoveStudy removeStudy, Speaker speaker, Clock clock) {
        this.reading = reading;
        this.addStudy = addStudy;
        this.removeStudy = removeStudy;
        this.speaker = speaker;
        this.clock = clock;
    }

    @GetMapping("/practice/field")
    String show(Actor actor, Model model) {
        model.addAttribute("page", page(reading.by(actor), Form.empty(), Id.random()));
        return "field-knows";
    }

    @PostMapping("/practice/field/studies")
    String add(Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        Form form = Form.of(request);
        Id<AddedStudy> id = form.id("id");
        int status = HttpServletResponse.SC_BAD_REQUEST;
        Optional<AddStudy.Command> wanted = study(form, id);
        if (wanted.isPresent()) {
            switch (addStudy.by(actor, wanted.get())) {
                case Answer.Done<AddedStudy> done -> {
                    return ADDED;
                }
                case Answer.Again<AddedStudy> again -> {
                    return ADDED;
                }
                case Answer.Other<AddedStudy> other -> {
                    status = HttpServletResponse.SC_CONFLICT;
                    form.problems()
                            .add(
                                    "name",
                                    new FieldWords.AddedAlready(other.kept().name()));
                }
                case Answer.Changed<AddedStudy> changed -> {
                    return ADDED;
                }
                case Answer.No<AddedStudy> no -> throw new Refused(no.rule(), id);
            }
        }
        response.setStatus(status);
        model.addAttribute("page", page(reading.by(actor), form, id));
        return "field-knows";
    }

    @PostMapping("/practice/field/studies/{id}/remove")
    String remove(Actor actor, @PathVariable String id, HttpServletRequest request) {
        removeStudy.by(actor, new RemoveStudy.Command(Form.of(request).key(), Id.of(id)));
        return ADDED;
    }

    private Optional<AddStudy.Command> study(Form form, Id<AddedStudy> id) {
        OptionalInt year = form.year(
                "year",
                AddedStudy.EARLIEST,
                clock.instant().atZone(clock.getZone()).getYear());
        if (year.isEmpty()) {
            form.problems().add("year", FormWords.NUMBER_NEEDED);
        }
        Optional<KindOfEffect> kind = Arrays.stream(KindOfEffect.values())
                .filter(one -> one.name().equals(form.raw("kind")))
                .findFirst();
        if (kind.isEmpty()) {
            form.problems().add("kind", FieldWords.CHOOSE_ONE);
        }
        double most = kind.orElse(KindOfEffect.SMD).most();
        OptionalDouble effect = needed(form, "effect", -most, most);
        OptionalDouble low = needed(form, "low", -most, most);
        OptionalDouble high = needed(form, "high", -most, most);
        for (String field : List.of("name", "condition", "comparison", "outcome", "source")) {
            int length = form.text(field).value().length();
            if (length == 0 || length > AddedStudy.MOST_CHARACTERS) {
                form.problems().add(field, new FormWords.CharactersNeeded(AddedStudy.MOST_CHARACTERS));
            }
        }
        if (form.good()) {
            AddStudy.IntervalFit fit = AddStudy.fit(
                    kind.orElseThrow(),
                    effect.orElseThrow(),
                    low.orElseThrow(),
                    high.orElseThrow(),
                    form.raw("effect"),
                    form.raw("low"),
                    form.raw("high"));
            switch (fit) {
                case FITS -> {}
                case OUTSIDE -> form.problems().add("low", FieldWords.AROUND);
                case NOT_ABOVE_ZERO -> form.problems().add("low", FieldWords.ABOVE_ZERO);
                case AS_RATIO -> form.problems().add("kind", FieldWords.FITS_AS_RATIO);
                case AS_DIFFERENCE -> form.problems().add("kind", FieldWords.FITS_AS_DIFFERENCE);
                case NEITHER -> form.problems().add("effect", FieldWords.FITS_NEITHER);
            }
        }
        return form.good()
                ? Optional.of(new AddStudy.Command(
                        id,
                        form.raw("name"),
                        year.orElseThrow(),
                        form.raw("condition"),
                        form.raw("comparison"),
                        form.raw("outcome"),
                        kind.orElseThrow(),
                        effect.orElseThrow(),
                        low.orElseThrow(),
                        high.orElseThrow(),
                        form.raw("source")))
                : Optional.empty();
    }

    private static OptionalDouble needed(Form form, String field, double least, double most) {
        OptionalDouble value = form.number(field, least, most);
        if (value.isEmpty() && !form.problems().has(field)) {
            form.problems().add(field, FormWords.NUMBER_NEEDED);
        }
        return value;
    }

    private FieldPage page(FieldReading.KnownStudies known, Form form, Id<AddedStudy> id) {
        List<LabelledEstimate> published = estimates(known.published(), Optional.empty());
        return new FieldPage(
                known,
                forest(published, Optional.empty(), WIDE),
                forest(published, Optional.empty(), NARROW),
                known.together().map(this::together),
                form,
                id.toString());
    }

    private static List<LabelledEstimate> estimates(
            List<FieldReading.StudyEffect> effects, Optional<PooledEffect> pooled) {
        return effects.stream()
                .map(effect -> new LabelledEstimate(
                        effect.label(),
                        effect.value(),
                        effect.low(),
                        effect.high(),
                        pooled.map(together -> together.weight(effect.low(), effect.high()))
                                .orElse(1.0)))
                .toList();
    }

    private FieldPage.PooledPart together(FieldReading.PooledStudies together) {
        PooledEffect reml = together.reml();
        List<LabelledEstimate> single = estimates(together.single(), Optional.of(reml));
        return new FieldPage.PooledPart(
                single.size(),
                EffectWords.of(together),
                together.ways().stream().map(this::row).toList(),
                forest(single, Optional.of(reml), WIDE),
                forest(single, Optional.of(reml), NARROW),
                together.asymmetry().map(any -> funnel(together.single(), reml)),
                together.asymmetry().map(EffectWords::of).orElse(new CommonWords.Verbatim("")));
    }

    private Chart forest(List<LabelledEstimate> estimates, Optional<PooledEffect> pooled, double width) {
        return LabelledEstimate.forest(
                estimates,
                pooled,
                EffectWords.NEW_STUDY,
                EffectWords.STANDARDISED,
                EffectWords.PRINTED,
                width,
                speaker);
    }

    private Chart funnel(List<FieldReading.StudyEffect> studies, PooledEffect pooled) {
        return FunnelChart.of(
                studies.stream()
                        .map(study -> new FunnelChart.Study(study.value(), study.standardError()))
                        .toList(),
                pooled.estimate(),
                FieldReading.INTERVAL_REACH,
                speaker.say(ChartWords.FUNNEL_AXES),
                Size.ofScreen(560, 320),
                Labels.of(speaker.locale()),
                "",
                "");
    }

    private FieldPage.EstimatorRow row(PooledEffect pooled) {
        return new FieldPage.EstimatorRow(
                EffectWords.estimator(pooled),
                EffectWords.of(pooled.estimate(), pooled.plain(), EffectWords.PRINTED),
                EffectWords.of(pooled.estimate(), pooled.careful(), EffectWords.PRINTED),
                speaker.number(new Decimal(pooled.between(), 3)),
                speaker.percent(pooled.inconsistency() / 100),
                pooled.next()
                        .map(range -> EffectWords.of(range, EffectWords.PRINTED))
                        .orElse(CommonWords.NO_VALUE));
    }
}
