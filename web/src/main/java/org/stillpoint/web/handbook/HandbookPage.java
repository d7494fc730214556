package org.stillpoint.web.handbook;

import java.util.List;
import java.util.Optional;
import org.stillpoint.words.Message;

/**
 * A part of the handbook, or, where none is chosen, what there is.
 *
 * @param parts all of them
 * @param read the one that is read
 */
public record HandbookPage(List<PartLink> parts, Optional<PartRead> read) {

    /** @param chosen whether it is the one that is read */
    public record PartLink(Message title, Message hint, String address, boolean chosen) {}

    /**
     * @param language the text's own, as HTML names languages
     * @param html made of Markdown, in which nothing of HTML is let through
     * @param others the languages that a reader may change to; empty where they are signed in, and have chosen theirs
     */
    public record PartRead(
            String title,
            String language,
            boolean inEnglishAlone,
            String html,
            List<HandbookSection> sections,
            List<OtherLanguage> others) {}

    /** @param name what the language calls itself */
    public record OtherLanguage(String name, String language, String address, boolean chosen) {}
}
