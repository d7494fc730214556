package org.stillpoint.bench.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.stillpoint.bench.PackagedProgram;

/** A demo practice as a process of its own, and a browser without eyes that taps in it. */
final class FaultedPractice implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern HIDDEN = Pattern.compile("name=\"(id|check|session|read)\" value=\"([^\"]+)\"");
    private static final Pattern READY = Pattern.compile("Stillpoint is ready: +(http://\\S+)");

    /** Longer than anybody waits; whoever has no answer by then is told so. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final URI root;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private String token = "";

    private FaultedPractice(Process process, URI root) {
        this.process = process;
        this.root = root;
    }

    /**
     * An answer.
     *
     * @param status 0 where there was none
     * @param seconds until it was there
     */
    record WireAnswer(int status, double seconds, String body) {

        /** As the page's script judges it: only an answer that names the tap says that it is saved. */
        boolean acknowledges(UUID tap) {
            return status == 200 && body.contains("\"" + tap + "\"");
        }

        /** The title of the page, or the problem that a script is told. */
        String says() {
            if (status == 0) {
                return "no answer";
            }
            Matcher said =
                    Pattern.compile("<h1>([^<]+)</h1>|\"problem\":\"([^\"]+)\"").matcher(body);
            return status + (said.find() ? " \"" + (said.group(1) == null ? said.group(2) : said.group(1)) + "\"" : "");
        }
    }

    /** @throws IOException if it does not start; the message is what it said */
    static FaultedPractice start(List<String> where) throws IOException {
        return start(command(where));
    }

    /** The same, in a surrounding of its own. */
    static FaultedPractice start(ProcessBuilder command) throws IOException {
        Process process = command.redirectErrorStream(true).start();
        BufferedReader out = process.inputReader();
        List<String> said = new ArrayList<>();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.add(line);
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                Thread.ofVirtual().start(() -> readOn(out));
                return new FaultedPractice(process, URI.create(ready.group(1)));
            }
        }
        throw new IOException(String.join(" / ", said));
    }

    /** Else the program would wait for somebody to hear what it says. */
    private static void readOn(BufferedReader out) {
        try {
            while (out.readLine() != null) {
                continue;
            }
        } catch (IOException closed) {
            // with the process
        }
    }

    /** As it is started by whoever uses it, but for the second compiler: one that is killed soon needs none. */
    static ProcessBuilder command(List<String> where) {
        List<String> arguments = new ArrayList<>(List.of("serve", "--demo", "--port", "0"));
        arguments.addAll(where);
        return PackagedProgram.command(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1"), arguments);
    }

    long pid() {
        return process.pid();
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    FaultedPractice signIn() throws IOException {
        token = token(get("/sign-in"));
        WireAnswer in = form("/sign-in", Map.of("name", "demo", "password", "demo"));
        if (in.status() / 100 != 3) {
            throw new IOException("signing in was answered with " + in.status());
        }
        token = token(get("/"));
        return this;
    }

    /** Goes on with the sign-in of a program that was killed, as a browser does. */
    FaultedPractice signedInAs(FaultedPractice killed) throws IOException {
        killed.cookies
                .getCookieStore()
                .getCookies()
                .forEach(cookie -> cookies.getCookieStore().add(root, cookie));
        WireAnswer today = get("/");
        if (today.status() != 200) {
            throw new IOException("a sign-in of before was answered with " + today.status());
        }
        token = token(today);
        return this;
    }

    /** A new client's session that goes on, opened as a browser does, so that its taps are kept while the screen locks; its path. */
    String startSession(String name) throws IOException {
        Map<String, String> fresh = hidden(get("/clients/new"));
        form("/clients", Map.of("id", fresh.getOrDefault("id", ""), "name", name, "another", "yes"));
        String client = "/clients/" + fresh.get("id");
        Map<String, String> read = hidden(get(client + "/consent/sign"));
        form(
                client + "/consent/sign",
                Map.of(
                        "id", read.getOrDefault("id", ""),
                        "read", read.getOrDefault("read", ""),
                        "who", "self",
                        "typed", "A. Client",
                        "CONTACT_BY_EMAIL", "no",
                        "RESEARCH_USE", "no"));
        Map<String, String> check = hidden(get(client + "/sessions/new"));
        WireAnswer started = form(
                client + "/sessions",
                Map.of(
                        "check",
                        check.getOrDefault("check", ""),
                        "session",
                        check.getOrDefault("session", ""),
                        "none-RED_FLAG",
                        "yes",
                        "none-STOP",
                        "yes",
                        "none-ASK_FIRST",
                        "yes",
                        "then",
                        "start"));
        if (started.status() / 100 != 3) {
            throw new IOException("starting a session was answered with " + started.status());
        }
        String session = "/sessions/" + check.get("session");
        WireAnswer opened = get(session);
        if (opened.status() != 200) {
            throw new IOException("a session that goes on was answered with " + opened.status());
        }
        return session;
    }

    /** @param at when it was tapped: sent again it says the same */
    WireAnswer tap(String session, UUID id, Instant at) {
        String body = "{\"id\":\"%s\",\"at\":\"%s\",\"kind\":\"settled\"}".formatted(id, at);
        return send(HttpRequest.newBuilder(root.resolve(session + "/marks"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("X-CSRF-TOKEN", token)
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    WireAnswer get(String path) {
        return send(HttpRequest.newBuilder(root.resolve(path)).GET());
    }

    WireAnswer form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))
                + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder(root.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private WireAnswer send(HttpRequest.Builder request) {
        long asked = System.nanoTime();
        try {
            HttpResponse<String> answer = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
            return new WireAnswer(answer.statusCode(), (System.nanoTime() - asked) / 1e9, answer.body());
        } catch (IOException none) {
            return new WireAnswer(0, (System.nanoTime() - asked) / 1e9, "");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new WireAnswer(0, (System.nanoTime() - asked) / 1e9, "");
        }
    }

    private static String token(WireAnswer page) throws IOException {
        Matcher token = TOKEN.matcher(page.body());
        if (!token.find()) {
            throw new IOException("no token in a page that was answered with " + page.status());
        }
        return token.group(1);
    }

    private static Map<String, String> hidden(WireAnswer page) {
        return HIDDEN.matcher(page.body())
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2), (first, second) -> first));
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
