package org.stillpoint.record.mail;

import java.util.Locale;
import java.util.Optional;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.PrivateText;

/**
 * A mail as it is written, word for word: sent again, it is the same.
 *
 * @param to an address, not empty
 * @param subject one line
 * @param text lines of plain text
 * @param off the address at which whoever reads it ends all mail with one click (RFC 8058); empty where there is none
 * @param language that it is written in, such as {@code de}
 */
public record Letter(
        PrivateText to, PrivateText subject, PrivateText text, Optional<PrivateText> off, Locale language) {
    public Letter {
        if (to.isEmpty() || to.value().chars().anyMatch(Character::isISOControl)) {
            throw new BadValue("address", "of " + to.value().length() + " characters", "one line, not empty");
        }
        if (subject.value().chars().anyMatch(Character::isISOControl)) {
            throw new BadValue("subject", "of " + subject.value().length() + " characters", "one line");
        }
    }

    /** The same without what it says. */
    public Letter withoutWords() {
        return new Letter(to, subject, PrivateText.NONE, Optional.empty(), language);
    }

    /** The same to another address: the client has told a new one since it was written. */
    public Letter sentTo(PrivateText address) {
        return new Letter(address, subject, text, off, language);
    }
}
