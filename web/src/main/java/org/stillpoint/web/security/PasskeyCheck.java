package org.stillpoint.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.account.Accounts;
import org.stillpoint.record.signin.Passkey;
import org.stillpoint.record.signin.SignIn;
import org.stillpoint.record.signin.SignIns;
import org.stillpoint.web.security.PasswordCheck.PasswordVerdict;

/** Lets in whoever shows a passkey: in place of name, password and code, as the step after the password, and at a locked screen. */
@Component
public final class PasskeyCheck {

    private final SignIns kept;
    private final Accounts accounts;
    private final PasskeyCeremony ceremony;
    private final SignInThrottle throttle;
    private final AccountedSignIns account;
    private final OpenSignIns signIns;

    public PasskeyCheck(
            SignIns kept,
            Accounts accounts,
            PasskeyCeremony ceremony,
            SignInThrottle throttle,
            AccountedSignIns account,
            OpenSignIns signIns) {
        this.kept = kept;
        this.accounts = accounts;
        this.ceremony = ceremony;
        this.throttle = throttle;
        this.account = account;
        this.signIns = signIns;
    }

    /**
     * What was found.
     *
     * @param person whose passkey it is, where it is right
     */
    public record PasskeyVerdict(PasswordVerdict verdict, Optional<SignedIn> person) {
        static final PasskeyVerdict WRONG = new PasskeyVerdict(PasswordVerdict.WRONG, Optional.empty());
    }

    /** Where the page of a request had to be for a passkey to be shown; empty where it can be shown here, or nowhere. */
    public static Optional<String> instead(HttpServletRequest request) {
        return PasskeyPlace.instead(request);
    }

    /** Whether a passkey can be made and shown at the address of a request. */
    public static boolean possible(HttpServletRequest request) {
        return PasskeyPlace.of(request).isPresent();
    }

    /** What a device is asked to show, as JSON; empty where none can be shown. */
    public Optional<String> asked(HttpServletRequest request) {
        return PasskeyPlace.of(request).map(ceremony::toShow);
    }

    /**
     * Whose passkey was shown. Tries have to wait as those of passwords do, by their address.
     *
     * @param said what the browser said of it, as JSON; nothing at all is no try
     */
    public PasskeyVerdict of(String said, HttpServletRequest request) {
        Optional<PasskeyPlace> place = PasskeyPlace.of(request);
        if (said.isBlank() || place.isEmpty()) {
            return PasskeyVerdict.WRONG;
        }
        SignInThrottle.SignInTry now =
                new SignInThrottle.SignInTry("passkey-from-" + request.getRemoteAddr(), request.getRemoteAddr(), "");
        if (throttle.admit(now).isPositive()) {
            return new PasskeyVerdict(PasswordVerdict.TOO_MANY_TRIES, Optional.empty());
        }
        Optional<Passkey> named = ceremony.named(said, kept.passkeys()::find);
        Optional<SignedIn> person = named.flatMap(passkey -> ceremony.shown(said, passkey, place.get()))
                .filter(this::counted)
                .flatMap(passkey -> accounts.find(passkey.account()))
                .filter(found -> !found.isEnded())
                .map(SignedIn::new);
        if (person.isEmpty()) {
            account.turnedAway(named.map(Passkey::account));
            return PasskeyVerdict.WRONG;
        }
        throttle.succeeded(now);
        return new PasskeyVerdict(PasswordVerdict.RIGHT, person);
    }

    /** Whoever was shown the same count in the same moment is not let in. */
    private boolean counted(Passkey shown) {
        try {
            kept.passkeys().update(shown);
            return true;
        } catch (StaleRecord | NoSuchRecord meanwhile) {
            return false;
        }
    }

    /** Whether somebody else is signed in here than whose passkey it is. */
    public boolean isAnothers(SignedIn person, HttpServletRequest request) {
        return signIns.here(request)
                .filter(here -> !here.account().equals(person.actor().account()))
                .isPresent();
    }

    /**
     * Opens the sign-in that is locked here, or begins one.
     *
     * @return who is signed in from now on
     */
    public Authentication letIn(SignedIn person, HttpServletRequest request, HttpServletResponse response) {
        Optional<SignIn> here = signIns.here(request);
        boolean theirs = here.isPresent() && !isAnothers(person, request);
        if (theirs) {
            signIns.codeShown(request, response);
            signIns.unlock(request, response);
        } else {
            signIns.beginAgain(person.actor().account(), request, response);
        }
        if (!theirs || here.get().awaitsCode()) {
            account.letIn(person.actor().account());
        }
        Authentication who = UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
        SecurityContextHolder.setContext(new SecurityContextImpl(who));
        // the page that goes on with what was typed carries the token of the sign-in that has just begun
        signIns.here(request)
                .map(SignIn::formToken)
                .ifPresent(token -> request.setAttribute(CsrfToken.class.getName(), FormTokens.token(token)));
        return who;
    }
}
