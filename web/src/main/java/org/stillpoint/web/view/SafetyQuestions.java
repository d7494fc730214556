package org.stillpoint.web.view;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stillpoint.record.safety.Clearance;
import org.stillpoint.record.safety.Condition;
import org.stillpoint.record.safety.ConditionId;
import org.stillpoint.record.safety.SafetyAnswer;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.safety.SafetyLevel;
import org.stillpoint.words.ConditionWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.SafetyWords;
import org.stillpoint.words.Speaker;

/**
 * What is asked before a session, level by level.
 *
 * @param levels the strictest first
 * @param today the latest day on which somebody can have agreed
 */
public record SafetyQuestions(List<LevelAsked> levels, String today) {

    /** One level with its conditions. */
    public record LevelAsked(SafetyLevel level, List<ConditionAsked> rows) {
        /** The field that says that none of them is so. */
        public String none() {
            return "none-" + level.name();
        }
    }

    /** @param before that it was so last time, with the day; empty where it was not */
    public record ConditionAsked(String id, Message words, Optional<Message> before) {}

    /** @param last the latest check: what was true then is shown, and asked again */
    public static SafetyQuestions of(
            List<Condition> asked, Optional<SafetyCheck> last, Speaker speaker, LocalDate today) {
        Set<ConditionId> before = last.stream()
                .flatMap(check -> check.found().stream())
                .map(Condition::id)
                .collect(Collectors.toSet());
        return new SafetyQuestions(
                Arrays.stream(SafetyLevel.values())
                        .map(level -> new LevelAsked(
                                level,
                                asked.stream()
                                        .filter(row -> row.level() == level)
                                        .map(row -> new ConditionAsked(
                                                row.id().value(),
                                                ConditionWords.of(row),
                                                last.filter(check -> before.contains(row.id()))
                                                        .map(check ->
                                                                new SafetyWords.YesOn(speaker.shortDay(check.at())))))
                                        .toList()))
                        .toList(),
                today.toString());
    }

    /**
     * What was answered; what is wrong with it is noted in the form. Where a level says no, those below it need no answer.
     *
     * @param asked the practice's list
     * @param toStart whether a session is to start on it
     */
    public static SafetyAnswer answered(Form form, List<Condition> asked, LocalDate today, boolean toStart) {
        SafetyAnswer answer = ticked(form, today);
        boolean saysNo = false;
        for (SafetyLevel level : SafetyLevel.values()) {
            boolean found = asked.stream()
                    .anyMatch(row -> row.level() == level && answer.found().contains(row.id()));
            String none = "none-" + level.name();
            if (found && form.chosen(none, "yes")) {
                form.problems().add(none, SafetyWords.NOT_BOTH);
            } else if (!found && !saysNo && !form.chosen(none, "yes")) {
                form.problems().add(none, SafetyWords.ANSWER_NEEDED);
            }
            if (level == SafetyLevel.ASK_FIRST && found && toStart && !saysNo) {
                requireClearance(form, answer.clearance());
            }
            saysNo |= found;
        }
        return answer;
    }

    /** What was ticked and on whose word; whether every level was answered is not asked. */
    public static SafetyAnswer ticked(Form form, LocalDate today) {
        return new SafetyAnswer(
                form.all("found").stream().map(ConditionId::new).collect(Collectors.toSet()),
                Clearance.typed(form.text("physician"), form.text("clearance"), day(form, today)));
    }

    private static void requireClearance(Form form, Optional<Clearance> clearance) {
        if (clearance
                .filter(given -> !given.physician().value().isBlank()
                        || !given.reason().value().isBlank())
                .isEmpty()) {
            form.problems().add("physician", SafetyWords.CLEARANCE_NEEDED);
        }
        if (clearance.flatMap(Clearance::on).isEmpty()) {
            form.problems().add("cleared", SafetyWords.DAY_NEEDED);
        }
    }

    private static Optional<LocalDate> day(Form form, LocalDate today) {
        String typed = form.raw("cleared").strip();
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(typed);
            if (!day.isAfter(today)) {
                return Optional.of(day);
            }
        } catch (DateTimeParseException notADay) {
            // said below
        }
        form.problems().add("cleared", SafetyWords.DAY_NEEDED);
        return Optional.empty();
    }
}
