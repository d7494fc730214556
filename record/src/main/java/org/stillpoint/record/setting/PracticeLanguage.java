package org.stillpoint.record.setting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages that a practice can speak, and its clients' own pages. A constant's name is kept: it is never changed. */
public enum PracticeLanguage {
    ENGLISH(Locale.UK),
    GERMAN(Locale.GERMANY),
    SPANISH(Locale.of("es", "ES")),
    FRENCH(Locale.FRANCE);

    private final Locale locale;

    PracticeLanguage(Locale locale) {
        this.locale = locale;
    }

    /** The language, and how one of its regions writes numbers and days. */
    public Locale locale() {
        return locale;
    }

    /** What the language calls itself, such as {@code Deutsch}. */
    public String ownName() {
        String name = locale.getDisplayLanguage(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    /**
     * Which of them somebody means who has typed what a person speaks: its name in any of these languages, or its code. Of several that
     * are typed, the first.
     */
    public static Optional<PracticeLanguage> typed(String text) {
        return Arrays.stream(text.split("[^\\p{L}]+"))
                .flatMap(word -> Arrays.stream(values()).filter(each -> each.isCalled(word)))
                .findFirst();
    }

    private boolean isCalled(String word) {
        return word.equalsIgnoreCase(locale.getLanguage())
                || Arrays.stream(values()).anyMatch(in -> word.equalsIgnoreCase(locale.getDisplayLanguage(in.locale)));
    }
}
