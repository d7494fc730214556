package org.stillpoint.web.session;

import java.util.List;
import java.util.Optional;
import org.stillpoint.words.Message;

/**
 * What is known of a session that has ended, gathered by what it is.
 *
 * @param line it on a scale of minutes; empty where nothing was marked
 * @param checkIn what the client said before, with its day; empty where they said nothing
 * @param worse what they said is worse, quoted
 * @param pain where it hurt, with the day; empty where no map was drawn
 * @param sites where hands were
 * @param whole what is of no place
 * @param felt distress and awareness, from the first to the last
 * @param followUp the check-in after it: when it is due, or what it said
 * @param due whether none was given yet
 * @param next the next appointment; empty where none is booked
 */
public record ClosingFacts(
        Optional<MinuteLine> line,
        Optional<FactOfADay> checkIn,
        List<Message> worse,
        Optional<FactOfADay> pain,
        List<SiteFacts> sites,
        List<MarkRow> whole,
        List<Message> felt,
        Message followUp,
        boolean due,
        Optional<Message> next) {

    /**
     * Something known of a day.
     *
     * @param day which, in words
     */
    public record FactOfADay(Message day, List<Message> facts) {}

    /**
     * A place where hands were.
     *
     * @param code for the body: a region's code or a muscle's id
     * @param felt what the hand felt before
     * @param marks what was marked there, with the minute
     */
    public record SiteFacts(String name, String code, Optional<Message> felt, List<MarkRow> marks) {}
}
