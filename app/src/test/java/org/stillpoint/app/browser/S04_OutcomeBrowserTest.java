package org.stillpoint.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
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
                    emma + "/how-it-goes?measure=gad7",
                    emma + "/questionnaires",
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

    /** The page on paper: one sheet, the words of the page, and no name in the address or the file's name. */
    @Test
    void howItGoes_savedAsPdf_saysTheSameOnOnePage() throws IOException {
        Page page = signedIn(1440, 900, ColorScheme.LIGHT);
        page.navigate(client(page, "Emma") + "/how-it-goes");
        String sentence = page.locator(".sentence").first().innerText();
        String address = page.getAttribute("a:has-text('Save as PDF')", "href");
        APIResponse saved = page.context().request().get(practice.address() + address);

        assertThat(saved.headers())
                .containsEntry("content-type", "application/pdf")
                .containsEntry("cache-control", "no-store");
        assertThat(saved.headers().get("content-disposition"))
                .startsWith("attachment; filename=\"how-it-goes-")
                .doesNotContain("Emma");
        assertThat(address).doesNotContain("Emma");
        try (PDDocument document = Loader.loadPDF(saved.body())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("Emma Quist", "made up", sentence, "False alarms of this very diary")
                    .contains("Generalised anxiety (GAD-7)", "What had been forecast", "What cannot be known");
        }
        // Who got worse has it on paper: the measures by name, and the client's own words.
        String sana = practice.address() + client(page, "Sana") + "/how-it-goes.pdf";
        try (PDDocument document =
                Loader.loadPDF(page.context().request().get(sana).body())) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("What was worse", "Since the first session: Pain, ", "(GAD-7)")
                    .contains("More pain than before I came");
        }
        page.context().clearCookies();
        APIResponse denied = page.context().request().get(practice.address() + address);
        assertThat(denied.headers().get("content-type")).startsWith("text/html"); // the page for signing in
        assertThat(denied.text()).doesNotContain("Emma");
        page.context().close();
    }

    @Test
    void questionnaires_areTakenOneByOneAndAsATable_orNotAtAll() throws IOException {
        Page page = signedIn(820, 1180, ColorScheme.LIGHT);
        String leo = client(page, "Leo");
        page.navigate(leo + "/questionnaires");
        page.selectOption("#instrument", "phq9");
        page.fill("#score", "28");
        page.click("text=Save the score");
        assertThat(page.locator("#score-problem")).containsText("from 0 to 27");
        page.fill("#score", "9");
        page.click("text=Save the score");
        assertThat(page.locator("[data-name=added]")).hasText("1 score is saved.");
        assertThat(page.locator("main")).containsText("thoughts of self-harm");

        Path file = Files.writeString(
                folder.resolve("scores.csv"), "date,instrument,score\n2026-03-01,gad7,12\n2026-03-02,gad7,22\n");
        page.setInputFiles("#file", file);
        assertThat(page.locator("#table")).hasValue(Pattern.compile("2026-03-02,gad7,22"));
        page.click("text=Import all of it");
        assertThat(page.locator("[data-name=wrong]"))
                .containsText("row 3, column score: \"22\" is not between 0 and 21");
        assertThat(page.locator(".kept .row")).hasCount(1);
        page.fill("#table", "date,instrument,score\n2026-03-01,gad7,12\n2026-03-02,gad7,11\n");
        page.click("text=Import all of it");
        assertThat(page.locator("[data-name=added]")).hasText("2 scores are saved.");
        assertThat(page.locator(".kept .row")).hasCount(3);

        page.navigate(leo + "/how-it-goes?measure=gad7");
        assertThat(page.locator(".sentence").first()).containsText("2 scores, and no session yet");
        assertThat(page.locator("dl.figures-list")).containsText("4 points");
        page.navigate(leo + "/questionnaires");
        page.locator(".kept .row:has-text('GAD-7') button").first().click();
        assertThat(page.locator(".kept .row")).hasCount(2);
        page.context().close();
        chromium.expectNoErrors();
    }

    @Test
    void today_offersTheForecastToSeal_untilItIsSealed() {
        Page page = signedIn(820, 1180, ColorScheme.LIGHT);
        page.navigate("/");
        page.click("[data-client]:has-text('Marco') >> text=Forecast to seal");
        assertThat(page.locator("h1")).hasText("Seal a forecast");
        page.locator("#guess-slider").press("ArrowRight");
        page.locator("#chance-slider").press("ArrowRight");
        page.click("button.main");
        assertThat(page.locator("h1")).hasText("A sealed forecast");
        page.navigate(
                client(page, "Marco") + "/forecast"); // having seen the model's forecast, nobody guesses unseen again
        page.locator("#guess-slider").press("ArrowRight");
        page.locator("#chance-slider").press("ArrowRight");
        page.click("button.main");
        assertThat(page.locator("#day-problem")).containsText("sealed already");
        page.navigate("/");
        assertThat(page.locator("[data-client]:has-text('Marco')")).not().containsText("Forecast to seal");
        page.context().close();
    }

    /** Without, with, without, with: the order is fixed, the days of change are drawn. */
    @Test
    void plan_ofFourPhases_isDrawn() {
        Page page = signedIn(820, 1180, ColorScheme.LIGHT);
        page.navigate(client(page, "Nils") + "/plan");
        page.check("input[value=PHASES]", new Page.CheckOptions().setForce(true));
        page.fill("#least", "7");
        page.fill("#count", "3");
        page.click("button.main");
        assertThat(page.locator("main")).containsText("Drawn from 20 possible plans");
        page.context().close();
    }
}
