package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** The windows that one test opens, and every error that their pages report, violations of the content policy included. */
final class Browsing {

    /** WCAG 2.2, levels A and AA (W3C 2023), in axe's words. */
    private static final List<String> CRITERIA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private final Chromium chromium;
    private final Supplier<RunningPractice> practice;
    private final List<BrowserContext> windows = new ArrayList<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();

    Browsing(Chromium chromium, Supplier<RunningPractice> practice) {
        this.chromium = chromium;
        this.practice = practice;
    }

    /** A fresh window on any address. */
    Page window(String address, int width, int height, ColorScheme scheme) {
        BrowserContext window = chromium.window(address, width, height, scheme, errors);
        windows.add(window);
        return window.newPage();
    }

    /** A fresh window on the practice, with nobody signed in. */
    Page stranger(int width, int height, ColorScheme scheme) {
        return window(practice.get().address(), width, height, scheme);
    }

    /** A window of somebody who is signed in to the practice, on Today. */
    Page signedIn(int width, int height, ColorScheme scheme) {
        Page page = stranger(width, height, scheme);
        page.navigate("/sign-in");
        signIn(page, "demo", "demo");
        return page;
    }

    /** The same on a laptop's screen, light, at an address. */
    Page open(String address) {
        return open(address, ColorScheme.LIGHT);
    }

    Page open(String address, ColorScheme scheme) {
        Page page = signedIn(1440, 900, scheme);
        page.navigate(address);
        return page;
    }

    static void signIn(Page page, String name, String password) {
        page.fill("#name", name);
        page.fill("#password", password);
        page.click("form.fields button");
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    /** Where the page of a client is, as Today says. */
    static String client(Page page, String name) {
        page.navigate("/");
        return page.locator("[data-name=client] a.row:has(.name:text-is('" + name + "'))")
                .getAttribute("href");
    }

    /** The element that the templates give this name. */
    static String named(String name) {
        return "[data-name='" + name + "']";
    }

    /** Waits until the page at an address is there and its scripts listen; before that a key pressed is a key lost. */
    static void waitFor(Page page, String ending) {
        page.waitForURL(url -> url.endsWith(ending));
        page.waitForLoadState();
    }

    /** Waits until the body has been drawn. */
    static void waitForBody(Page page) {
        page.waitForSelector("sp-body[data-ready]", new Page.WaitForSelectorOptions().setTimeout(60_000));
    }

    /** What of a page does not meet the criteria, by axe-core; empty where all is well. */
    static List<String> violations(Page page, String where) {
        return new AxeBuilder(page)
                .withTags(CRITERIA).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> "%s: %s at %s".formatted(where, rule.getId(), node.getHtml())))
                        .toList();
    }

    void close() {
        windows.forEach(BrowserContext::close);
    }

    /** Fails on any error that a page has reported, but for answers that the test itself provoked. */
    void expectNoErrors() {
        assertThat(errors.stream().filter(error -> !error.startsWith("Failed to load resource")))
                .isEmpty();
    }
}
