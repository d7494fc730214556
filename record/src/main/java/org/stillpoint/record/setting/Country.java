package org.stillpoint.record.setting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.stillpoint.record.BadValue;

/**
 * A country in whose way numbers, days and times are written.
 *
 * @param code of two letters (ISO 3166-1), such as {@code CH}
 */
public record Country(String code) {
    /** What the locale data of Java (Unicode CLDR) knows of the languages of the program, each with a country. */
    private static final Set<Locale> KNOWN = Locale.availableLocales()
            .filter(known -> known.getCountry().length() == 2
                    && known.getScript().isEmpty()
                    && known.getVariant().isEmpty()
                    && Arrays.stream(PracticeLanguage.values())
                            .anyMatch(
                                    language -> language.locale().getLanguage().equals(known.getLanguage())))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> CODES =
            KNOWN.stream().map(Locale::getCountry).collect(Collectors.toUnmodifiableSet());

    public Country {
        if (!CODES.contains(code)) {
            throw new BadValue(
                    "country", "of " + code.length() + " characters", "one where a language of ours is known");
        }
    }

    /** Those where one at least of the program's languages is known, by their codes. */
    public static List<Country> all() {
        return CODES.stream().sorted().map(Country::new).toList();
    }

    /** What it is called in a language. */
    public String name(Locale in) {
        return Locale.of("", code).getDisplayCountry(in);
    }

    /** A language as this country writes it; where nobody knows how it does, as it was. */
    public Locale writing(Locale language) {
        Locale here = Locale.of(language.getLanguage(), code);
        return KNOWN.contains(here) ? here : language;
    }
}
