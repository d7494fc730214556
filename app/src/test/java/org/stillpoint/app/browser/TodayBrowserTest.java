package org.stillpoint.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Finding a client while typing. */
@ExtendWith(BrowserExtension.class)
class TodayBrowserTest {

    @Test
    void typing_theStartOfAName_showsWhoIsMeant_andEmptyingItShowsTheDayAgain(Browsing browsing) {
        Page page = browsing.signedIn(390, 844, ColorScheme.LIGHT);
        int all = page.locator(named("client")).count();

        page.fill("#search", "joo");
        assertThat(page.locator(named("client"))).hasCount(1);
        assertThat(page.locator(named("client") + " .name")).hasText("Joost Veen");
        assertThat(page.locator(named("client"))).isVisible();
        page.fill("#search", "nobody at all");
        assertThat(page.locator(named("client"))).hasCount(0);
        page.fill("#search", "");
        assertThat(page.locator(named("client"))).hasCount(all);
        page.fill("#search", "joo");
        page.press("#search", "Enter");
        page.waitForURL(url -> url.contains("/clients/"));
    }
}
