package org.stillpoint.web.security;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.account.SignInName;

/**
 * Slows guessing down. Misses are counted for each name, wherever they come from, and for each address over all names; after some of
 * them every further one has to wait longer. A browser in which somebody has signed in under a name has a count of its own for that
 * name, so that nobody's guessing shuts its owner out. A try counts as a miss from the moment it is let in until it turns out to be none,
 * so that many at once are not more than one after the other. Held in memory and bounded: the oldest counts are forgotten first.
 * Safe for several threads.
 */
@Component
public final class SignInThrottle {

    /** Misses for one name without a wait; NIST SP 800-63B-4 (2025), 3.2.2 allows up to 100 in a row. */
    static final int PER_NAME = 5;

    /** Misses from one address over all names: several people may share a practice's address. */
    static final int PER_ADDRESS = 20;

    /** The first wait; each further miss doubles it. A value of our own, of 2026: a slip of the finger hardly notices. */
    static final Duration FIRST_WAIT = Duration.ofSeconds(30);

    /** The longest wait; of our own, of 2026. */
    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    /** How long a miss counts: with the longest wait, some 100 guesses a day at most. */
    static final Duration COUNTED_FOR = Duration.ofDays(1);

    /** Beyond the longest wait. */
    private static final int MOST_DOUBLINGS = 10;

    private static final int MOST_COUNTS = 10_000;
    private static final int DEVICE_BYTES = 16;

    private final LongSupplier nanoTime;
    private final SecureRandom random = new SecureRandom();
    private final Map<Object, Misses> counts = new Bounded<>();
    private final Map<String, String> devices = new Bounded<>();

    /**
     * One try to sign in.
     *
     * @param name as it was typed
     * @param address of whoever asks
     * @param device what {@link #succeeded} gave this browser; blank where it has nothing
     */
    public record SignInTry(String name, String address, String device) {}

    private record Misses(int count, long last) {}

    private record OfName(String name, String device) {}

    private record OfAddress(String address) {}

    public SignInThrottle() {
        this(System::nanoTime);
    }

    /** @param nanoTime a clock that nobody sets back */
    SignInThrottle(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** How long this try has to wait; zero when it is let in, and then it counts as a miss until it {@link #succeeded}. */
    public synchronized Duration admit(SignInTry wanted) {
        Duration forName = waitFor(ofName(wanted), PER_NAME);
        Duration forAddress = known(wanted) ? Duration.ZERO : waitFor(new OfAddress(wanted.address()), PER_ADDRESS);
        Duration longer = forName.compareTo(forAddress) > 0 ? forName : forAddress;
        if (!longer.isPositive()) {
            count(ofName(wanted), 1);
            count(new OfAddress(wanted.address()), 1);
        }
        return longer;
    }

    /**
     * The name and password went together: forgets the misses of this name in this browser.
     *
     * @return what this browser shows from now on to be known under this name
     */
    public synchronized String succeeded(SignInTry done) {
        notJudged(done);
        counts.remove(ofName(done));
        byte[] device = new byte[DEVICE_BYTES];
        random.nextBytes(device);
        String given = Base64.getUrlEncoder().withoutPadding().encodeToString(device);
        devices.put(given, normal(done.name()));
        return given;
    }

    /** Nothing was said of the password: the try does not count. */
    public synchronized void notJudged(SignInTry undecided) {
        count(ofName(undecided), -1);
        count(new OfAddress(undecided.address()), -1);
    }

    private boolean known(SignInTry wanted) {
        return normal(wanted.name()).equals(devices.get(wanted.device()));
    }

    private OfName ofName(SignInTry wanted) {
        return new OfName(normal(wanted.name()), known(wanted) ? wanted.device() : "");
    }

    private void count(Object of, int more) {
        Misses before = counts.remove(of);
        int count = (before == null || old(before) ? 0 : before.count()) + more;
        if (count > 0) {
            counts.put(of, new Misses(count, more > 0 || before == null ? nanoTime.getAsLong() : before.last()));
        }
    }

    private Duration waitFor(Object of, int free) {
        Misses misses = counts.get(of);
        if (misses == null || old(misses) || misses.count() < free) {
            return Duration.ZERO;
        }
        int doublings = Math.min(misses.count() - free, MOST_DOUBLINGS);
        Duration whole = FIRST_WAIT.multipliedBy(1L << doublings);
        return (whole.compareTo(LONGEST_WAIT) < 0 ? whole : LONGEST_WAIT).minus(since(misses));
    }

    private boolean old(Misses misses) {
        return since(misses).compareTo(COUNTED_FOR) > 0;
    }

    private Duration since(Misses misses) {
        return Duration.ofNanos(nanoTime.getAsLong() - misses.last());
    }

    /** The one form in which names are compared when they sign in; whatever can be no name is one. */
    private static String normal(String name) {
        try {
            return new SignInName(name).value();
        } catch (BadValue none) {
            return "";
        }
    }

    private static final class Bounded<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MOST_COUNTS;
        }
    }
}
