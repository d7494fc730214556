package org.stillpoint.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.stillpoint.record.signin.SignIn;

/**
 * What a form must carry to be none of another site: a secret of its sign-in, which lasts as long as that; at the door, where nobody is
 * signed in yet, what the browser shows in a cookie. Nothing is held here.
 */
final class FormTokens implements CsrfTokenRepository {

    private static final String HEADER = "X-CSRF-TOKEN";
    private static final String FIELD = "_csrf";

    private final OpenSignIns signIns;
    private final DoorCookie cookie;

    FormTokens(OpenSignIns signIns, DoorCookie cookie) {
        this.signIns = signIns;
        this.cookie = cookie;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return token(signIns.here(request).map(SignIn::formToken).orElseGet(Tokens::fresh));
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token == null) {
            cookie.take(response);
        } else if (signIns.here(request).isEmpty()) {
            cookie.give(response, token.getToken());
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        String shown = signIns.here(request).map(SignIn::formToken).orElseGet(() -> cookie.shown(request));
        return shown.isEmpty() ? null : token(shown);
    }

    static CsrfToken token(String value) {
        return new DefaultCsrfToken(HEADER, FIELD, value);
    }
}
