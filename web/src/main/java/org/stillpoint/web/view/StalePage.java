package org.stillpoint.web.view;

import java.util.List;
import org.stillpoint.words.Message;

/**
 * What was typed into a page that had grown old, beside what is stored now. Nothing of it has been stored.
 *
 * @param head whose record it is
 * @param what what was changed meanwhile, such as that this event was
 * @param rows field by field
 * @param openAgain the address of the page as it stands now
 */
public record StalePage(ClientHead head, Message what, List<StaleField> rows, String openAgain) {

    /**
     * @param label the field
     * @param typed what was typed
     * @param stored what is stored now
     */
    public record StaleField(Message label, String typed, String stored) {
        public boolean differs() {
            return !typed.equals(stored);
        }
    }
}
