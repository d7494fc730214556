package org.stillpoint.exchange.table;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
            "gesamtergebnis",
            "totaal",
            "totale",
            "suma",
            "somma",
            "total general",
            "total général",
            "gemiddelde",
            "somme",
            "moyenne",
            "promedio",
            "media");

    /** The row of the pooled effect, as metafor, meta, RevMan, Stata and people call it. */
    private static final Pattern POOLED = Pattern.compile(
            "((sub|grand )?totals?|overall|pooled|summary|combined)( effects?| estimates?| results?| mean| studies)?( ?[(\\[].*[)\\]]|, ?(dl|reml|ml|pm|sj|he|iv|mh|i2)\\b.*)?"
                    + "|(random|fixed|common|mixed)[- ]effects?( model| estimate)?( ?[(\\[].*[)\\]]|, ?(dl|reml|ml|pm|sj|he|iv|mh|i2)\\b.*)?"
                    + "|(re|fe|ce|ee|me) model\\b.*");

    /** Letters of the longest that is taken for one. */
    private static final int MOST_TOTAL = 60;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0]+");

    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]");

    private static final Pattern LEADING_ZEROS = Pattern.compile("(?<!\\p{N})0+(?=\\p{N})");

    /** An id that a spreadsheet or pandas wrote as a number with parts. */
    private static final Pattern WHOLE = Pattern.compile("(\\d+)\\.0+");

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
        String word = (plain.endsWith(":") ? plain.substring(0, plain.length() - 1) : plain).toLowerCase(Locale.ROOT);
        return TOTALS.contains(word)
                || word.length() <= MOST_TOTAL && POOLED.matcher(word).matches();
    }

    /**
     * A name or id in the one form in which names are compared: composed, without surrounding and doubled white space, without regard
     * to case, and a whole number without the zeros behind its point.
     */
    public static String sameName(String name) {
        String composed = Normalizer.normalize(plain(name), Normalizer.Form.NFC);
        Matcher whole = WHOLE.matcher(composed);
        return whole.matches()
                ? whole.group(1)
                : BLANKS.matcher(composed)
                        .replaceAll(" ")
                        .toUpperCase(Locale.ROOT)
                        .toLowerCase(Locale.ROOT);
    }

    /** A name without accents, signs and leading zeros: two names that agree in this are alike, though not the same. */
    public static String likeness(String name) {
        String letters = SIGNS.matcher(Normalizer.normalize(sameName(name), Normalizer.Form.NFKD))
                .replaceAll("");
        String bare = LEADING_ZEROS.matcher(letters).replaceAll("");
        return bare.isEmpty() ? sameName(name) : bare;
    }
}
