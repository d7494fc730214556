package org.stillpoint.web.outcome;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.chart.Chart;
import org.stillpoint.chart.FunnelChart;
import org.stillpoint.chart.Labels;
import org.stillpoint.chart.Size;
import org.stillpoint.evidence.meta.Pooled;
import org.stillpoint.evidence.meta.SmallStudies;
import org.stillpoint.evidence.meta.Studies;
import org.stillpoint.evidence.numeric.Normal;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.outcome.AddStudy;
import org.stillpoint.practice.outcome.FieldReading;
import org.stillpoint.practice.outcome.RemoveStudy;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.literature.AddedStudy;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.FieldWords;
import org.stillpoint.words.FormWords;

/** What the field knows: the published trials as they are, and the studies that the practice adds. */
@Controller
class FieldController {

    private static final int WIDE = 960;
    private static final int NARROW = 356;
    private static final String ADDED = "redirect:/practice/field#added";

    private final FieldReading reading;
    private final AddStudy addStudy;
    private final RemoveStudy removeStudy;
    private final Clock clock;

    FieldController(FieldReading reading, AddStudy addStudy, RemoveStudy removeStudy, Clock clock) {
        this.reading = reading;
        this.addStudy = addStudy;
        this.removeStudy = removeStudy;
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
        OptionalDouble effect = needed(form, "effect", -AddedStudy.MOST_EFFECT, AddedStudy.MOST_EFFECT);
        OptionalDouble low = needed(form, "low", -AddedStudy.MOST_EFFECT, AddedStudy.MOST_EFFECT);
        OptionalDouble high = needed(form, "high", -AddedStudy.MOST_EFFECT, AddedStudy.MOST_EFFECT);
        for (String field : List.of("name", "condition", "comparison", "outcome", "source")) {
            int length = form.text(field).value().length();
            if (length == 0 || length > AddedStudy.MOST_CHARACTERS) {
                form.problems().add(field, new FormWords.CharactersNeeded(AddedStudy.MOST_CHARACTERS));
            }
        }
        if (form.good() && !(low.orElseThrow() < effect.orElseThrow() && effect.orElseThrow() < high.orElseThrow())) {
            form.problems().add("low", FieldWords.AROUND);
        }
        return form.good()
                ? Optional.of(new AddStudy.Command(
                        id,
                        form.raw("name"),
                        year.orElseThrow(),
                        form.raw("condition"),
                        form.raw("comparison"),
                        form.raw("outcome"),
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

    private FieldPage page(FieldReading.Known known, Form form, Id<AddedStudy> id) {
        List<Estimate> published = estimates(known.published());
        return new FieldPage(
                known.findings(),
                forest(published, Optional.empty(), WIDE),
                forest(published, Optional.empty(), NARROW),
                known.added(),
                known.together().map(FieldController::together),
                form,
                id.toString());
    }

    private static List<Estimate> estimates(List<FieldReading.Effect> effects) {
        return effects.stream()
                .map(effect -> new Estimate(effect.label(), effect.value(), effect.low(), effect.high()))
                .toList();
    }

    private static FieldPage.Together together(FieldReading.Together together) {
        List<Estimate> single = estimates(together.single());
        Pooled reml = together.reml();
        return new FieldPage.Together(
                single.size(),
                "These %d single studies together: a standardised difference of %s by restricted maximum likelihood and Hartung-Knapp; below 0 is in favour of the treatment."
                        .formatted(
                                single.size(),
                                interval(reml.estimate(), reml.neverNarrower().interval())),
                together.ways().stream().map(FieldController::row).toList(),
                forest(single, Optional.of(reml), WIDE),
                forest(single, Optional.of(reml), NARROW),
                together.asymmetry().map(egger -> funnel(together.studies(), reml)),
                together.asymmetry().map(FieldController::asymmetry).orElse(""));
    }

    private static Chart forest(List<Estimate> estimates, Optional<Pooled> pooled, double width) {
        return Estimate.forest(estimates, pooled, "A new study", "standardised difference", width);
    }

    private static Chart funnel(Studies studies, Pooled pooled) {
        return FunnelChart.of(
                IntStream.range(0, studies.size())
                        .mapToObj(i -> new FunnelChart.Study(studies.effect(i), Math.sqrt(studies.variance(i))))
                        .toList(),
                pooled.estimate(),
                Normal.Z975,
                "effect; upright: its standard error",
                Size.ofScreen(560, 320),
                Labels.of(Locale.ENGLISH),
                "",
                "");
    }

    private static String asymmetry(SmallStudies.Egger egger) {
        return String.format(
                Locale.ROOT,
                "Egger's regression: t %.2f on %d degrees of freedom, p %.2f. With fewer than ten studies it can"
                        + " hardly find anything.",
                egger.t(),
                egger.df(),
                egger.p());
    }

    private static FieldPage.Row row(Pooled pooled) {
        return new FieldPage.Row(
                switch (pooled.estimator()) {
                    case FE -> "Fixed effect";
                    case DL -> "DerSimonian-Laird";
                    case REML -> "Restricted maximum likelihood";
                    case PM -> "Paule-Mandel";
                    default -> pooled.estimator().name();
                },
                interval(pooled.estimate(), pooled.interval()),
                interval(pooled.estimate(), pooled.neverNarrower().interval()),
                String.format(Locale.ROOT, "%.3f", pooled.tau2()),
                String.format(Locale.ROOT, "%.0f %%", pooled.i2()),
                pooled.predictions()
                        .map(Pooled.Predictions::careful)
                        .map(p -> String.format(Locale.ROOT, "%.2f to %.2f", p.low(), p.high())
                                .replace("-", "−"))
                        .orElse("–"));
    }

    private static String interval(double value, Pooled.Interval interval) {
        return Estimate.numbers(value, interval.low(), interval.high());
    }
}
