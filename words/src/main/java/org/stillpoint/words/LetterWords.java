package org.stillpoint.words;

import java.time.Instant;

/** What stands in a mail to a client. Whoever reads it over a shoulder learns that there is a practice, and no more. */
public enum LetterWords implements Label {
    SUBJECT,
    GREETING,
    ASKED,
    PLEASE_CALL,
    IF_NOT,
    IF_NOT_THERE,
    TRIAL,
    OFF_LINK,
    OFF_ANSWER;

    /** The address stands on the next line. */
    public record AnswerHere(Instant until) implements Message {}

    public record Expected(Message at) implements Message {}

    /** The address stands on the next line. */
    public record PageForYou(Instant until) implements Message {}

    /** The address stands on the next line. */
    public record ShownHere(Message until) implements Message {}
}
