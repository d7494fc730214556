package org.stillpoint.app.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A small proxy before several servers, without a memory of who asks: each request goes to the next one. One that does not listen is passed over;
 * what one has begun to hear before it died is asked of another only where it reads.
 */
final class RoundRobin implements AutoCloseable {
    /** Of one connection, which is not the browser's. */
    private static final Set<String> NOT_HANDED_ON = Set.of(
            "connection",
            "content-length",
            "expect",
            "host",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private static final int BAD_GATEWAY = 502;

    private final List<String> servers;
    private final AtomicInteger next = new AtomicInteger();
    private final HttpServer proxy;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private RoundRobin(List<String> servers) throws IOException {
        this.servers = servers;
        proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        proxy.createContext("/", this::handOn);
        proxy.start();
    }

    static RoundRobin before(String... servers) throws IOException {
        return new RoundRobin(List.of(servers));
    }

    String address() {
        return "http://127.0.0.1:" + proxy.getAddress().getPort();
    }

    private void handOn(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            for (int tried = 0; tried < servers.size(); tried++) {
                String server = servers.get(Math.floorMod(next.getAndIncrement(), servers.size()));
                try {
                    answer(exchange, server, http.send(asked(exchange, server, body), BodyHandlers.ofByteArray()));
                    return;
                } catch (ConnectException nobodyListens) {
                    continue;
                } catch (IOException died) {
                    if (!exchange.getRequestMethod().equals("GET")) {
                        break;
                    }
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
            exchange.sendResponseHeaders(BAD_GATEWAY, -1);
        }
    }

    private static HttpRequest asked(HttpExchange exchange, String server, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_HANDED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    private void answer(HttpExchange exchange, String server, HttpResponse<byte[]> answer) throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (!NOT_HANDED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> exchange.getResponseHeaders()
                        .add(name, value.startsWith(server) ? address() + value.substring(server.length()) : value));
            }
        });
        int length = answer.body().length;
        exchange.sendResponseHeaders(answer.statusCode(), length == 0 ? -1 : length);
        exchange.getResponseBody().write(answer.body());
    }

    @Override
    public void close() {
        proxy.stop(0);
        http.close();
    }
}
