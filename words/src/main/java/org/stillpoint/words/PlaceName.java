package org.stillpoint.words;

import java.util.Locale;

/**
 * What the tables of the body call a place, said in the reader's language by {@link PlaceTable}.
 *
 * @param english as the tables have it, without its side
 * @param inside whether it stands within a sentence, where most languages write it small
 */
public record PlaceName(String english, boolean inside) {

    public static PlaceName of(String english) {
        return new PlaceName(english, false);
    }

    PlaceName within() {
        return new PlaceName(english, true);
    }

    /** As the tables write it, in the language of the locale; in English where nobody has translated it. */
    public String listed(Locale locale) {
        return PlaceTable.name(english, locale).orElse(english);
    }

    /** As it stands in a text in the language of the locale. */
    String in(Locale locale) {
        String name = listed(locale);
        return inside ? (isGerman(locale) ? name : small(name)) : capital(name);
    }

    /** German writes its nouns large wherever they stand. */
    private static boolean isGerman(Locale locale) {
        return locale.getLanguage().equals(Locale.GERMAN.getLanguage());
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** Abbreviations keep their capitals. */
    private static String small(String name) {
        return name.length() > 1 && Character.isLowerCase(name.charAt(1))
                ? name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1)
                : name;
    }
}
