package org.stillpoint.web.error;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.stillpoint.web.view.PageViews;

/** Answers every failure that no page answered itself: a page for people, one short object for scripts. */
@Controller
class ErrorPages implements ErrorController {

    private final PageViews views;

    ErrorPages(PageViews views) {
        this.views = views;
    }

    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = code instanceof Integer number ? number : HttpServletResponse.SC_NOT_FOUND;
        response.setHeader("Cache-Control", "no-store");
        String accept = request.getHeader("Accept");
        if (accept != null && accept.startsWith("application/json")) {
            response.setStatus(status);
            response.setContentType("application/json");
            response.getWriter().write("{\"status\":" + status + "}");
            return;
        }
        views.write("error", ErrorPage.of(status), status, request, response);
    }
}
