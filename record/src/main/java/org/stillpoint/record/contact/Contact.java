package org.stillpoint.record.contact;

import org.stillpoint.record.BadValue;

/**
 * Somebody to ring.
 *
 * @param who as the practice calls them: the emergency number, a crisis line, a doctor
 * @param number as it is dialled
 */
public record Contact(String who, String number) {

    /** Own choice, 2026: a line of a page. */
    public static final int MOST_CHARACTERS = 100;

    /** The shortest emergency numbers have two digits. */
    private static final int LEAST_DIGITS = 2;

    public Contact {
        if (who.isBlank() || who.length() > MOST_CHARACTERS) {
            throw new BadValue("who to ring", who.length() + " characters", "1 to " + MOST_CHARACTERS);
        }
        if (!isNumber(number)) {
            throw new BadValue("number", "none that can be dialled", "digits, blanks, + ( ) / - .");
        }
    }

    /** Whether this can be dialled. */
    public static boolean isNumber(String text) {
        return text.length() <= MOST_CHARACTERS
                && text.matches("\\+?[0-9 ()/.-]+")
                && text.chars().filter(Character::isDigit).count() >= LEAST_DIGITS;
    }

    /** The digits alone, as a telephone takes them. */
    public String dialled() {
        return dialled(number);
    }

    /** The same of a number that is written down elsewhere. */
    public static String dialled(String number) {
        return number.replaceAll("[^+0-9]", "");
    }
}
