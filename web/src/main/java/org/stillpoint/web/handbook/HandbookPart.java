package org.stillpoint.web.handbook;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stillpoint.record.setting.PracticeLanguage;
import org.stillpoint.words.HandbookWords;
import org.stillpoint.words.Message;

/** A part of the handbook, by who reads it. */
public enum HandbookPart {
    THERAPIST(HandbookWords.FOR_THERAPISTS, HandbookWords.THERAPISTS_HINT, true),
    CLIENT(HandbookWords.FOR_CLIENTS, HandbookWords.CLIENTS_HINT, true),
    RESEARCHER(HandbookWords.FOR_RESEARCHERS, HandbookWords.RESEARCHERS_HINT, false),
    OPERATOR(HandbookWords.FOR_OPERATORS, HandbookWords.OPERATORS_HINT, false);

    /** In which the parts are written that are written in all of them. */
    static final List<Locale> LANGUAGES = Arrays.stream(PracticeLanguage.values())
            .map(language -> Locale.of(language.locale().getLanguage()))
            .toList();

    private final Message title;
    private final Message hint;
    private final boolean translated;

    HandbookPart(Message title, Message hint, boolean translated) {
        this.title = title;
        this.hint = hint;
        this.translated = translated;
    }

    /** The part with this name in an address; empty where there is none. */
    static Optional<HandbookPart> of(String name) {
        return Arrays.stream(values())
                .filter(part -> part.address().equals("/help/" + name))
                .findFirst();
    }

    /** What it is called in the reader's language. */
    public Message title() {
        return title;
    }

    Message hint() {
        return hint;
    }

    String address() {
        return "/help/" + fileName();
    }

    /** The languages in which it is written. */
    List<Locale> languages() {
        return translated ? LANGUAGES : List.of(Locale.ENGLISH);
    }

    /** That of its languages in which somebody reads it who reads the program in this one. */
    Locale languageFor(Locale reader) {
        return languages().stream()
                .filter(language -> language.getLanguage().equals(reader.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    /** The file that holds it, beside this class. */
    String file(Locale language) {
        return fileName() + "." + language.getLanguage() + ".md";
    }

    private String fileName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
