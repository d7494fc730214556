package org.stillpoint.words;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How a country sets texts that are the same otherwise: the message files and the names of places know nothing of it. Rules of the
 * project's glossary of November 2026.
 */
final class Typesetting {
    private record SetOtherwise(Pattern what, String by) {}

    private static final List<SetOtherwise> SWISS = List.of(
            otherwise("ß", "ss"), otherwise("„", "«"), otherwise("“", "»"), otherwise("‚", "‹"), otherwise("‘", "›"));

    private static final Map<String, List<SetOtherwise>> BY_COUNTRY = Map.of(
            "de-CH",
            SWISS,
            "de-LI",
            SWISS,
            "es-MX",
            List.of(otherwise("«", "“"), otherwise("»", "”")),
            "fr-CA",
            List.of(otherwise("[ \u00a0\u202f](?=[;!?])", "")));

    private Typesetting() {}

    private static SetOtherwise otherwise(String what, String by) {
        return new SetOtherwise(Pattern.compile(what), by);
    }

    /** @param text as the files have it */
    static String of(String text, Locale locale) {
        String set = text;
        for (SetOtherwise each : BY_COUNTRY.getOrDefault(locale.getLanguage() + "-" + locale.getCountry(), List.of())) {
            set = each.what().matcher(set).replaceAll(each.by());
        }
        return set;
    }
}
