package org.stillpoint.web.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.stillpoint.web.WebSettings;

/** Asks somebody who is signed in for the password once more: whoever sits at a screen that was left open must not guess at leisure. */
@Component
public final class PasswordCheck {

    /** What was found. */
    public enum PasswordVerdict {
        RIGHT,
        WRONG,
        /** It was not looked at. */
        TOO_MANY_TRIES
    }

    private final UserDetailsService accounts;
    private final PasswordEncoder passwords;
    private final SignInThrottle throttle;
    private final AccountedSignIns account;
    private final DoorCookie device;

    public PasswordCheck(
            UserDetailsService accounts,
            PasswordEncoder passwords,
            SignInThrottle throttle,
            AccountedSignIns account,
            WebSettings settings) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.account = account;
        this.device = DoorCookie.ofDevice(settings);
    }

    /** Whether this is the password of whoever sends the request. Nothing at all is no guess. */
    public PasswordVerdict of(String password, HttpServletRequest request) {
        if (password.isEmpty()) {
            return PasswordVerdict.WRONG;
        }
        String name = request.getUserPrincipal().getName();
        SignInThrottle.SignInTry now =
                new SignInThrottle.SignInTry(name, request.getRemoteAddr(), device.shown(request));
        if (throttle.admit(now).isPositive()) {
            return PasswordVerdict.TOO_MANY_TRIES;
        }
        if (passwords.matches(password, accounts.loadUserByUsername(name).getPassword())) {
            throttle.notJudged(now);
            return PasswordVerdict.RIGHT;
        }
        account.turnedAway(name);
        return PasswordVerdict.WRONG;
    }
}
