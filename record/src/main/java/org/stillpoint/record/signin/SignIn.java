package org.stillpoint.record.signin;

import java.time.Instant;
import java.util.Optional;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.session.Session;

/**
 * One sign-in of an account on one device.
 *
 * @param tokenHash SHA-256 of what the device shows with each request, 64 hexadecimal digits; the token itself is kept nowhere
 * @param began when, to the millisecond
 * @param lastUsed when somebody was last seen to use it, to the millisecond
 * @param locked whether its screen is locked
 * @param device names of browser and system, as whoever let it in tells them apart
 * @param formToken what a form must carry to be no other site's
 * @param live the session that was open in it last, whose taps go on while the screen is locked
 * @param awaitsCode whether a one-time code or a passkey is still to be shown: until then it is locked
 * @param awaitsStep whether a second step is still to be set up, which the practice demands: until then it is good for nothing else
 * @param handed to whom the locked screen was handed over, and for what: that goes on while it is locked
 * @param version grows with each change
 */
public record SignIn(
        Id<SignIn> id,
        String tokenHash,
        Id<Account> account,
        Instant began,
        Instant lastUsed,
        boolean locked,
        String device,
        String formToken,
        Optional<Id<Session>> live,
        boolean awaitsCode,
        boolean awaitsStep,
        Optional<HandedScreen> handed,
        Version version) {

    private static final int HASH_DIGITS = 64;

    public SignIn {
        if (tokenHash.length() != HASH_DIGITS) {
            throw new BadValue("token hash", "of " + tokenHash.length() + " digits", HASH_DIGITS + " digits");
        }
        began = Instant.ofEpochMilli(began.toEpochMilli());
        lastUsed = Instant.ofEpochMilli(lastUsed.toEpochMilli());
    }

    /** A new one. */
    public static SignIn begun(String tokenHash, Id<Account> account, String device, String formToken, Instant now) {
        return new SignIn(
                Id.random(),
                tokenHash,
                account,
                now,
                now,
                false,
                device,
                formToken,
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                Version.FIRST);
    }

    /** The same, used now. */
    public SignIn usedAt(Instant now) {
        return with(tokenHash, now, locked, live, awaitsCode, awaitsStep, handed);
    }

    /** The same, let in by another token from now on, and by that of before no more. */
    public SignIn shownBy(String nowHash) {
        return with(nowHash, lastUsed, locked, live, awaitsCode, awaitsStep, handed);
    }

    /** The same, locked until a one-time code or a passkey is shown. */
    public SignIn awaitingCode() {
        return with(tokenHash, lastUsed, true, live, true, false, Optional.empty());
    }

    /** The same, open, with the code shown. */
    public SignIn withCodeShown() {
        return with(tokenHash, lastUsed, false, live, false, awaitsStep, Optional.empty());
    }

    /** The same, good for nothing until a second step is set up. */
    public SignIn awaitingStep() {
        return with(tokenHash, lastUsed, locked, live, awaitsCode, true, handed);
    }

    /** The same, with a second step set up. */
    public SignIn withStepSetUp() {
        return with(tokenHash, lastUsed, locked, live, awaitsCode, false, handed);
    }

    /** The same with its screen locked or open, and handed over to nobody. */
    public SignIn withScreen(boolean nowLocked) {
        return with(tokenHash, lastUsed, nowLocked, live, awaitsCode, awaitsStep, Optional.empty());
    }

    /** The same, locked but for what one client is to do. */
    public SignIn handedOver(HandedScreen to) {
        return with(tokenHash, lastUsed, true, live, awaitsCode, awaitsStep, Optional.of(to));
    }

    /** The same with this session open in it. */
    public SignIn with(Id<Session> nowLive) {
        return with(tokenHash, lastUsed, locked, Optional.of(nowLive), awaitsCode, awaitsStep, handed);
    }

    private SignIn with(
            String nowHash,
            Instant nowUsed,
            boolean nowLocked,
            Optional<Id<Session>> nowLive,
            boolean nowAwaitsCode,
            boolean nowAwaitsStep,
            Optional<HandedScreen> nowHanded) {
        return new SignIn(
                id,
                nowHash,
                account,
                began,
                nowUsed,
                nowLocked,
                device,
                formToken,
                nowLive,
                nowAwaitsCode,
                nowAwaitsStep,
                nowHanded,
                version);
    }

    /** Hides what lets in. */
    @Override
    public String toString() {
        return "SignIn[" + id + "]";
    }
}
