package org.stillpoint.web.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.stillpoint.record.signin.SignIn;

/** Asks whoever has shown the password for a code. */
@Component
public final class CodeCheck {

    private final OpenSignIns signIns;
    private final SecondFactors factors;

    CodeCheck(OpenSignIns signIns, SecondFactors factors) {
        this.signIns = signIns;
        this.factors = factors;
    }

    /** Whether this code lets in whoever sends the request. A screen that is locked otherwise is opened by its password alone. */
    public PasswordCheck.PasswordVerdict of(String code, HttpServletRequest request) {
        return signIns.here(request)
                .filter(SignIn::awaitsCode)
                .flatMap(signIns::person)
                .map(person -> factors.of(person, code, request))
                .orElse(PasswordCheck.PasswordVerdict.WRONG);
    }
}
