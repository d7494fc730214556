package org.stillpoint.web.checkin;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.stillpoint.practice.checkin.DeviceClock;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.safety.ConditionId;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.FormWords;

/** The answers of a check-in as they were typed; what is wrong with them is noted in the form. */
public final class TypedAnswers {
    /** Of a place's clock from UTC: Kiribati (IANA time zone database, 2026). */
    private static final Duration FARTHEST = Duration.ofHours(14);

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}");

    private TypedAnswers() {}

    /** @param unasked fields that may stay empty beside those that always may */
    public static Answers of(Form form, List<String> unasked) {
        return new Answers(
                form.score("pain"),
                score(form, "stress", unasked),
                score(form, "tension", unasked),
                score(form, "anxiety", unasked),
                form.optionalScore("mood"),
                form.optionalScore("sleep"),
                form.optionalScore("bodyAwareness"),
                form.text("worse"));
    }

    /** What was not asked of a check-in when it was given, by the fields' names. */
    public static List<String> unasked(Answers answers) {
        List<String> unasked = new ArrayList<>();
        if (answers.stress().isEmpty()) {
            unasked.add("stress");
        }
        if (answers.tension().isEmpty()) {
            unasked.add("tension");
        }
        if (answers.anxiety().isEmpty()) {
            unasked.add("anxiety");
        }
        return unasked;
    }

    /** What was answered, as it would be typed. */
    public static Form typed(Answers answers) {
        return typed(answers, Map.of());
    }

    /** @param more fields beside it */
    static Form typed(Answers answers, Map<String, List<String>> more) {
        Map<String, List<String>> values = new HashMap<>(more);
        values.put("pain", List.of(Form.typed(answers.pain())));
        put(values, "stress", answers.stress());
        put(values, "tension", answers.tension());
        put(values, "anxiety", answers.anxiety());
        put(values, "mood", answers.mood());
        put(values, "sleep", answers.sleep());
        put(values, "bodyAwareness", answers.bodyAwareness());
        values.put("worse", List.of(answers.anythingWorse().value()));
        return Form.of(values);
    }

    private static void put(Map<String, List<String>> values, String field, Optional<Score0To10> score) {
        score.ifPresent(known -> values.put(field, List.of(Form.typed(known))));
    }

    /** The red flags that were answered with yes. */
    public static Set<ConditionId> redFlags(Form form) {
        return form.all("redFlag").stream().map(ConditionId::new).collect(Collectors.toSet());
    }

    /**
     * The day it is of; empty where it is the one that it is of anyway, or none was typed.
     *
     * @param earliest with {@code latest} what may be typed
     */
    public static Optional<LocalDate> day(Form form, LocalDate anyway, LocalDate earliest, LocalDate latest) {
        String typed = form.raw("day").strip();
        if (typed.isEmpty() || typed.equals(anyway.toString())) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(typed);
            if (day.isAfter(latest) || day.isBefore(earliest)) {
                form.problems().add("day", new FormWords.DayBetween(earliest, latest));
            }
            return Optional.of(day);
        } catch (DateTimeParseException notADay) {
            form.problems().add("day", new FormWords.DayNeeded(latest.toString()));
            return Optional.empty();
        }
    }

    /**
     * What the device's clock says. What makes no sense is passed over: nobody loses an answer by a wrong clock.
     *
     * @param longest an answer can have waited, of which it was kept
     */
    public static DeviceClock clock(Form form, Duration longest) {
        OptionalLong minutes = number(form, "offset");
        Optional<ZoneOffset> offset = minutes.isPresent() && Math.abs(minutes.getAsLong()) <= FARTHEST.toMinutes()
                ? Optional.of(ZoneOffset.ofTotalSeconds((int) (minutes.getAsLong() * 60)))
                : Optional.empty();
        OptionalLong waited = number(form, "waited");
        Duration since = Duration.ofMillis(waited.orElse(0));
        return new DeviceClock(offset, since.isNegative() || since.compareTo(longest) > 0 ? Duration.ZERO : since);
    }

    private static OptionalLong number(Form form, String field) {
        String typed = form.raw(field);
        return NUMBER.matcher(typed).matches() ? OptionalLong.of(Long.parseLong(typed)) : OptionalLong.empty();
    }

    private static Optional<Score0To10> score(Form form, String field, List<String> unasked) {
        return unasked.contains(field) ? form.optionalScore(field) : Optional.of(form.score(field));
    }
}
