package org.stillpoint.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.APIRequest;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The check-in behind a client's link, opened for the first time on a slow phone: bytes over the wire, the first thing to be seen, and when a
 * finger on the first question is answered, which needs its scripts. Beside it the page that only asks to open the link, which has none. Each
 * visit has a link, a client with a map of pain, and a browser of its own, with nothing in its cache.
 */
@Command(name = "check-in", mixinStandardHelpOptions = true)
public final class CheckInOpened implements Callable<Integer> {
    /** What is asked of it: a mid-range phone on a slow 4G connection, as Lighthouse throttles (Google 2024: 4 x, 1.6 Mbit/s, 150 ms). */
    private static final int SLOWER = 4;

    private static final double BYTES_A_SECOND = 1.6e6 / 8;
    private static final double DELAY_MS = 150;

    private static final double MOST_KB = 120;
    private static final double MOST_MS = 2_000;

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern LINK = Pattern.compile("https?://[^/<]+(/link/[\\w-]+)<");

    /** Lit once the scripts of the check-in have run: then one question alone is shown, beside those that may be asked for, and its answers go on. */
    private static final String ANSWERS = "() => document.querySelectorAll('#dots li').length > 0"
            + " && [...document.querySelectorAll('[data-step]:not([hidden])')].filter((step) => !step.closest('.more')).length === 1";

    @Option(names = "--times", description = "Visits.")
    private int times = 9;

    @Option(names = "--chromium")
    private Path file = Path.of("/usr/bin/chromium");

    /**
     * @param seen first contentful paint, ms since the navigation
     * @param answers when a finger is answered, ms since the navigation
     * @param bytes over the wire, heads of answers included
     */
    private record PhoneVisit(double seen, double answers, double bytes) {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new CheckInOpened()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("check-in");
        try (ServedPractice practice = ServedPractice.start(20, 5, List.of("--data", folder.toString()));
                PlainChromium chromium = new PlainChromium(file)) {
            Browser browser = chromium.browser();
            APIRequestContext owner = chromium.playwright()
                    .request()
                    .newContext(new APIRequest.NewContextOptions()
                            .setBaseURL(practice.root().toString()));
            sent(owner, "/sign-in", "/sign-in", Map.of("name", "demo", "password", "demo"));
            List<PhoneVisit> asked = new ArrayList<>();
            List<PhoneVisit> plain = new ArrayList<>();
            for (int time = 0; time <= times; time++) {
                String link = link(owner, "Visited " + UUID.randomUUID());
                try (BrowserContext phone = browser.newContext(new Browser.NewContextOptions()
                        .setBaseURL(practice.root().toString())
                        .setViewportSize(390, 844)
                        .setServiceWorkers(ServiceWorkerPolicy.BLOCK))) {
                    PhoneVisit opening = visited(phone, link, "() => true");
                    phone.pages().getFirst().click("[data-name=open-link] button");
                    phone.pages().getFirst().waitForSelector("#check-in");
                    phone.pages().getFirst().close();
                    try (BrowserContext fresh = freshCache(browser, phone, practice)) {
                        PhoneVisit open = visited(fresh, link, ANSWERS);
                        if (time > 0) { // the first one warms the program itself
                            plain.add(opening);
                            asked.add(open);
                        }
                    }
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d visits, 390 x 844, processor %d times slower, 1.6 Mbit/s, %.0f ms to and fro%n%n",
                    times,
                    SLOWER,
                    DELAY_MS);
            System.out.println(
                    "| page | over the wire | first to be seen: median | answers a finger: median | worst |");
            System.out.println("|---|---|---|---|---|");
            print("peer: the page that asks to open the link", plain);
            print("the check-in", asked);
            boolean holds = median(asked, Comparator.comparing(PhoneVisit::answers))
                                    .answers()
                            <= MOST_MS
                    && median(asked, Comparator.comparing(PhoneVisit::bytes)).bytes() / 1000 <= MOST_KB;
            System.out.printf(
                    Locale.ROOT,
                    "%ntargets: %.0f kB, %.1f s: %s%n",
                    MOST_KB,
                    MOST_MS / 1000,
                    holds ? "hold" : "missed");
            return holds ? 0 : 1;
        }
    }

    /** A link of somebody who has told where it hurts. */
    private static String link(APIRequestContext owner, String name) throws IOException {
        String client = URI.create(sent(owner, "/clients/new", "/clients", Map.of("name", name))
                        .url())
                .getPath();
        sent(owner, client + "/pain", client + "/pain", Map.of("X205", "6", "X110", "4"));
        String made = sent(owner, client + "/links", client + "/links", Map.of("purpose", "CHECK_IN", "days", "7"))
                .text();
        Matcher link = LINK.matcher(made);
        if (!link.find()) {
            throw new IOException("no link was made");
        }
        return link.group(1);
    }

    /** A form of a page, with what it carries. */
    private static APIResponse sent(APIRequestContext owner, String page, String action, Map<String, String> typed)
            throws IOException {
        FormData form = FormData.create();
        String shown = owner.get(page).text();
        int begins = shown.indexOf("action=\"" + action + "\"");
        Matcher hidden = HIDDEN.matcher(shown.substring(Math.max(0, begins)));
        Set<String> set = new HashSet<>();
        while (hidden.find()) {
            if (set.add(hidden.group(1))) {
                form.set(hidden.group(1), hidden.group(2));
            }
        }
        typed.forEach(form::set);
        APIResponse answer = owner.post(action, RequestOptions.create().setForm(form));
        if (!answer.ok()) {
            throw new IOException(action.replaceAll("[0-9a-f-]{36}", "*") + " was answered with " + answer.status());
        }
        return answer;
    }

    /** The same phone with its cookies, and nothing of the practice in its cache. */
    private static BrowserContext freshCache(Browser browser, BrowserContext phone, ServedPractice practice) {
        return browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(practice.root().toString())
                .setViewportSize(390, 844)
                .setServiceWorkers(ServiceWorkerPolicy.BLOCK)
                .setStorageState(phone.storageState()));
    }

    private static PhoneVisit visited(BrowserContext phone, String link, String answers) {
        Page page = phone.newPage();
        CDPSession tools = phone.newCDPSession(page);
        double[] bytes = {0};
        tools.on(
                "Network.loadingFinished",
                told -> bytes[0] += told.get("encodedDataLength").getAsDouble());
        tools.send("Network.enable");
        JsonObject network = new JsonObject();
        network.addProperty("offline", false);
        network.addProperty("latency", DELAY_MS);
        network.addProperty("downloadThroughput", BYTES_A_SECOND);
        network.addProperty("uploadThroughput", BYTES_A_SECOND);
        tools.send("Network.emulateNetworkConditions", network);
        JsonObject processor = new JsonObject();
        processor.addProperty("rate", SLOWER);
        tools.send("Emulation.setCPUThrottlingRate", processor);
        page.addInitScript("""
                const answers = %s;
                const look = () => (answers() ? requestAnimationFrame(() => setTimeout(() => (window.answered = performance.now()))) : requestAnimationFrame(look));
                addEventListener('DOMContentLoaded', look);
                """.formatted(answers));
        page.navigate(link);
        page.waitForFunction("() => window.answered");
        page.waitForLoadState();
        return new PhoneVisit(
                number(page, "performance.getEntriesByName('first-contentful-paint')[0].startTime"),
                number(page, "window.answered"),
                bytes[0]);
    }

    private static double number(Page shown, String expression) {
        return ((Number) shown.evaluate("() => " + expression)).doubleValue();
    }

    private static PhoneVisit median(List<PhoneVisit> visits, Comparator<PhoneVisit> by) {
        return visits.stream().sorted(by).toList().get(visits.size() / 2);
    }

    private static void print(String page, List<PhoneVisit> visits) {
        Comparator<PhoneVisit> byAnswers = Comparator.comparing(PhoneVisit::answers);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f kB | %.2f s | %.2f s | %.2f s |%n",
                page,
                median(visits, Comparator.comparing(PhoneVisit::bytes)).bytes() / 1000,
                median(visits, Comparator.comparing(PhoneVisit::seen)).seen() / 1000,
                median(visits, byAnswers).answers() / 1000,
                visits.stream().max(byAnswers).orElseThrow().answers() / 1000);
    }
}
