package org.stillpoint.exchange.table;

/** What a column of a table of one person is taken for. */
public enum ColumnUse {
    TIME,
    TIME_OF_DAY,
    PERSON,
    PAIN,
    STRESS,
    TENSION,
    ANXIETY,
    MOOD,
    SLEEP,
    BODY_AWARENESS,
    /** What is worse, in words. */
    WORSE,
    SEX,
    /** Which questionnaire a score is of. */
    INSTRUMENT,
    SCORE,
    /** Pain of one or more regions of the body. */
    REGIONS,
    /** It was said that this column tells nothing about whose or what the values are. */
    LEFT
}
