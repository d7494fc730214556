package org.stillpoint.web.security;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** Closes a connection whose request has not come to its end in time: the server's own limit is one between two bytes. */
final class SlowBodies extends ValveBase {

    private final Duration limit;

    SlowBodies(Duration limit) {
        super(true);
        this.limit = limit;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request beneath = request.getCoyoteRequest();
        InputBuffer sent = beneath.getInputBuffer();
        beneath.setInputBuffer(new TimedBody(beneath, sent, System.nanoTime() + limit.toNanos()));
        try {
            getNext().invoke(request, response);
        } finally {
            beneath.setInputBuffer(sent);
        }
    }

    /** @param end on the clock of {@link System#nanoTime} */
    private record TimedBody(org.apache.coyote.Request request, InputBuffer sent, long end) implements InputBuffer {

        @Override
        public int doRead(ApplicationBufferHandler into) throws IOException {
            if (System.nanoTime() - end > 0) {
                SocketTimeoutException late = new SocketTimeoutException("the body of the request took too long");
                request.action(ActionCode.CLOSE_NOW, late);
                throw late;
            }
            return sent.doRead(into);
        }

        @Override
        public int available() {
            return sent.available();
        }
    }
}
