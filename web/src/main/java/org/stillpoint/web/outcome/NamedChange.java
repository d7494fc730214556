package org.stillpoint.web.outcome;

import org.stillpoint.practice.outcome.Change;
import org.stillpoint.words.ChangeWords;
import org.stillpoint.words.Speaker;

/**
 * A change with its name and its look.
 *
 * @param look the name of its look in the style sheet
 */
public record NamedChange(String words, String look) {
    static NamedChange of(Change change, Speaker speaker) {
        return new NamedChange(
                speaker.say(ChangeWords.name(change)),
                switch (change) {
                    case BETTER -> "better";
                    case WORSE -> "worse";
                    case TOO_SMALL -> "small";
                    case UNCLEAR -> "unclear";
                    case NONE_TO_TELL, OWN_VIEW -> "early";
                });
    }
}
