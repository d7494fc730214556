package org.stillpoint.web.questionnaire;

import java.util.Optional;

/** One screen of a questionnaire. */
public sealed interface QuestionStep {

    /** The client names the activities that they are asked about. */
    record OwnActivities() implements QuestionStep {}

    /** @param number of the item, from 1 */
    record OneItem(int number) implements QuestionStep {}

    /** All answers are read over, and handed in. */
    record ReadOver() implements QuestionStep {}

    /** The last part of its address. */
    default String address() {
        return switch (this) {
            case OwnActivities own -> "activities";
            case OneItem item -> String.valueOf(item.number());
            case ReadOver read -> "answers";
        };
    }

    static Optional<QuestionStep> of(String address) {
        return switch (address) {
            case "activities" -> Optional.of(new OwnActivities());
            case "answers" -> Optional.of(new ReadOver());
            default ->
                address.matches("[1-9][0-9]?") ? Optional.of(new OneItem(Integer.parseInt(address))) : Optional.empty();
        };
    }
}
