package org.stillpoint.words;

/** Scores of questionnaires. */
public enum QuestionnaireWords implements Label {
    TITLE,
    ELSEWHERE,
    PHQ9,
    ADD_ONE,
    QUESTIONNAIRE,
    AND_ITS_RANGE,
    CHOOSE,
    DAY,
    DAY_HINT,
    SCORE,
    SCORE_HINT,
    SAVE,
    IMPORT,
    TABLE_HINT,
    RANGES,
    INSTRUMENTS,
    THRESHOLDS,
    KEPT,
    NONE_YET,
    EXAMPLE,
    INSTRUMENT_COLUMN,
    SCORE_COLUMN,
    CHOOSE_ONE,
    ANOTHER_KEPT,
    LOWER_IS_BETTER,
    HIGHER_IS_BETTER,
    SELF_HARM,
    SELF_HARM_HINT,
    NOTHING_NEW;

    public record Ranged(Message name, Message range) implements Message {}

    public record RemoveScore(String instrument, String day) implements Message {}

    public record KeptForThatDay(double score) implements Message {}

    public record RowKeptOtherwise(AsTyped row, double score, double kept) implements Message {}

    public record Between(double low, double high) implements Message {}

    public record ScoresSaved(int scores) implements Message {}
}
