package org.stillpoint.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stillpoint.record.Id;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.signin.SecondFactor;
import org.stillpoint.record.signin.SignIns;

/** What accounts are asked for after their password: a one-time code of a device, a passkey, or one of the recovery codes on paper. */
@Component
public final class SecondFactors {

    /** Recovery codes that are made; own choice, 2026, as others do. */
    static final int RECOVERY_CODES = 10;

    private static final int RECOVERY_BYTES = 10; // 80 bits: not guessed, so that a plain hash of one is enough
    private static final int GROUP = 4;

    private final SignIns kept;
    private final SignInThrottle throttle;
    private final AccountedSignIns account;
    private final Clock clock;

    public SecondFactors(SignIns kept, SignInThrottle throttle, AccountedSignIns account, Clock clock) {
        this.kept = kept;
        this.throttle = throttle;
        this.account = account;
        this.clock = clock;
    }

    /** A secret that a device may be given. */
    public static String newSecret() {
        return OneTimeCode.secret();
    }

    /** How an authenticator application is told a secret (Google's key URI format, 2018). */
    public static String address(String secret, String name) {
        return "otpauth://totp/Stillpoint:"
                + java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8)
                        .replace("+", "%20")
                + "?secret=" + secret + "&issuer=Stillpoint";
    }

    /** Recovery codes left; empty where the password is enough. */
    public Optional<Integer> recoveryLeft(Id<Account> who) {
        return kept.findFactor(who).map(factor -> factor.recovery().size());
    }

    /**
     * Asks for codes from now on, where the device makes those of this secret.
     *
     * @return the recovery codes, which are shown once; empty where the code is not one of the secret
     */
    public List<String> set(Id<Account> who, String secret, String typed) {
        OptionalLong step = OneTimeCode.stepOf(secret, digits(typed), clock.instant(), 0);
        if (step.isEmpty()) {
            return List.of();
        }
        kept.removeFactor(who);
        return keep(who, secret, step.getAsLong());
    }

    private List<String> keep(Id<Account> who, String secret, long lastStep) {
        List<String> codes = Stream.generate(SecondFactors::recoveryCode)
                .limit(RECOVERY_CODES)
                .toList();
        kept.keepFactor(new SecondFactor(
                who,
                secret,
                lastStep,
                codes.stream().map(SecondFactors::plain).map(Tokens::hash).toList(),
                Version.FIRST));
        return codes;
    }

    /** Whether a device was set up that makes codes. */
    public boolean hasDevice(Id<Account> who) {
        return kept.findFactor(who).filter(SecondFactors::hasDevice).isPresent();
    }

    private static boolean hasDevice(SecondFactor factor) {
        return !factor.secret().isEmpty();
    }

    /**
     * Asks for a passkey after the password from now on, where the account has one and no device that makes codes.
     *
     * @return the recovery codes, which are shown once; empty where nothing was changed
     */
    public List<String> askForPasskey(Id<Account> who) {
        if (kept.passkeys().list(who).isEmpty() || kept.findFactor(who).isPresent()) {
            return List.of();
        }
        return keep(who, "", 0);
    }

    /** The password is enough again. */
    public void remove(Id<Account> who) {
        kept.removeFactor(who);
    }

    /** Whether a code lets in; it does so once. Nothing at all is no guess. Guesses have to wait as those of passwords do. */
    PasswordCheck.PasswordVerdict of(SignedIn person, String typed, HttpServletRequest request) {
        if (typed.isBlank()) {
            return PasswordCheck.PasswordVerdict.WRONG;
        }
        SignInThrottle.SignInTry now =
                new SignInThrottle.SignInTry("code-of-" + person.actor().account(), request.getRemoteAddr(), "");
        if (throttle.admit(now).isPositive()) {
            return PasswordCheck.PasswordVerdict.TOO_MANY_TRIES;
        }
        if (takes(person.actor().account(), typed)) {
            throttle.succeeded(now);
            account.letIn(person.actor().account());
            return PasswordCheck.PasswordVerdict.RIGHT;
        }
        account.turnedAway(person.getUsername());
        return PasswordCheck.PasswordVerdict.WRONG;
    }

    private boolean takes(Id<Account> who, String typed) {
        Optional<SecondFactor> factor = kept.findFactor(who);
        if (factor.isEmpty()) {
            return true;
        }
        OptionalLong step = hasDevice(factor.get())
                ? OneTimeCode.stepOf(
                        factor.get().secret(),
                        digits(typed),
                        clock.instant(),
                        factor.get().lastStep())
                : OptionalLong.empty();
        String hash = Tokens.hash(plain(typed));
        try {
            if (step.isPresent()) {
                kept.keepFactor(factor.get().takenAt(step.getAsLong()));
                return true;
            }
            if (factor.get().recovery().contains(hash)) {
                kept.keepFactor(factor.get().without(hash));
                return true;
            }
            return false;
        } catch (StaleRecord takenMeanwhile) {
            return false;
        }
    }

    private static String digits(String typed) {
        return typed.replaceAll("\\s", "");
    }

    /** As people copy them from paper. */
    private static String plain(String code) {
        return code.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    }

    private static String recoveryCode() {
        String letters = OneTimeCode.secret().substring(0, RECOVERY_BYTES * Byte.SIZE / 5);
        return String.join(
                "-",
                IntStream.range(0, letters.length() / GROUP)
                        .mapToObj(group -> letters.substring(group * GROUP, (group + 1) * GROUP))
                        .toList());
    }
}
