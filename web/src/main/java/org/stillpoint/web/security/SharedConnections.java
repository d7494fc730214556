package org.stillpoint.web.security;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioEndpoint;

/** Connections, of which one address has no more than its share: whoever opens many and lets them wait shuts nobody else out. */
public final class SharedConnections extends Http11NioProtocol {

    /** Open at once from one address; own choice, 2026: some twenty browsers, each with at most six (Chromium, Firefox, 2026). */
    static final int MOST = 128;

    /** Made by Tomcat, by name. */
    public SharedConnections() {
        super(new Sharing());
    }

    private static final class Sharing extends NioEndpoint {

        /** Whoever is beyond their share is closed unread. */
        @Override
        protected boolean setSocketOptions(SocketChannel socket) {
            try {
                String address = ((InetSocketAddress) socket.getRemoteAddress())
                        .getAddress()
                        .getHostAddress();
                long open = getConnections().stream()
                        .filter(connection -> address.equals(connection.getRemoteAddr()))
                        .limit(MOST)
                        .count();
                if (open < MOST) {
                    return super.setSocketOptions(socket);
                }
                destroySocket(socket); // what has not been taken up nobody else closes
                return false;
            } catch (IOException gone) {
                destroySocket(socket);
                return false;
            }
        }
    }
}
