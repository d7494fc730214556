package org.stillpoint.practice.casereport;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stillpoint.practice.casereport.NamingPassage.NamingKind;

/**
 * Finds what may say who somebody is: names that the practice knows, and what has the form of an address, a number or a date. The kinds are
 * those of the identifiers that HIPAA's safe harbor lists (45 CFR 164.514(b)(2), 2013) as far as a text can hold them. Too much is found
 * rather than too little, for somebody reads every passage; what has none of these forms is not found, so the whole text is to be read too.
 */
public final class NamingPassages {
    private static final int EVERY_SCRIPT =
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    /** What is not seen: a soft hyphen, or a joint, in the midst of a name. */
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");

    private static final String MONTH =
            "(?:january|february|march|april|may|june|july|august|september|october|november|december"
                    + "|januar|j[aä]nner|februar|m[aä]rz|maerz|mai|juni|juli|oktober|dezember"
                    + "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre"
                    + "|janvier|f[eé]vrier|mars|avril|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[eé]cembre"
                    + "|jan|feb|mar|apr|jun|jul|aug|sept?|oct|okt|nov|dec|dez|m[aä]r|ene|abr|ago|dic|janv|f[eé]vr|avr|juil|d[eé]c)";

    private static final String YEARS = "[\\s-]*(?:years?|yrs?|y/?o\\b|jahr|jähr|años?|ans\\b)";

    /** In the order in which they are asked: what was found by one is not found again by the next. */
    private static final List<NamingForm> FORMS = List.of(
            new NamingForm(
                    NamingKind.EMAIL,
                    every(
                            "[^\\s@<>()\\[\\],;:]+(?:@|\\s?[\\[(](?:at|arroba)[\\])]\\s?)[^\\s@<>()\\[\\],;:]*[^\\s@<>()\\[\\],;:.]")),
            new NamingForm(NamingKind.WEB_ADDRESS, every("\\bhttps?://\\S+|\\bwww\\.\\S+|(?<![\\w@])@[\\w.]{2,}")),
            new NamingForm(
                    NamingKind.WEB_ADDRESS,
                    every(
                            "\\b[\\w-]{2,}(?:\\.[\\w-]{2,})*\\.(?:com|org|net|info|edu|gov|eu|de|at|ch|es|fr|be|nl|it|pt|uk|ie"
                                    + "|us|ca|au|nz|mx|ar|cl|co|pe|io|app|dev|online|health)\\b(?:/\\S*)?")),
            new NamingForm(
                    NamingKind.EXACT_DATE,
                    every("\\b\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}\\b"
                            + "|\\b\\d{1,2}\\s?[./-]\\s?\\d{1,2}\\s?[./-]\\s?(?:\\d{4}|\\d{2})\\b"
                            + "|\\b\\d{1,2}\\.\\s?(?:0?[1-9]|1[0-2])\\.(?!\\d)"
                            + "|\\b(?:0?[1-9]|1[0-2])[./-](?:19|20)\\d{2}\\b"
                            + "|\\b\\d{1,2}(?:\\.|st|nd|rd|th|er|[º°ª])?\\s+(?:of\\s+|del?\\s+)?" + MONTH
                            + "\\b(?:\\.?,?\\s+(?:del?\\s+)?\\d{4}\\b)?"
                            + "|\\b" + MONTH
                            + "\\b\\.?\\s+(?:del?\\s+|of\\s+|the\\s+)?\\d{1,4}(?:st|nd|rd|th)?\\b(?:,\\s+\\d{4}\\b)?")),
            new NamingForm(
                    NamingKind.PHONE_NUMBER,
                    every(
                            "(?<![\\d.,])(?!(?:19|20)\\d{2}\\s?[-–/]\\s?(?:19|20)\\d{2}(?!\\d))[+(]{0,2}\\d(?:[ ()/.–-]{0,2}\\d){6,40}")),
            new NamingForm(
                    NamingKind.GREAT_AGE,
                    every("\\b(?:9\\d|1[0-4]\\d)(?=" + YEARS + ")"
                            + "|\\b(?:aged?|alter(?:\\s+von)?|edad(?:\\s+de)?|âgée?s?(?:\\s+de)?)\\s*:?\\s*(?:9\\d|1[0-4]\\d)\\b"
                            + "|\\b\\p{L}*neunzigj[aä]hrig\\p{L}*"
                            + "|\\b(?:\\p{L}*(?:ninety|neunzig)|noventa|nonante|quatre-vingt-(?:dix|onze|douze|treize|quatorze|quinze|seize))"
                            + "(?:-\\p{L}+|\\s+y\\s+\\p{L}+)?(?=" + YEARS + ")")),
            new NamingForm(
                    NamingKind.POSTAL_ADDRESS,
                    every(
                            "\\b\\d+\\s*(?:bis|ter)?,?\\s+(?:rue|avenue|boulevard|place|chemin|allée|impasse|quai|route)\\s+\\p{L}[\\p{L}'’-]*"
                                    + "|\\b(?:calle|avenida|avda\\.?|plaza|paseo|carrer|c/)\\s*[\\p{L}. ]{2,40}?,?\\s*(?:n[.º°]*\\s*)?\\d+"
                                    + "|\\b(?:[\\p{L}-]{2,}(?:straße|strasse|str\\.|gasse|platz|allee|ufer)|straße|strasse|str\\.|gasse|platz"
                                    + "|allee|street|road|lane|avenue|drive|court|square)\\s*\\d+\\s?[a-z]?\\b")),
            new NamingForm(
                    NamingKind.POSTAL_ADDRESS,
                    Pattern.compile(
                            "\\b\\d+[A-Za-z]?\\s+(?:\\p{Lu}[\\p{L}'’.]*\\s+){1,3}(?:Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Drive|Way"
                                    + "|Close|Court|Place|Square|Boulevard|Blvd|Crescent|Terrace)\\b"
                                    + "|\\b\\p{Lu}[\\p{L}-]+weg\\s+\\d+\\s?[a-z]?\\b"
                                    + "|\\b(?!(?:19|20)\\d{2})\\d{4}\\s+(?:[A-Z]{2}\\b|\\p{Lu}\\p{L}{2,})"
                                    + "|\\b[A-Z]{1,2}\\d[A-Z\\d]?\\s?\\d[A-Z]{2}\\b|\\b[A-Z]\\d[A-Z]\\s?\\d[A-Z]\\d\\b",
                            Pattern.UNICODE_CHARACTER_CLASS)),
            new NamingForm(NamingKind.POSTAL_ADDRESS, every("(?<![\\d.,])\\d{5,}(?!\\d)")));

    private record NamingForm(NamingKind kind, Pattern pattern) {}

    private record FoundWords(int start, int end, NamingKind kind) {
        private boolean meets(FoundWords other) {
            return start < other.end && other.start < end;
        }
    }

    private NamingPassages() {}

    private static Pattern every(String pattern) {
        return Pattern.compile(pattern, EVERY_SCRIPT);
    }

    /**
     * Every passage, text by text, each in the order in which it stands there.
     *
     * @param texts by the field in which they stand
     */
    public static List<NamingPassage> in(Map<String, String> texts, NamesOfPractice names) {
        KnownParts known = KnownParts.of(names);
        return texts.entrySet().stream()
                .flatMap(text ->
                        in(text.getKey(), UNSEEN.matcher(text.getValue()).replaceAll(""), known))
                .toList();
    }

    private static Stream<NamingPassage> in(String field, String text, KnownParts known) {
        List<FoundWords> found = new ArrayList<>();
        for (NamingForm form : FORMS) {
            Matcher matcher = form.pattern().matcher(text);
            while (matcher.find()) {
                add(found, new FoundWords(matcher.start(), matcher.end(), form.kind()));
            }
        }
        known.in(text).forEach(part -> add(found, new FoundWords(part[0], part[1], NamingKind.PERSON_OR_PLACE)));
        return found.stream().sorted(Comparator.comparingInt(FoundWords::start)).map(one -> passage(field, text, one));
    }

    private static void add(List<FoundWords> found, FoundWords next) {
        if (found.stream().noneMatch(next::meets)) {
            found.add(next);
        }
    }

    private static NamingPassage passage(String field, String text, FoundWords one) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(text);
        int end = one.end() >= text.length() ? text.length() : sentences.following(one.end() - 1);
        int start = one.start() == 0 ? 0 : sentences.preceding(one.start() + 1);
        return new NamingPassage(
                field,
                text.substring(start, one.start()).stripLeading(),
                text.substring(one.start(), one.end()),
                text.substring(one.end(), Math.max(one.end(), end)).stripTrailing(),
                one.kind());
    }
}
