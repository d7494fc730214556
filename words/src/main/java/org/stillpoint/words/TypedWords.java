package org.stillpoint.words;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The words that somebody types into a search, without regard to case: letters and digits, whatever stands between. */
public record TypedWords(List<String> words) {

    public static TypedWords of(String text) {
        return new TypedWords(Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    public boolean none() {
        return words.isEmpty();
    }

    /** Whether each of them begins one of these; where there are none, each does. */
    public boolean beginEachOneOf(TypedWords others) {
        return words.stream().allMatch(word -> others.words().stream().anyMatch(other -> other.startsWith(word)));
    }
}
