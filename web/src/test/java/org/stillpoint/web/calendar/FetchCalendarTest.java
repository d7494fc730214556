package org.stillpoint.web.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stillpoint.exchange.calendar.ReadCalendar;
import org.stillpoint.web.calendar.FetchCalendar.FetchAnswer;
import org.stillpoint.words.ElsewhereWords;

/**
 * A calendar fetched from a machine that does what it likes. The name {@code public.test} stands for the open internet; every other name and
 * address is judged as always.
 */
class FetchCalendarTest {
    private static final byte[] CALENDAR = "BEGIN:VCALENDAR\nEND:VCALENDAR".getBytes(StandardCharsets.UTF_8);

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server = create();

    /** Tells which names were resolved; {@code turns.test} is public when asked first, and private after. */
    private final class Names implements DnsResolver {
        private int turn;

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            boolean isPublic = host.equals("public.test") || host.equals("turns.test") && turn++ == 0;
            return new InetAddress[] {
                isPublic
                        ? InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})
                        : InetAddress.getByName(host.endsWith(".test") ? "127.0.0.2" : host)
            };
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    private static HttpServer create() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getByName("0.0.0.0"), 0), 0);
        } catch (IOException taken) {
            throw new IllegalStateException(taken);
        }
    }

    @BeforeEach
    void start() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            answer(exchange);
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        switch (path) {
            case "/good" -> send(exchange, CALENDAR);
            case "/huge" -> endless(exchange);
            case "/slow" -> pause(exchange);
            case "/once" -> redirect(exchange, "/good");
            case "/inside" -> redirect(exchange, at("private.test", "/good"));
            case "/loopback" -> redirect(exchange, "http://127.0.0.1:" + port() + "/good");
            case "/metadata" -> redirect(exchange, "http://169.254.169.254/latest/meta-data/");
            case "/file" -> redirect(exchange, "file:///etc/passwd");
            case "/for-ever" -> redirect(exchange, "/for-ever");
            default -> {
                exchange.sendResponseHeaders(404, -1);
                exchange.close();
            }
        }
    }

    private static void send(HttpExchange exchange, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(200, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] block = new byte[1 << 20];
        try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < 100; i++) {
                out.write(block);
            }
        }
    }

    private static void pause(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < 100; i++) {
                out.write('x');
                out.flush();
                Thread.sleep(100);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private String at(String host, String path) {
        return "http://" + host + ":" + port() + path;
    }

    private FetchAnswer fetch(String address) {
        return fetch(address, Duration.ofSeconds(20)); // not what is looked at, on a busy machine
    }

    private FetchAnswer fetch(String address, Duration longest) {
        return new FetchCalendar(
                        new Names(),
                        each -> each.getHostName().equals("public.test")
                                || each.getHostName().equals("turns.test")
                                || PublicAddress.is(each),
                        Set.of("http", "https"),
                        longest)
                .fetch(address);
    }

    private static FetchAnswer not(ElsewhereWords why) {
        return new FetchAnswer.NotFetched(why);
    }

    @Test
    void fetch_whatIsPublic_alsoBehindARedirect() {
        assertThat(fetch(at("public.test", "/good"))).isInstanceOfSatisfying(FetchAnswer.Fetched.class, fetched -> {
            assertThat(fetched.bytes()).isEqualTo(CALENDAR);
            assertThat(fetched.name()).isEqualTo("public.test");
        });
        assertThat(fetch(at("public.test", "/once"))).isInstanceOf(FetchAnswer.Fetched.class);
    }

    @Test
    void fetch_privateAddresses_isRefusedBeforeAnythingIsAsked() {
        for (String host :
                List.of("private.test", "localhost", "127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0")) {
            assertThat(fetch(at(host, "/good"))).as(host).isEqualTo(not(ElsewhereWords.NOT_PUBLIC));
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void fetch_redirectsToPrivateAddresses_areRefused() {
        assertThat(fetch(at("public.test", "/inside"))).isEqualTo(not(ElsewhereWords.NOT_PUBLIC));
        assertThat(fetch(at("public.test", "/loopback"))).isEqualTo(not(ElsewhereWords.NOT_PUBLIC));
        assertThat(fetch(at("public.test", "/metadata"))).isEqualTo(not(ElsewhereWords.NOT_PUBLIC));
        assertThat(fetch(at("public.test", "/file"))).isEqualTo(not(ElsewhereWords.NOT_HTTPS));
        assertThat(asked).containsExactly("/inside", "/loopback", "/metadata", "/file");
    }

    @Test
    void fetch_aNameThatTurnsPrivate_isConnectedToWhatWasLookedAt() {
        FetchAnswer first = fetch(at("turns.test", "/good"));

        assertThat(first).isInstanceOf(FetchAnswer.Fetched.class);
        assertThat(asked).containsExactly("/good");
    }

    @Test
    void fetch_redirectsForEver_endsAfterThree() {
        assertThat(fetch(at("public.test", "/for-ever"))).isEqualTo(not(ElsewhereWords.NOT_REACHED));
        assertThat(asked).hasSize(4);
    }

    @Test
    void fetch_hundredMegabytes_endsAfterTwo() {
        long before = System.nanoTime();

        assertThat(fetch(at("public.test", "/huge"))).isEqualTo(not(ElsewhereWords.FETCHED_TOO_LARGE));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
        assertThat(ReadCalendar.MOST_BYTES).isEqualTo(2 << 20);
    }

    @Test
    void fetch_dripping_endsInTime() {
        long before = System.nanoTime();

        assertThat(fetch(at("public.test", "/slow"), Duration.ofSeconds(1))).isEqualTo(not(ElsewhereWords.TOO_SLOW));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(8)); // it would last ten
    }

    @Test
    void fetch_noAddressOfACalendar_isRefused() {
        assertThat(fetch("file:///etc/passwd")).isEqualTo(not(ElsewhereWords.NOT_HTTPS));
        assertThat(fetch("ftp://public.test/good")).isEqualTo(not(ElsewhereWords.NOT_HTTPS));
        assertThat(fetch("nonsense with blanks")).isEqualTo(not(ElsewhereWords.NOT_HTTPS));
        assertThat(fetch("http://name:secret@public.test/")).isEqualTo(not(ElsewhereWords.NOT_HTTPS));
        assertThat(fetch(at("public.test", "/nothing"))).isEqualTo(not(ElsewhereWords.NOT_REACHED));
        assertThat(new FetchCalendar().fetch(at("public.test", "/good"))).isEqualTo(not(ElsewhereWords.NOT_HTTPS));
    }
}
