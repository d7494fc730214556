package org.stillpoint.web.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Counts failed sign-ins of the last quarter of an hour, per name and address and per address, and says when trying again
 * is allowed. Held in memory and bounded: the oldest keys are forgotten first.
 */
@Component
public final class SignInThrottle {

    /** How long a failure counts; a value of our own, far above a slip of the finger and far below an evening's guessing. */
    static final Duration WINDOW = Duration.ofMinutes(15);

    /** Failures allowed for one name from one address; NIST SP 800-63B (2017), 5.2.2 allows up to 100 in a row. */
    static final int PER_NAME = 5;

    /** Failures allowed from one address over all names: several people may share a practice's address. */
    static final int PER_ADDRESS = 20;

    private static final int MOST_KEYS = 10_000;

    private final Clock clock;
    private final Map<String, ArrayDeque<Instant>> failures = new LinkedHashMap<>();

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    /** How long this name must wait at this address; zero when it may try now. */
    public synchronized Duration wait(String name, String address) {
        Duration forName = waitFor(key(name, address), PER_NAME);
        Duration forAddress = waitFor(key("", address), PER_ADDRESS);
        return forName.compareTo(forAddress) > 0 ? forName : forAddress;
    }

    /** Notes a failed attempt. */
    public synchronized void failed(String name, String address) {
        note(key(name, address));
        note(key("", address));
    }

    /** Forgets the failures of a name that signed in; those of the address stay. */
    public synchronized void succeeded(String name, String address) {
        failures.remove(key(name, address));
    }

    private void note(String key) {
        ArrayDeque<Instant> times = failures.remove(key);
        times = times == null ? new ArrayDeque<>() : times;
        times.addLast(clock.instant());
        while (times.size() > PER_ADDRESS) {
            times.removeFirst();
        }
        failures.put(key, times);
        if (failures.size() > MOST_KEYS) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    private Duration waitFor(String key, int allowed) {
        ArrayDeque<Instant> times = failures.get(key);
        if (times == null) {
            return Duration.ZERO;
        }
        Instant now = clock.instant();
        times.removeIf(time -> !time.plus(WINDOW).isAfter(now));
        return times.size() < allowed
                ? Duration.ZERO
                : Duration.between(now, times.getFirst().plus(WINDOW));
    }

    private static String key(String name, String address) {
        return address + "\n" + name.strip().toLowerCase(Locale.ROOT);
    }
}
