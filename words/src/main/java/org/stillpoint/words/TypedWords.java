package org.stillpoint.words;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words that somebody types into a search, without regard to case and accents: letters and digits, whatever stands between. */
public record TypedWords(List<String> words) {

    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");

    public static TypedWords of(String text) {
        return new TypedWords(Arrays.stream(bare(text).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    private static String bare(String text) {
        return ACCENT.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("")
                .replace("ß", "ss")
                .replace("œ", "oe");
    }

    public boolean none() {
        return words.isEmpty();
    }

    /** Whether each of them begins one of these; where there are none, each does. */
    public boolean beginEachOneOf(TypedWords others) {
        return words.stream().allMatch(word -> others.words().stream().anyMatch(other -> other.startsWith(word)));
    }
}
