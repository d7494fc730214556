package org.stillpoint.exchange;

/**
 * One thing that is wrong with what was given, and where.
 *
 * @param file name of the file or of the option, never a whole path
 * @param row row in the file as an editor counts it, the header being 1; 0 where the problem is with the whole file
 * @param column name of the column; empty where no single column is meant
 * @param value what stood there, shortened and without control characters; empty where nothing did
 * @param expected what should have stood there, as the rest of a sentence: "is not between 0 and 10"
 */
public record Problem(String file, long row, String column, String value, String expected) {

    private static final int SHOWN = 40;

    public Problem {
        value = shown(value);
    }

    /** A problem with a file as a whole. */
    public static Problem ofFile(String file, String expected) {
        return new Problem(file, 0, "", "", expected);
    }

    /** A problem with a value that does not come from a table. */
    public static Problem ofValue(String place, String value, String expected) {
        return new Problem(place, 0, "", value, expected);
    }

    /** The problem as one sentence, as the command line says it: {@code pain.csv, row 3, column X101: 11 is not between 0 and 10}. */
    public String inEnglish() {
        StringBuilder out = new StringBuilder(file);
        if (row > 0) {
            out.append(", row ").append(row);
        }
        if (!column.isEmpty()) {
            out.append(", column ").append(column);
        }
        out.append(": ");
        if (!value.isEmpty()) {
            out.append('"').append(value).append("\" ");
        }
        return out.append(expected).toString();
    }

    private static String shown(String value) {
        String plain = value.codePoints()
                .map(c -> Character.isISOControl(c) || !Character.isDefined(c) ? '\uFFFD' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "…";
    }
}
