package org.stillpoint.web.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.stillpoint.record.Unavailable;

/** What follows a sign-in that came to nothing: a wrong password is told and counted, a record that does not answer is no wrong password. */
final class FailedSignIns implements AuthenticationFailureHandler {

    private final SignInThrottle throttle;
    private final SignInTries device;
    private final AccountedSignIns account;
    private final AuthenticationFailureHandler turnedAway;

    FailedSignIns(
            SignInThrottle throttle,
            SignInTries device,
            AccountedSignIns account,
            AuthenticationFailureHandler turnedAway) {
        this.throttle = throttle;
        this.device = device;
        this.account = account;
        this.turnedAway = turnedAway;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        if (failure instanceof InternalAuthenticationServiceException) {
            // the record did not answer: nothing was said of the password
            takeBack(device.tryOf(request));
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else {
            account.turnedAway(device.tryOf(request).name());
            turnedAway.onAuthenticationFailure(request, response, failure);
        }
    }

    private void takeBack(SignInThrottle.SignInTry undecided) {
        try {
            throttle.notJudged(undecided);
        } catch (Unavailable still) {
            // then it counts for a day
        }
    }
}
