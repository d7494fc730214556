package org.stillpoint.app.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real, headless Chromium. */
final class Chromium implements AutoCloseable {

    /** How long an expectation may take to come true, ms: far above any page's own time, for machines that are busy. */
    private static final double MOST_PATIENCE = 30_000;

    /** Without three dimensions: the body is its flat map, and nothing imitates a graphics card. */
    static final List<String> FLAT = List.of("--disable-3d-apis", "--disable-gpu");

    static final List<String> SOLID = List.of("--use-angle=swiftshader", "--enable-unsafe-swiftshader");

    private static final List<String> USUAL = List.of(
            "--no-sandbox",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    private final Playwright playwright;
    private final Browser browser;
    private final Map<String, BrowserContext> shared = new HashMap<>();
    private final Map<String, Page> kept = new HashMap<>();

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** @param more arguments beside the usual ones: {@link #FLAT} or {@link #SOLID} */
    static Chromium start(List<String> more) {
        Optional<Path> executable = Stream.concat(
                        Stream.of("/usr/bin"),
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(":")))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(executable.isPresent(), "skipped: there is no Chromium; ./check installs it");
        PlaywrightAssertions.setDefaultAssertionTimeout(MOST_PATIENCE);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable.orElseThrow())
                        .setArgs(Stream.concat(USUAL.stream(), more.stream()).toList()));
        return new Chromium(playwright, browser);
    }

    BrowserContext window(String address, int width, int height, ColorScheme scheme) {
        return browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(address)
                .setViewportSize(width, height)
                .setColorScheme(scheme));
    }

    /** The window at an address that all tests share: what a page keeps in the browser is there for the next. */
    BrowserContext shared(String address, Consumer<Page> atFirst) {
        return shared.computeIfAbsent(address, a -> {
            BrowserContext window = window(a, 1440, 900, ColorScheme.LIGHT);
            Page page = window.newPage();
            atFirst.accept(page);
            page.close();
            return window;
        });
    }

    /** The one page at an address that all tests share, as they left it; {@code atFirst} opens it. */
    Page kept(String address, Consumer<Page> atFirst) {
        return kept.computeIfAbsent(address, a -> {
            Page page = window(a, 480, 640, ColorScheme.LIGHT).newPage();
            atFirst.accept(page);
            return page;
        });
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
