package org.stillpoint.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.PluralRules;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages and message files keep step, in every language. */
class MessagesTest {

    private static final Pattern WORD = Pattern.compile("\\p{L}{2}");
    private static final Pattern FILLED_IN = Pattern.compile("\\{\\w+}");
    private static final Path CLASSES = place(Message.class);
    private static final Map<MessageKey, Set<String>> MESSAGES = messages();

    static List<Locale> languages() {
        return MessageCatalogue.LANGUAGES;
    }

    static Stream<Map.Entry<Locale, NamedCsvRecord>> wordsToAvoid() throws IOException {
        List<NamedCsvRecord> rows = rows("avoid.csv");
        return languages().stream()
                .flatMap(language -> rows.stream()
                        .filter(row -> row.getField("language").equals(language.getLanguage()))
                        .map(row -> Map.entry(language, row)));
    }

    private static List<NamedCsvRecord> rows(String table) throws IOException {
        List<NamedCsvRecord> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> read =
                CsvReader.builder().ofNamedCsvRecord(Path.of("src/test/resources/org/stillpoint/words", table))) {
            read.forEach(rows::add);
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void files_everyLanguage_holdEveryMessageAndNoOther(Locale language) {
        Set<String> wanted =
                MESSAGES.keySet().stream().map(MessageKey::toString).collect(Collectors.toCollection(TreeSet::new));
        Set<String> held = texts(language).keySet().stream()
                .map(MessageKey::toString)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(held).as("texts in %s", language).isEqualTo(wanted);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void files_everyText_fillsInWhatTheMessageCarriesAndNoOther(Locale language) {
        texts(language)
                .forEach((key, text) -> assertThat(Sentence.of(text, language).arguments())
                        .as("arguments of %s in %s", key, language)
                        .isEqualTo(MESSAGES.get(key)));
    }

    /** What a country sets otherwise is set in one place, and in every text. */
    @Test
    void texts_ofSwitzerland_holdNoSharpS_andThoseOfCanadaNoSpaceBeforeAQuestionMark() {
        MessageCatalogue swiss = new MessageCatalogue(Locale.forLanguageTag("de-CH"));
        MessageCatalogue canadian = new MessageCatalogue(Locale.forLanguageTag("fr-CA"));
        for (MessageKey key : MESSAGES.keySet()) {
            assertThat(swiss.text(key.group(), key.entry())).as(key.toString()).doesNotContain("ß", "„", "“");
            assertThat(canadian.text(key.group(), key.entry()))
                    .as(key.toString())
                    .doesNotContainPattern("[ \u00a0\u202f][;!?]");
        }
        assertThat(PlaceName.of("Gluteus maximus").in(Locale.forLanguageTag("de-CH")))
                .isEqualTo("Grosser Gesässmuskel");
        assertThat(texts(Locale.GERMAN).values()).anyMatch(text -> text.contains("ß"));
    }

    /** What would stand alone at the head of a line: in French a space goes before them that never breaks. */
    @Test
    void texts_ofFrench_breakNoLineBeforeAMark() {
        texts(Locale.FRENCH)
                .forEach((key, text) ->
                        assertThat(text).as(key.toString()).doesNotContainPattern("« | [;:!?»%]"));
    }

    /** The files know plurals and choices, but write no number or date of their own way: that is the speaker's part. */
    @ParameterizedTest
    @MethodSource("languages")
    void files_everyText_leavesNumbersAndDatesToTheSpeaker(Locale language) {
        texts(language).forEach((key, text) -> {
            MessagePattern pattern = new MessagePattern(text);
            for (int i = 0; i < pattern.countParts(); i++) {
                assertThat(pattern.getPart(i).getArgType())
                        .as(key.toString())
                        .isNotEqualTo(MessagePattern.ArgType.SIMPLE);
            }
        });
    }

    /** {@link Properties} keeps the last of two equal keys and says nothing. */
    @ParameterizedTest
    @MethodSource("languages")
    void files_everyKey_standsOnce(Locale language) {
        for (String group : groups()) {
            Set<Object> seen = new TreeSet<>();
            List<Object> again = new ArrayList<>();
            Properties once = new Properties() {
                @Override
                public synchronized Object put(Object key, Object value) {
                    if (!seen.add(key)) {
                        again.add(key);
                    }
                    return super.put(key, value);
                }
            };
            load(once, group, language);
            assertThat(again).as("keys that stand twice in %s", group).isEmpty();
        }
    }

    @Test
    void files_everyOne_belongsToAGroup() throws IOException {
        Pattern name = Pattern.compile("(.+)_([a-z]{2})\\.properties");
        try (Stream<Path> files = Files.list(CLASSES.resolve("org/stillpoint/words"))) {
            Set<String> groups = files.map(
                            file -> name.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(groups).isEqualTo(groups());
        }
    }

    /** But where a row of {@code allowed.csv} says why. */
    @ParameterizedTest
    @MethodSource("wordsToAvoid")
    void texts_wordsToAvoid_standNowhere(Map.Entry<Locale, NamedCsvRecord> avoided) throws IOException {
        Set<String> allowed = rows("allowed.csv").stream()
                .filter(row -> row.getField("language").equals(avoided.getKey().getLanguage()))
                .filter(row -> row.getField("pattern").equals(avoided.getValue().getField("pattern")))
                .map(row -> row.getField("key"))
                .collect(Collectors.toSet());
        Pattern pattern = Pattern.compile(
                avoided.getValue().getField("pattern"),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

        assertThat(texts(avoided.getKey()))
                .allSatisfy((key, text) -> assertThat(pattern.matcher(text).find() && !allowed.contains(key.toString()))
                        .as("%s says \"%s\": %s", key, text, avoided.getValue().getField("why"))
                        .isFalse());
    }

    /** A text that nobody has translated looks like the English one; what is rightly the same is listed. */
    @ParameterizedTest
    @MethodSource("languages")
    void texts_sameAsInEnglish_areThoseThatAreListed(Locale language) throws IOException {
        Set<String> listed = rows("same-as-english.csv").stream()
                .filter(row -> row.getField("language").equals(language.getLanguage()))
                .map(row -> row.getField("key"))
                .collect(Collectors.toCollection(TreeSet::new));
        Map<MessageKey, String> english = texts(Locale.ENGLISH);
        Set<String> same = texts(language).entrySet().stream()
                .filter(text -> text.getValue().equals(english.get(text.getKey())))
                .filter(text -> WORD.matcher(FILLED_IN.matcher(text.getValue()).replaceAll(""))
                        .find())
                .map(text -> text.getKey().toString())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(same).isEqualTo(language.equals(Locale.ENGLISH) ? same : listed);
    }

    /** A plural that tells one from many has what its language needs; ICU fills in {@code #} in its own wordings alone, not in those of a choice within. */
    @ParameterizedTest
    @MethodSource("languages")
    void files_everyPlural_hasTheCategoriesOfItsLanguage_andItsNumberIsFilledIn(Locale language) {
        Set<String> needed = PluralRules.forLocale(language).getKeywords();
        texts(language).forEach((key, text) -> {
            MessagePattern pattern = new MessagePattern(text);
            for (int i = 0; i < pattern.countParts(); i++) {
                if (pattern.getPart(i).getType() == MessagePattern.Part.Type.ARG_START
                        && pattern.getPart(i).getArgType() == MessagePattern.ArgType.PLURAL) {
                    Set<String> there = selectors(pattern, i);
                    assertThat(there.contains("one") ? there : needed)
                            .as("%s in %s: %s", key, language, text)
                            .containsAll(needed);
                }
            }
            long filledIn = IntStream.range(0, pattern.countParts())
                    .filter(i -> pattern.getPart(i).getType() == MessagePattern.Part.Type.REPLACE_NUMBER)
                    .count();
            assertThat(text.chars().filter(each -> each == '#').count())
                    .as("# in %s in %s: %s", key, language, text)
                    .isEqualTo(filledIn);
        });
    }

    private static Set<String> selectors(MessagePattern pattern, int start) {
        Set<String> found = new TreeSet<>();
        int level = pattern.getPart(start).getValue();
        for (int i = start; i < pattern.getLimitPartIndex(start); i++) {
            if (pattern.getPart(i).getType() == MessagePattern.Part.Type.ARG_SELECTOR
                    && depth(pattern, start, i) == level) {
                found.add(pattern.getSubstring(pattern.getPart(i)));
            }
        }
        return found;
    }

    private static int depth(MessagePattern pattern, int start, int at) {
        int depth = pattern.getPart(start).getValue();
        for (int i = start + 1; i < at; i++) {
            depth += switch (pattern.getPart(i).getType()) {
                case ARG_START -> 1;
                case ARG_LIMIT -> -1;
                default -> 0;
            };
        }
        return depth;
    }

    @Test
    void avoid_everyLanguage_hasRows() throws IOException {
        assertThat(wordsToAvoid().map(Map.Entry::getKey).collect(Collectors.toSet()))
                .containsAll(languages());
    }

    private static Map<MessageKey, Set<String>> messages() {
        Map<MessageKey, Set<String>> found =
                new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        for (Class<?> type : types()) {
            if (type.isEnum()) {
                for (Object label : Objects.requireNonNull(type.getEnumConstants())) {
                    add(found, ((Label) label).key(), Set.of());
                }
            } else if (type.isRecord() && type != Named.class) {
                Set<String> arguments = Arrays.stream(Objects.requireNonNull(type.getRecordComponents()))
                        .map(component -> component.getName())
                        .collect(Collectors.toCollection(TreeSet::new));
                add(found, MessageKey.of(type), arguments);
            }
        }
        for (Class<? extends Enum<?>> kind : Named.KINDS) {
            for (Enum<?> value : Objects.requireNonNull(kind.getEnumConstants())) {
                add(found, new Named(value).key(), Set.of());
            }
        }
        return found;
    }

    private static void add(Map<MessageKey, Set<String>> found, MessageKey key, Set<String> arguments) {
        assertThat(found.put(key, arguments))
                .as("another message of the key %s", key)
                .isNull();
    }

    private static List<? extends Class<?>> types() {
        try (Stream<Path> files = Files.walk(CLASSES.resolve("org/stillpoint/words"))) {
            return files.map(file -> CLASSES.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .map(name -> type(name.replace(".class", "").replace('/', '.')))
                    .filter(type -> Message.class.isAssignableFrom(type) && !type.isInterface())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private static Set<String> groups() {
        return MESSAGES.keySet().stream().map(MessageKey::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<MessageKey, String> texts(Locale language) {
        Map<MessageKey, String> found = new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        for (String group : groups()) {
            Properties texts = new Properties();
            load(texts, group, language);
            texts.forEach((key, text) -> found.put(new MessageKey(group, (String) key), (String) text));
        }
        return found;
    }

    private static void load(Properties into, String group, Locale language) {
        String name = "%s_%s.properties".formatted(group, language.getLanguage());
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(Message.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            into.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException notAPlace) {
            throw new IllegalStateException(notAPlace);
        }
    }
}
