package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.record.setting.PracticeLanguage;

/**
 * The handbook's pictures are the pages as they are: {@code ./check --handbook} makes them, in every language, from a demo practice in which
 * nothing else was done, and puts them where the program looks for them. What every run asks is whether one would be missing.
 */
@InThreeDimensions
@ExtendWith(BrowserExtension.class)
class HandbookPicturesTest {

    private static final Path HANDBOOK = Path.of("..", "docs", "handbook");

    /** Beside the program ({@code ProgramFolder}). */
    private static final Path BESIDE = Path.of("target", "program", "handbook");

    private static final Pattern NAMED = Pattern.compile("\\(pictures/([a-z-]+)\\.png\\)");

    /** Each by the name of the page in {@link Pictured}; what leaves something behind comes last. */
    private static final List<String> PAGES = List.of("today", "client", "prepare", "trace", "how-it-goes", "session");

    private static final int TO_SETTLE = 300; // ms, as PicturesTest

    @Test
    void everyPictureThatTheHandbookNames_isMade_andNoOther() throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.list(HANDBOOK)) {
            for (Path file : files.toList()) {
                NAMED.matcher(Files.readString(file)).results().forEach(found -> named.add(found.group(1)));
            }
        }
        assertThat(named).isEqualTo(new TreeSet<>(PAGES));
        assertThat(Pictured.all()).extracting(Pictured::name).containsAll(PAGES);
    }

    @Test
    @Tag("pictures")
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void everyPage_isPictured_inEveryLanguage(Browsing browsing, @TempDir Path folder, @TempDir Path empty)
            throws Exception {
        Files.createDirectories(BESIDE);
        try (RunningPractice practice =
                        RunningPractice.start(folder.resolve("data"), "--demo", "--lock-minutes", "60");
                PictureTour tour = new PictureTour(browsing, practice, empty)) {
            Wire owner = new Wire(practice.address()).signIn();
            for (Pictured pictured : pages()) {
                Page page = tour.window(pictured.onlooker());
                page.setViewportSize(820, 1180);
                page.emulateMedia(new Page.EmulateMediaOptions()
                        .setColorScheme(ColorScheme.LIGHT)
                        .setReducedMotion(ReducedMotion.REDUCE));
                String address = pictured.address().apply(tour, page);
                for (PracticeLanguage language : PracticeLanguage.values()) {
                    speak(owner, language);
                    page.navigate(address);
                    pictured.waitFor(page);
                    page.waitForTimeout(TO_SETTLE);
                    assertThat(page.getAttribute("html", "lang")).startsWith(code(language));
                    Path file = BESIDE.resolve(pictured.name() + "." + code(language) + ".png");
                    Files.write(
                            file,
                            page.screenshot(new Page.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED)));
                    System.out.println(file);
                }
                speak(owner, PracticeLanguage.ENGLISH);
            }
            isShown(practice);
        }
    }

    /** And the handbook shows them. */
    private static void isShown(RunningPractice practice) {
        assertThat(new Wire(practice.address())
                        .signIn()
                        .page("/help/therapist")
                        .select(named("handbook-text") + " img")
                        .eachAttr("src"))
                .hasSize(PAGES.size())
                .allMatch(source -> source.endsWith(".en"));
    }

    private static List<Pictured> pages() {
        List<Pictured> all = Pictured.all();
        return PAGES.stream()
                .map(name -> all.stream()
                        .filter(page -> page.name().equals(name))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private static String code(PracticeLanguage language) {
        return language.locale().getLanguage();
    }

    private static void speak(Wire owner, PracticeLanguage language) {
        owner.send(owner.page("/practice/settings").expectFirst("main form"), Map.of("language", language.name()));
    }
}
