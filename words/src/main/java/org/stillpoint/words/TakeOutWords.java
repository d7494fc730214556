package org.stillpoint.words;

/** All that is kept leaves as one file. */
public enum TakeOutWords implements Label {
    TITLE,
    LINK,
    LEAD,
    INSIDE,
    HELD_APART,
    IN_THE_CLEAR,
    PASSPHRASE,
    PASSPHRASE_HINT,
    AGAIN,
    TOO_SHORT,
    DIFFER,
    WHO_AGAIN,
    TAKE,
    OF_ONE,
    OF_ONE_HINT
}
