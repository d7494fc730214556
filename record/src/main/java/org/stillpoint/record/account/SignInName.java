package org.stillpoint.record.account;

import java.text.Normalizer;
import java.util.Locale;
import org.stillpoint.record.BadValue;

/**
 * The name someone signs in with, in the one form that is compared: stripped, composed (NFKC) and in lower case.
 *
 * @param value 1 to {@value #MOST_CHARACTERS} characters, no blanks or control characters
 */
public record SignInName(String value) {
    public static final int MOST_CHARACTERS = 100;

    public SignInName {
        value = Normalizer.normalize(value.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        boolean blanks = value.codePoints()
                .anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c));
        if (value.isEmpty() || value.length() > MOST_CHARACTERS || blanks) {
            throw new BadValue(
                    "sign-in name",
                    "of " + value.length() + " characters",
                    "1 to " + MOST_CHARACTERS + " characters without blanks");
        }
    }

    /** Hides the name, which may be an e-mail address. */
    @Override
    public String toString() {
        return "(sign-in name)";
    }
}
