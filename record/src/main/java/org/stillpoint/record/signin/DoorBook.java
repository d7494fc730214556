package org.stillpoint.record.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What all servers of a practice know of who came to its door, for as long as it counts: under names of which nothing but a keyed hash is
 * kept, and in no backup.
 */
public interface DoorBook {

    /** How long a try counts; own choice, 2026. */
    Duration COUNTED_FOR = Duration.ofDays(1);

    /**
     * Tries under one name.
     *
     * @param count one or more
     * @param last when the last of them was
     */
    record Tries(int count, Instant last) {}

    /** 32 bytes for a purpose: the same on every server of this practice, and over a restart. */
    byte[] key(String purpose);

    /**
     * Whether something is shown for the first time, on whatever server; it is entered by that.
     *
     * @param until from when on nobody need know it any more
     */
    boolean isFirst(String shown, Instant until, Instant now);

    /**
     * Counts under some names, under which nobody else counts meanwhile, on whatever server.
     *
     * @param counting is given what is counted under each name, without what is older than {@link #COUNTED_FOR}, and changes it
     */
    <T> T count(Set<String> names, Instant now, Function<Map<String, Tries>, T> counting);

    /**
     * Puts something by for a while, in place of what was put by under this name.
     *
     * @param sealed under a key that is kept nowhere
     */
    void putBy(String name, byte[] sealed, Instant until, Instant now);

    /** Empty where nothing is put by, or no longer. */
    Optional<byte[]> findPutBy(String name, Instant now);
}
