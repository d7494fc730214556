package org.stillpoint.practice.mail;

import java.time.Instant;
import java.util.Optional;
import org.stillpoint.record.link.Link;

/** What a mail says. Whoever reads it over a shoulder learns that there is a practice, and no more. */
public sealed interface MailContent {

    /**
     * A client is asked to be heard of.
     *
     * @param link by which they answer; empty where they reach this program nowhere
     */
    record AskedToAnswer(Optional<TimedLink> link) implements MailContent {}

    /**
     * A client is expected.
     *
     * @param link by which they see it, and say that they cannot come; empty where they reach this program nowhere
     */
    record ClientExpected(Instant start, Optional<TimedLink> link) implements MailContent {}

    /** A link is handed on. */
    record HandedOn(TimedLink link) implements MailContent {}

    /** A trial, to the practice itself. */
    record TestNote() implements MailContent {}

    /** @param until when it opens nothing any more */
    record TimedLink(Link link, Instant until) {}
}
