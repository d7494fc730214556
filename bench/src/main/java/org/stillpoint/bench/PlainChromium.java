package org.stillpoint.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Chromium as the machine has it, headless, doing nothing of its own meanwhile. */
final class PlainChromium implements AutoCloseable {
    private final Playwright playwright;
    private final Browser browser;

    /** @param more of its options */
    PlainChromium(Path chromium, String... more) {
        List<String> options = new ArrayList<>(List.of("--no-sandbox", "--disable-background-networking"));
        options.addAll(List.of(more));
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(options));
    }

    Playwright playwright() {
        return playwright;
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
