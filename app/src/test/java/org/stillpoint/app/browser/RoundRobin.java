package org.stillpoint.app.browser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A small proxy before several servers: each request goes to the next of them, and to the one after it where that one is not there. As a
 * proxy does, it names the practice and who asks; what was on its way to a server that died is answered with 502, and not sent again. It
 * speaks no TLS, so that it takes from cookies, for a client that is no browser, that they want it.
 */
final class RoundRobin implements AutoCloseable {
    static final String NAME = "practice.example";

    private final List<URI> servers;
    private final ServerSocket listening;
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicIntegerArray answered;

    RoundRobin(String... servers) {
        this.servers = Stream.of(servers).map(URI::create).toList();
        this.answered = new AtomicIntegerArray(servers.length);
        try {
            listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::listen);
    }

    String address() {
        return "http://127.0.0.1:" + listening.getLocalPort();
    }

    /** How many requests a server has answered. */
    int answered(int server) {
        return answered.get(server);
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = client.getInputStream();
            String head = head(in);
            if (head.isEmpty()) {
                return;
            }
            byte[] body = in.readNBytes(length(head));
            OutputStream out = client.getOutputStream();
            if (!answers(head, body, out)) {
                out.write("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
            }
            out.flush();
        } catch (IOException gone) {
            // with whoever asked
        }
    }

    /** @return false where no server has begun to answer */
    private boolean answers(String head, byte[] body, OutputStream out) throws IOException {
        int first = turn.getAndIncrement();
        for (int next = first; next < first + servers.size(); next++) {
            int number = Math.floorMod(next, servers.size());
            Socket server;
            try {
                server = new Socket(
                        InetAddress.getLoopbackAddress(), servers.get(number).getPort());
            } catch (IOException notThere) {
                continue;
            }
            try (server) {
                server.getOutputStream().write(asked(head).getBytes(StandardCharsets.ISO_8859_1));
                server.getOutputStream().write(body);
                server.getOutputStream().flush();
                String answer = head(server.getInputStream());
                if (answer.isEmpty()) {
                    return false;
                }
                answered.incrementAndGet(number);
                boolean browser = head.contains("Chrome");
                out.write((browser ? answer : answer.replace("; Secure", "")).getBytes(StandardCharsets.ISO_8859_1));
                server.getInputStream().transferTo(out);
                return true;
            } catch (IOException died) {
                return false;
            }
        }
        return false;
    }

    private static String asked(String head) {
        String kept = head.strip()
                .lines()
                .filter(line -> !line.toLowerCase(Locale.ROOT).matches("(host|connection|x-forwarded-for):.*"))
                .collect(Collectors.joining("\r\n"));
        return kept + "\r\nHost: " + NAME + "\r\nX-Forwarded-For: 10.0.0.7\r\nConnection: close\r\n\r\n";
    }

    private static int length(String head) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .map(Integer::parseInt)
                .orElse(0);
    }

    /** Up to the empty line; nothing where it ends before. */
    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int line = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.write(next);
            if (next == '\n') {
                if (line == 0) {
                    return head.toString(StandardCharsets.ISO_8859_1);
                }
                line = 0;
            } else if (next != '\r') {
                line++;
            }
        }
        return "";
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
