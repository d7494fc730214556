package org.stillpoint.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Finding a client while typing. */
@ExtendWith(BrowserExtension.class)
class TodayBrowserTest {

    @Test
    void typing_theStartOfAName_showsWhoIsMeant_andEmptyingItShowsAllAgain(Browsing browsing) {
        Page page = browsing.signedIn(390, 844, ColorScheme.LIGHT);
        page.navigate("/clients");
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

    @Test
    void keys_goToTheRooms_alongTheRowsOfAList_andToTheSearch(Browsing browsing) {
        Page page = browsing.signedIn(1180, 820, ColorScheme.LIGHT);
        page.keyboard().type("gp");
        Browsing.waitFor(page, "/practice");
        page.keyboard().press("/");
        assertThat(page.locator("#search-query")).isFocused();
        page.keyboard().type("psoas major r");
        assertThat(page.locator(named("search-found") + " a").first()).containsText("Psoas major, right");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator(named("search-found") + " a").first()).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator("#search-query")).isHidden();
        page.keyboard().type("gc");
        Browsing.waitFor(page, "/clients");
        page.keyboard().type("jj");
        assertThat(page.locator(named("client") + " a.row").nth(1)).isFocused();
        page.keyboard().press("k");
        assertThat(page.locator(named("client") + " a.row").first()).isFocused();
        page.keyboard().type("gt");
        Browsing.waitFor(page, "/");
    }

    @Test
    void phone_hasTheRoomsAtTheBottomEdge_andTheActOfThePageAboveThem(Browsing browsing) {
        Page page = browsing.signedIn(390, 844, ColorScheme.LIGHT);
        page.navigate(Browsing.client(page, "Ana Marin"));
        BoundingBox rooms = page.locator(named("rooms")).boundingBox();
        BoundingBox act = page.locator(named("main-action")).boundingBox();
        Assertions.assertThat(rooms.y + rooms.height).isBetween(843.0, 845.0);
        Assertions.assertThat(act.y + act.height).isLessThanOrEqualTo(rooms.y + 1);
        Assertions.assertThat(844 - act.y).isLessThan(160);
        BoundingBox scale = page.locator(named("scrubber")).boundingBox();
        Assertions.assertThat(scale.y + scale.height).isLessThan(act.y);
        page.click("a[href='#story']");
        assertThat(page.locator(named("story"))).isVisible();
        Assertions.assertThat(page.locator(named("scrubber")).boundingBox().y).isPositive();
        Assertions.assertThat(page.locator(".sp-body-frame").boundingBox().height)
                .isGreaterThan(80);
        page.navigate("/clients");
        assertThat(page.locator(named("main-action"))).isHidden();
        assertThat(page.locator(".adds")).isVisible();
    }

    @Test
    void phone_showsThePartThatIsOpen_whereTheRowOfPartsIsLongerThanItIs(Browsing browsing) {
        Page page = browsing.signedIn(390, 844, ColorScheme.LIGHT);
        page.navigate("/help"); // the last of the library's
        BoundingBox here = page.locator(".parts [aria-current]").boundingBox();
        Assertions.assertThat(here.x).isNotNegative();
        Assertions.assertThat(here.x + here.width).isLessThanOrEqualTo(390);
    }
}
