package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stillpoint.record.setting.PracticeLanguage;

/** Every page on a phone in every language: German is a third longer than English, and a button is no wider for it. */
@ExtendWith(BrowserExtension.class)
class LanguageBrowserTest {

    /** What is wider than it has room for, and how the page scrolls. */
    private static final String OVERFLOWS = """
            () => {
              const wide = [...document.querySelectorAll('button, a.button, summary, nav a, .chip, label, legend, th, h1, h2, h3')]
                .filter((e) => e.checkVisibility() && e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1
                  && getComputedStyle(e).overflowX !== 'auto' && getComputedStyle(e).display !== 'inline' && !e.closest('.skip, .unseen'))
                .map((e) => `${e.tagName.toLowerCase()} "${e.textContent.trim().slice(0, 60)}" ${e.scrollWidth} in ${e.clientWidth}`);
              const beyond = document.documentElement.scrollWidth - document.documentElement.clientWidth;
              return beyond > 0 ? [...wide, `the page scrolls ${beyond} sideways`] : wide;
            }""";

    @ParameterizedTest
    @EnumSource(value = PracticeLanguage.class, mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void everyPage_onAPhone_hasRoomForItsWords(
            PracticeLanguage language, Browsing browsing, @TempDir Path folder, @TempDir Path empty) throws Exception {
        List<String> wrong = new ArrayList<>();
        try (RunningPractice practice =
                        RunningPractice.start(folder.resolve("data"), "--demo", "--lock-minutes", "60");
                PictureTour tour = new PictureTour(browsing, practice, empty)) {
            Wire owner = new Wire(practice.address()).signIn();
            for (Pictured pictured : Pictured.all()) {
                Page page = tour.window(pictured.onlooker());
                String address = pictured.address().apply(tour, page); // in English, by whose texts some ways are found
                page.setViewportSize(390, 844);
                speak(owner, language);
                page.navigate(address);
                page.waitForSelector("main, body");
                Object found = page.evaluate(OVERFLOWS);
                if (found instanceof List<?> overflows) {
                    overflows.forEach(each -> wrong.add(pictured.name() + ": " + each));
                }
                speak(owner, PracticeLanguage.ENGLISH);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void speak(Wire owner, PracticeLanguage language) {
        owner.send(owner.page("/practice/settings").expectFirst("main form"), Map.of("language", language.name()));
    }
}
