package org.stillpoint.words;

import org.stillpoint.record.request.RequestMatter;

/** What clients ask of the practice, for whoever answers it. */
public enum RequestWords implements Label {
    TITLE,
    OF_CLIENT,
    CORRECTION,
    ERASURE,
    WAITS,
    NONE,
    STANDS,
    STANDS_NO_MORE,
    CANCEL_TOO,
    READ_BY_CLIENT,
    ERASE_HINT,
    ANSWERED_MEANWHILE,
    WORDS;

    /** @param at of the appointment */
    public record CannotComeAt(Message at) implements Message {}

    public record AskedOn(Message at) implements Message {}

    /** The client's own words, or empty. */
    public static String words(RequestMatter matter) {
        return switch (matter) {
            case RequestMatter.CorrectionAsked(var words) -> words.value();
            case RequestMatter.ErasureAsked(var words) -> words.value();
            case RequestMatter.CannotCome said -> "";
        };
    }

    /** What is asked for, in a few words. */
    public static Message of(RequestMatter matter, Speaker speaker) {
        return switch (matter) {
            case RequestMatter.CorrectionAsked asked -> CORRECTION;
            case RequestMatter.ErasureAsked asked -> ERASURE;
            case RequestMatter.CannotCome said ->
                new CannotComeAt(new CommonWords.DayAndTime(said.start(), speaker.time(said.start())));
        };
    }
}
