package org.stillpoint.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.signin.EndSecondStep;
import org.stillpoint.practice.signin.RenewRecoveryCodes;
import org.stillpoint.practice.signin.SetSecondStep;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.signin.SecondFactor;
import org.stillpoint.record.signin.SignIns;
import org.stillpoint.record.work.Actor;

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
    private final SetSecondStep setStep;
    private final EndSecondStep endStep;
    private final RenewRecoveryCodes renewCodes;
    private final Clock clock;

    public SecondFactors(
            SignIns kept,
            SignInThrottle throttle,
            AccountedSignIns account,
            SetSecondStep setStep,
            EndSecondStep endStep,
            RenewRecoveryCodes renewCodes,
            Clock clock) {
        this.kept = kept;
        this.setStep = setStep;
        this.endStep = endStep;
        this.renewCodes = renewCodes;
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
    public List<String> set(Actor who, String secret, String typed) {
        OptionalLong step = OneTimeCode.stepOf(secret, digits(typed), clock.instant(), 0);
        if (step.isEmpty()) {
            return List.of();
        }
        return shownOnce(
                hashes -> setStep.by(who, new SetSecondStep.Command(Id.random(), secret, step.getAsLong(), hashes)));
    }

    /** New recovery codes, where they are kept by their hashes. */
    private static List<String> shownOnce(Function<List<String>, Answer<?>> keeping) {
        List<String> codes = Stream.generate(SecondFactors::recoveryCode)
                .limit(RECOVERY_CODES)
                .toList();
        List<String> hashes =
                codes.stream().map(SecondFactors::plain).map(Tokens::hash).toList();
        return keeping.apply(hashes) instanceof Answer.Done ? codes : List.of();
    }

    /** Whether a device was set up that makes codes. */
    public boolean hasDevice(Id<Account> who) {
        return kept.findFactor(who).filter(SecondFactor::hasDevice).isPresent();
    }

    /**
     * Asks for a passkey after the password from now on, where the account has one and is asked for nothing yet.
     *
     * @return the recovery codes, which are shown once; empty where nothing was changed
     */
    public List<String> askForPasskey(Actor who) {
        boolean asked = who.ownAccount().flatMap(kept::findFactor).isPresent();
        return asked
                ? List.of()
                : shownOnce(hashes -> setStep.by(who, new SetSecondStep.Command(Id.random(), "", 0, hashes)));
    }

    /**
     * Makes the recovery codes anew; none of those before lets in.
     *
     * @return the new ones, which are shown once; empty where the password is enough
     */
    public List<String> renewRecovery(Actor who) {
        return shownOnce(hashes -> renewCodes.by(who, new RenewRecoveryCodes.Command(Id.random(), hashes)));
    }

    /** Whether the password is enough again: not where the practice demands more. */
    public boolean remove(Actor who) {
        return endStep.by(who, new EndSecondStep.Command(Id.random())) instanceof Answer.Done;
    }

    /** Whether a code lets in; it does so once. Nothing at all is no guess. Guesses have to wait as those of passwords do. */
    PasswordCheck.PasswordVerdict of(SignedIn person, String typed, HttpServletRequest request) {
        PasswordCheck.PasswordVerdict judged = again(person.actor().account(), typed, request);
        if (judged == PasswordCheck.PasswordVerdict.RIGHT) {
            account.letIn(person.actor().account());
        }
        return judged;
    }

    /** The same of somebody who is in already, and is asked once more. */
    PasswordCheck.PasswordVerdict again(Id<Account> who, String typed, HttpServletRequest request) {
        if (typed.isBlank()) {
            return PasswordCheck.PasswordVerdict.WRONG;
        }
        SignInThrottle.SignInTry now = new SignInThrottle.SignInTry("code-of-" + who, request.getRemoteAddr(), "");
        if (throttle.admit(now).isPositive()) {
            return PasswordCheck.PasswordVerdict.TOO_MANY_TRIES;
        }
        if (takes(who, typed)) {
            throttle.succeeded(now);
            return PasswordCheck.PasswordVerdict.RIGHT;
        }
        account.turnedAway(Optional.of(who));
        return PasswordCheck.PasswordVerdict.WRONG;
    }

    private boolean takes(Id<Account> who, String typed) {
        Optional<SecondFactor> factor = kept.findFactor(who);
        if (factor.isEmpty()) {
            return !kept.rule().secondStep(); // else a passkey is awaited, and no code is one
        }
        OptionalLong step = factor.get().hasDevice()
                ? OneTimeCode.stepOf(
                        factor.get().secret(),
                        digits(typed),
                        clock.instant(),
                        factor.get().lastStep())
                : OptionalLong.empty();
        String hash = Tokens.hash(plain(typed));
        try {
            if (step.isPresent()) {
                kept.updateFactor(factor.get().takenAt(step.getAsLong()));
                return true;
            }
            if (factor.get().recovery().contains(hash)) {
                kept.updateFactor(factor.get().without(hash));
                return true;
            }
            return false;
        } catch (StaleRecord | NoSuchRecord meanwhile) {
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
