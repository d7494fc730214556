package org.stillpoint.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What programs read by FHIR from a large made-up practice, over HTTP, by some at once: reads a second, median and 99 %; and what the very first costs. */
@Command(name = "api", mixinStandardHelpOptions = true)
public final class ApiReads implements Callable<Integer> {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("data-name=\"api-token\">([^<]+)<");
    private static final Pattern PATIENT = Pattern.compile("/fhir/Patient/([0-9a-f-]{36})\"");
    private static final Pattern OBSERVATION = Pattern.compile("/fhir/Observation/([0-9a-f]{64})\"");
    private static final Pattern NEXT = Pattern.compile("_after=([^&\"]+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PAGES = 20;

    @Option(names = "--clients")
    private int clients = 10_000;

    @Option(names = "--check-ins", description = "of each client")
    private int checkIns = 20;

    @Option(names = "--at-once", description = "programs that ask")
    private int atOnce = 4;

    @Option(names = "--seconds", description = "for each kind of reading")
    private int seconds = 20;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ApiReads()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try (ServedPractice practice = ServedPractice.start(clients, checkIns, List.of())) {
            Reader reader = new Reader(practice.root(), token(practice.root()));
            long started = System.nanoTime();
            String first = reader.read("/Patient?_count=50");
            System.out.printf(
                    Locale.ROOT,
                    "the first answer, with FHIR's library: %.1f s%n",
                    (System.nanoTime() - started) / 1e9);
            List<String> after = new ArrayList<>(List.of(""));
            List<String> ids = new ArrayList<>(found(PATIENT, first));
            String page = first;
            for (int number = 0; number < PAGES && NEXT.matcher(page).find(); number++) {
                String next = found(NEXT, page).getLast();
                after.add(next);
                page = reader.read("/Patient?_count=50&_after=" + next);
                ids.addAll(found(PATIENT, page));
            }
            List<String> observations = new ArrayList<>();
            for (String id : ids.subList(0, Math.min(ids.size(), PAGES))) {
                observations.addAll(found(OBSERVATION, reader.read("/Observation?_count=5&patient=" + id)));
            }
            System.out.printf(
                    Locale.ROOT,
                    "%,d clients, %d check-ins each; %d at once, %d s each%n%n"
                            + "| reading | a second | median | 99 %% |%n|---|---|---|---|%n",
                    clients,
                    checkIns,
                    atOnce,
                    seconds);
            measure(reader, "one client", n -> "/Patient/" + ids.get(n % ids.size()));
            measure(reader, "a page of 50 clients", n -> "/Patient?_count=50&_after=" + after.get(n % after.size()));
            measure(
                    reader,
                    "who changed today",
                    n -> "/Patient?_count=50&_lastUpdated=ge" + LocalDate.now(ZoneOffset.UTC));
            measure(
                    reader,
                    "50 observations of one client",
                    n -> "/Observation?_count=50&patient=" + ids.get(n % ids.size()));
            measure(reader, "one observation", n -> "/Observation/" + observations.get(n % observations.size()));
            measure(
                    reader,
                    "everything of one client, 200 a page",
                    n -> "/Patient/" + ids.get(n % ids.size()) + "/$everything?_count=200");
            return 0;
        }
    }

    /** Somebody signs in, opens the record to programs and makes a token. */
    private String token(URI root) throws IOException, InterruptedException {
        form(root, "/sign-in", "/sign-in", Map.of("name", "demo", "password", "demo"));
        form(
                root,
                "/practice/programs",
                "/practice/programs/open",
                Map.of("open", "yes", "key", UUID.randomUUID().toString()));
        String made = form(
                root,
                "/account/tokens",
                "/account/tokens",
                Map.of(
                        "name",
                        "a measurement",
                        "days",
                        "30",
                        "key",
                        UUID.randomUUID().toString()));
        return found(TOKEN, made).getFirst();
    }

    private String form(URI root, String page, String to, Map<String, String> fields)
            throws IOException, InterruptedException {
        String csrf =
                found(CSRF, get(HttpRequest.newBuilder(root.resolve(page)))).getFirst();
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return get(HttpRequest.newBuilder(root.resolve(to))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "_csrf=" + URLEncoder.encode(csrf, StandardCharsets.UTF_8) + "&" + body)));
    }

    private String get(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IOException(answer.request().uri().getPath() + " was answered with " + answer.statusCode());
        }
        return answer.body();
    }

    private static List<String> found(Pattern pattern, String in) {
        Matcher matcher = pattern.matcher(in);
        return matcher.results().map(result -> result.group(1)).distinct().toList();
    }

    /** A program with a token. */
    private final class Reader {
        private final URI root;
        private final String token;

        Reader(URI root, String token) {
            this.root = root;
            this.token = token;
        }

        String read(String path) throws IOException, InterruptedException {
            return get(HttpRequest.newBuilder(root.resolve("/fhir" + path)).header("Authorization", "Bearer " + token));
        }
    }

    private void measure(Reader reader, String what, IntFunction<String> path) throws Exception {
        run(reader, path, Math.max(1, seconds / 4));
        List<Double> all = run(reader, path, seconds);
        double[] sorted = all.stream().mapToDouble(each -> each).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.1f ms | %.1f ms |%n",
                what,
                (double) sorted.length / seconds,
                sorted[sorted.length / 2],
                sorted[sorted.length * 99 / 100]);
    }

    /** How long each took, in milliseconds. */
    private List<Double> run(Reader reader, IntFunction<String> path, int length) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(length).toNanos();
        List<Future<List<Double>>> asking = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
            for (int one = 0; one < atOnce; one++) {
                int start = one * 7919; // each asks for others
                asking.add(threads.submit(() -> {
                    List<Double> took = new ArrayList<>();
                    for (int number = start; System.nanoTime() < end; number++) {
                        long before = System.nanoTime();
                        reader.read(path.apply(number));
                        took.add((System.nanoTime() - before) / 1e6);
                    }
                    return took;
                }));
            }
        }
        List<Double> all = new ArrayList<>();
        for (Future<List<Double>> each : asking) {
            all.addAll(each.get());
        }
        return all;
    }
}
