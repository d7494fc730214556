package org.stillpoint.words;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.checkin.Answers;

/** The check-in. */
public enum CheckInWords implements Label {
    HOW_IS_IT,
    PAIN,
    NO_PAIN,
    THE_WORST_IMAGINABLE,
    STRESS,
    TENSION,
    ANXIETY,
    THE_MOST,
    MORE,
    MOOD,
    SLEEP,
    BODY_AWARENESS,
    THE_WORST,
    THE_BEST,
    WORSE,
    WORSE_HINT,
    DONE,
    ANOTHER_KEPT,
    DAY,
    DAY_HINT,
    EARLIER,
    MEND_HINT,
    MEND,
    SAVE,
    HAND_OVER,
    HAND_OVER_HINT,
    NOTHING_BEFORE,
    STILL_SO,
    CHANGE,
    AS_MARKED,
    NOTHING_HURTS,
    TAP_A_PLACE,
    GO_ON,
    SKIP,
    BACK,
    NO,
    YES,
    TODAY_ONLY,
    MARK_OR_NOTHING,
    WHERE_IT_HURTS,
    MISSED,
    MISSED_HINT;

    /** @param day of the map that is shown */
    public record AsOn(String day) implements Message {}

    public record MendOf(String day) implements Message {}

    public record OfDay(String day) implements Message {}

    public record Answered(Message what, Score0To10 score) implements Message {}

    /** Every score that was answered, in the order in which they are asked. */
    public static List<Message> said(Answers answers) {
        List<Message> said = new ArrayList<>(List.of(new Answered(PAIN, answers.pain())));
        answers.stress().ifPresent(score -> said.add(new Answered(STRESS, score)));
        answers.tension().ifPresent(score -> said.add(new Answered(TENSION, score)));
        answers.anxiety().ifPresent(score -> said.add(new Answered(ANXIETY, score)));
        answers.mood().ifPresent(score -> said.add(new Answered(MOOD, score)));
        answers.sleep().ifPresent(score -> said.add(new Answered(SLEEP, score)));
        answers.bodyAwareness().ifPresent(score -> said.add(new Answered(BODY_AWARENESS, score)));
        return said;
    }
}
