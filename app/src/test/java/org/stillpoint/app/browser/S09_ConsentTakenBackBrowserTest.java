package org.stillpoint.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The client takes their consent back in mid-session: it stops there within a second or two, does not go on, and ends grounded. */
@ExtendWith({BrowserExtension.class, PracticeExtension.class})
class S09_ConsentTakenBackBrowserTest {

    @Test
    void consent_takenBackInMidSession_stopsItForGood_andTheClientIsGrounded(Browsing browsing, Wire wire) {
        String session = StartedSession.of(wire.signIn(), "Takes It Back");
        Page page = browsing.open(session);
        page.click("[data-kind=settled]");
        assertThat(page.locator("#state")).hasText("All saved");
        String client = wire.client("Takes It Back");
        wire.send(wire.page(client + "/consent").expectFirst(named("withdraw")), Map.of());

        assertThat(page.locator(named("consent-ended")))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(3_000));
        assertThat(page.locator(named("go-on"))).isHidden();
        S01_RoadBrowserTest.groundToTheEnd(page);
        assertThat(page.locator(named("marks"))).containsText("consent taken back");
        browsing.expectNoErrors();
    }
}
