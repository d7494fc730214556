package org.stillpoint.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hold a muscle: the whole body answers, and says how. */
class HoldBrowserTest {

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
    void aMuscleHeld_isAnsweredByTheBodyInProportionAndThenExactly() {
        Page page = open("/body?hold=psoas_major_right=0.05", ColorScheme.LIGHT);
        assertThat(page.locator("#sentence")).containsText("Psoas major, right, held by 5 %");
        assertThat(page.locator("#exactness")).containsText("Worked out exactly", patient());
        page.locator("#hold-psoas_major_right").fill("20");
        assertThat(page.locator("#sentence")).containsText("held by 20 %");
        assertThat(page.locator("#exactness")).containsText("Worked out anew, with the shape of the body", patient());
        assertThat(page).hasURL(Pattern.compile(".*hold=psoas_major_right%3D0\\.2"));
        chromium.expectNoErrors();
    }

    @Test
    void severalHolds_areSearchedByNamePickedAndFollowedByTheirRoute() {
        Page page = open("/body?hold=psoas_major_right=0.05", ColorScheme.LIGHT);
        page.fill("#find", "Masseter, left");
        page.keyboard().press("Enter");
        assertThat(page.locator("#sentence")).containsText("2 muscles held");
        page.fill("#find", "no such muscle");
        page.keyboard().press("Enter");
        assertThat(page.locator("#find-problem")).containsText("No muscle has that name");
        page.evaluate("""
                () => document.getElementById('body').dispatchEvent(new CustomEvent('pick', { detail: { muscle: 'rectus_femoris_left' } }))""");
        assertThat(page.locator(".answer[data-id=rectus_femoris_left]")).hasAttribute("aria-pressed", "true");
        assertThat(page.locator("#route .route").first()).isVisible(patientlyVisible());
        assertThat(page.locator("#route")).containsText("%");
        page.click("#picked-from button:not([aria-pressed=true])");
        assertThat(page.locator("#route")).containsText("The strongest way", patient());
        page.check("input[name=listed][value=joint]", new Page.CheckOptions().setForce(true));
        assertThat(page.locator("#answers-unit")).containsText("degrees");
        assertThat(page.locator("#answers li").first()).containsText("°");
        page.click("#let-go");
        assertThat(page.locator("#sentence")).containsText("Nothing is held");
        assertThat(page.locator("#answers li")).hasCount(0);
        chromium.expectNoErrors();
    }

    @Test
    void anAddressThatAsksForWhatIsNotThere_isToldSoAndTheRestIsHeld() {
        Page page = open("/body?hold=no_such_muscle=0.05", ColorScheme.LIGHT);
        assertThat(page.locator("#find-problem")).containsText("no muscle called no_such_muscle");
        assertThat(page.locator("#find-problem")).containsText("is held instead");
        page = open("/body?hold=masseter_left=0.05&hold=psoas_major_right=7", ColorScheme.LIGHT);
        assertThat(page.locator("#sentence")).containsText("Masseter, left, held by 5 %");
        assertThat(page.locator("#find-problem")).containsText("Psoas major, right: a muscle can be held");
        assertThat(page.locator("#find-problem")).not().containsText("instead");
        page = open("/body?hold=masseter_left=0.05", ColorScheme.LIGHT);
        assertThat(page.locator("#find-problem")).isHidden();
        chromium.expectNoErrors();
    }

    @Test
    void fasciaLeftOut_changesTheAnswer() {
        Page page = open("/body?hold=latissimus_dorsi_left=0.05", ColorScheme.LIGHT);
        assertThat(page.locator("#exactness")).containsText("Worked out exactly", patient());
        String with = page.textContent("#answers");
        page.click("details summary");
        page.uncheck("input[value=STRONG]");
        page.uncheck("input[value=MODERATE]");
        assertThat(page.locator("#exactness")).containsText("Worked out exactly", patient());
        assertThat(page.locator("#answers")).not().hasText(with);
        chromium.expectNoErrors();
    }

    @Test
    void page_inBothSchemes_meetsTheAccessibilityCriteria() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = open("/body?hold=psoas_major_right=0.05&hold=masseter_left=0.05", scheme);
            page.click(".answer >> nth=0");
            assertThat(page.locator("#route")).not().isEmpty();
            assertThat(new AxeBuilder(page).withTags(CRITERIA).analyze().getViolations())
                    .isEmpty();
        }
        chromium.expectNoErrors();
    }

    @Test
    void page_withNobodySignedIn_isNotShown() {
        Page page = chromium.page(practice.address());
        page.navigate("/body");
        assertThat(page).hasURL(Pattern.compile(".*/sign-in"));
    }

    private static Page open(String address, ColorScheme scheme) {
        Page page = chromium.page(practice.address(), 1440, 900, scheme);
        page.navigate("/sign-in");
        Chromium.signIn(page, "demo", "demo");
        page.navigate(address);
        Chromium.waitForBody(page);
        page.waitForSelector("#hold[data-ready]", new Page.WaitForSelectorOptions().setTimeout(60_000));
        return page;
    }

    private static LocatorAssertions.ContainsTextOptions patient() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);
    }

    private static LocatorAssertions.IsVisibleOptions patientlyVisible() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);
    }
}
