package org.stillpoint.record.questionnaire;

/** When a questionnaire is asked for. A constant's name is kept: it is never changed. */
public enum AskMoment {
    BEFORE_FIRST,
    EVERY_TWO_WEEKS,
    AT_END
}
