package org.stillpoint.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A client on a phone of 390 pixels: their own page, their copy, a correction and the erasure asked for, the consent withdrawn while a
 * session runs, which stops it; then their appointment, and that they cannot come.
 */
@ExtendWith({BrowserExtension.class, PracticeExtension.class})
class S12_OwnPageBrowserTest {
    private static final int WIDTH = 390;
    private static final int HEIGHT = 844;

    /** A finger's breadth, CSS pixels (WCAG 2.2, 2.5.5). */
    private static final double FINGER = 44;

    private static String link(Wire wire, String client, String purpose, String practice) {
        return wire.send(wire.page(client + "/links").expectFirst(named("make-link")), Map.of("purpose", purpose))
                .expectFirst(named("link"))
                .text()
                .substring(practice.length());
    }

    private static void fits(Page phone) {
        assertThat((Boolean) phone.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing scrolls sideways")
                .isTrue();
        for (Locator button : phone.locator("button:visible, .button:visible, summary:visible")
                .all()) {
            assertThat(button.boundingBox().height).isGreaterThanOrEqualTo(FINGER);
        }
        assertThat(phone.locator(named("need-help")).first()).isVisible();
    }

    private static void presses(Page phone, String details, String which) {
        phone.click(named(details) + which + " summary");
        phone.click(named(details) + which + " button");
    }

    private static void asks(Page phone) {
        phone.click(named("own-ask") + ":has([name=correction]) summary");
        phone.fill("#correction", "It was the left knee.");
        phone.click(named("own-ask") + ":has([name=correction]) button");
        assertThat(phone.locator(named("own-done"))).isVisible();
        phone.click(named("main-action"));
        presses(phone, "own-ask", ":has([name=erasure])");
        phone.click(named("main-action"));
        assertThat(phone.locator(named("own-asked") + " > li")).hasCount(2);
    }

    @Test
    void ownPage_onAPhone_isReadTakenAskedAndWithdrawn_andTheAppointmentIsCalledOff(
            Browsing browsing, Wire wire, RunningPractice practice) throws IOException {
        String session = StartedSession.of(wire.signIn(), "Own On A Phone");
        String client = wire.client("Own On A Phone");
        List<String> violations = new ArrayList<>();
        Page phone = browsing.stranger(WIDTH, HEIGHT, ColorScheme.LIGHT);
        phone.navigate(link(wire, client, "OWN_VIEW", practice.address()));
        phone.click(named("open-link") + " button");
        Browsing.waitFor(phone, "/own");
        fits(phone);
        violations.addAll(Browsing.violationsLightAndDark(phone, "own page"));
        Download copy = phone.waitForDownload(() -> phone.click(named("own-copy") + " button"));
        assertThat(CopiedZip.parts(Files.readAllBytes(copy.path()))).hasSize(3);
        asks(phone);
        violations.addAll(Browsing.violationsLightAndDark(phone, "own page, asked"));

        Page live = browsing.open(session);
        live.click("[data-kind=settled]");
        assertThat(live.locator("#state")).hasText("All saved");
        presses(phone, "own-withdraw", "");
        assertThat(phone.locator(named("own-done"))).isVisible();
        assertThat(live.locator(named("consent-ended")))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(3_000));
        phone.click(named("main-action"));
        assertThat(phone.locator(named("own-withdraw"))).hasCount(0);

        wire.send(
                wire.page(client + "/appointments").expectFirst(named("book")),
                Map.of("day", LocalDate.now().plusDays(5).toString(), "time", "10:00", "minutes", "60", "weeks", "1"));
        phone.navigate(link(wire, client, "APPOINTMENT", practice.address()));
        phone.click(named("open-link") + " button");
        Browsing.waitFor(phone, "/appointment");
        fits(phone);
        violations.addAll(Browsing.violationsLightAndDark(phone, "appointment"));
        Download file = phone.waitForDownload(() -> phone.click(named("ics")));
        assertThat(Files.readString(file.path())).contains("BEGIN:VEVENT");
        presses(phone, "cannot-come", "");
        assertThat(phone.locator(named("said-cannot"))).isVisible();

        Page today = browsing.open("/");
        assertThat(today.locator(named("requests") + " a[href='" + client + "/asked']"))
                .hasCount(3);
        violations.addAll(Browsing.violationsLightAndDark(today, "today with requests"));
        Page asked = browsing.open(client + "/asked");
        violations.addAll(Browsing.violationsLightAndDark(asked, "what they asked"));
        assertThat(violations).isEmpty();
        browsing.expectNoErrors();
    }
}
