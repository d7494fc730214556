package org.stillpoint.web.checkin;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.safety.ConditionId;
import org.stillpoint.web.view.Form;

/** The answers of a check-in as they were typed; what is wrong with them is noted in the form. */
public final class TypedAnswers {
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

    /** The red flags that were answered with yes. */
    public static Set<ConditionId> redFlags(Form form) {
        return form.all("redFlag").stream().map(ConditionId::new).collect(Collectors.toSet());
    }

    private static Optional<Score0To10> score(Form form, String field, List<String> unasked) {
        return unasked.contains(field) ? form.optionalScore(field) : Optional.of(form.score(field));
    }
}
