package org.stillpoint.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.web.DoorLimits;
import org.stillpoint.web.DoorWay;
import org.stillpoint.web.WebSettings;

/** What is told, and what counts, when nobody is let in. */
class FailedSignInsTest {

    private static final WebSettings SETTINGS =
            new WebSettings(false, "", "stillpoint-test", DoorLimits.STANDARD, DoorWay.THIS_MACHINE);

    private final RecordsInMemory records = new RecordsInMemory(Clock.systemUTC());
    private final SignInThrottle throttle = new SignInThrottle(records.signIns(), Clock.systemUTC());
    private final SignInTries tries = new SignInTries(DoorCookie.ofDevice(SETTINGS));
    private final FailedSignIns failed = new FailedSignIns(
            throttle,
            tries,
            new AccountedSignIns(records.audit(), records.accounts()),
            (request, response, failure) -> response.setStatus(401));

    private int status(AuthenticationException failure) throws IOException, ServletException {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setParameter("name", "ann");
        MockHttpServletResponse response = new MockHttpServletResponse();
        throttle.admit(tries.tryOf(request));
        failed.onAuthenticationFailure(request, response, failure);
        return response.getStatus();
    }

    private boolean hasToWait() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setParameter("name", "ann");
        return throttle.admit(tries.tryOf(request)).isPositive();
    }

    @Test
    void recordThatDoesNotAnswer_isNoWrongPassword_andNeverCounts() throws Exception {
        for (int times = 0; times < 2 * SignInThrottle.PER_NAME; times++) {
            assertThat(status(new InternalAuthenticationServiceException("no answer")))
                    .isEqualTo(503);
        }
        assertThat(hasToWait()).isFalse();
    }

    @Test
    void wrongPassword_isTold_andCounts() throws Exception {
        for (int times = 0; times < SignInThrottle.PER_NAME; times++) {
            assertThat(status(new BadCredentialsException("wrong"))).isEqualTo(401);
        }
        assertThat(hasToWait()).isTrue();
    }
}
