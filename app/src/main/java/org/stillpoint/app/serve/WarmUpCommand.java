package org.stillpoint.app.serve;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.store.StoreSettings;
import org.stillpoint.web.WebSettings;
import picocli.CommandLine.Command;

/**
 * Starts a demo practice in a folder of its own, opens its first pages and ends: the training run from which the start script has the Java
 * machine make its ahead-of-time cache (JEP 514, JDK 25), so that later starts are quicker.
 */
@Command(
        name = "warm-up",
        hidden = true,
        description = "Opens a throw-away demo practice once and ends; used by the start script.")
public final class WarmUpCommand implements Callable<Integer> {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("stillpoint-warm-up");
        try (Practice practice = Practice.start(new StoreSettings.Sqlite(folder), true, 0);
                HttpClient browser = HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(Redirect.ALWAYS)
                        .build()) {
            String address = "http://127.0.0.1:" + practice.port();
            Matcher token = TOKEN.matcher(get(browser, address + "/sign-in"));
            if (!token.find()) {
                throw new IllegalStateException("the sign-in page holds no token");
            }
            String form = "name=" + WebSettings.DEMO_NAME + "&password=" + WebSettings.DEMO_NAME + "&_csrf="
                    + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
            post(browser, address + "/sign-in", form);
            for (String page : List.of("/", "/clients/new", "/body/anatomy.json")) {
                get(browser, address + page);
            }
        } finally {
            delete(folder);
        }
        return ExitCode.OK;
    }

    private static String get(HttpClient browser, String address) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                .body();
    }

    private static void post(HttpClient browser, String address, String form) throws IOException, InterruptedException {
        HttpResponse<String> answer = browser.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("signing in answered " + answer.statusCode());
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
