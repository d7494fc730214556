package org.stillpoint.record.contact;

import java.util.regex.Pattern;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.PrivateText;

/** What reaches somebody: what can be dialled, and what can be written to. Either may be left empty. */
public final class WaysToReach {
    /** Something before the at sign and behind it: whether it arrives is known once something was sent. */
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");

    private WaysToReach() {}

    /** Whether this can be dialled, or is none. */
    public static boolean isPhone(String text) {
        return text.isEmpty() || Contact.isNumber(text);
    }

    /** Whether this may be an e-mail address, or is none. */
    public static boolean isEmail(String text) {
        return text.isEmpty() || EMAIL.matcher(text).matches();
    }

    /** @throws BadValue if it can be dialled by nobody */
    public static void requirePhone(PrivateText phone) {
        if (!isPhone(phone.value())) {
            throw new BadValue(
                    "phone", "of " + phone.value().length() + " characters", "digits, blanks, + ( ) / - ., or none");
        }
    }

    /** @throws BadValue if it is no address */
    public static void requireEmail(PrivateText email) {
        if (!isEmail(email.value())) {
            throw new BadValue("e-mail", "of " + email.value().length() + " characters", "an address, or none");
        }
    }
}
