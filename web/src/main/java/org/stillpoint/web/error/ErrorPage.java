package org.stillpoint.web.error;

import org.stillpoint.words.ErrorWords;
import org.stillpoint.words.Message;

/**
 * A page that could not be had.
 *
 * @param status the HTTP status
 * @param title what happened, in a few words
 * @param sentence what it means for the person and what to do
 */
public record ErrorPage(int status, Message title, Message sentence) {

    /** The words for a status. */
    public static ErrorPage of(int status) {
        return switch (status) {
            case 400 -> new ErrorPage(status, ErrorWords.UNREADABLE, ErrorWords.UNREADABLE_HINT);
            case 401 -> new ErrorPage(status, ErrorWords.SIGN_IN, ErrorWords.SIGN_IN_HINT);
            case 403 -> new ErrorPage(status, ErrorWords.NOT_DONE, ErrorWords.NOT_DONE_HINT);
            case 404 -> new ErrorPage(status, ErrorWords.NO_SUCH_PAGE, ErrorWords.NO_SUCH_PAGE_HINT);
            case 405 -> new ErrorPage(status, ErrorWords.NOT_HERE, ErrorWords.NOT_HERE_HINT);
            case 409 -> new ErrorPage(status, ErrorWords.CHANGED, ErrorWords.CHANGED_HINT);
            case 413 -> new ErrorPage(status, ErrorWords.TOO_MUCH, ErrorWords.TOO_MUCH_HINT);
            case 429 -> new ErrorPage(status, ErrorWords.TOO_MANY_TRIES, ErrorWords.TOO_MANY_TRIES_HINT);
            case 503 -> new ErrorPage(status, ErrorWords.NO_ANSWER, ErrorWords.NO_ANSWER_HINT);
            default -> new ErrorPage(status, ErrorWords.OUR_SIDE, ErrorWords.OUR_SIDE_HINT);
        };
    }
}
