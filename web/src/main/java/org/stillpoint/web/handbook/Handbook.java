package org.stillpoint.web.handbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stillpoint.words.TypedWords;

/** The whole handbook; each part is read when it is first asked for. */
@Component
public class Handbook {

    /** Own choice, 2026: what is read at a glance. */
    private static final int MOST_FOUND = 8;

    /** A section that was found, and the part that it stands in. */
    public record HandbookFound(HandbookPart part, HandbookSection section) {

        public String address() {
            return part.address() + "#" + section.anchor();
        }
    }

    private record WhichText(HandbookPart part, Locale language) {}

    /** A section with its words, as a search asks for them: all of them are of the heading or of the text. */
    private record FindableSection(HandbookFound found, TypedWords heading, TypedWords all) {
        static FindableSection of(HandbookFound found) {
            String heading = found.section().heading();
            return new FindableSection(
                    found,
                    TypedWords.of(heading),
                    TypedWords.of(heading + " " + found.section().text()));
        }
    }

    private final HandbookPictures pictures;
    private final Map<WhichText, List<FindableSection>> sections = new ConcurrentHashMap<>();

    Handbook(HandbookPictures pictures) {
        this.pictures = pictures;
    }

    /** A part in one of its languages, with the pictures that lie there. */
    HandbookText text(HandbookPart part, Locale language) {
        return HandbookText.of(
                markdown(part, language),
                written -> picture(written, language).isPresent(),
                written -> "/help/pictures/" + picture(written, language).orElseThrow());
    }

    /** That of the language; else the English one, if it lies there. */
    private Optional<String> picture(String written, Locale language) {
        return Stream.of(language, Locale.ENGLISH)
                .flatMap(one -> HandbookPictures.name(written, one).stream())
                .filter(pictures::has)
                .findFirst();
    }

    /**
     * The sections that hold each of these words, those first whose heading does.
     *
     * @param reader the language of the program for whoever reads
     */
    public List<HandbookFound> find(TypedWords typed, Locale reader) {
        if (typed.none()) {
            return List.of();
        }
        List<FindableSection> all = Arrays.stream(HandbookPart.values())
                .flatMap(part -> sections(part, part.languageFor(reader)).stream())
                .toList();
        Stream<FindableSection> headed = all.stream().filter(section -> typed.beginEachOneOf(section.heading()));
        Stream<FindableSection> within = all.stream()
                .filter(section -> !typed.beginEachOneOf(section.heading()) && typed.beginEachOneOf(section.all()));
        return Stream.concat(headed, within)
                .limit(MOST_FOUND)
                .map(FindableSection::found)
                .toList();
    }

    private List<FindableSection> sections(HandbookPart part, Locale language) {
        return sections.computeIfAbsent(
                new WhichText(part, language),
                which -> text(which.part(), which.language()).sections().stream()
                        .map(section -> FindableSection.of(new HandbookFound(part, section)))
                        .toList());
    }

    /** As it is written. */
    static String markdown(HandbookPart part, Locale language) {
        try (InputStream file = Handbook.class.getResourceAsStream(part.file(language))) {
            if (file == null) {
                throw new IllegalStateException("the program was packed without " + part.file(language));
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
