package org.stillpoint.web.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.signin.DoorBook;
import org.stillpoint.record.signin.DoorBook.Tries;
import org.stillpoint.record.signin.SignIns;

/**
 * Slows guessing down. Misses are counted for each name, wherever they come from, and for each address over all names; after some of
 * them every further one has to wait longer. A browser in which somebody has signed in under a name has a count of its own for that
 * name, so that nobody's guessing shuts its owner out. A try counts as a miss from the moment it is let in until it turns out to be none,
 * so that many at once are not more than one after the other. Counted in the book at the door, by all servers together and over a restart.
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
    static final Duration COUNTED_FOR = DoorBook.COUNTED_FOR;

    /** Beyond the longest wait. */
    private static final int MOST_DOUBLINGS = 10;

    private static final int DEVICE_BYTES = 16;
    private static final int DEVICE_LETTERS = 22;

    private final DoorBook book;
    private final Clock clock;
    private final DoorSeal seal;
    private final SecureRandom random = new SecureRandom();

    /**
     * One try to sign in.
     *
     * @param name as it was typed
     * @param address of whoever asks
     * @param device what {@link #succeeded} gave this browser; blank where it has nothing
     */
    public record SignInTry(String name, String address, String device) {}

    public SignInThrottle(SignIns kept, Clock clock) {
        this.book = kept.book();
        this.clock = clock;
        this.seal = new DoorSeal(book.key("device"));
    }

    /** How long this try has to wait; zero when it is let in, and then it counts as a miss until it {@link #succeeded}. */
    public Duration admit(SignInTry wanted) {
        Instant now = clock.instant();
        return book.count(of(wanted), now, tries -> {
            Duration forName = waitFor(tries.get(ofName(wanted)), PER_NAME, now);
            Duration forAddress =
                    known(wanted) ? Duration.ZERO : waitFor(tries.get(ofAddress(wanted)), PER_ADDRESS, now);
            Duration longer = forName.compareTo(forAddress) > 0 ? forName : forAddress;
            if (!longer.isPositive()) {
                of(wanted).forEach(name -> count(tries, name, 1, now));
            }
            return longer;
        });
    }

    /**
     * The name and password went together: forgets the misses of this name in this browser.
     *
     * @return what this browser shows from now on to be known under this name
     */
    public String succeeded(SignInTry done) {
        Instant now = clock.instant();
        book.count(of(done), now, tries -> {
            count(tries, ofAddress(done), -1, now);
            tries.remove(ofName(done));
            return tries.size();
        });
        byte[] fresh = new byte[DEVICE_BYTES];
        random.nextBytes(fresh);
        return given(fresh, done.name());
    }

    /** Nothing was said of the password: the try does not count. */
    public void notJudged(SignInTry undecided) {
        Instant now = clock.instant();
        book.count(of(undecided), now, tries -> {
            of(undecided).forEach(name -> count(tries, name, -1, now));
            return tries.size();
        });
    }

    /** What a browser shows is sealed for one name, so that nothing need be kept of it. */
    private boolean known(SignInTry wanted) {
        String shown = wanted.device();
        if (shown.length() < DEVICE_LETTERS) {
            return false;
        }
        try {
            byte[] device = Base64.getUrlDecoder().decode(shown.substring(0, DEVICE_LETTERS));
            return MessageDigest.isEqual(
                    shown.getBytes(StandardCharsets.UTF_8),
                    given(device, wanted.name()).getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException made) {
            return false;
        }
    }

    private String given(byte[] device, String name) {
        Base64.Encoder text = Base64.getUrlEncoder().withoutPadding();
        return text.encodeToString(device)
                + text.encodeToString(seal.of(device, normal(name).getBytes(StandardCharsets.UTF_8)));
    }

    private Set<String> of(SignInTry wanted) {
        return Set.of(ofName(wanted), ofAddress(wanted));
    }

    private String ofName(SignInTry wanted) {
        return "name\n" + normal(wanted.name()) + "\n" + (known(wanted) ? wanted.device() : "");
    }

    private static String ofAddress(SignInTry wanted) {
        return "address\n" + wanted.address();
    }

    private static void count(Map<String, Tries> tries, String of, int more, Instant now) {
        Tries before = tries.remove(of);
        int count = (before == null ? 0 : before.count()) + more;
        if (count > 0) {
            tries.put(of, new Tries(count, more > 0 || before == null ? now : before.last()));
        }
    }

    /** By a clock that somebody sets back nobody waits longer. */
    private static Duration waitFor(@Nullable Tries misses, int free, Instant now) {
        if (misses == null || misses.count() < free) {
            return Duration.ZERO;
        }
        int doublings = Math.min(misses.count() - free, MOST_DOUBLINGS);
        Duration whole = FIRST_WAIT.multipliedBy(1L << doublings);
        Duration since = Duration.between(misses.last(), now);
        return (whole.compareTo(LONGEST_WAIT) < 0 ? whole : LONGEST_WAIT)
                .minus(since.isNegative() ? Duration.ZERO : since);
    }

    /** The one form in which names are compared when they sign in; whatever can be no name is one. */
    private static String normal(String name) {
        try {
            return new SignInName(name).value();
        } catch (BadValue none) {
            return "";
        }
    }
}
