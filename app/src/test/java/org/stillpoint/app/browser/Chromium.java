package org.stillpoint.app.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real, headless Chromium. */
final class Chromium implements AutoCloseable {

    /** How long an expectation may take to come true, ms: far above any page's own time, for machines that are busy. */
    private static final double MOST_PATIENCE = 30_000;

    /** Without three dimensions: the body is its flat map. */
    static final String FLAT = "--disable-3d-apis";

    private static final List<String> USUAL = List.of(
            "--no-sandbox",
            "--use-angle=swiftshader",
            "--enable-unsafe-swiftshader",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** @param more arguments beside the usual ones */
    static Chromium start(String... more) {
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
                        .setArgs(Stream.concat(USUAL.stream(), Stream.of(more)).toList()));
        return new Chromium(playwright, browser);
    }

    /**
     * A fresh window.
     *
     * @param errors takes every error that one of its pages reports
     */
    BrowserContext window(String address, int width, int height, ColorScheme scheme, List<String> errors) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(address)
                .setViewportSize(width, height)
                .setColorScheme(scheme));
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
        context.onWebError(error -> errors.add(error.error()));
        return context;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
