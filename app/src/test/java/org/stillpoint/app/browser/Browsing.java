package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The windows that one test opens, and every error that their pages report, violations of the content policy included. */
final class Browsing {

    /** WCAG 2.2, levels A and AA (W3C 2023), in axe's words. */
    private static final List<String> CRITERIA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

    /**
     * Whatever is on its way from one colour to another arrives; what moves for ever does not count. To wait for it may take for ever: a
     * page that is not being drawn moves nothing. And the bar with the main action lies over nothing: what it covers of a long page is scrolled to,
     * with room for the bar ({@code scroll-padding}).
     */
    private static final String AT_REST = """
            () => {
              document.getAnimations()
                .filter(each => Number.isFinite(each.effect.getComputedTiming().endTime))
                .forEach(each => each.finish());
              for (const bar of document.querySelectorAll('.main-action')) {
                if (getComputedStyle(bar).position === 'sticky') bar.style.position = 'static';
              }
            }""";

    private final Chromium chromium;
    private final Supplier<RunningPractice> practice;
    private final List<BrowserContext> windows = new ArrayList<>();
    private final List<Page> pages = new ArrayList<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final List<Runnable> silence = new ArrayList<>();

    Browsing(Chromium chromium, Supplier<RunningPractice> practice) {
        this.chromium = chromium;
        this.practice = practice;
    }

    /** A fresh window on any address. */
    Page window(String address, int width, int height, ColorScheme scheme) {
        BrowserContext window = chromium.window(address, width, height, scheme);
        windows.add(window);
        window.onPage(this::listen);
        return window.newPage();
    }

    private void listen(Page page) {
        Consumer<ConsoleMessage> said = message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        };
        Consumer<String> failed = errors::add;
        page.onConsoleMessage(said);
        page.onPageError(failed);
        silence.add(() -> {
            page.offConsoleMessage(said);
            page.offPageError(failed);
        });
    }

    /** A page that stays open from test to test; {@code atFirst} opens it. */
    Page kept(String address, Consumer<Page> atFirst) {
        Page page = chromium.kept(address, atFirst);
        listen(page);
        return page;
    }

    /** A fresh window on the practice, with nobody signed in. */
    Page stranger(int width, int height, ColorScheme scheme) {
        return window(practice.get().address(), width, height, scheme);
    }

    /** The same at the name of this machine: passkeys are known at no address of digits. */
    Page strangerByName(int width, int height) {
        return window(practice.get().address().replace("127.0.0.1", "localhost"), width, height, ColorScheme.LIGHT);
    }

    /** A page of somebody who is signed in to the practice, on Today. */
    Page signedIn(int width, int height, ColorScheme scheme) {
        Page page = signedIn(scheme);
        page.setViewportSize(width, height);
        page.navigate("/");
        return page;
    }

    /** The same on a laptop's screen, light, at an address. */
    Page open(String address) {
        return open(address, ColorScheme.LIGHT);
    }

    Page open(String address, ColorScheme scheme) {
        Page page = signedIn(scheme);
        page.setViewportSize(1440, 900);
        page.navigate(address);
        if (page.url().contains("/sign-in")) { // another test has ended all sign-ins but its own
            signIn(page, "demo", "demo");
            page.navigate(address);
        }
        return page;
    }

    /** A page in the one window that stays signed in for all tests, with the body that an earlier page has built. */
    private Page signedIn(ColorScheme scheme) {
        Page page = shared(practice.get().address(), first -> {
            first.navigate("/sign-in");
            signIn(first, "demo", "demo");
        });
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        return page;
    }

    /** A page in the window that all tests share at an address; {@code atFirst} is done once, on a page of its own. */
    Page shared(String address, Consumer<Page> atFirst) {
        Page page = chromium.shared(address, atFirst).newPage();
        listen(page);
        pages.add(page);
        return page;
    }

    static void signIn(Page page, String name, String password) {
        page.fill("#name", name);
        page.fill("#password", password);
        page.click("form.fields button");
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    /** What stands behind one's own name at the top of every page. */
    static void clickInOwnMenu(Page page, String selector) {
        page.click(".own-menu summary");
        page.click(selector);
    }

    /** Where the page of a client is, as the search of all clients says. */
    static String client(Page page, String name) {
        page.navigate("/clients");
        page.fill("#search", name);
        return page.locator("[data-name=client] a.row:has(.name:text-is('" + name + "'))")
                .getAttribute("href");
    }

    /** The element that the templates give this name. */
    static String named(String name) {
        return "[data-name='" + name + "']";
    }

    /** Waits until the page at an address is there and its scripts listen; before that a key pressed is a key lost. */
    static void waitFor(Page page, String ending) {
        try {
            page.waitForURL(url -> url.endsWith(ending));
        } catch (TimeoutError late) {
            throw new AssertionError(
                    "waited for %s, and it is %s: %s".formatted(ending, page.url(), page.title()), late);
        }
        page.waitForLoadState();
    }

    /** Waits until the body has been drawn. */
    static void waitForBody(Page page) {
        page.waitForSelector("sp-body[data-ready]", new Page.WaitForSelectorOptions().setTimeout(60_000));
    }

    /** What of a page does not meet the criteria, by axe-core; empty where all is well. */
    static List<String> violations(Page page, String where) {
        return violations(page, where, axe(page).withTags(CRITERIA));
    }

    /**
     * The same in both schemes, which the page takes on as it does when the device changes over. A scheme changes colours and
     * nothing else; so the dark one is asked for those alone.
     */
    static List<String> violationsLightAndDark(Page page, String where) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        List<String> light = violations(page, where + ", light");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        List<String> dark = violations(page, where + ", dark", axe(page).withRules(COLOURS));
        return Stream.concat(light.stream(), dark.stream()).toList();
    }

    /** Pages hold no frames of others: nothing needs to be gathered from them in another window. */
    private static AxeBuilder axe(Page page) {
        return new AxeBuilder(page).setLegacyMode(true);
    }

    private static List<String> violations(Page page, String where, AxeBuilder axe) {
        page.evaluate(AT_REST);
        return axe.analyze().getViolations().stream()
                .flatMap(rule -> rule.getNodes().stream()
                        .map(node -> "%s: %s at %s".formatted(where, rule.getId(), node.getHtml())))
                .toList();
    }

    void close() {
        silence.forEach(Runnable::run);
        pages.forEach(Page::close);
        windows.forEach(BrowserContext::close);
    }

    /** Fails on any error that a page has reported, but for answers that the test itself provoked. */
    void expectNoErrors() {
        assertThat(errors.stream().filter(error -> !error.startsWith("Failed to load resource")))
                .isEmpty();
    }

    /** Answers the safety check: one tap a level. */
    static void nothingFound(Page page) {
        for (String level : List.of("RED_FLAG", "STOP", "ASK_FIRST")) {
            page.check("input[name=none-" + level + "]");
        }
    }
}
