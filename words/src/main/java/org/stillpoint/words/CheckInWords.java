package org.stillpoint.words;

/** The check-in. */
public enum CheckInWords implements Label {
    HOW_IS_IT,
    PAIN,
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
    DONE;
}
