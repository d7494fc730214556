package org.stillpoint.web.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.words.TypedWords;

/** The handbook as it is packed: its languages keep step, its links lead somewhere, and it names what stands on the pages. */
class HandbookTest {

    private static final Path WORDS = Path.of("../words/src/main/resources/org/stillpoint/words");
    private static final Path TO_AVOID = Path.of("../words/src/test/resources/org/stillpoint/words/avoid.csv");
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^]]*]\\(([^)]*)\\)");
    private static final Pattern PICTURE = Pattern.compile("!\\[([^]]*)]\\(([^)]*)\\)");
    private static final Pattern FIGURES = Pattern.compile("\\| (\\d+) \\| (\\d+) \\|", Pattern.MULTILINE);
    private static final Pattern HREF = Pattern.compile("id=\"([^\"]+)\"");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?:;])[\"”)*]*\\s+|\\n|\\|");
    private static final Pattern WORD = Pattern.compile("\\S*[\\p{L}\\p{N}]\\S*");

    /** As {@code PlainWordsTest} of English has it; French and Spanish say the same in some six words of five. */
    private static final Map<String, Integer> MOST_WORDS = Map.of("en", 24, "de", 24, "es", 29, "fr", 29);

    record Written(HandbookPart part, Locale language) {
        String markdown() {
            return Handbook.markdown(part, language);
        }

        HandbookText text() {
            return HandbookText.of(markdown(), written -> true, written -> written);
        }

        @Override
        public String toString() {
            return part.file(language);
        }
    }

    static Stream<Written> all() {
        return Arrays.stream(HandbookPart.values())
                .flatMap(part -> part.languages().stream().map(language -> new Written(part, language)));
    }

    static Stream<Written> inAllLanguages() {
        return all().filter(written -> written.part().languages().size() > 1);
    }

    @ParameterizedTest
    @MethodSource("all")
    void headings_haveAnchorsThatStandOnce_andEveryLinkLeadsSomewhere(Written written) {
        HandbookText text = written.text();
        List<String> anchors =
                text.sections().stream().map(HandbookSection::anchor).toList();
        assertThat(anchors).doesNotHaveDuplicates().hasSizeGreaterThan(4).allMatch(anchor -> !anchor.isEmpty());
        assertThat(HREF.matcher(text.html()).results().map(found -> found.group(1)))
                .containsExactlyElementsOf(anchors);
        assertThat(links(written)).allMatch(link -> leads(link, anchors), "leads to a heading or into the program");
    }

    private static List<String> links(Written written) {
        return LINK.matcher(written.markdown())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** To a heading of this page, to one of another part, or to a page of the program. */
    private static boolean leads(String link, List<String> anchors) {
        if (link.startsWith("#")) {
            return anchors.contains(link.substring(1));
        }
        String[] parts = link.split("#", 2);
        if (!parts[0].startsWith("/help/")) {
            return parts[0].matches("/[a-z/-]*") && parts.length == 1;
        }
        return HandbookPart.of(parts[0].substring("/help/".length()))
                .filter(part -> parts.length == 1
                        || new Written(part, Locale.ENGLISH)
                                .text().sections().stream()
                                        .anyMatch(section -> section.anchor().equals(parts[1])))
                .isPresent();
    }

    /** The same headings, lists, tables and pictures, one after the other. */
    @ParameterizedTest
    @MethodSource("inAllLanguages")
    void languages_areBuiltAlike(Written written) {
        assertThat(shape(written.markdown())).isEqualTo(shape(Handbook.markdown(written.part(), Locale.ENGLISH)));
    }

    private static List<String> shape(String markdown) {
        return markdown.lines()
                .map(line -> line.startsWith("#")
                        ? line.replaceFirst("(#+) .*", "$1")
                        : line.startsWith("![")
                                ? PICTURE.matcher(line).replaceAll("picture $2")
                                : line.startsWith("- ")
                                        ? "point"
                                        : line.matches("\\d+\\. .*")
                                                ? "step"
                                                : line.startsWith("|") ? "row" : line.isBlank() ? "" : "text")
                .toList();
    }

    /** What a page is called is what it is called on the page. */
    @ParameterizedTest
    @MethodSource("inAllLanguages")
    void namesOfPages_inItalics_standOnThePages(Written written) {
        Set<String> said = texts(written.language());
        Set<String> named = new TreeSet<>();
        PARSER.parse(written.markdown()).accept(new AbstractVisitor() {
            @Override
            public void visit(Emphasis emphasis) {
                named.add(TextContentRenderer.builder().build().render(emphasis));
            }
        });
        assertThat(named).hasSizeGreaterThan(3);
        assertThat(named.stream().filter(name -> !said.contains(name) && !name.equals(ITALICS.get(written.language()))))
                .isEmpty();
    }

    private static final Parser PARSER = Parser.builder().build();

    /** The one word that is in italics to say what italics are. */
    private static final Map<Locale, String> ITALICS = Map.of(
            Locale.ENGLISH, "italics", Locale.GERMAN, "kursiv", Locale.of("es"), "cursiva", Locale.FRENCH, "italique");

    private static Set<String> texts(Locale language) {
        Set<String> texts = new TreeSet<>();
        try (Stream<Path> files = Files.list(WORDS)) {
            for (Path file : files.filter(one -> one.toString().endsWith("_" + language.getLanguage() + ".properties"))
                    .toList()) {
                Properties read = new Properties();
                try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                    read.load(reader);
                }
                read.values().forEach(text -> texts.add((String) text));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        assertThat(texts).hasSizeGreaterThan(1000);
        return texts;
    }

    @ParameterizedTest
    @MethodSource("inAllLanguages")
    void sentences_haveSomeTwentyWordsAtMost(Written written) {
        int most = MOST_WORDS.getOrDefault(written.language().getLanguage(), 0);
        List<String> tooLong = new ArrayList<>();
        for (Node block = PARSER.parse(written.markdown()).getFirstChild(); block != null; block = block.getNext()) {
            SENTENCE_END
                    .splitAsStream(TextContentRenderer.builder().build().render(block))
                    .filter(sentence -> WORD.matcher(sentence).results().count() > most)
                    .forEach(tooLong::add);
        }
        assertThat(tooLong).isEmpty();
    }

    /** The words that no page says, by the same list; what names a method of statistics or quotes is the researcher's. */
    @ParameterizedTest
    @MethodSource("inAllLanguages")
    void wordsToAvoid_standNowhere(Written written) throws IOException {
        List<String> patterns = patterns(written.language());
        assertThat(patterns).hasSizeGreaterThan(8);
        String text = PICTURE.matcher(written.markdown()).replaceAll("$1").toLowerCase(written.language());
        assertThat(patterns.stream()
                        .flatMap(pattern -> Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS)
                                .matcher(text)
                                .results()
                                .map(MatchResult::group))
                        .filter(found -> !DENIED.contains(found)))
                .isEmpty();
    }

    /** Named only to say that it is not so: no diagnosis is made, no treatment of others is to be stopped. */
    private static final Set<String> DENIED = Set.of("diagnose", "diagnosen", "traitement", "traitements");

    private static List<String> patterns(Locale language) throws IOException {
        try (Stream<String> rows = Files.lines(TO_AVOID)) {
            return rows.filter(row -> row.startsWith(language.getLanguage() + ",all,"))
                    .map(row -> row.substring((language.getLanguage() + ",all,").length()))
                    .map(row -> row.startsWith("\"")
                            ? row.substring(1, row.indexOf("\","))
                            : row.substring(0, row.indexOf(',')))
                    .collect(Collectors.toList());
        }
    }

    /** In every language the figures that the browser counted (docs/tasks.md). */
    @ParameterizedTest
    @MethodSource("inAllLanguages")
    void taps_areThoseThatWereCounted(Written written) throws IOException {
        List<String> told = figures(written.markdown());
        List<String> counted = figures(Files.readString(Path.of("../docs/tasks.md")));
        assertThat(counted).hasSizeGreaterThan(8);
        assertThat(told).isEqualTo(written.part() == HandbookPart.THERAPIST ? counted : List.of());
    }

    private static List<String> figures(String markdown) {
        return FIGURES.matcher(markdown).results().map(MatchResult::group).toList();
    }

    @Test
    void search_findsHeadingsFirst_inTheLanguageOfTheReader_andNothingForNoWord() {
        Handbook handbook = new Handbook(new HandbookPictures(Path.of("nowhere")));
        assertThat(handbook.find(TypedWords.of("stop"), Locale.UK))
                .first()
                .satisfies(found -> assertThat(found.section().heading()).isEqualTo("If the client says stop"));
        assertThat(handbook.find(TypedWords.of("sicherheitsabfrage"), Locale.GERMANY))
                .isNotEmpty()
                .first()
                .satisfies(found -> assertThat(found.address()).startsWith("/help/therapist#"));
        assertThat(handbook.find(TypedWords.of("backup"), Locale.FRANCE))
                .anyMatch(found -> found.part() == HandbookPart.OPERATOR);
        assertThat(handbook.find(TypedWords.of(""), Locale.UK)).isEmpty();
        assertThat(handbook.find(TypedWords.of("xyzzy"), Locale.UK)).isEmpty();
    }
}
