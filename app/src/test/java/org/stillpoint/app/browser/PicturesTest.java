package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes a picture of every page at four sizes, light and dark, so that anybody can look; {@code ./check --pictures} asks for
 * them, and no other run does. What every run asks is whether a page was left out.
 */
@InThreeDimensions
@ExtendWith({BrowserExtension.class, PracticeExtension.class})
class PicturesTest {

    /** Where the pictures go. */
    private static final String FOLDER = "stillpoint.pictures";

    /** The names of the pages wanted, or what they start with, divided by commas; all where there is none. */
    private static final String WANTED = "stillpoint.pictures.of";

    /** The whole page instead of what a window shows of it. */
    private static final String WHOLE = "stillpoint.pictures.whole";

    private static final int TO_SETTLE = 300; // ms; own choice, 2026: a body and its layers fade in

    private record Window(int width, int height) {}

    /** A phone, a tablet upright and on its side, a laptop. */
    private static final List<Window> WINDOWS =
            List.of(new Window(390, 844), new Window(820, 1180), new Window(1180, 820), new Window(1440, 900));

    @Test
    void everyPageOfTheProgram_hasAPictureOrAReason() {
        assertThat(Pictured.all()).extracting(Pictured::name).doesNotHaveDuplicates();
        Set<String> told = new TreeSet<>();
        Pictured.all().forEach(page -> told.add(page.routeName()));
        Pictured.withoutAPicture().keySet().forEach(route -> told.add(route.startsWith("/") ? "GET " + route : route));
        Set<String> pages = new TreeSet<>(Routes.all());
        pages.removeIf(route -> route.startsWith("POST"));
        assertThat(told).isEqualTo(pages);
    }

    @Test
    @Tag("pictures")
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void everyPage_isPictured(Browsing browsing, RunningPractice practice, @TempDir Path empty) throws Exception {
        Path folder = Files.createDirectories(Path.of(System.getProperty(FOLDER, "target/pictures")));
        List<String> wrong = new ArrayList<>();
        try (PictureTour tour = new PictureTour(browsing, practice, empty)) {
            for (Pictured page : Pictured.all()) {
                if (isWanted(page)) {
                    tryPicture(tour, page, folder, wrong);
                }
            }
        }
        assertThat(wrong)
                .as("pages that do not come, scroll sideways, or whose scripts fail")
                .isEmpty();
    }

    /** Also asked by {@link LanguageBrowserTest}. */
    static boolean isWanted(Pictured page) {
        String wanted = System.getProperty(WANTED, "");
        return wanted.isEmpty() || Arrays.stream(wanted.split(",")).anyMatch(page.name()::startsWith);
    }

    /** One that does not come keeps no other from being made. */
    private static void tryPicture(PictureTour tour, Pictured pictured, Path folder, List<String> wrong)
            throws IOException {
        try {
            picture(tour, pictured, folder, wrong);
        } catch (PlaywrightException | IllegalArgumentException none) {
            wrong.add("%s does not come: %s".formatted(pictured.name(), none.getMessage()));
        }
    }

    private static void picture(PictureTour tour, Pictured pictured, Path folder, List<String> wrong)
            throws IOException {
        Page page = tour.window(pictured.onlooker());
        List<String> failed = new ArrayList<>();
        Consumer<String> fails = failed::add;
        page.onPageError(fails);
        String address = pictured.address().apply(tour, page);
        List<byte[]> light = new ArrayList<>();
        List<byte[]> dark = new ArrayList<>();
        for (Window window : WINDOWS) {
            page.setViewportSize(window.width(), window.height());
            show(page, ColorScheme.LIGHT);
            page.navigate(address);
            pictured.waitFor(page);
            page.waitForTimeout(TO_SETTLE);
            int beyond = (int)
                    page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (beyond > 0) {
                wrong.add("%s scrolls %d pixels sideways at %d".formatted(pictured.name(), beyond, window.width()));
            }
            light.add(shot(page));
            show(page, ColorScheme.DARK);
            page.waitForTimeout(TO_SETTLE);
            dark.add(shot(page));
        }
        failed.stream()
                .distinct()
                .map(error -> "a script of %s fails: %s".formatted(pictured.name(), error))
                .forEach(wrong::add);
        page.offPageError(fails);
        PictureSheet sheet = new PictureSheet();
        sheet.addRow(light);
        sheet.addRow(dark);
        Path file = folder.resolve(pictured.name() + ".png");
        sheet.writeTo(file);
        System.out.println(file);
    }

    private static void show(Page page, ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
    }

    private static byte[] shot(Page page) {
        return page.screenshot(new Page.ScreenshotOptions()
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setFullPage(Boolean.getBoolean(WHOLE)));
    }
}
