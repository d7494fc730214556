package org.stillpoint.web.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.stillpoint.practice.intake.EventInIntake;
import org.stillpoint.practice.intake.EventQuestion;
import org.stillpoint.web.view.Form;

/**
 * The question of an event that an intake stands at.
 *
 * @param event its number within the intake
 */
public record EventPart(int event, EventQuestion question) {

    /** As a page asks for it, or a form sends it; empty where no event is being told. */
    public static Optional<EventPart> of(Form form) {
        String number = form.raw("event");
        Optional<EventQuestion> question = Arrays.stream(EventQuestion.values())
                .filter(each -> each.word().equals(form.raw("ask")))
                .findFirst();
        return number.matches("\\d{1,2}")
                        && Integer.parseInt(number) >= 1
                        && Integer.parseInt(number) <= EventInIntake.MOST
                ? question.map(each -> new EventPart(Integer.parseInt(number), each))
                : Optional.empty();
    }

    /** What stands behind the address of the step. */
    public String query() {
        return "?event=" + event + "&ask=" + question.word();
    }

    /** The question before or after it; empty where one goes back to all events. */
    Optional<EventPart> next(EventInIntake told, boolean back) {
        List<EventQuestion> asked = told.asked();
        int at = asked.indexOf(question) + (back ? -1 : 1);
        return at < 0 || at >= asked.size() ? Optional.empty() : Optional.of(new EventPart(event, asked.get(at)));
    }
}
