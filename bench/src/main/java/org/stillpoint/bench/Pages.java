package org.stillpoint.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
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
    private static final int WARM_UP = 400;
    private static final int MEASURED = 1_000;
    private static final Pattern CLIENT = Pattern.compile("/clients/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern READY = Pattern.compile("Stillpoint is ready: +(http://\\S+)");

    @Option(names = "--clients")
    private int clients = 100_000;

    @Option(names = "--check-ins", description = "of each client")
    private int checkIns = 20;

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
                MEASURED);
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

    private void measure(String database, List<String> where) throws IOException, InterruptedException {
        long started = System.nanoTime();
        Process practice = start(where);
        try (BufferedReader out = practice.inputReader()) {
            URI root = ready(out);
            System.err.printf(Locale.ROOT, "%s: ready after %.0f s%n", database, (System.nanoTime() - started) / 1e9);
            signIn(root);
            List<String> ids = someClients(root);
            print(database, "Today", number -> root.resolve("/"));
            print(database, "a client", number -> root.resolve("/clients/" + ids.get(number % ids.size())));
            print(database, "search", number -> search(root, number));
        } finally {
            practice.destroy();
            practice.waitFor();
        }
    }

    private Process start(List<String> where) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                "org.stillpoint.app.Stillpoint",
                "serve",
                "--demo",
                "--port",
                "0",
                "--clients",
                String.valueOf(clients),
                "--check-ins",
                String.valueOf(checkIns)));
        command.addAll(where);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static URI ready(BufferedReader out) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                return URI.create(ready.group(1));
            }
        }
        throw new IOException("the practice did not start");
    }

    private void signIn(URI root) throws IOException, InterruptedException {
        String page = get(root.resolve("/sign-in"));
        Matcher token = TOKEN.matcher(page);
        if (!token.find()) {
            throw new IOException("no token in the sign-in page");
        }
        HttpRequest request = HttpRequest.newBuilder(root.resolve("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=demo&password=demo&_csrf=" + token.group(1)))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 302
                || answer.headers().firstValue("Location").orElse("").contains("again")) {
            throw new IOException("signing in was answered with " + answer.statusCode());
        }
    }

    /** Clients from all over the alphabet: those that searches find. */
    private List<String> someClients(URI root) throws IOException, InterruptedException {
        Set<String> ids = new LinkedHashSet<>();
        for (int number = 0; number < 60; number++) {
            Matcher found = CLIENT.matcher(get(search(root, number)));
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
    private static URI search(URI root, int number) {
        SplittableRandom random = new SplittableRandom(number);
        char first = (char) ('a' + random.nextInt(26));
        char last = (char) ('a' + random.nextInt(26));
        return root.resolve("/?name=" + first + (number % 2 == 0 ? "" : "+" + last));
    }

    private void print(String database, String page, IntFunction<URI> address)
            throws IOException, InterruptedException {
        for (int number = 0; number < WARM_UP; number++) {
            get(address.apply(number));
        }
        double[] milliseconds = new double[MEASURED];
        long size = 0;
        for (int number = 0; number < MEASURED; number++) {
            long started = System.nanoTime();
            size += get(address.apply(WARM_UP + number)).length();
            milliseconds[number] = (System.nanoTime() - started) / 1e6;
        }
        Arrays.sort(milliseconds);
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.1f ms | %.1f ms | %d kB |%n",
                database,
                page,
                milliseconds[MEASURED / 2],
                milliseconds[MEASURED * 99 / 100],
                size / MEASURED / 1000);
    }

    private String get(URI address) throws IOException, InterruptedException {
        var answer = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(address + " was answered with " + answer.statusCode());
        }
        return answer.body();
    }
}
