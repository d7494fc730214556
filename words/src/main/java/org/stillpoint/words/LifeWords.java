package org.stillpoint.words;

/** The life player. */
public enum LifeWords implements Label {
    TITLE,
    EXAMPLES,
    BEING_WORKED_OUT,
    BODY,
    STORY,
    NOTHING_YET,
    WITH_RELEASE,
    THIS_PERSON,
    COMPARE,
    NOW,
    HELD_MOST,
    HURTS_MOST,
    WHAT_COLOURS,
    MUSCLES_SHOW,
    STRAIN,
    FEELS_NORMAL,
    FELT,
    TIME_LINE,
    PLAY,
    LOADING,
    TIME_OF_LIFE,
    HYPOTHESIS;
}
