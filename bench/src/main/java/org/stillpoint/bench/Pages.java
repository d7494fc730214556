package org.stillpoint.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What a page of a large practice costs, from the request to its last byte, over HTTP on this machine, one request after the other:
 * Today, a client's page, and a search, each of another client; median and 99 %.
 */
@Command(name = "pages", mixinStandardHelpOptions = true)
public final class Pages implements Callable<Integer> {
    private static final Pattern CLIENT = Pattern.compile("/clients/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Option(names = "--clients")
    private int clients = 100_000;

    @Option(names = "--check-ins", description = "of each client")
    private int checkIns = 20;

    @Option(names = "--sessions", description = "of each client")
    private int sessions = 2;

    @Option(names = "--maps", description = "of the pain of each client")
    private int maps = 1;

    @Option(names = "--times", description = "Requests of each page, after two fifths as many that are not counted.")
    private int times = 1_000;

    @Option(names = "--folder")
    private Optional<Path> folder = Optional.empty();

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Pages()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path in = folder.isPresent() ? folder.get() : Files.createTempDirectory("pages");
        System.out.printf(
                Locale.ROOT,
                "%,d clients, %,d check-ins; %d requests each, one after the other%n%n"
                        + "| database | page | median | 99 %% | size |%n|---|---|---|---|---|%n",
                clients,
                (long) clients * checkIns,
                times);
        measure("SQLite", List.of("--data", in.resolve("sqlite").toString()));
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(in.resolve("postgres"))
                .setCleanDataDirectory(false)
                .start()) {
            measure(
                    "PostgreSQL",
                    List.of(
                            "--data",
                            in.resolve("postgres-key").toString(),
                            "--database",
                            server.getJdbcUrl("postgres", "postgres"),
                            "--database-user",
                            "postgres"));
        }
        return 0;
    }

    private void measure(String database, List<String> kept) throws IOException, InterruptedException {
        List<String> more = new ArrayList<>(kept);
        more.addAll(List.of("--sessions", String.valueOf(sessions), "--maps", String.valueOf(maps)));
        long started = System.nanoTime();
        try (ServedPractice practice = ServedPractice.start(clients, checkIns, more)) {
            URI root = practice.root();
            System.err.printf(Locale.ROOT, "%s: ready after %.0f s%n", database, (System.nanoTime() - started) / 1e9);
            signIn(root);
            String token = token(root.resolve("/"));
            List<String> ids = someClients(root, token);
            print(database, "Today", number -> get(root.resolve("/")));
            print(database, "a client", number -> get(root.resolve("/clients/" + ids.get(number * 37 % ids.size()))));
            print(
                    database,
                    "how a client goes",
                    number -> get(root.resolve("/clients/" + ids.get(number * 37 % ids.size()) + "/how-it-goes")));
            print(database, "search", number -> search(root, token, number));
            print(database, "Practice", Math.ceilDiv(times, 10), number -> get(root.resolve("/practice")));
            print(database, "peer: the sign-in page, no client in it", number -> get(root.resolve("/sign-in")));
        }
    }

    private void signIn(URI root) throws IOException, InterruptedException {
        String token = token(root.resolve("/sign-in"));
        HttpRequest request = post(root.resolve("/sign-in"), "name=demo&password=demo&_csrf=" + token);
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 302
                || answer.headers().firstValue("Location").orElse("").contains("again")) {
            throw new IOException("signing in was answered with " + answer.statusCode());
        }
    }

    /** What forms of this page carry against requests from elsewhere. */
    private String token(URI address) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(read(get(address)));
        if (!token.find()) {
            throw new IOException("no token in " + address);
        }
        return token.group(1);
    }

    /** Clients from all over the alphabet: those that searches find. */
    private List<String> someClients(URI root, String token) throws IOException, InterruptedException {
        Set<String> ids = new LinkedHashSet<>();
        for (int number = 0; number < 60; number++) {
            Matcher found = CLIENT.matcher(read(search(root, token, number)));
            while (found.find()) {
                ids.add(found.group(1));
            }
        }
        if (ids.size() < 20) {
            throw new IOException("searches found " + ids.size() + " clients");
        }
        return List.copyOf(ids);
    }

    /** What somebody types: the beginnings of two names. */
    private static HttpRequest search(URI root, String token, int number) {
        SplittableRandom random = new SplittableRandom(number);
        char first = (char) ('a' + random.nextInt(26));
        char last = (char) ('a' + random.nextInt(26));
        String query = first + (number % 2 == 0 ? "" : "+" + last);
        return post(root.resolve("/clients/find"), "query=" + query + "&_csrf=" + token);
    }

    private void print(String database, String page, IntFunction<HttpRequest> request)
            throws IOException, InterruptedException {
        print(database, page, times, request);
    }

    private void print(String database, String page, int measured, IntFunction<HttpRequest> request)
            throws IOException, InterruptedException {
        int before = measured * 2 / 5;
        for (int number = 0; number < before; number++) {
            read(request.apply(number));
        }
        double[] milliseconds = new double[measured];
        long size = 0;
        for (int number = 0; number < measured; number++) {
            long started = System.nanoTime();
            size += read(request.apply(before + number)).length();
            milliseconds[number] = (System.nanoTime() - started) / 1e6;
        }
        Arrays.sort(milliseconds);
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.1f ms | %.1f ms | %d kB |%n",
                database,
                page,
                milliseconds[measured / 2],
                milliseconds[measured * 99 / 100],
                size / measured / 1000);
    }

    private static HttpRequest get(URI address) {
        return HttpRequest.newBuilder(address).build();
    }

    private static HttpRequest post(URI address, String form) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
    }

    private String read(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(request.uri() + " was answered with " + answer.statusCode());
        }
        return answer.body();
    }
}
