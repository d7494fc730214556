package org.stillpoint.exchange.table;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.stillpoint.exchange.Question;
import org.stillpoint.exchange.Question.QuestionSubject;
import org.stillpoint.words.AsTyped;
import org.stillpoint.words.TableWords;

/** Values of a measure whose scale is not known that lie far from all others, as the codes for no answer do. */
public final class Isolated {

    /** Codes for no answer have to lie further from everything else than this share of its whole range. */
    private static final double CODE_GAP = 0.75;

    /** Other values have to lie further away than so many ranges before they are asked about. */
    private static final double ANY_GAP = 10;

    /** What SPSS, REDCap and forms write for no answer: beyond the end of a scale, in sevens, eights and nines. */
    private static final Set<Double> CODES = Set.of(
            7.0, 8.0, 9.0, 77.0, 88.0, 97.0, 98.0, 99.0, 777.0, 888.0, 997.0, 998.0, 999.0, 7777.0, 8888.0, 9997.0,
            9998.0, 9999.0, 99_999.0);

    private Isolated() {}

    /** A code of two digits or more: whole points of a scale are no measure for effects and variances. */
    private static final double LONG_CODE = 77;

    /** Asks about a value that is alone at either end, as codes for no answer are and slips of the keyboard. */
    public static void ask(Table table, Column column, double[] values) {
        ask(table, column, values, false);
    }

    /** As {@link #ask}, of numbers that may lie far apart: only about what is written as a code for no answer of two digits or more. */
    public static void askCodes(Table table, Column column) {
        double[] values = IntStream.range(0, table.size())
                .mapToDouble(place -> table.row(place).numberIfAny(column))
                .filter(value -> !Double.isNaN(value))
                .toArray();
        ask(table, column, values, true);
    }

    private static void ask(Table table, Column column, double[] values, boolean codesAlone) {
        double[] different = Arrays.stream(values).distinct().sorted().toArray();
        if (different.length < 2) {
            return;
        }
        int last = different.length - 1;
        for (boolean high : List.of(true, false)) {
            double end = high ? different[last] : different[0];
            double near = high ? different[last - 1] : different[1];
            double far = high ? different[0] : different[last];
            double range = Math.abs(near - far);
            double gap = Math.abs(end - near);
            long times = Arrays.stream(values).filter(v -> v == end).count();
            boolean rare = times * 2 <= values.length;
            boolean code = CODES.contains(Math.abs(end)) && (!codesAlone || Math.abs(end) >= LONG_CODE)
                    || !codesAlone && end < 0 && far >= 0;
            boolean isolated = code && gap > 1 && gap >= CODE_GAP * range;
            if (rare && (isolated || !codesAlone && range > 0 && gap > ANY_GAP * range)) {
                throw table.ask(question(column, end, times, near, far));
            }
        }
    }

    private static Question question(Column column, double end, long times, double near, double far) {
        return new Question(
                QuestionSubject.CODE,
                new TableWords.FarFromAll(
                        column.name(),
                        AsTyped.of(end),
                        (int) times,
                        AsTyped.of(Math.min(near, far)),
                        AsTyped.of(Math.max(near, far))),
                "say --missing " + DecimalText.plain(end)
                        + " where it stands for no answer, or --range LOW:HIGH where it is a value");
    }
}
