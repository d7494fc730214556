package org.stillpoint.exchange.calendar;

import java.util.List;
import org.stillpoint.words.Message;

/**
 * What a calendar says of a stretch of time.
 *
 * @param occurrences the earliest first
 * @param doubts what had to be guessed or left out
 */
public record CalendarRead(List<Occurrence> occurrences, List<CalendarDoubt> doubts) {

    public CalendarRead {
        occurrences = List.copyOf(occurrences);
        doubts = List.copyOf(doubts);
    }

    /**
     * @param event which event of the file, from 1; 0 where the whole file is meant
     * @param said what is doubtful of it
     */
    public record CalendarDoubt(int event, Message said) {}
}
