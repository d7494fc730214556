package org.stillpoint.bench.load;

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
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without eyes in which somebody is signed in, with sessions of its own that go on. Safe for several threads. */
final class SignedInBrowser {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern HIDDEN = Pattern.compile("name=\"(id|check|session|read)\" value=\"([^\"]+)\"");
    private static final Pattern CLIENT = Pattern.compile(
            "<a class=\"row\" href=\"(/clients/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\">\\s*<span class=\"name\">([^<]*)</span>");
    private static final Pattern NEXT = Pattern.compile("href=\"(/clients\\?after=[^\"]+)\"");
    private static final Pattern FILE = Pattern.compile("(?:href|src)=\"(/(?:style|script)/[^\"]+)\"");

    /** What those are called who are added here, who have nothing but a session and its marks. */
    private static final String ADDED = "Loaded";

    /** Longer than anybody waits; whoever has no answer by then has none. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI root;
    private final HttpClient http;
    private String token = "";
    private URI peer;
    private final List<String> sessions = new ArrayList<>();
    private List<String> files = List.of();
    private List<String> clients = List.of();

    private SignedInBrowser(URI root) {
        this.root = root;
        this.peer = root;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .build();
    }

    static SignedInBrowser at(URI root) throws IOException, InterruptedException {
        SignedInBrowser browser = new SignedInBrowser(root);
        browser.signIn();
        return browser;
    }

    /**
     * What it goes on with.
     *
     * @param visited whose pages it opens, and for whom it gives check-ins
     * @param count of sessions that are started, each with somebody who is added for it
     * @param beside where the peer of a tap is asked
     */
    void begin(List<String> visited, int count, URI beside) throws IOException, InterruptedException {
        clients = visited;
        peer = beside;
        for (int number = 0; number < count; number++) {
            sessions.add(startSession(ADDED + " " + UUID.randomUUID()));
        }
    }

    /** Ends the sessions that it began: a practice that is used again has not those of every load before. */
    void end() throws IOException, InterruptedException {
        for (String session : sessions) {
            HttpResponse<String> answer = form(session + "/end", Map.of());
            if (!goesOnTo(answer).endsWith(session)) {
                throw new IOException("ending a session was answered with " + answer.statusCode());
            }
        }
    }

    private void signIn() throws IOException, InterruptedException {
        token = token(get("/sign-in"));
        HttpResponse<String> in = form("/sign-in", Map.of("name", "demo", "password", "demo"));
        if (goesOnTo(in).isEmpty()) {
            throw new IOException("signing in was answered with " + in.statusCode());
        }
        HttpResponse<String> today = get("/");
        token = token(today);
        files = FILE.matcher(today.body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** Everybody in the practice, page by page, but whom a load has added before; as addresses. */
    List<String> everybody() throws IOException, InterruptedException {
        List<String> found = new ArrayList<>();
        for (Optional<String> page = Optional.of("/clients"); page.isPresent(); ) {
            String body = get(page.get()).body();
            CLIENT.matcher(body)
                    .results()
                    .filter(row -> !row.group(2).startsWith(ADDED))
                    .forEach(row -> found.add(row.group(1)));
            page = NEXT.matcher(body).results().findFirst().map(next -> next.group(1));
        }
        if (found.isEmpty()) {
            throw new IOException("the list of clients holds nobody");
        }
        return found;
    }

    private String startSession(String name) throws IOException, InterruptedException {
        String id = hidden(get("/clients/new")).getOrDefault("id", "");
        form("/clients", Map.of("id", id, "name", name, "another", "yes"));
        sign("/clients/" + id + "/consent/sign");
        Map<String, String> check = hidden(get("/clients/" + id + "/sessions/new"));
        String started = check.getOrDefault("session", "");
        HttpResponse<String> answer = form(
                "/clients/" + id + "/sessions",
                Map.of(
                        "check",
                        check.getOrDefault("check", ""),
                        "session",
                        started,
                        "none-RED_FLAG",
                        "yes",
                        "none-STOP",
                        "yes",
                        "none-ASK_FIRST",
                        "yes",
                        "then",
                        "start"));
        if (!goesOnTo(answer).contains("/sessions/")) {
            throw new IOException("starting a session was answered with " + answer.statusCode());
        }
        return "/sessions/" + started;
    }

    /** The client reads what they agree to, and signs it. */
    private void sign(String paper) throws IOException, InterruptedException {
        Map<String, String> read = hidden(get(paper));
        HttpResponse<String> answer = form(
                paper,
                Map.of(
                        "id", read.getOrDefault("id", ""),
                        "read", read.getOrDefault("read", ""),
                        "who", "self",
                        "typed", "A. Client",
                        "CONTACT_BY_EMAIL", "no",
                        "RESEARCH_USE", "no"));
        if (!goesOnTo(answer).contains("/consent")) {
            throw new IOException("signing was answered with " + answer.statusCode());
        }
    }

    /**
     * Sends one request, by its number.
     *
     * @throws IOException if it is not answered as it should be; the message says with what
     */
    void send(RequestKind kind, long number) throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(~number);
        String client = clients.get(random.nextInt(clients.size()));
        UUID id = UUID.randomUUID();
        switch (kind) {
            case TODAY -> require(get("/"), 200, "<h1");
            case CLIENT -> require(get(client), 200, "<h1");
            case SEARCH -> require(search(random.nextInt(26 * 26)), 200, "<h1");
            case CHECK_IN -> {
                HttpResponse<String> given = form(
                        client + "/check-in",
                        Map.of(
                                "id", id.toString(),
                                "pain", score(random),
                                "stress", score(random),
                                "tension", score(random),
                                "anxiety", score(random)));
                if (!goesOnTo(given).contains(client)) {
                    throw new IOException("answered with " + given.statusCode());
                }
            }
            case TAP -> require(tap(sessions.get(random.nextInt(sessions.size())), id), 200, id.toString());
            case PEER_OF_TAP ->
                require(
                        send(HttpRequest.newBuilder(peer).POST(HttpRequest.BodyPublishers.ofString(client))),
                        200,
                        ForcedAnswer.ANSWER);
            case FILE -> require(get(files.get(random.nextInt(files.size()))), 200, "");
        }
    }

    /** Where an answer sends the browser next; empty where it is a page. */
    private static String goesOnTo(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static void require(HttpResponse<String> answer, int status, String part) throws IOException {
        if (answer.statusCode() != status || !answer.body().contains(part)) {
            throw new IOException("answered with " + answer.statusCode());
        }
    }

    private static String score(SplittableRandom random) {
        return String.valueOf(random.nextInt(11));
    }

    /** What somebody types: the beginning of a name, or of two. */
    private HttpResponse<String> search(int number) throws IOException, InterruptedException {
        String first = String.valueOf((char) ('a' + number % 26));
        String last = number < 26 ? "" : " " + (char) ('a' + number / 26);
        return form("/clients/find", Map.of("query", first + last));
    }

    private HttpResponse<String> tap(String session, UUID id) throws IOException, InterruptedException {
        String body = "{\"id\":\"%s\",\"at\":\"%s\",\"kind\":\"settled\"}".formatted(id, Instant.now());
        return send(HttpRequest.newBuilder(root.resolve(session + "/marks"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("X-CSRF-TOKEN", token)
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(root.resolve(path)).GET());
    }

    private HttpResponse<String> form(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
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

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    }

    private static String token(HttpResponse<String> page) throws IOException {
        Matcher token = TOKEN.matcher(page.body());
        if (!token.find()) {
            throw new IOException("no token in a page that was answered with " + page.statusCode());
        }
        return token.group(1);
    }

    private static Map<String, String> hidden(HttpResponse<String> page) {
        return HIDDEN.matcher(page.body())
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2), (first, second) -> first));
    }
}
