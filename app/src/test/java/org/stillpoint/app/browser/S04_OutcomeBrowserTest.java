package org.stillpoint.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How it goes, the practice, the field and the forecasts, in a real browser, on the demo practice. */
class S04_OutcomeBrowserTest {

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

    private static Page signedIn(int width, int height, ColorScheme scheme) {
        Page page = chromium.page(practice.address(), width, height, scheme);
        page.navigate("/sign-in");
        Chromium.signIn(page, "demo", "demo");
        return page;
    }

    private static String client(Page page, String name) {
        page.navigate("/");
        return page.getAttribute("[data-client]:has-text('" + name + "') a", "href");
    }

    @Test
    void outcomePages_onEveryWidthAndInTheDark_meetTheCriteriaAndNeverScrollSideways() {
        List<String> wrong = new ArrayList<>();
        for (int width : List.of(390, 820, 1440)) {
            ColorScheme scheme = width == 820 ? ColorScheme.DARK : ColorScheme.LIGHT;
            Page page = signedIn(width, 900, scheme);
            String emma = client(page, "Emma");
            page.navigate(emma + "/how-it-goes");
            String forecast = page.getAttribute("a[href*='/forecast/']", "href");
            for (String address : List.of(
                    emma + "/how-it-goes",
                    emma + "/how-it-goes?measure=sleep",
                    emma + "/forecast",
                    emma + "/plan",
                    forecast,
                    "/practice",
                    "/practice/field")) {
                page.navigate(address);
                String where = address.replaceAll("[0-9a-f-]{36}", "*") + " at " + width;
                new AxeBuilder(page)
                        .withTags(CRITERIA)
                        .analyze()
                        .getViolations()
                        .forEach(rule -> wrong.add(where + ": " + rule.getId() + " "
                                + rule.getNodes().getFirst().getHtml()));
                if (!Boolean.TRUE.equals(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))) {
                    wrong.add(where + ": scrolls sideways");
                }
            }
            page.context().close();
        }
        assertThat(wrong).isEmpty();
        chromium.expectNoErrors();
    }

    /** The sentence first; whoever got worse is named on the practice's page. */
    @Test
    void practice_namesWhoGotWorseAndWhoStopped() {
        Page page = signedIn(1440, 900, ColorScheme.LIGHT);
        page.navigate("/practice");
        assertThat(page.locator(".sentence").first()).containsText("clients with a session");
        assertThat(page.locator("section[aria-label='Got worse']")).containsText("Sana Haddad");
        assertThat(page.locator("text=stopped checking in").first()).isVisible();
        assertThat(page.locator("text=The word \"likely\" is locked")).isVisible();
        assertThat(page.locator("text=This cannot be answered here")).isVisible();
        page.click("text=Sana Haddad");
        assertThat(page.locator("#worse-title + ul")).containsText("Since the first session");
        page.context().close();
    }

    /** The guess is entered before the model's forecast is anywhere on the page, and sending it twice seals one. */
    @Test
    void forecast_isShownOnlyAfterTheOwnGuessIsSealed() {
        Page page = signedIn(820, 1180, ColorScheme.LIGHT);
        String joost = client(page, "Joost");
        page.navigate(joost + "/forecast");
        assertThat(page.locator("main")).not().containsText("Last value");
        page.click("button.main");
        assertThat(page.locator("#guess-problem")).containsText("Not answered yet");
        page.locator("#guess-slider").press("ArrowRight");
        page.locator("#chance-slider").press("ArrowRight");
        page.click("button.main");
        assertThat(page.locator("h1")).hasText("A sealed forecast");
        assertThat(page.locator(".guess-lock")).containsText("Pain of");
        assertThat(page.locator("tbody tr")).hasCount(5);
        assertThat(page.locator("main")).containsText("Open: it will be resolved on");
        page.context().close();
    }

    @Test
    void plan_isDrawnOnceAndShown() {
        Page page = signedIn(820, 1180, ColorScheme.LIGHT);
        String ida = client(page, "Ida");
        page.navigate(ida + "/plan");
        page.fill("#count", "0");
        page.click("button.main");
        assertThat(page.locator("#count-problem")).isVisible();
        page.fill("#count", "20");
        page.click("button.main");
        assertThat(page.locator("main")).containsText("drawn from 20 possible days");
        page.navigate(ida + "/how-it-goes");
        assertThat(page.locator("main")).containsText("The test comes when the plan is over");
        page.context().close();
    }

    @Test
    void field_takesAStudy_andSaysWhatIsWrongWithOne() {
        Page page = signedIn(1440, 900, ColorScheme.LIGHT);
        page.navigate("/practice/field");
        assertThat(page.locator(".sentence").first()).containsText("No randomised trial");
        for (String[] field : new String[][] {
            {"name", "Made-up 2025"},
            {"year", "2025"},
            {"condition", "neck pain"},
            {"comparison", "sham"},
            {"outcome", "pain, week 8"},
            {"source", "made up for this test"},
            {"effect", "-0.2"},
            {"low", "0.3"},
            {"high", "0.5"}
        }) {
            page.fill("#" + field[0], field[1]);
        }
        page.click("text=Add the study");
        assertThat(page.locator("#low-problem")).containsText("around the effect");
        page.fill("#low", "-0.9");
        page.click("button:has-text('Add the study')");
        assertThat(page.locator("#added ~ ul")).containsText("Made-up 2025");
        assertThat(page.locator("text=These 2 single studies together")).isVisible();
        assertThat(page.locator("table:has-text('Paule-Mandel')")).isVisible();
        page.click("button:has-text('Remove')");
        assertThat(page.locator("text=None yet. Add single trials")).isVisible();
        page.context().close();
        chromium.expectNoErrors();
    }
}
