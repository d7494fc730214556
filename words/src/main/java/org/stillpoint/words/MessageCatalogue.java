package org.stillpoint.words;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** The texts of one language, read once. A region's own file comes before that of its language. */
final class MessageCatalogue {

    /** Every language that has files, the one to fall back on first. */
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.of("es"), Locale.FRENCH);

    private static final ResourceBundle.Control OWN_LANGUAGE_ONLY =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    /** By what tells one text from another without spelling its key: a constant, or the type of a record. */
    private final Map<Object, Sentence> sentences = new ConcurrentHashMap<>();

    MessageCatalogue(Locale locale) {
        this.locale = locale;
    }

    /** @throws MissingResourceException if the language has no such text */
    Sentence get(Message message) {
        Object what =
                switch (message) {
                    case Label label -> label;
                    case Named named -> named.value();
                    default -> message.getClass();
                };
        return sentences.computeIfAbsent(what, first -> {
            MessageKey key = message.key();
            return Sentence.of(text(key.group(), key.entry()), locale);
        });
    }

    /** @throws MissingResourceException if the language has no such text */
    String text(String group, String entry) {
        return Typesetting.of(group(group).getString(entry), locale);
    }

    ResourceBundle group(String group) {
        return ResourceBundle.getBundle(
                MessageCatalogue.class.getPackageName() + "." + group,
                locale,
                MessageCatalogue.class.getClassLoader(),
                OWN_LANGUAGE_ONLY);
    }
}
