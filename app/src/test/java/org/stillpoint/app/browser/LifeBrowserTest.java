package org.stillpoint.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life player: a teaching example, and what a client has told. */
class LifeBrowserTest {

    private static final List<String> CRITERIA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static RunningPractice practice;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        practice = RunningPractice.start(folder, "--demo");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (practice != null) {
            practice.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void teachingExample_playsDragsAndAnswersTheKeyboard() {
        Page page = open("/life/whiplash", ColorScheme.LIGHT);
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
        chromium.expectNoErrors();
    }

    @Test
    void aReleaseSwitchedOff_isComparedWithTheWholeStory() {
        Page page = open("/life/grief", ColorScheme.LIGHT);
        assertThat(page.locator("#compare")).isHidden();
        page.locator(".switch input").first().uncheck();
        assertThat(page.locator("#compared")).containsText("Without this release the model expects", patient());
        assertThat(page.locator("#ribbons .ribbon-before").first()).isAttached();
        page.locator(".switch input").first().check();
        assertThat(page.locator("#compare")).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(30_000));
        chromium.expectNoErrors();
    }

    @Test
    void clientsLife_holdsOnlyWhatWasTold() {
        Page page = open("/", ColorScheme.LIGHT);
        page.click("text=Ana Marin");
        page.waitForURL("**/clients/*");
        int told = page.locator(".story-list a[href*=events]").count();
        page.click("a.step[href$='/life']");
        ready(page);
        assertThat(page.locator(".happenings .is-event")).hasCount(told);
        assertThat(page.locator("#life")).containsText("Made only of what was told");
        assertThat(page.locator("#own")).containsText(Pattern.compile("Lets go: \\d+ % to \\d+ % of what is held"));
        assertThat(page.locator("#own")).containsText("It promises nothing");
        page.locator(".happening").last().click();
        assertThat(page.locator("#held-most .answer").first()).isVisible();
        assertThat(page.locator("#when")).containsText("about");
        chromium.expectNoErrors();
    }

    @Test
    void page_inBothSchemes_meetsTheAccessibilityCriteria() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = open("/life/fall-on-the-sacrum", scheme);
            page.locator(".switch input").first().uncheck();
            assertThat(page.locator("#compared")).containsText("Without", patient());
            page.click(".happening >> nth=2");
            assertThat(new AxeBuilder(page).withTags(CRITERIA).analyze().getViolations())
                    .isEmpty();
        }
        chromium.expectNoErrors();
    }

    @Test
    void page_withNobodySignedInOrOfNoExample_isNotShown() {
        Page page = chromium.page(practice.address());
        int status = page.request()
                .get("/life/whiplash/course.bin", RequestOptions.create().setMaxRedirects(0))
                .status();
        assertThat(status).isEqualTo(302);
        page.navigate("/life");
        assertThat(page).hasURL(Pattern.compile(".*/sign-in"));
        Chromium.signIn(page, "demo", "demo");
        assertThat(page.navigate("/life/nobody").status()).isEqualTo(404);
    }

    private static Page open(String address, ColorScheme scheme) {
        Page page = chromium.page(practice.address(), 1440, 900, scheme);
        page.navigate("/sign-in");
        Chromium.signIn(page, "demo", "demo");
        page.navigate(address);
        if (address.startsWith("/life")) {
            ready(page);
        }
        return page;
    }

    private static void ready(Page page) {
        page.waitForSelector("#life[data-ready]", new Page.WaitForSelectorOptions().setTimeout(60_000));
    }

    private static LocatorAssertions.ContainsTextOptions patient() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);
    }
}
