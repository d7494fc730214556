package org.stillpoint.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.web.DoorLimits;
import org.stillpoint.web.DoorWay;
import org.stillpoint.web.WebSettings;

/** What somebody goes through page by page, on whichever server they ask. */
class PutByTest {
    private static final WebSettings SETTINGS =
            new WebSettings(false, "", "stillpoint-test", DoorLimits.STANDARD, DoorWay.THIS_MACHINE);
    private static final byte[] NAMES = {1, 2, 3};

    private final TestClock clock = new TestClock();
    private final RecordsInMemory records = new RecordsInMemory(clock);
    private final OpenSignIns signIns = new OpenSignIns(records.signIns(), records.accounts(), SETTINGS, clock);
    private final Account ann = Account.added(new SignInName("ann"), "a hash", Role.THERAPIST, clock.instant());

    private PutBy server() {
        return new PutBy(records.signIns(), signIns, SETTINGS, clock);
    }

    /** The cookie of a browser that has just signed in. */
    private Cookie browser() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        signIns.begin(ann.id(), new MockHttpServletRequest(), response);
        return response.getCookies()[0];
    }

    private MockHttpServletRequest by(Cookie cookie) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(cookie);
        signIns.recognise(request, true);
        return request;
    }

    @Test
    void putBy_onOneServer_isFoundOnAnother_byThatBrowserAlone_forAnHour() {
        records.accounts().add(ann);
        Cookie browser = browser();
        server().keep("calendar", NAMES, by(browser));

        assertThat(server().find("calendar", by(browser)).orElseThrow()).isEqualTo(NAMES);
        assertThat(server().find("another", by(browser))).isEmpty();
        assertThat(server().find("calendar", by(browser()))).isEmpty();
        assertThat(server().find("calendar", new MockHttpServletRequest())).isEmpty();

        clock.pass(Duration.ofMinutes(59));
        assertThat(server().find("calendar", by(browser))).isPresent();
        clock.pass(Duration.ofMinutes(1));
        assertThat(server().find("calendar", by(browser))).isEmpty();
    }

    /** The token is another then, and nobody else ever had it. */
    @Test
    void putBy_beforeTheScreenWasLocked_isGoneOnceItIsUnlocked() {
        records.accounts().add(ann);
        Cookie browser = browser();
        server().keep("calendar", NAMES, by(browser));
        MockHttpServletRequest locked = by(browser);
        signIns.lock(locked);
        MockHttpServletResponse response = new MockHttpServletResponse();
        signIns.unlock(locked, response);

        assertThat(server().find("calendar", by(response.getCookies()[0]))).isEmpty();
    }
}
