package org.stillpoint.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.Part;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be counted of plain wording, in English: how long a sentence is, and how often one clause denies. */
class PlainWordsTest {

    private static final Path FILES = Path.of("src/main/resources/org/stillpoint/words");

    /** Some twenty words: read aloud, the end of a longer sentence comes when its beginning is gone. What is filled in counts as one. */
    private static final int MOST_WORDS = 24;

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])[\"”)]?\\s+");
    private static final Pattern CLAUSE_END = Pattern.compile("[.,;:?!()]");
    private static final Pattern WORD = Pattern.compile("\\S*[\\p{L}\\p{N}]\\S*");

    /** "No name and no date" denies once. */
    private static final Pattern AGAIN =
            Pattern.compile("\\b(and|or|but) (no|not|nothing|nobody|never|without)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern DENIAL = Pattern.compile(
            "\\b(not|no|never|nothing|nobody|none|nowhere|cannot|without|un(seen|known|clear|told|likely|usual|able|safe))\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern STUMBLES = Pattern.compile(
            "[→←⇒±×≥≤~²³^|]|\\d\\s*[–—]\\s*\\d|\\w ?/ ?\\w|\\d ?(h|min|s|kg|cm|mm|ms|kB|MB|GB)\\b|\\b(e\\.g|i\\.e|etc|vs|approx)\\.|\\d{4}-\\d{2}");

    /** What is written there is meant: how to write a day, a zone, a table. */
    private static final List<String> SHOWS_A_FORM = List.of(
            "event.date-forms",
            "event.write-date",
            "import.no-day",
            "import.no-zone",
            "import.zone-hint",
            "questionnaire.example",
            "setting.zone-hint",
            "table.no-time");

    @Test
    void sentences_ofEveryMessage_haveSomeTwentyWordsAtMost() throws IOException {
        assertThat(found(text -> SENTENCE_END.splitAsStream(text), sentence -> count(WORD, sentence) > MOST_WORDS))
                .isEmpty();
    }

    @Test
    void clauses_ofEveryMessage_denyOnceAtMost() throws IOException {
        assertThat(found(
                        text -> CLAUSE_END.splitAsStream(text),
                        clause -> count(DENIAL, AGAIN.matcher(clause).replaceAll("$1")) > 1))
                .isEmpty();
    }

    /**
     * Every sentence was read aloud once by a machine (eSpeak NG 1.51, 2026-11-29): a dash between figures is not heard, an arrow is "right
     * arrow", a tilde "tilde", a slash "slash", and a unit's letter is only a letter.
     */
    @Test
    void sentences_ofEveryMessage_holdNothingThatAVoiceStumblesOver() throws IOException {
        assertThat(found(Stream::of, text -> STUMBLES.matcher(text).find()))
                .allMatch(found -> SHOWS_A_FORM.stream().anyMatch(found::startsWith));
    }

    @Test
    void longest_ofAMessageWithChoices_isItsLongestWording() {
        assertThat(longest("{n, plural, one {One mark} other {# marks of {who}}} {x, select, a {} other {is here}}."))
                .isEqualTo("0 marks of 0 is here.");
        assertThat(longest("It is the client''s.")).isEqualTo("It is the client's.");
    }

    private static List<String> found(
            Function<String, Stream<String>> parts, java.util.function.Predicate<String> isWrong) throws IOException {
        List<String> found = new ArrayList<>();
        texts().forEach((key, text) ->
                parts.apply(longest(text)).filter(isWrong).forEach(part -> found.add(key + ": " + part.strip())));
        return found;
    }

    private static long count(Pattern pattern, String text) {
        return pattern.matcher(text).results().count();
    }

    private static Map<String, String> texts() throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(FILES)) {
            for (Path file : files.filter(one -> one.toString().endsWith("_en.properties"))
                    .toList()) {
                Properties texts = new Properties();
                try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                    texts.load(reader);
                }
                String group = file.getFileName().toString().replace("_en.properties", "");
                texts.forEach((key, text) -> found.put(group + "." + key, (String) text));
            }
        }
        assertThat(found).hasSizeGreaterThan(1000);
        return found;
    }

    /** The text with everything filled in by one figure, of several wordings the one with the most letters. */
    private static String longest(String text) {
        return longest(new MessagePattern(text), 0);
    }

    private static String longest(MessagePattern pattern, int start) {
        StringBuilder said = new StringBuilder();
        int end = pattern.getLimitPartIndex(start);
        int from = pattern.getPart(start).getLimit();
        for (int i = start + 1; i <= end; i++) {
            Part part = pattern.getPart(i);
            said.append(pattern.getPatternString(), from, part.getIndex());
            from = part.getLimit();
            if (part.getType() == Part.Type.REPLACE_NUMBER) {
                said.append('0');
            } else if (part.getType() == Part.Type.ARG_START) {
                int last = pattern.getLimitPartIndex(i);
                said.append(longestOf(pattern, i, last));
                i = last;
                from = pattern.getPart(last).getLimit();
            }
        }
        return said.toString();
    }

    private static String longestOf(MessagePattern pattern, int first, int last) {
        String longest = "";
        boolean chooses = false;
        for (int i = first + 1; i < last; i++) {
            if (pattern.getPart(i).getType() == Part.Type.MSG_START) {
                chooses = true;
                String one = longest(pattern, i);
                longest = one.length() > longest.length() ? one : longest;
                i = pattern.getLimitPartIndex(i);
            }
        }
        return chooses ? longest : "0";
    }
}
