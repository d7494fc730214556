package org.stillpoint.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.signin.AddPasskey;
import org.stillpoint.practice.signin.RemovePasskey;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.signin.Passkey;
import org.stillpoint.record.signin.SignIns;
import org.stillpoint.record.work.Actor;

/** The passkeys of somebody who is signed in, and has shown the password for what they do here. */
@Component
public final class OwnPasskeys {

    private final SignIns kept;
    private final PasskeyCeremony ceremony;
    private final AddPasskey addPasskey;
    private final RemovePasskey removePasskey;

    public OwnPasskeys(SignIns kept, PasskeyCeremony ceremony, AddPasskey addPasskey, RemovePasskey removePasskey) {
        this.kept = kept;
        this.ceremony = ceremony;
        this.addPasskey = addPasskey;
        this.removePasskey = removePasskey;
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
    public boolean add(Actor who, String name, String said, HttpServletRequest request) {
        return who.ownAccount()
                .flatMap(
                        account -> PasskeyPlace.of(request).flatMap(place -> ceremony.made(account, name, said, place)))
                .filter(made -> addPasskey.by(who, new AddPasskey.Command(made)) instanceof Answer.Done)
                .isPresent();
    }

    /** Removes one. With the last goes the step after the password that only passkeys and recovery codes could show. */
    public void remove(Actor who, Id<Passkey> passkey) {
        removePasskey.by(who, new RemovePasskey.Command(Id.random(), passkey));
    }
}
