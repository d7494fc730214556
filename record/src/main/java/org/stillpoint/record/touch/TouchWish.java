package org.stillpoint.record.touch;

/** What a client says about touch at a place, from the most open. A constant's name is kept: it is never changed. */
public enum TouchWish {
    WELCOME,
    /** They want to be asked each time. */
    ASK,
    /** No hands there, unless they say yes to it at that moment. */
    NEVER
}
