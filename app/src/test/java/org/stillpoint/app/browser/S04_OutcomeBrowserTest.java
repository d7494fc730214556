package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The outcome pages as they are drawn: on every width and in the dark. */
@ExtendWith(BrowserExtension.class)
class S04_OutcomeBrowserTest {

    @Test
    void outcomePages_onEveryWidthAndInTheDark_meetTheCriteriaAndNeverScrollSideways(Browsing browsing) {
        List<String> wrong = new ArrayList<>();
        Page page = browsing.signedIn(390, 900, ColorScheme.LIGHT);
        String emma = Browsing.client(page, "Emma Quist");
        page.navigate(emma + "/how-it-goes");
        String forecast = page.locator("a[href*='/forecast/']").first().getAttribute("href");
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
            for (int width : List.of(390, 820, 1440)) {
                page.setViewportSize(width, 900);
                page.emulateMedia(new Page.EmulateMediaOptions()
                        .setColorScheme(width == 820 ? ColorScheme.DARK : ColorScheme.LIGHT));
                String where = address.replaceAll("[0-9a-f-]{36}", "*") + " at " + width;
                wrong.addAll(Browsing.violations(page, where));
                if (!Boolean.TRUE.equals(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))) {
                    wrong.add(where + ": scrolls sideways");
                }
            }
        }
        assertThat(wrong).isEmpty();
    }
}
