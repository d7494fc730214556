package org.stillpoint.exchange.table;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** What is the same in the cells of every table: blanks, words for "nothing", names in one form, words for totals. */
public final class Cells {

    /** Words for "no answer" as people, R, Excel, SPSS and forms write them; compared without regard to case. */
    private static final Set<String> NOTHING = Set.of(
            "",
            "na",
            "n/a",
            "#n/a",
            "n.a.",
            "<na>",
            "nan",
            "null",
            "none",
            "nil",
            "missing",
            ".",
            "-",
            "--",
            "\u2013",
            "\u2014",
            "?",
            "k.a.",
            "no answer",
            "not answered",
            "<undefined>");

    private static final Set<String> TOTALS = Set.of(
            "total",
            "totals",
            "grand total",
            "subtotal",
            "sum",
            "average",
            "mean",
            "median",
            "summe",
            "gesamt",
            "mittelwert",
            "durchschnitt",
            "overall",
            "pooled",
            "summary",
            "total (95% ci)",
            "re model",
            "fe model",
            "somme",
            "moyenne",
            "promedio",
            "media");

    private Cells() {}

    /** Without surrounding white space, no-break and zero-width spaces, and marks of direction. */
    static String plain(String cell) {
        int from = 0;
        int to = cell.length();
        while (from < to && isBlank(cell.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(cell.charAt(to - 1))) {
            to--;
        }
        return cell.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return c <= ' '
                || c == '\u00A0'
                || c == '\uFEFF'
                || c >= '\u2000' && c <= '\u200F'
                || c == '\u202F'
                || Character.isWhitespace(c);
    }

    /** Whether this is a usual word for "no answer". */
    static boolean isNothing(String plain) {
        return plain.isEmpty() || plain.length() <= 14 && NOTHING.contains(plain.toLowerCase(Locale.ROOT));
    }

    /** Whether this is a word that heads a row of totals. */
    static boolean isTotal(String plain) {
        String word = plain.endsWith(":") ? plain.substring(0, plain.length() - 1) : plain;
        return word.length() <= 16 && TOTALS.contains(word.toLowerCase(Locale.ROOT));
    }

    /**
     * A name or id in the one form in which names are compared: composed, without surrounding and doubled white space, and without
     * regard to case.
     */
    public static String sameName(String name) {
        String composed = Normalizer.normalize(plain(name), Normalizer.Form.NFC);
        return composed.replaceAll("[\\s\\u00A0]+", " ")
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    /** A name without accents, signs and leading zeros: two names that agree in this are alike, though not the same. */
    public static String likeness(String name) {
        String bare = Normalizer.normalize(sameName(name), Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .replaceAll("(?<!\\p{N})0+(?=\\p{N})", "");
        return bare.isEmpty() ? sameName(name) : bare;
    }
}
