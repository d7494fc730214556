package org.stillpoint.practice.casereport;

/**
 * A few words of a text that may say who somebody is, within their sentence.
 *
 * @param field in which text
 * @param before what stands before them in their sentence
 * @param found the words
 * @param after what stands behind them in their sentence
 */
public record NamingPassage(String field, String before, String found, String after, NamingKind kind) {

    /** What the words may be. */
    public enum NamingKind {
        PERSON_OR_PLACE,
        EMAIL,
        WEB_ADDRESS,
        PHONE_NUMBER,
        EXACT_DATE,
        POSTAL_ADDRESS,
        GREAT_AGE
    }

    /** By which it is known again, on one line: the same words in the same sentence of the same text. */
    public String key() {
        return (field + "|" + before.length() + "|" + before + found + after)
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** Hides the words. */
    @Override
    public String toString() {
        return "NamingPassage[" + field + ", " + kind + "]";
    }
}
