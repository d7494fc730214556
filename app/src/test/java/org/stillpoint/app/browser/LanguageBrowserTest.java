package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.record.setting.PracticeLanguage;

/** Every page on a phone in every language: German is a third longer than English, and a button is no wider for it. */
@ExtendWith(BrowserExtension.class)
class LanguageBrowserTest {
    private static final List<PracticeLanguage> TRANSLATED = Arrays.stream(PracticeLanguage.values())
            .filter(language -> language != PracticeLanguage.ENGLISH)
            .toList();

    /** What is wider than it has room for, and how the page scrolls. */
    private static final String OVERFLOWS = """
            () => {
              const wide = [...document.querySelectorAll('button, a.button, summary, nav a, .chip, label, legend, th, h1, h2, h3')]
                .filter((e) => e.checkVisibility() && e.clientWidth > 1 && e.scrollWidth > e.clientWidth + 1
                  && getComputedStyle(e).overflowX !== 'auto' && getComputedStyle(e).display !== 'inline' && !e.closest('.skip, .unseen'))
                .map((e) => `${e.tagName.toLowerCase()} "${e.textContent.trim().slice(0, 60)}" ${e.scrollWidth} in ${e.clientWidth}`);
              const beyond = document.documentElement.scrollWidth - document.documentElement.clientWidth;
              const out = [...document.body.querySelectorAll('*')].filter((e) => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1);
              const leaves = out.filter((e) => !out.some((other) => other !== e && e.contains(other))).slice(0, 3);
              return beyond > 0
                ? [...wide, `the page scrolls ${beyond} sideways: ${leaves.map((e) => `${e.tagName} ${e.className} "${e.textContent.trim().slice(0, 50)}"`)}`]
                : wide;
            }""";

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void everyPage_onAPhone_hasRoomForItsWords(Browsing browsing, @TempDir Path folder, @TempDir Path empty)
            throws Exception {
        List<String> wrong = new ArrayList<>();
        try (RunningPractice practice =
                        RunningPractice.start(folder.resolve("data"), "--demo", "--lock-minutes", "60");
                PictureTour tour = new PictureTour(browsing, practice, empty)) {
            Wire owner = new Wire(practice.address()).signIn();
            for (Pictured pictured :
                    Pictured.all().stream().filter(PicturesTest::isWanted).toList()) {
                Page page = tour.window(pictured.onlooker());
                String address = pictured.address().apply(tour, page); // in English, by whose texts some ways are found
                page.setViewportSize(390, 844);
                for (PracticeLanguage language : TRANSLATED) {
                    speak(owner, language);
                    page.navigate(address, new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
                    page.waitForSelector("main, body");
                    if (page.evaluate(OVERFLOWS) instanceof List<?> found) {
                        found.forEach(each -> wrong.add("%s, %s: %s".formatted(pictured.name(), language, each)));
                    }
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
