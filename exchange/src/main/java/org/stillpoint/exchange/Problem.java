package org.stillpoint.exchange;

import org.stillpoint.words.AsTyped;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.TableWords;

/**
 * One thing that is wrong with what was given, and where.
 *
 * @param file name of the file or of the option, never a whole path
 * @param row row in the file as an editor counts it, the header being 1; 0 where the problem is with the whole file
 * @param column name of the column; empty where no single column is meant
 * @param value what stood there, shortened and without control characters; empty where nothing did
 * @param fault what is wrong, as the rest of a sentence: "is not between 0 and 10"
 * @param answer which option of the command line may help, as the end of that sentence; empty where none does
 */
public record Problem(String file, long row, String column, String value, Message fault, String answer) {

    private static final int SHOWN = 40;

    public Problem {
        value = shown(value);
        if (row < 1 && !column.isEmpty()) {
            throw new IllegalArgumentException("column " + column + " of no row");
        }
    }

    public Problem(String file, long row, String column, String value, Message fault) {
        this(file, row, column, value, fault, "");
    }

    /** A problem with a file as a whole. */
    public static Problem ofFile(String file, Message fault) {
        return new Problem(file, 0, "", "", fault);
    }

    /** A problem with a file as a whole, in English. */
    @OnCommandLine
    public static Problem ofFile(String file, String fault) {
        return ofFile(file, new CommonWords.Verbatim(fault));
    }

    /** A problem with a value that does not come from a table, in English. */
    @OnCommandLine
    public static Problem ofValue(String place, String value, String fault) {
        return new Problem(place, 0, "", value, new CommonWords.Verbatim(fault));
    }

    /** The problem as one sentence: {@code pain.csv, row 3, column X101: "11" is not between 0 and 10}. */
    public Message said() {
        AsTyped at = AsTyped.of(row);
        if (!column.isEmpty()) {
            return value.isEmpty()
                    ? new TableWords.OfColumn(file, at, column, fault)
                    : new TableWords.OfCell(file, at, column, value, fault);
        }
        if (row > 0) {
            return value.isEmpty()
                    ? new TableWords.OfRow(file, at, fault)
                    : new TableWords.OfValueInRow(file, at, value, fault);
        }
        return value.isEmpty() ? new TableWords.OfFile(file, fault) : new TableWords.OfValue(file, value, fault);
    }

    /** The problem as the command line says it. */
    String inEnglish() {
        String said = English.say(said());
        return answer.isEmpty() ? said : said + "; " + answer;
    }

    private static String shown(String value) {
        String plain = value.codePoints()
                .map(c -> Character.isISOControl(c) || !Character.isDefined(c) ? '\uFFFD' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "…";
    }
}
