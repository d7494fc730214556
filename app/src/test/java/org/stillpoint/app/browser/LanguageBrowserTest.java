package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.app.browser.PictureTour.Onlooker;
import org.stillpoint.record.setting.PracticeLanguage;

/**
 * Every page on a phone in every language: German is 17 % longer than English and French 20 % (letters of all message files, 2026-11-30), and a button is no wider for it. French, the
 * longest, is seen as a person sees it; of the others the page's own words are put in place of its, so what a script adds is seen once.
 */
@ExtendWith(BrowserExtension.class)
class LanguageBrowserTest {
    private static final List<PracticeLanguage> IN_PLACE = List.of(PracticeLanguage.GERMAN, PracticeLanguage.SPANISH);

    /** Who may see another language: clients theirs, and English where nobody has told an empty practice to speak anything else. */
    private static final Set<Onlooker> NOT_THE_PRACTICES = Set.of(
            Onlooker.CLIENT,
            Onlooker.HANDED_THE_DEVICE,
            Onlooker.HANDED_TO_SIGN,
            Onlooker.FIRST_OF_ALL,
            Onlooker.NEW_OWNER);

    /** The page again, in the language that is spoken now. */
    private static final String SAID_NOW = """
            async (address) => {
              const answer = await fetch(address);
              const said = new DOMParser().parseFromString(await answer.text(), 'text/html');
              for (const { name, value } of said.documentElement.attributes) document.documentElement.setAttribute(name, value);
              document.body.replaceWith(said.body);
              return said.documentElement.lang;
            }""";

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
            Spoken practices = new Spoken(new Wire(practice.address()).signIn());
            for (Pictured pictured :
                    Pictured.all().stream().filter(PicturesTest::isWanted).toList()) {
                Page page = tour.window(pictured.onlooker());
                String address = pictured.address().apply(tour, page); // in English, by whose texts some ways are found
                page.setViewportSize(390, 844);
                practices.speak(PracticeLanguage.FRENCH);
                page.navigate(address, new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
                page.waitForSelector("main, body");
                wrong.addAll(overflows(page, pictured, PracticeLanguage.FRENCH));
                boolean follows = page.getAttribute("html", "lang").equals(tag(PracticeLanguage.FRENCH));
                assertThat(follows || NOT_THE_PRACTICES.contains(pictured.onlooker()))
                        .as(pictured.name())
                        .isTrue();
                for (PracticeLanguage language : follows ? IN_PLACE : List.<PracticeLanguage>of()) {
                    practices.speak(language);
                    assertThat(page.evaluate(SAID_NOW, address))
                            .as(pictured.name())
                            .isEqualTo(tag(language));
                    wrong.addAll(overflows(page, pictured, language));
                }
                practices.speak(PracticeLanguage.ENGLISH);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static String tag(PracticeLanguage language) {
        return language.locale().toLanguageTag();
    }

    private static List<String> overflows(Page page, Pictured pictured, PracticeLanguage language) {
        return page.evaluate(OVERFLOWS) instanceof List<?> found
                ? found.stream()
                        .map(each -> "%s, %s: %s".formatted(pictured.name(), language, each))
                        .toList()
                : List.of();
    }

    /** What the practice speaks, as its settings say. */
    private static final class Spoken {
        private final Wire owner;
        private Document settings;

        Spoken(Wire owner) {
            this.owner = owner;
            settings = owner.page("/practice/settings");
        }

        void speak(PracticeLanguage language) {
            settings = owner.send(settings.expectFirst("main form"), Map.of("language", language.name()));
        }
    }
}
