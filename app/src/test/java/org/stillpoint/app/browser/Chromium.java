package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real, headless Chromium; it notes every error that a page reports, violations of the content policy included. */
final class Chromium implements AutoCloseable {

    /** How long an expectation may take to come true, ms: far above any page's own time, for machines that are busy. */
    private static final double MOST_PATIENCE = 30_000;

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
    private final List<String> errors = new CopyOnWriteArrayList<>();

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

    /** A fresh window, with nobody signed in. */
    Page page(String address, int width, int height, ColorScheme scheme) {
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
        return context.newPage();
    }

    Page page(String address) {
        return page(address, 1440, 900, ColorScheme.LIGHT);
    }

    static void signIn(Page page, String name, String password) {
        page.fill("#name", name);
        page.fill("#password", password);
        page.click("form.fields button");
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    /** Waits until the page with this heading is there and its scripts listen; before that a key pressed is a key lost. */
    static void waitForPage(Page page, String heading) {
        PlaywrightAssertions.assertThat(page.locator("h1")).hasText(heading);
        page.waitForLoadState();
    }

    /** Waits until the body has been drawn. */
    static void waitForBody(Page page) {
        page.waitForSelector("sp-body[data-ready]", new Page.WaitForSelectorOptions().setTimeout(60_000));
    }

    /** Fails on any error that a page has reported, but for answers that the test itself provoked. */
    void expectNoErrors() {
        assertThat(errors.stream().filter(error -> !error.startsWith("Failed to load resource")))
                .isEmpty();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
