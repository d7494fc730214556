package org.stillpoint.record.mail;

import java.time.Instant;

/** How far a mail has come. Only what waits is kept with its words and its address. */
public sealed interface MailState {

    /**
     * It is to be sent.
     *
     * @param next when it is tried, or tried again
     * @param tries how often it was tried before
     */
    record ToBeSent(Instant next, int tries, Letter letter) implements MailState {}

    /** The server has taken it. */
    record HandedOver(Instant at) implements MailState {}

    /** It was given up: somebody has to ring. */
    record GivenUp(Instant at, MailFault fault) implements MailState {}

    /** It was not wanted any more before it was sent. */
    record NotWanted(Instant at) implements MailState {}
}
