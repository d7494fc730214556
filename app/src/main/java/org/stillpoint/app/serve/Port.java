package org.stillpoint.app.serve;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;

/** The port to listen on: the one asked for, or the first free one from {@value #FIRST}. */
final class Port {

    static final int FIRST = 8080;
    private static final int TRIED = 20;

    private Port() {}

    /**
     * @param asked 0 for any free one, negative where nobody asked
     * @throws BadInput where the port asked for is in use
     */
    static int choose(int asked) {
        if (asked >= 0) {
            if (asked > 0 && !isFree(asked)) {
                throw new BadInput(Problem.ofValue("--port", String.valueOf(asked), "is in use by another program"));
            }
            return asked;
        }
        for (int port = FIRST; port < FIRST + TRIED; port++) {
            if (isFree(port)) {
                return port;
            }
        }
        return 0;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException inUse) {
            return false;
        }
    }
}
