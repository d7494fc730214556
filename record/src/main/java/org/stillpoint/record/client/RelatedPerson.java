package org.stillpoint.record.client;

import org.stillpoint.record.BadValue;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.contact.WaysToReach;

/**
 * Somebody who stands by a client: a guardian, or whoever is rung for them.
 *
 * @param name not blank
 * @param relation what they are to the client; may be empty
 * @param phone as it is dialled; may be empty
 */
public record RelatedPerson(PrivateText name, PrivateText relation, PrivateText phone) {

    public RelatedPerson {
        if (name.value().isBlank()) {
            throw new BadValue("name of a related person", "blank", "a name");
        }
        WaysToReach.requirePhone(phone);
    }
}
