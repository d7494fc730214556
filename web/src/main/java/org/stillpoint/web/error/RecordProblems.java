package org.stillpoint.web.error;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.Refused;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Unavailable;
import org.stillpoint.record.Unreadable;
import org.stillpoint.web.view.PageViews;
import org.stillpoint.words.ErrorWords;

/** What the record refuses and no page has answered itself becomes a calm page with the rule's own sentence. */
@ControllerAdvice
class RecordProblems {

    private static final Logger LOG = LoggerFactory.getLogger(RecordProblems.class);

    private final PageViews views;

    RecordProblems(PageViews views) {
        this.views = views;
    }

    @ExceptionHandler
    void noSuchRecord(NoSuchRecord missing, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    @ExceptionHandler
    void notAllowed(NotAllowed no, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    @ExceptionHandler
    void badValue(BadValue bad, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }

    /** What was sent is no JSON, or not of the form that is asked for; what it says instead is nobody's business, a log's least of all. */
    @ExceptionHandler
    void unreadable(HttpMessageNotReadableException bad, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }

    @ExceptionHandler
    void unavailable(Unavailable failed, HttpServletResponse response) throws IOException {
        LOG.error(failed.getMessage(), failed);
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }

    @ExceptionHandler
    void conflict(StaleRecord stale, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_CONFLICT);
    }

    @ExceptionHandler
    void alreadyThere(AlreadyThere there, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_CONFLICT);
    }

    @ExceptionHandler
    void unreadable(Unreadable damaged, HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        views.write(
                "error", new ErrorPage(status, ErrorWords.DAMAGED, ErrorWords.DAMAGED_HINT), status, request, response);
    }

    @ExceptionHandler
    void refused(Refused refused, HttpServletRequest request, HttpServletResponse response) throws IOException {
        views.write(
                "error",
                new ErrorPage(
                        HttpServletResponse.SC_CONFLICT,
                        ErrorWords.NOT_POSSIBLE_NOW,
                        new ErrorWords.Refusal(refused.rule())),
                HttpServletResponse.SC_CONFLICT,
                request,
                response);
    }
}
