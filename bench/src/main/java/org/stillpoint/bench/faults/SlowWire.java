package org.stillpoint.bench.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A wire to a database on this machine whose answers can be held up. */
final class SlowWire implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("localhost:(\\d+)");

    private final ServerSocket door;
    private final int port;
    private final String url;
    private final AtomicInteger milliseconds = new AtomicInteger();

    private SlowWire(ServerSocket door, int port, String url) {
        this.door = door;
        this.port = port;
        this.url = url;
        Thread.ofVirtual().start(this::accept);
    }

    static SlowWire to(String url) throws IOException {
        Matcher found = PORT.matcher(url);
        if (!found.find()) {
            throw new IOException("no port on this machine in " + url);
        }
        ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        return new SlowWire(
                door,
                Integer.parseInt(found.group(1)),
                url.replace("localhost:" + found.group(1), "localhost:" + door.getLocalPort()));
    }

    String url() {
        return url;
    }

    /** How long each piece of an answer is held up from now on. */
    void slow(int by) {
        milliseconds.set(by);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket asking = door.accept();
                Socket answering = new Socket(InetAddress.getLoopbackAddress(), port);
                asking.setTcpNoDelay(true);
                answering.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> pass(asking, answering, false));
                Thread.ofVirtual().start(() -> pass(answering, asking, true));
            } catch (IOException closed) {
                // the next one, or the end
            }
        }
    }

    private void pass(Socket from, Socket to, boolean heldUp) {
        byte[] piece = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                if (heldUp) {
                    LockSupport.parkNanos(milliseconds.get() * 1_000_000L);
                }
                out.write(piece, 0, read);
                out.flush();
            }
        } catch (IOException ended) {
            // either end has gone
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
