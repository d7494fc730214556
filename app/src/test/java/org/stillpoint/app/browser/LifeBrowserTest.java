package org.stillpoint.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The life player: a teaching example, and what a client has told. */
@ExtendWith(BrowserExtension.class)
class LifeBrowserTest {

    @Test
    void teachingExample_playsDragsAndAnswersTheKeyboard(Browsing browsing) {
        Page page = open(browsing, "/life/whiplash");
        assertThat(page.locator("#sentence")).containsText("the model expects nothing held and no pain");
        page.click(".happening >> nth=0");
        assertThat(page.locator("#sentence")).containsText("The injury is fresh", patient());
        assertThat(page.locator("#held-most .answer").first()).containsText("Sternocleidomastoid");
        page.locator("#at").fill("36");
        assertThat(page.locator("#sentence")).containsText("takes the strain for normal", patient());
        page.focus("#at");
        page.keyboard().press("PageUp");
        assertThat(page.locator("#at")).hasAttribute("aria-valuetext", "Age 37");
        double before = Double.parseDouble(page.inputValue("#at"));
        page.keyboard().press("Space");
        assertThat(page.locator("#play")).hasText("Pause");
        page.waitForFunction(
                "before => Number(document.getElementById('at').value) > before",
                before,
                new Page.WaitForFunctionOptions().setTimeout(30_000));
        page.keyboard().press("Space");
        assertThat(page.locator("#play")).hasText("Play");
        assertThat(page.locator(".hypothesis")).containsText("This is a hypothesis");
    }

    @Test
    void aReleaseSwitchedOff_isComparedWithTheWholeStory(Browsing browsing) {
        Page page = open(browsing, "/life/grief");
        assertThat(page.locator("#compare")).isHidden();
        page.locator(".switch input").first().uncheck();
        assertThat(page.locator("#compared")).containsText("Without this release the model expects", patient());
        assertThat(page.locator("#ribbons .ribbon-before").first()).isAttached();
        page.locator(".switch input").first().check();
        assertThat(page.locator("#compare")).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(30_000));
    }

    @Test
    void clientsLife_holdsOnlyWhatWasTold(Browsing browsing) {
        Page page = browsing.open("/");
        page.navigate(Browsing.client(page, "Ana Marin"));
        int told = page.locator(named("story") + " a[href*=events]").count();
        page.click(named("steps") + " a[href$='/life']");
        ready(page);
        assertThat(page.locator(".happenings .is-event")).hasCount(told);
        assertThat(page.locator("#life")).containsText("This is made only of what was told");
        assertThat(page.locator("#own")).containsText(Pattern.compile("Lets go: \\d+% to \\d+% of what is held"));
        assertThat(page.locator("#own")).containsText("It promises nothing");
        page.locator(".happening").last().click();
        assertThat(page.locator("#held-most .answer").first()).isVisible();
        assertThat(page.locator("#when")).containsText("about");
    }

    @Test
    void page_inBothSchemes_meetsTheAccessibilityCriteria(Browsing browsing) {
        Page page = open(browsing, "/life/fall-on-the-sacrum");
        page.locator(".switch input").first().uncheck();
        assertThat(page.locator("#compared")).containsText("Without", patient());
        page.click(".happening >> nth=2");
        assertThat(Browsing.violationsLightAndDark(page, "life")).isEmpty();
    }

    private static Page open(Browsing browsing, String address) {
        Page page = browsing.open(address);
        ready(page);
        return page;
    }

    private static void ready(Page page) {
        page.waitForSelector("#life[data-ready]", new Page.WaitForSelectorOptions().setTimeout(60_000));
    }

    private static LocatorAssertions.ContainsTextOptions patient() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);
    }
}
