package org.stillpoint.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.signin.Passkey;
import org.stillpoint.record.signin.SignIns;

/** The passkeys of somebody who is signed in, and has shown the password for what they do here. */
@Component
public final class OwnPasskeys {

    private final SignIns kept;
    private final PasskeyCeremony ceremony;
    private final SecondFactors factors;

    public OwnPasskeys(SignIns kept, PasskeyCeremony ceremony, SecondFactors factors) {
        this.kept = kept;
        this.ceremony = ceremony;
        this.factors = factors;
    }

    /** In the order in which they were added. */
    public List<Passkey> of(Id<Account> account) {
        return kept.passkeys().list(account);
    }

    /**
     * What a device is asked to make, as JSON; empty where none can be made. It carries for five minutes that the password was shown.
     *
     * @param name they sign in with
     */
    public Optional<String> toMake(Id<Account> account, String name, HttpServletRequest request) {
        return PasskeyPlace.of(request).map(place -> ceremony.toMake(account, name, of(account), place));
    }

    /**
     * Keeps what a device has made.
     *
     * @param name of it
     * @param said by the browser, as JSON
     * @return whether it is one that was asked for
     * @throws org.stillpoint.record.BadValue if the name is none
     */
    public boolean add(Id<Account> account, String name, String said, HttpServletRequest request) {
        Optional<Passkey> made = PasskeyPlace.of(request).flatMap(place -> ceremony.made(account, name, said, place));
        try {
            made.ifPresent(kept.passkeys()::add);
            return made.isPresent();
        } catch (AlreadyThere anothers) {
            return false;
        }
    }

    /** Removes one. With the last goes the step after the password that only passkeys and recovery codes could show. */
    public void remove(Id<Account> account, Id<Passkey> passkey) {
        boolean last = of(account).stream().allMatch(each -> each.id().equals(passkey));
        if (last && !factors.hasDevice(account)) {
            factors.remove(account);
        }
        kept.passkeys().remove(account, passkey);
    }
}
