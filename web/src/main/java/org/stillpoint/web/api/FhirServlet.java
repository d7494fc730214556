package org.stillpoint.web.api;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stillpoint.practice.api.ApiReading;
import org.stillpoint.web.WebSettings;

/** HAPI's server, made when somebody is let in to it for the first time: its classes and FHIR's definitions cost seconds that no start has to pay. */
@Component
class FhirServlet {
    private final ApiReading reading;
    private final WebSettings settings;
    private final Clock clock;
    private final ServletContext context;
    private @Nullable HttpServlet server;

    FhirServlet(ApiReading reading, WebSettings settings, Clock clock, ServletContext context) {
        this.settings = settings;
        this.reading = reading;
        this.clock = clock;
        this.context = context;
    }

    private synchronized HttpServlet server() throws ServletException {
        HttpServlet made = server;
        if (made == null) {
            made = FhirServer.of(reading, settings, clock);
            made.init(new NamedConfig(context));
            server = made;
        }
        return made;
    }

    void answer(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        server().service(new UnderItsBase(request), response);
    }

    /** A request that was mapped by Spring to everything, as if to a servlet of its own. */
    private static final class UnderItsBase extends HttpServletRequestWrapper {
        UnderItsBase(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getServletPath() {
            return FhirController.BASE;
        }

        @Override
        public @Nullable String getPathInfo() {
            String rest = getRequestURI().substring(FhirController.BASE.length());
            return rest.isEmpty() ? null : rest;
        }
    }

    private record NamedConfig(ServletContext context) implements ServletConfig {
        @Override
        public String getServletName() {
            return "fhir";
        }

        @Override
        public ServletContext getServletContext() {
            return context;
        }

        @Override
        public @Nullable String getInitParameter(String name) {
            return null;
        }

        @Override
        public Enumeration<String> getInitParameterNames() {
            return Collections.emptyEnumeration();
        }
    }
}
