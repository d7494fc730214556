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
    PUT_RIGHT,
    FILE,
    FILE_HINT,
    TABLE,
    TABLE_HINT,
    IMPORT_ALL,
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
    NOTHING_NEW,
    NO_SCORE_IN_TABLE;

    public record Ranged(Message name, Message range) implements Message {}

    public record RemoveScore(String instrument, String day) implements Message {}

    public record KeptForThatDay(double score) implements Message {}

    public record TableTooLong(int characters, int most) implements Message {}

    public record RowKeptOtherwise(long row, double score, double kept) implements Message {}

    public record Between(double low, double high) implements Message {}

    public record ScoresSaved(int scores) implements Message {}
}
