package org.stillpoint.app.serve;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.store.StoreSettings;
import org.stillpoint.web.WebSettings;
import picocli.CommandLine.Command;

/**
 * Starts a demo practice in a folder of its own, opens the pages that are asked for most, marks in the session that goes on there, and ends:
 * the training run from which the start script has the Java machine make its ahead-of-time cache of classes and of how often each method
 * ran (JEP 514 and 515, JDK 25), so that later starts are quicker, and the first marks of a morning too.
 */
@Command(
        name = "warm-up",
        hidden = true,
        description = "Opens a throw-away demo practice, works in it and ends; used by the start script.")
public final class WarmUpCommand implements Callable<Integer> {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern SESSION = Pattern.compile("href=\"(/sessions/[0-9a-f-]{36})\"");
    private static final Pattern CLIENT = Pattern.compile("href=\"(/clients/[0-9a-f-]{36})(?:/prepare)?\"");

    /** As long as there is something to learn; own choice, 2026: more made the first marks no quicker. */
    private static final int VISITS = 20;

    private static final int MARKS = 500;

    private final int visits;
    private final int marks;

    public WarmUpCommand() {
        this(VISITS, MARKS);
    }

    /**
     * @param visits of each page
     * @param marks in one session
     */
    WarmUpCommand(int visits, int marks) {
        this.visits = visits;
        this.marks = marks;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("stillpoint-warm-up");
        try (Practice practice = Practice.start(new StoreSettings.Sqlite(folder), true, 0);
                HttpClient browser = HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(Redirect.ALWAYS)
                        .build()) {
            String root = "http://127.0.0.1:" + practice.port();
            String form = "name=" + WebSettings.DEMO_NAME + "&password=" + WebSettings.DEMO_NAME;
            String door = one(TOKEN, get(browser, root + "/sign-in"));
            String today = post(browser, root + "/sign-in", "application/x-www-form-urlencoded", door, form);
            String session = one(SESSION, today);
            String client = one(CLIENT, today);
            get(browser, root + "/body/anatomy.json");
            for (int visit = 0; visit < visits; visit++) {
                for (String page : List.of("/", "/clients/new", client, client + "/prepare", session)) {
                    get(browser, root + page);
                }
            }
            String token = one(TOKEN, get(browser, root + session));
            for (int mark = 0; mark < marks; mark++) {
                String tap = "{\"id\":\"%s\",\"at\":\"%s\",\"kind\":\"settled\"}"
                        .formatted(UUID.randomUUID(), Instant.now());
                post(browser, root + session + "/marks", "application/json", token, tap);
            }
        } finally {
            delete(folder);
        }
        return ExitCode.OK;
    }

    private static String one(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("the page holds no " + pattern);
        }
        return found.group(1);
    }

    private static String get(HttpClient browser, String address) throws IOException, InterruptedException {
        return send(browser, HttpRequest.newBuilder(URI.create(address)));
    }

    private static String post(HttpClient browser, String address, String type, String token, String body)
            throws IOException, InterruptedException {
        return send(
                browser,
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", type)
                        .header("Sec-Fetch-Site", "same-origin")
                        .header("X-CSRF-TOKEN", token)
                        .POST(BodyPublishers.ofString(body)));
    }

    private static String send(HttpClient browser, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = browser.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    answer.request().uri().getPath() + " was answered with " + answer.statusCode());
        }
        return answer.body();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
