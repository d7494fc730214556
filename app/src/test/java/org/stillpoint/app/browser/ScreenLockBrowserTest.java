package org.stillpoint.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What covers a page that was left open, and what comes back. */
@ExtendWith(BrowserExtension.class)
class ScreenLockBrowserTest {

    @Test
    void pageLeftOpen_isCoveredInEveryTab_andComesBackAsItWas(Browsing browsing) {
        Page page = browsing.stranger(1440, 900, ColorScheme.LIGHT);
        page.clock().install();
        page.navigate("/sign-in");
        Browsing.signIn(page, "demo", "demo");
        Page other = page.context().newPage();
        other.navigate("/practice");
        page.navigate("/clients/new");
        page.fill("#name", "Half A Name");
        String title = page.title();

        page.clock().fastForward("01:01:00");

        assertThat(page.locator("#unlock")).isVisible();
        assertThat(other.locator("#unlock")).isVisible();
        assertThat(page.locator("#name")).isHidden();
        assertThat(page.title()).isEqualTo("Locked");
        assertThat(page.locator("body").innerText()).doesNotContain("Half A Name");
        assertThat(Browsing.violationsLightAndDark(page, "locked screen")).isEmpty();
        page.keyboard().press("Escape");
        assertThat(page.locator("#unlock")).isVisible();
        page.reload();
        assertThat(page.locator("[data-name=door]")).isVisible();
        page.goBack();

        other.fill("#lock-password", "wrong");
        other.keyboard().press("Enter");
        assertThat(other.locator("#lock-said")).containsText("not your password");
        other.fill("#lock-password", "demo");
        other.keyboard().press("Enter");
        assertThat(other.locator("main")).isVisible();
        assertThat(title).isNotEqualTo("Locked");
    }

    @Test
    void pageLockedByHand_keepsWhatIsTyped_andWhereOneIs(Browsing browsing) {
        Page page = browsing.stranger(1440, 900, ColorScheme.LIGHT);
        page.navigate("/sign-in");
        Browsing.signIn(page, "demo", "demo");
        page.navigate("/clients/new");
        page.fill("#name", "Half A Name");
        String title = page.title();
        Browsing.clickInOwnMenu(page, "#lock-now");
        assertThat(page.locator("#name")).isHidden();
        page.fill("#lock-password", "demo");
        page.click("#unlock .main");
        assertThat(page.locator("#name")).isVisible();
        assertThat(page.locator("#name")).hasValue("Half A Name");
        assertThat(page.title()).isEqualTo(title);
        browsing.expectNoErrors();
    }
}
