package org.stillpoint.bench.load;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Executors;

/**
 * The peer of a tap: the JDK's own HTTP server as a process of its own, which appends 4 KiB to a file, forces them to the disk and
 * answers with one word. No program that keeps what it acknowledges answers sooner on that machine.
 */
final class ForcedAnswer implements AutoCloseable {
    static final String ANSWER = "kept";
    private static final int BYTES = 4_096; // a page of SQLite

    private final Process process;
    private final URI root;

    private ForcedAnswer(Process process, URI root) {
        this.process = process;
        this.root = root;
    }

    /** Starts it; what it forces is in that folder, so on the same disk as the practice. */
    static ForcedAnswer start(Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Dsun.net.httpserver.nodelay=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ForcedAnswer.class.getName(),
                        folder.resolve("forced").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = process.inputReader();
        String port = out.readLine();
        if (port == null) {
            throw new IOException("the peer did not start");
        }
        return new ForcedAnswer(process, URI.create("http://127.0.0.1:" + port + "/"));
    }

    URI root() {
        return root;
    }

    @Override
    public void close() {
        process.destroy();
    }

    public static void main(String[] arguments) throws IOException {
        FileChannel file =
                FileChannel.open(Path.of(arguments[0]), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                file.write(ByteBuffer.allocate(BYTES));
                file.force(false);
                byte[] answer = ANSWER.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        server.start();
        System.out.println(server.getAddress().getPort());
        System.in.transferTo(OutputStream.nullOutputStream()); // until whoever started it is gone
        System.exit(0);
    }
}
