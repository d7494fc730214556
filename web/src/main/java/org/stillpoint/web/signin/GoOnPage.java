package org.stillpoint.web.signin;

import org.stillpoint.words.DoorRuleWords;
import org.stillpoint.words.DoorWords;
import org.stillpoint.words.Message;

/**
 * The page that sends on what was typed before the sign-in had run out.
 *
 * @param form what was typed
 * @param when it is sent
 */
public record GoOnPage(KeptForm form, GoOnMoment when) {

    /** When it is sent. */
    public enum GoOnMoment {
        /** By a script, without being asked: right after signing in, and never a second time. */
        AT_ONCE(DoorWords.GO_ON, DoorWords.GO_ON_HINT),
        /** Once its reader says so. */
        ASKED_FOR(DoorWords.OPEN_LONG, DoorWords.OPEN_LONG_HINT),
        /** Once its reader says so, who sets up their second step before. */
        AFTER_SECOND_STEP(DoorRuleWords.DEMANDED, DoorRuleWords.DEMANDED_KEPT);

        private final Message title;
        private final Message hint;

        GoOnMoment(Message title, Message hint) {
            this.title = title;
            this.hint = hint;
        }
    }

    /** What the page is about. */
    public Message title() {
        return when.title;
    }

    /** What became of what was typed. */
    public Message hint() {
        return when.hint;
    }

    public boolean atOnce() {
        return when == GoOnMoment.AT_ONCE;
    }

    /** Whether a second step is to be set up before. */
    public boolean stepFirst() {
        return when == GoOnMoment.AFTER_SECOND_STEP;
    }
}
