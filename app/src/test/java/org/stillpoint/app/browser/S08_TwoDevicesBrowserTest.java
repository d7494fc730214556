package org.stillpoint.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One device holds a session, a second one watches it and takes it over: two never mark as one, and nothing is lost in silence. */
@ExtendWith({BrowserExtension.class, PracticeExtension.class})
class S08_TwoDevicesBrowserTest {

    @Test
    void session_isWatchedAndTakenOver_andWhatTheFirstTapsAfterwards_isShownAsNotTakenIn(Browsing browsing, Wire wire) {
        String session = StartedSession.of(wire.signIn(), "On Two Devices");
        Page tablet = browsing.open(session);
        tablet.click("[data-kind=settled]");
        assertThat(tablet.locator("#state")).hasText("All saved");
        tablet.reload();
        tablet.click("[data-kind=stillpoint]"); // reloaded, it holds the session still
        assertThat(tablet.locator("#count")).hasText("2");

        Page phone = browsing.open(session);
        assertThat(phone.locator(named("watching"))).isVisible();
        assertThat(phone.locator("#live")).hasAttribute("inert", "");
        assertThat(tablet.locator(named("watching"))).isHidden();
        tablet.click("[data-sign=WARMTH]");
        assertThat(phone.locator("#marks")).containsText("Warmth"); // as it comes

        tablet.route("**/turn", Route::abort); // it does not hear of what follows, and one tap waits
        tablet.route("**/marks", Route::abort);
        tablet.click("[data-sign=TEARS]");
        phone.click(named("take-over"));
        assertThat(phone.locator(named("watching"))).isHidden();
        phone.click("[data-sign=TREMOR]");
        assertThat(phone.locator("#state")).hasText("All saved");
        tablet.click("[data-sign=SOFTENING]");
        tablet.unroute("**/marks");
        tablet.unroute("**/turn");

        assertThat(tablet.locator(named("watching"))).containsText("has taken this session over");
        assertThat(tablet.locator(named("not-taken"))).containsText("Softening");
        assertThat(tablet.locator(named("not-taken"))).not().containsText("Tears");
        tablet.reload();
        assertThat(tablet.locator(named("not-taken"))).containsText("Softening");
        assertThat(tablet.locator("#marks")).containsText("Tears"); // tapped in time
        assertThat(tablet.locator("#marks")).not().containsText("Softening");
        tablet.click(named("put-away"));
        assertThat(tablet.locator(named("not-taken"))).isHidden();
        browsing.expectNoErrors();
    }
}
