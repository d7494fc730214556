package org.stillpoint.words;

import org.stillpoint.record.questionnaire.AskMoment;

/** Questionnaires that a client fills in: what is asked when, and what stands around the questions; the questions have a wording of their own. */
public enum AskingWords implements Label {
    TITLE,
    LEAD,
    WAITING,
    NONE_WAITING,
    FILL_IN_HERE,
    HAND_OVER,
    HAND_OVER_HINT,
    BY_LINK,
    TAKE_BACK,
    TO_ASK,
    ASK,
    WHEN,
    WHEN_HINT,
    BEFORE_FIRST,
    EVERY_TWO_WEEKS,
    AT_END,
    END,
    END_HINT,
    END_NEEDED,
    SAVE,
    CHANGED,
    NOT_OFFERED,
    NONE_OFFERED,
    HANDED_IN,
    NONE_HANDED_IN,
    SOURCES,
    WORDING_FROM,
    SCORE_FROM,
    MISSING_RULE,
    LICENCE,
    SOME_QUESTIONS,
    BEGIN_HINT,
    SKIP,
    BACK,
    NEXT,
    ACTIVITIES_HINT,
    ACTIVITY_NEEDED,
    ACTIVITY_TOO_LONG,
    YOUR_ANSWERS,
    LEFT_OUT,
    NOT_YET,
    CHANGE_IT,
    HAND_IN,
    NOTHING_YET,
    NOTHING_ASKED,
    GO_ON,
    IS_SAVED,
    OFFER,
    OFFER_GO,
    YOUR_ANSWER,
    OWN_WORDS,
    SOMETHING_ELSE,
    CHOOSE_ALL,
    SEVERAL_NEEDED,
    IS_REQUIRED,
    WHOLE_NUMBER_NEEDED,
    WORDS_NEEDED,
    DAY_NEEDED;

    public record NumberFrom(double least) implements Message {}

    public record NumberUpTo(double most) implements Message {}

    /** How many answers are missing that the form calls for. */
    public record RequiredMissing(long count) implements Message {}

    public record QuestionOf(int number, int all) implements Message {}

    public record AnsweredOf(int answered, int all) implements Message {}

    /** It goes on. */
    public record AnsweredSoFar(int answered, int all) implements Message {}

    public record ActivityNumber(int number) implements Message {}

    /** @param names of what is due, in a list */
    public record DueNow(String names) implements Message {}

    /** @param names of what waits for answers, in a list */
    public record WaitsFor(String names) implements Message {}

    public record AskedOn(String day) implements Message {}

    public record AnsweredLast(String day) implements Message {}

    /** Handed in, with a score. */
    public record ScoreOn(String day, double score) implements Message {}

    /** Handed in, with too little answered for a score. */
    public record NoScoreOn(String day, int answered, int all) implements Message {}

    /** Handed in, with a sum that nothing is read out of. */
    public record SumOn(String day, double sum) implements Message {}

    /** Handed in, of a questionnaire without a score. */
    public record HandedInOn(String day, int answered, int all) implements Message {}

    public static AskingWords of(AskMoment moment) {
        return switch (moment) {
            case BEFORE_FIRST -> BEFORE_FIRST;
            case EVERY_TWO_WEEKS -> EVERY_TWO_WEEKS;
            case AT_END -> AT_END;
        };
    }
}
