package org.stillpoint.web.intake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stillpoint.practice.intake.AnswerIntakeStep;
import org.stillpoint.practice.intake.IntakeReading.IntakeView;
import org.stillpoint.record.contact.Contact;
import org.stillpoint.record.intake.Intake;
import org.stillpoint.record.intake.IntakeStep;
import org.stillpoint.record.intake.StepAnswer;
import org.stillpoint.record.intake.StepAnswer.StepState;
import org.stillpoint.record.safety.Condition;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.IntakeWords;

/**
 * One question of an intake, whoever answers it.
 *
 * @param action where the answer is sent
 * @param step which
 * @param number its place among those that are asked, from 1
 * @param all how many are asked
 * @param form what was typed so far
 * @param flags the red flags that are asked for with it; none where it is not asked
 * @param contacts whom to ring at once
 */
public record IntakeQuestion(
        String action, IntakeStep step, int number, int all, Form form, List<Condition> flags, List<Contact> contacts) {

    private static final List<String> FIELDS =
            List.of(AnswerIntakeStep.TEXT, AnswerIntakeStep.SCORE, AnswerIntakeStep.NO_RED_FLAG);

    public boolean isFirst() {
        return number == 1;
    }

    /**
     * The question as it stands.
     *
     * @param asked the steps that are asked, this one among them
     * @param base the address under which the steps stand
     */
    public static IntakeQuestion of(
            IntakeView view,
            Intake intake,
            List<IntakeStep> asked,
            IntakeStep step,
            String base,
            boolean forTherapist) {
        return of(view, asked, step, base, typed(view, intake, step, forTherapist));
    }

    /** The question again, with what was typed and what is wrong with it. */
    public static IntakeQuestion of(IntakeView view, List<IntakeStep> asked, IntakeStep step, String base, Form form) {
        return new IntakeQuestion(
                base + "/" + address(step),
                step,
                asked.indexOf(step) + 1,
                asked.size(),
                form,
                step == IntakeStep.HEALTH ? view.asked() : List.of(),
                view.contacts());
    }

    private static Form typed(IntakeView view, Intake intake, IntakeStep step, boolean forTherapist) {
        Map<String, List<String>> values = new HashMap<>();
        Optional<StepAnswer> answer = intake.find(step);
        answer.ifPresent(kept -> kept.typed().forEach((field, text) -> values.put(field, List.of(text))));
        AnswerIntakeStep.flags(answer.map(StepAnswer::typed).orElse(Map.of()))
                .forEach(flag -> values.merge("flag", List.of(flag.value()), IntakeQuestion::joined));
        if (step == IntakeStep.REASON
                && forTherapist
                && values.isEmpty()
                && !view.reason().isEmpty()) {
            values.put(AnswerIntakeStep.TEXT, List.of(view.reason().value()));
        }
        return Form.of(values);
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** What was sent, by field. */
    public static Map<String, String> typed(Form form) {
        Map<String, String> typed = new HashMap<>();
        FIELDS.forEach(field -> typed.put(field, form.raw(field).replaceAll("\r\n?", "\n")));
        typed.put(AnswerIntakeStep.RED_FLAGS, form.all("flag").stream().sorted().collect(Collectors.joining(" ")));
        typed.values().removeIf(String::isBlank);
        return typed;
    }

    /** What the press of a button makes of the step. */
    public static StepState wanted(Form form, IntakeStep step) {
        return switch (form.raw("then")) {
            case "next" -> StepState.ANSWERED;
            case "skip" -> step.isRequired() ? StepState.DRAFT : StepState.SKIPPED;
            default -> StepState.DRAFT;
        };
    }

    /** Notes in the form that an answer is missing. */
    public static void requireAnswer(Form form, IntakeStep step, StepState wanted, Map<String, String> typed) {
        if (typed.values().stream().mapToInt(String::length).sum() > Form.MOST_CHARACTERS) {
            form.problems().add(AnswerIntakeStep.TEXT, IntakeWords.TOO_LONG);
        }
        if (wanted == StepState.ANSWERED && !AnswerIntakeStep.isAnswer(step, typed)) {
            boolean words = step == IntakeStep.EXPECTATION
                    || form.raw(AnswerIntakeStep.TEXT).isBlank();
            form.problems()
                    .add(
                            step == IntakeStep.EXPECTATION
                                    ? AnswerIntakeStep.SCORE
                                    : words ? AnswerIntakeStep.TEXT : AnswerIntakeStep.NO_RED_FLAG,
                            words ? IntakeWords.NEEDED : IntakeWords.FLAGS_NEEDED);
        }
    }

    /** Where one goes from a step: the one before or after it among those that are asked; empty after the last. */
    public static Optional<IntakeStep> next(List<IntakeStep> asked, IntakeStep step, boolean back) {
        int at = asked.indexOf(step) + (back ? -1 : 1);
        return at >= asked.size() ? Optional.empty() : Optional.of(asked.get(Math.max(0, at)));
    }

    public static String address(IntakeStep step) {
        return step.name().toLowerCase(Locale.ROOT);
    }

    public static Optional<IntakeStep> step(String address) {
        return Arrays.stream(IntakeStep.values())
                .filter(step -> address(step).equals(address))
                .findFirst();
    }

    /** Whether the page saves what is being typed, and does not go on. */
    public static boolean isSaving(HttpServletRequest request) {
        return "save".equals(request.getParameter("then"));
    }

    /** Answers that it is saved: no page follows. */
    public static @Nullable String saved(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        return null;
    }
}
