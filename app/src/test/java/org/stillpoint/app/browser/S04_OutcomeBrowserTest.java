package org.stillpoint.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The outcome pages as they are drawn: on every width, in the dark, and the file that is chosen on this computer. */
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

    @Test
    void chosenFile_isReadIntoTheFieldBeforeItIsSent(Browsing browsing, @TempDir Path folder) throws IOException {
        Page page = browsing.signedIn(820, 1180, ColorScheme.LIGHT);
        page.navigate(Browsing.client(page, "Emma Quist") + "/questionnaires");
        page.setInputFiles(
                "#file",
                Files.writeString(folder.resolve("scores.csv"), "date,instrument,score\n2026-03-02,gad7,22\n"));
        assertThat(page.locator("#table")).hasValue(Pattern.compile("2026-03-02,gad7,22"));
        assertThat(page.locator("#table")).isFocused();
    }
}
