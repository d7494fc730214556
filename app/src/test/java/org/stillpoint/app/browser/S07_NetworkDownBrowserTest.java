package org.stillpoint.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The network goes in mid-session, and again when it ends: what is tapped waits, arrives once and in order, and the end comes after it. */
@ExtendWith({BrowserExtension.class, PracticeExtension.class})
class S07_NetworkDownBrowserTest {
    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

    @Test
    void session_whileTheNetworkIsDown_keepsWhatIsTapped_andEndsOnceItIsBack(Browsing browsing, Wire wire) {
        String session = StartedSession.of(wire.signIn(), "Without Network");
        Page page = browsing.stranger(1180, 820, ColorScheme.LIGHT); // its network alone goes
        page.navigate("/sign-in");
        Browsing.signIn(page, "demo", "demo");
        page.navigate(session);
        page.click("[data-kind=settled]");
        assertThat(page.locator("#state")).hasText("All saved");

        page.context().setOffline(true);
        page.click("[data-sign=WARMTH]");
        page.click("[data-sign=TEARS]");
        assertThat(page.locator("#state")).containsText("not saved yet");
        page.context().setOffline(false);
        assertThat(page.locator("#count")).hasText("3", new LocatorAssertions.HasTextOptions().setTimeout(30_000));

        page.context().setOffline(true);
        page.click(".live-more summary");
        page.click("[data-kind=integrated]");
        page.click(named("end"));
        assertThat(page.locator("#state")).containsText("The session ends as soon as");
        page.context().setOffline(false);
        assertThat(page.locator(named("marks"))).isVisible(PATIENTLY);
        assertThat(page.locator(named("marks"))).containsText("Warmth");
        assertThat(page.locator(named("marks"))).containsText("Integration");
    }
}
