package org.stillpoint.record.address;

import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Version;
import org.stillpoint.record.contact.WaysToReach;

/**
 * Somebody who sees to clients elsewhere: a physician, a psychotherapist, a midwife.
 *
 * @param name not blank
 * @param profession what they are; may be empty
 * @param phone as it is dialled; may be empty
 * @param email an address; may be empty
 * @param address where letters go; may be empty
 * @param isCurrent whether they are offered for further clients; those who have them keep them
 * @param version grows with each change
 */
public record AddressEntry(
        Id<AddressEntry> id,
        PrivateText name,
        PrivateText profession,
        PrivateText phone,
        PrivateText email,
        PrivateText address,
        boolean isCurrent,
        Version version) {

    /** Own choice, 2026: as a client's name. */
    public static final int MOST_NAME_CHARACTERS = 200;

    public AddressEntry {
        if (name.value().isBlank() || name.value().length() > MOST_NAME_CHARACTERS) {
            throw new BadValue(
                    "name",
                    "of " + name.value().length() + " characters",
                    "1 to " + MOST_NAME_CHARACTERS + " characters");
        }
        WaysToReach.requirePhone(phone);
        WaysToReach.requireEmail(email);
    }

    /** The same, as seen at another version. */
    public AddressEntry seenAt(Version seen) {
        return new AddressEntry(id, name, profession, phone, email, address, isCurrent, seen);
    }
}
