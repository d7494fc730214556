package org.stillpoint.record.signin;

import java.util.List;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;

/**
 * What an account is asked for after its password.
 *
 * @param secret shared with the device that makes one-time codes (RFC 6238), Base32; empty where a passkey alone is asked for
 * @param lastStep of the last code that was taken: none is taken twice, nor any before it
 * @param recovery SHA-256 of the recovery codes that are left, hexadecimal: each is taken once
 * @param version grows with each change
 */
public record SecondFactor(Id<Account> account, String secret, long lastStep, List<String> recovery, Version version) {

    public SecondFactor {
        recovery = List.copyOf(recovery);
    }

    /** Whether a device was set up that makes codes. */
    public boolean hasDevice() {
        return !secret.isEmpty();
    }

    /** The same with other recovery codes; hand it to {@link SignIns#keepFactor}. */
    public SecondFactor recoveredBy(List<String> others) {
        return new SecondFactor(account, secret, lastStep, others, version);
    }

    /** The same once a code of this step was taken; hand it to {@link SignIns#updateFactor}. */
    public SecondFactor takenAt(long step) {
        return new SecondFactor(account, secret, step, recovery, version);
    }

    /** The same without this recovery code; hand it to {@link SignIns#updateFactor}. */
    public SecondFactor without(String taken) {
        return new SecondFactor(
                account,
                secret,
                lastStep,
                recovery.stream().filter(each -> !each.equals(taken)).toList(),
                version);
    }

    /** Hides what lets in. */
    @Override
    public String toString() {
        return "SecondFactor[" + account + "]";
    }
}
