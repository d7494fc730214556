package org.stillpoint.web.security;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** What every answer says, those too that the server gives before any filter is asked: nothing may run in it, and it is what it says. */
final class EarlyHeaders extends ValveBase {

    EarlyHeaders() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        getNext().invoke(request, response);
    }
}
