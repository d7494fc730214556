package org.stillpoint.record.client;

import java.util.Optional;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.contact.WaysToReach;

/**
 * How a client is called and reached, and who stands by them: what the front desk needs. Nothing of it says why they come; each may be
 * empty.
 *
 * @param calledBy the name by which they are called
 * @param pronouns in their own words
 * @param language which they speak, in their own words
 * @param phone as it is dialled
 * @param email an address
 * @param address where letters go
 * @param guardian who decides for them
 * @param emergencyContact whom to ring for them when something happens
 */
public record ContactDetails(
        PrivateText calledBy,
        PrivateText pronouns,
        PrivateText language,
        PrivateText phone,
        PrivateText email,
        PrivateText address,
        Optional<RelatedPerson> guardian,
        Optional<RelatedPerson> emergencyContact) {

    /** Before anything was told. */
    public static final ContactDetails NONE = new ContactDetails(
            PrivateText.NONE,
            PrivateText.NONE,
            PrivateText.NONE,
            PrivateText.NONE,
            PrivateText.NONE,
            PrivateText.NONE,
            Optional.empty(),
            Optional.empty());

    public ContactDetails {
        WaysToReach.requirePhone(phone);
        WaysToReach.requireEmail(email);
    }
}
