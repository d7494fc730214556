package org.stillpoint.exchange.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A line to a server that is cut when a mail has gone through whole, before the answer to it comes back: so often, and then no more. */
public final class CutLine implements AutoCloseable {
    private static final String END_OF_MAIL = "\r\n.\r\n";

    private final ServerSocket door;
    private final int to;
    private final AtomicInteger cuts;

    /** @param times how often it is cut */
    public CutLine(int to, int times) {
        this.to = to;
        this.cuts = new AtomicInteger(times);
        try {
            door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(this::listen);
    }

    public int port() {
        return door.getLocalPort();
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), to);
                Thread.ofVirtual().start(() -> there(client, server));
                Thread.ofVirtual().start(() -> back(server, client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void there(Socket client, Socket server) {
        StringBuilder seen = new StringBuilder();
        byte[] some = new byte[8192];
        try (client) {
            InputStream in = client.getInputStream();
            OutputStream out = server.getOutputStream();
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                seen.append(new String(some, 0, read, StandardCharsets.ISO_8859_1));
                boolean cut =
                        seen.toString().endsWith(END_OF_MAIL) && cuts.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
                if (cut) {
                    client.close(); // before the server can answer
                }
                out.write(some, 0, read);
                out.flush();
                if (cut) {
                    return;
                }
            }
        } catch (IOException closed) {
            return;
        }
    }

    private static void back(Socket server, Socket client) {
        try (server) {
            server.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException cut) {
            return;
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
