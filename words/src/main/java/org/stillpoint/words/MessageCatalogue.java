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
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH);

    private static final ResourceBundle.Control OWN_LANGUAGE_ONLY =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final Map<MessageKey, Sentence> sentences = new ConcurrentHashMap<>();

    MessageCatalogue(Locale locale) {
        this.locale = locale;
    }

    /** @throws MissingResourceException if the language has no such text */
    Sentence get(MessageKey key) {
        return sentences.computeIfAbsent(
                key, wanted -> Sentence.of(group(wanted.group()).getString(wanted.entry()), locale));
    }

    ResourceBundle group(String group) {
        return ResourceBundle.getBundle(
                MessageCatalogue.class.getPackageName() + "." + group,
                locale,
                MessageCatalogue.class.getClassLoader(),
                OWN_LANGUAGE_ONLY);
    }
}
