package org.stillpoint.web.security;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Connections, of which one address has no more than its share, and on which the head of a request takes no longer than it may: whoever
 * opens many, or sends a byte now and then, shuts nobody else out.
 */
public final class SharedConnections extends Http11NioProtocol {

    private final Sharing sharing;

    /** Made by Tomcat, by name. */
    public SharedConnections() {
        this(new Sharing());
    }

    private SharedConnections(Sharing sharing) {
        super(sharing);
        this.sharing = sharing;
        limit(ConnectionLimits.STANDARD);
    }

    /** Before the first connection. */
    void limit(ConnectionLimits wanted) {
        sharing.limits = wanted;
        setMaxConnections(wanted.atAll());
    }

    private static final class Sharing extends NioEndpoint {

        private volatile ConnectionLimits limits = ConnectionLimits.STANDARD;

        /** Whoever is beyond their share is closed unread. */
        @Override
        protected boolean setSocketOptions(SocketChannel socket) {
            try {
                String address = ((InetSocketAddress) socket.getRemoteAddress())
                        .getAddress()
                        .getHostAddress();
                long open = getConnections().stream()
                        .filter(connection -> address.equals(connection.getRemoteAddr()))
                        .limit(limits.perAddress())
                        .count();
                if (open < limits.perAddress()) {
                    return super.setSocketOptions(socket);
                }
                destroySocket(socket); // what has not been taken up nobody else closes
                return false;
            } catch (IOException gone) {
                destroySocket(socket);
                return false;
            }
        }

        /** Asked whenever something came; where nothing comes any more, the time between two bytes is over first. */
        @Override
        public boolean processSocket(SocketWrapperBase<NioChannel> socket, SocketEvent event, boolean dispatch) {
            return !takesTooLong(socket) && super.processSocket(socket, event, dispatch);
        }

        /** A processor stays with its connection while the head of a request is unfinished, and then alone. */
        private boolean takesTooLong(SocketWrapperBase<NioChannel> socket) {
            if (!(socket.getCurrentProcessor() instanceof Processor reading) || reading.getRequest() == null) {
                return false;
            }
            long began = reading.getRequest().getStartTimeNanos();
            return began >= 0 && Duration.ofNanos(System.nanoTime() - began).compareTo(limits.head()) > 0;
        }
    }
}
