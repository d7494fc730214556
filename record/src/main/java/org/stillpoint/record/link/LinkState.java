package org.stillpoint.record.link;

import java.time.Instant;
import org.stillpoint.record.Id;

/** How far a link has come. None of them leads back. */
public sealed interface LinkState {

    /** Whoever has it opens it first. */
    record Unopened() implements LinkState {}

    /**
     * Bound to the browser in which it was opened.
     *
     * @param browserHash SHA-256 of what this browser shows, 64 hexadecimal digits
     */
    record BoundToBrowser(Instant at, String browserHash) implements LinkState {}

    /**
     * What it was for is done; it opens nothing any more.
     *
     * @param browserHash of the browser in which that was
     * @param key of the deed that used it, by which the same form sent again is known
     */
    record UsedUp(Instant at, String browserHash, Id<?> key) implements LinkState {}

    /** Taken back. */
    record TakenBack(Instant at) implements LinkState {}
}
