package org.stillpoint.web.handbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The pictures that the browser tests made of the pages, beside the program; where there are none, the handbook is its text.
 *
 * @param folder in which they lie, one file for each page and language
 */
public record HandbookPictures(Path folder) {

    /** As it stands in the Markdown. */
    private static final Pattern WRITTEN = Pattern.compile("pictures/([a-z][a-z-]*)\\.png");

    /** As it stands in an address: what it shows, and in which language. */
    private static final Pattern NAMED = Pattern.compile("[a-z][a-z-]*\\.[a-z]{2}");

    /** What a picture that the Markdown names is called in a language; empty where it names none of ours. */
    static Optional<String> name(String written, Locale language) {
        var found = WRITTEN.matcher(written);
        return found.matches() ? Optional.of(found.group(1) + "." + language.getLanguage()) : Optional.empty();
    }

    /** Whether that picture lies there. */
    boolean has(String name) {
        return NAMED.matcher(name).matches() && Files.isReadable(file(name));
    }

    /** The picture as PNG; empty where there is none. */
    Optional<byte[]> read(String name) throws IOException {
        return has(name) ? Optional.of(Files.readAllBytes(file(name))) : Optional.empty();
    }

    private Path file(String name) {
        return folder.resolve(name + ".png");
    }
}
