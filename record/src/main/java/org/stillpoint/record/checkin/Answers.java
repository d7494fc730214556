package org.stillpoint.record.checkin;

import java.util.Optional;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;

/**
 * The answers of a check-in, 0 to 10 each.
 *
 * @param pain 0 none, 10 the worst imaginable
 * @param stress 0 none, 10 the most; empty where it was not asked, as in a diary of pain that was kept elsewhere
 * @param tension 0 none, 10 the most; empty where it was not asked
 * @param anxiety 0 none, 10 the most; empty where it was not asked
 * @param mood 0 the worst, 10 the best; empty where it was not answered
 * @param sleep 0 the worst, 10 the best; empty where it was not answered
 * @param bodyAwareness 0 none, 10 the most; empty where it was not answered
 * @param anythingWorse what is worse, in the client's words: a possible adverse event; empty where nothing is
 */
public record Answers(
        Score0To10 pain,
        Optional<Score0To10> stress,
        Optional<Score0To10> tension,
        Optional<Score0To10> anxiety,
        Optional<Score0To10> mood,
        Optional<Score0To10> sleep,
        Optional<Score0To10> bodyAwareness,
        PrivateText anythingWorse) {

    /** With the four answered that the page always asks. */
    public Answers(
            Score0To10 pain,
            Score0To10 stress,
            Score0To10 tension,
            Score0To10 anxiety,
            Optional<Score0To10> mood,
            Optional<Score0To10> sleep,
            Optional<Score0To10> bodyAwareness,
            PrivateText anythingWorse) {
        this(
                pain,
                Optional.of(stress),
                Optional.of(tension),
                Optional.of(anxiety),
                mood,
                sleep,
                bodyAwareness,
                anythingWorse);
    }

    /** Only the four that the page always asks. */
    public static Answers of(Score0To10 pain, Score0To10 stress, Score0To10 tension, Score0To10 anxiety) {
        return new Answers(
                pain, stress, tension, anxiety, Optional.empty(), Optional.empty(), Optional.empty(), PrivateText.NONE);
    }
}
