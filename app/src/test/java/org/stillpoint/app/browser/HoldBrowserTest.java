package org.stillpoint.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Hold a muscle: the whole body answers, and says how. */
@ExtendWith(BrowserExtension.class)
class HoldBrowserTest {

    @Test
    void aMuscleHeld_isAnsweredByTheBodyInProportionAndThenExactly(Browsing browsing) {
        Page page = open(browsing, "/body?hold=psoas_major_right=0.05");
        assertThat(page.locator("#sentence")).containsText("Psoas major, right is held by 5%");
        assertThat(page.locator("#exactness")).containsText("Worked out exactly", patient());
        page.locator("#hold-psoas_major_right").fill("20");
        assertThat(page.locator("#sentence")).containsText("held by 20%");
        assertThat(page.locator("#exactness")).containsText("Worked out anew, with the shape of the body", patient());
        assertThat(page).hasURL(Pattern.compile(".*hold=psoas_major_right%3D0\\.2"));
    }

    @Test
    void severalHolds_areSearchedByNamePickedAndFollowedByTheirRoute(Browsing browsing) {
        Page page = open(browsing, "/body?hold=psoas_major_right=0.05");
        page.fill(".sp-body-find", "masseter left");
        page.keyboard().press("Enter");
        assertThat(page.locator("#sentence")).containsText("2 muscles are held");
        page.fill(".sp-body-find", "no such muscle");
        page.keyboard().press("Enter");
        assertThat(page.locator(".sp-body-spoken")).containsText("“no such muscle”");
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
    }

    @Test
    void anAddressThatAsksForWhatIsNotThere_isToldSoAndTheRestIsHeld(Browsing browsing) {
        Page page = open(browsing, "/body?hold=no_such_muscle=0.05");
        assertThat(page.locator("#find-problem")).containsText("no muscle called no_such_muscle");
        assertThat(page.locator("#find-problem")).containsText("is held instead");
        page = open(browsing, "/body?hold=masseter_left=0.05&hold=psoas_major_right=7");
        assertThat(page.locator("#sentence")).containsText("Masseter, left is held by 5%");
        assertThat(page.locator("#find-problem")).containsText("Psoas major, right: a muscle can be held");
        assertThat(page.locator("#find-problem")).not().containsText("instead");
        page = open(browsing, "/body?hold=masseter_left=0.05");
        assertThat(page.locator("#find-problem")).isHidden();
    }

    @Test
    void fasciaLeftOut_changesTheAnswer(Browsing browsing) {
        Page page = open(browsing, "/body?hold=latissimus_dorsi_left=0.05");
        assertThat(page.locator("#exactness")).containsText("Worked out exactly", patient());
        String with = page.textContent("#answers");
        page.click("main details summary");
        page.uncheck("input[value=STRONG]");
        page.uncheck("input[value=MODERATE]");
        assertThat(page.locator("#exactness")).containsText("Worked out exactly", patient());
        assertThat(page.locator("#answers")).not().hasText(with);
    }

    @Test
    void page_inBothSchemes_meetsTheAccessibilityCriteria(Browsing browsing) {
        Page page = open(browsing, "/body?hold=psoas_major_right=0.05&hold=masseter_left=0.05");
        page.click(".answer >> nth=0");
        assertThat(page.locator("#route")).not().isEmpty();
        assertThat(Browsing.violationsLightAndDark(page, "hold")).isEmpty();
    }

    private static Page open(Browsing browsing, String address) {
        Page page = browsing.open(address);
        Browsing.waitForBody(page);
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
