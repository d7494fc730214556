package org.stillpoint.web.client;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.intake.EventInIntake;
import org.stillpoint.practice.intake.EventQuestion;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.history.EventDate;
import org.stillpoint.record.history.EventKind;
import org.stillpoint.record.history.ForceDirection;
import org.stillpoint.record.history.Mechanism;
import org.stillpoint.record.history.Provenance;
import org.stillpoint.record.history.Told;
import org.stillpoint.record.intake.Intake;
import org.stillpoint.record.intake.ToldIn;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.Places;
import org.stillpoint.words.EventWords;

/** Between the form of an event and what the record keeps of it. */
public final class EventForm {

    private static final double MOST_YEARS_AGO = 120;

    private EventForm() {}

    /** What was told; empty where the form has problems, which are noted in it. */
    public static Optional<Told> told(Form form, Places places, LocalDate today) {
        Optional<EventKind> kind = Arrays.stream(EventKind.values())
                .filter(each -> each.name().equals(form.raw("kind")))
                .findFirst();
        if (kind.isEmpty()) {
            form.problems().add("kind", EventWords.CHOOSE_WHAT);
        }
        Optional<EventDate> when = when(form, today);
        List<RegionCode> where = where(form, places);
        var mechanism = form.text("mechanism");
        Optional<Mechanism> coded = coded(form, kind);
        var severity = form.optionalScore("severity");
        var intensity = form.optionalScore("intensity");
        var felt = form.text("felt");
        var posture = form.text("posture");
        return form.good() && kind.isPresent() && when.isPresent()
                ? Optional.of(new Told(
                        kind.get(),
                        when.get(),
                        where,
                        mechanism,
                        coded,
                        severity,
                        intensity,
                        felt,
                        force(form),
                        posture))
                : Optional.empty();
    }

    private static Set<ForceDirection> force(Form form) {
        return Arrays.stream(ForceDirection.values())
                .filter(each -> form.chosen("force", each.name()))
                .collect(Collectors.toSet());
    }

    /** What was chosen from the list; empty where nothing was, and with a problem noted where it is of another kind of event. */
    private static Optional<Mechanism> coded(Form form, Optional<EventKind> kind) {
        Optional<Mechanism> chosen = Arrays.stream(Mechanism.values())
                .filter(each -> each.name().equals(form.raw("coded")))
                .findFirst();
        if (chosen.isPresent() && kind.isPresent() && chosen.get().kind() != kind.get()) {
            form.problems().add("coded", EventWords.OTHER_KIND);
        }
        return chosen;
    }

    /** How the event is known, as chosen; empty with a problem noted where nothing was chosen. */
    public static Optional<Provenance> provenance(Form form) {
        Optional<Provenance> chosen = Arrays.stream(Provenance.values())
                .filter(each ->
                        each != Provenance.LATER_CORROBORATED && each.name().equals(form.raw("provenance")))
                .findFirst();
        if (chosen.isEmpty()) {
            form.problems().add("provenance", EventWords.CHOOSE_KNOWN);
        }
        return chosen;
    }

    /** The form of an event as it is kept. */
    public static Form of(Told told, Provenance provenance) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("kind", List.of(told.kind().name()));
        values.put("date", List.of(told.when().toString()));
        values.put("places", told.places().stream().map(RegionCode::value).toList());
        values.put("mechanism", List.of(told.mechanism().value()));
        values.put("coded", List.of(told.coded().map(Mechanism::name).orElse("")));
        values.put("severity", told.severity().map(Form::typed).stream().toList());
        values.put(
                "intensity", told.emotionalIntensity().map(Form::typed).stream().toList());
        values.put("felt", List.of(told.felt().value()));
        values.put("force", told.force().stream().map(ForceDirection::name).toList());
        values.put("posture", List.of(told.posture().value()));
        values.put("provenance", List.of(provenance.name()));
        return Form.of(values);
    }

    /**
     * The form of an event as a client told it within an intake, and where it is taken out of; what they left out is left out.
     *
     * @param intake that it is taken out of
     */
    public static Map<String, List<String>> values(EventInIntake event, Id<Intake> intake) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("kind", event.kind().map(EventKind::name).stream().toList());
        values.put("date", List.of(event.text(EventQuestion.WHEN)));
        values.put("places", event.where());
        values.put("mechanism", List.of(event.text(EventQuestion.WHAT)));
        values.put("coded", List.of(event.coded().map(Mechanism::name).orElse("")));
        values.put("felt", List.of(event.text(EventQuestion.FELT)));
        values.put("force", event.force().stream().map(ForceDirection::name).toList());
        values.put("posture", List.of(event.text(EventQuestion.POSTURE)));
        values.put("provenance", List.of(Provenance.TOLD_BEFORE_SESSION.name()));
        values.put("toldIn", List.of(intake.toString()));
        values.put("toldEvent", List.of(String.valueOf(event.number())));
        return values;
    }

    /** The intake that an event is taken out of, where the form says so. */
    public static Optional<ToldIn> from(Form form) {
        String number = form.raw("toldEvent");
        return number.matches("\\d{1,2}")
                ? Optional.of(new ToldIn(form.id("toldIn"), Integer.parseInt(number)))
                : Optional.empty();
    }

    /** When it was, by a date or by how many years ago; empty with a problem noted where neither is one. */
    public static Optional<EventDate> when(Form form, LocalDate today) {
        OptionalDouble years = form.number("yearsAgo", 0, MOST_YEARS_AGO);
        String date = form.raw("date").strip();
        if (date.isEmpty() && years.isEmpty()) {
            form.problems().add("yearsAgo", EventWords.SAY_WHEN);
            return Optional.empty();
        }
        if (date.isEmpty()) {
            return Optional.of(EventDate.yearsAgo(years.getAsDouble(), today));
        }
        try {
            EventDate told = EventDate.parse(date);
            if (!told.first().isAfter(today)) {
                return Optional.of(told);
            }
            form.problems().add("date", EventWords.LIES_AHEAD);
        } catch (BadValue notADate) {
            form.problems().add("date", EventWords.WRITE_DATE);
        }
        return Optional.empty();
    }

    private static List<RegionCode> where(Form form, Places places) {
        List<String> codes = form.all("places").stream().distinct().toList();
        boolean known = codes.stream().allMatch(places::hasRegion);
        if (!known) {
            form.problems().add("places", EventWords.NOT_ON_THE_MAP);
            return List.of();
        }
        return codes.stream().map(RegionCode::new).toList();
    }
}
