package org.stillpoint.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.security.PasskeyCheck.PasskeyVerdict;
import org.stillpoint.web.security.PasswordCheck.PasswordVerdict;

/**
 * Asks somebody who is signed in once more who they are, before they sign something: for the password, a code of their device where one is set up,
 * or a passkey.
 */
@Component
public final class OwnFactor {

    /** The fields of a form in which it is shown; they are never carried anywhere. */
    public static final Set<String> FIELDS = Set.of("factor", "passkey");

    /** What a device shows; a password of six digits is none that can be chosen. */
    private static final Pattern CODE = Pattern.compile("\\s*\\d{3}\\s?\\d{3}\\s*");

    private final PasswordCheck passwords;
    private final SecondFactors factors;
    private final PasskeyCheck passkeys;
    private final OwnPasskeys own;

    OwnFactor(PasswordCheck passwords, SecondFactors factors, PasskeyCheck passkeys, OwnPasskeys own) {
        this.passwords = passwords;
        this.factors = factors;
        this.passkeys = passkeys;
        this.own = own;
    }

    /** Whether a code of a device will do. */
    public boolean takesCode(Actor actor) {
        return actor.ownAccount().filter(factors::hasDevice).isPresent();
    }

    /** Whether a passkey will do, at this address. */
    public boolean takesPasskey(Actor actor, HttpServletRequest request) {
        return PasskeyCheck.possible(request)
                && actor.ownAccount()
                        .filter(account -> !own.of(account).isEmpty())
                        .isPresent();
    }

    /**
     * Whether it is they. Tries have to wait as at the door.
     *
     * @param typed the password or a code
     * @param passkey as the browser says it, JSON; blank where none was shown
     */
    public PasswordVerdict of(Actor actor, String typed, String passkey, HttpServletRequest request) {
        if (!(actor instanceof Actor.Person person)) {
            return PasswordVerdict.WRONG;
        }
        if (!passkey.isBlank()) {
            return ofPasskey(person.account(), passkey, request);
        }
        return takesCode(actor) && CODE.matcher(typed).matches()
                ? factors.again(person.account(), typed, request)
                : passwords.of(typed, request);
    }

    private PasswordVerdict ofPasskey(Id<Account> account, String passkey, HttpServletRequest request) {
        PasskeyVerdict found = passkeys.of(passkey, request);
        boolean theirs = found.person()
                .filter(person -> person.actor().account().equals(account))
                .isPresent();
        return found.verdict() == PasswordVerdict.RIGHT && !theirs ? PasswordVerdict.WRONG : found.verdict();
    }
}
