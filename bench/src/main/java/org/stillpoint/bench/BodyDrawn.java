package org.stillpoint.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How soon the body of a client's page is there, in a headless Chromium: from the navigation to the first thing to see of it (the flat map,
 * where it comes first) and to the body in three dimensions. Cold is a browser that has nothing of this practice but the cookie of its
 * sign-in; warm is the same page again. Beside it the page itself (first contentful paint) and what its scripts weigh, compressed as they are
 * sent.
 */
@Command(name = "body", mixinStandardHelpOptions = true)
public final class BodyDrawn implements Callable<Integer> {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern CLIENT = Pattern.compile("href=\"(/clients/[0-9a-f-]{36})\"");
    private static final Pattern SESSION = Pattern.compile("href=\"(/sessions/[0-9a-f-]{36})\"");

    /** Between two visits, ms; own choice, 2026. */
    private static final double READ = 1000;

    /** A visit that takes longer has failed, ms. */
    private static final double MOST = 30_000;

    /** Notes when the flat map and the body have been painted, in ms since the navigation. */
    private static final String NOTE = """
            window.drawn = {};
            const note = (what) => what in window.drawn || requestAnimationFrame(() => setTimeout(() => (window.drawn[what] ??= performance.now())));
            new MutationObserver(() => {
              if (document.querySelector('.sp-flat')) note('flat');
              if (document.querySelector('sp-body[data-ready][data-display="body"]')) note('body');
              if (document.querySelector('sp-body[data-ready]:not([data-display="body"]), sp-body[data-problem]')) window.drawn.problem = true;
            }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-ready', 'data-display'] });
            """;

    @Option(names = "--times", description = "Visits of each kind.")
    private int times = 9;

    @Option(names = "--page", description = "Behind the client's address: nothing, /trace, /pain.")
    private String page = "";

    @Option(
            names = "--session",
            description = "The session that goes on in the demo practice, in place of a client's page.")
    private boolean session;

    @Option(names = "--chromium")
    private Path chromium = Path.of("/usr/bin/chromium");

    /**
     * Each in ms since the navigation.
     *
     * @param page its first contentful paint
     * @param flat where the body came before a flat map was needed, the same as {@code body}
     * @param scripts bytes, compressed
     */
    private record Visit(double page, double flat, double body, double scripts) {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BodyDrawn()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (times < 1 || times > 100) {
            throw new IllegalArgumentException("--times " + times + "; allowed: 1 to 100");
        }
        Path folder = Files.createTempDirectory("body");
        try (ServedPractice practice = ServedPractice.start(20, 5, List.of("--data", folder.toString()));
                PlainChromium drawing =
                        new PlainChromium(chromium, "--use-angle=swiftshader", "--enable-unsafe-swiftshader")) {
            Browser browser = drawing.browser();
            String root = practice.root().toString();
            visited(browser, root); // once, so that the program itself is warm
            List<Visit> cold = new ArrayList<>();
            List<Visit> warm = new ArrayList<>();
            for (int time = 0; time < times; time++) {
                List<Visit> visits = visited(browser, root);
                cold.add(visits.get(0));
                warm.add(visits.get(1));
            }
            System.out.printf("%d visits each, 1180 x 820, drawn in software%n%n", times);
            System.out.println(
                    "| | page: median | first to be seen: median | worst | body: median | worst | after the page: median | target |");
            System.out.println("|---|---|---|---|---|---|---|---|");
            print("cold", cold, "1.5 s");
            print("warm", warm, "0.4 s");
            System.out.printf(
                    Locale.ROOT,
                    "%nscripts: %.0f kB, compressed (target 300)%n",
                    cold.getLast().scripts() / 1000);
        }
        return 0;
    }

    /** A cold visit and, of the same browser, a warm one. */
    private List<Visit> visited(Browser browser, String root) throws IOException {
        try (BrowserContext window = browser.newContext(
                new Browser.NewContextOptions().setBaseURL(root).setViewportSize(1180, 820))) {
            window.addInitScript(NOTE);
            String address = signIn(window);
            Page shown = window.newPage();
            List<Visit> visits = new ArrayList<>();
            for (int time = 0; time < 2; time++) {
                shown.waitForTimeout(READ); // nobody asks for the same page again the moment it is there
                shown.navigate(address);
                shown.waitForFunction(
                        "() => window.drawn.body || window.drawn.problem",
                        null,
                        new Page.WaitForFunctionOptions().setTimeout(MOST));
                if (shown.evaluate("() => window.drawn.problem ?? false").equals(true)) {
                    throw new IOException("the body was not drawn in three dimensions");
                }
                visits.add(new Visit(
                        number(shown, "performance.getEntriesByName('first-contentful-paint')[0].startTime"),
                        number(shown, "Math.min(window.drawn.flat ?? Infinity, window.drawn.body)"),
                        number(shown, "window.drawn.body"),
                        number(
                                shown,
                                "performance.getEntriesByType('resource').filter(({name}) => /\\.js(\\?|$)/.test(name))"
                                        + ".reduce((sum, {encodedBodySize}) => sum + encodedBodySize, 0)")));
            }
            return visits;
        }
    }

    private static double number(Page shown, String expression) {
        return ((Number) shown.evaluate("() => " + expression)).doubleValue();
    }

    /** Without a page, so that nothing is in the browser yet. */
    private String signIn(BrowserContext window) throws IOException {
        String token = first(TOKEN, window.request().get("/sign-in").text());
        window.request()
                .post(
                        "/sign-in",
                        RequestOptions.create()
                                .setForm(FormData.create()
                                        .set("name", "demo")
                                        .set("password", "demo")
                                        .set("_csrf", token)));
        return session
                ? first(SESSION, window.request().get("/").text())
                : first(CLIENT, window.request().get("/clients").text()) + page;
    }

    private static String first(Pattern wanted, String page) throws IOException {
        Matcher found = wanted.matcher(page);
        if (!found.find()) {
            throw new IOException("the page has no " + wanted);
        }
        return found.group(1);
    }

    private static void print(String kind, List<Visit> visits, String target) {
        double[] page = visits.stream().mapToDouble(Visit::page).sorted().toArray();
        double[] after = visits.stream()
                .mapToDouble(visit -> visit.body() - visit.page())
                .sorted()
                .toArray();
        double[] flat = visits.stream().mapToDouble(Visit::flat).sorted().toArray();
        double[] body = visits.stream().mapToDouble(Visit::body).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "| %s | %.2f s | %.2f s | %.2f s | %.2f s | %.2f s | %.2f s | %s |%n",
                kind,
                page[page.length / 2] / 1000,
                flat[flat.length / 2] / 1000,
                flat[flat.length - 1] / 1000,
                body[body.length / 2] / 1000,
                body[body.length - 1] / 1000,
                after[after.length / 2] / 1000,
                target);
    }
}
