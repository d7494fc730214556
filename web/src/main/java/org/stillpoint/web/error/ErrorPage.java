package org.stillpoint.web.error;

/**
 * A page that could not be had.
 *
 * @param status the HTTP status
 * @param title what happened, in a few words
 * @param sentence what it means for the person and what to do
 */
public record ErrorPage(int status, String title, String sentence) {

    /** The words for a status. */
    public static ErrorPage of(int status) {
        return switch (status) {
            case 400 ->
                new ErrorPage(
                        status,
                        "That could not be read",
                        "Nothing was stored. Go back, check what was entered, and try again.");
            case 401 ->
                new ErrorPage(status, "Please sign in", "Nothing was lost. Sign in, and you are back where you were.");
            case 403 ->
                new ErrorPage(
                        status,
                        "This page had been open for too long",
                        "For safety nothing was stored. Go back: what was typed is most likely still there. Reload the page, and send it again.");
            case 404 ->
                new ErrorPage(
                        status, "There is no such page", "It may have been moved or removed. Nothing was changed.");
            case 405 -> new ErrorPage(status, "That cannot be done here", "Nothing was changed.");
            case 409 ->
                new ErrorPage(
                        status,
                        "This has changed since you opened it",
                        "Nothing was stored. Go back and open the page again to see how it stands now.");
            case 413 ->
                new ErrorPage(
                        status, "That is too much at once", "At most 256 kilobytes can be sent. Nothing was stored.");
            case 429 ->
                new ErrorPage(
                        status,
                        "Too many tries",
                        "To keep the records safe, signing in is closed for this name for up to 15 minutes. Then try again.");
            default ->
                new ErrorPage(
                        status,
                        "Something went wrong on our side",
                        "It has been noted in the log, without any private text. What was stored before is safe. Please try again.");
        };
    }
}
