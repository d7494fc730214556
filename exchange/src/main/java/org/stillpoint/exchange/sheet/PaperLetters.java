package org.stillpoint.exchange.sheet;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterDirection;
import com.ibm.icu.text.UnicodeSet;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The letters of one page: which fonts they need beyond the usual one, and which of them no font has. */
final class PaperLetters {

    /** Stands for what no font has: a sign of its own, which every font that a page begins with has. */
    static final String SIGN = "□";

    /** Never seen, and no matter to how letters join or in which order they stand. */
    private static final UnicodeSet UNSEEN =
            new UnicodeSet("[[:Default_Ignorable_Code_Point:]-[:Bidi_Control:]-[:Join_Control:]-[\\u00AD]]").freeze();

    private static final UnicodeSet STEERING = new UnicodeSet("[[:Bidi_Control:][:Join_Control:][\\u00AD]]").freeze();

    /** A letter with its marks, or the parts of a Korean syllable: put together to one sign where Unicode has one. */
    private static final Pattern PARTS = Pattern.compile("[^\\p{M}\\s]\\p{M}+|[\\u1100-\\u11FF]+");

    private final Set<FallbackFont> needed = EnumSet.noneOf(FallbackFont.class);
    private final Set<Integer> lacking = new LinkedHashSet<>();

    /** The text as the fonts can show it: line breaks become blanks, and {@link #SIGN} stands for each code point that no font has. */
    String shown(String text) {
        StringBuilder shown = new StringBuilder();
        whole(text).codePoints().forEach(letter -> {
            if (has(letter)) {
                shown.appendCodePoint(letter);
            } else if (!UNSEEN.contains(letter)) {
                lacking.add(letter);
                shown.append(SIGN);
            }
        });
        return shown.toString();
    }

    private boolean has(int letter) {
        if (FallbackFont.isUsual(letter) || STEERING.contains(letter)) {
            return true;
        }
        return !UNSEEN.contains(letter)
                && FallbackFont.of(letter).map(needed::add).isPresent();
    }

    private static String whole(String text) {
        return PARTS.matcher(plain(text))
                .replaceAll(
                        parts -> Matcher.quoteReplacement(Normalizer.normalize(parts.group(), Normalizer.Form.NFC)));
    }

    /** Line breaks become blanks, and what steers a machine is left out. */
    static String plain(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("\\p{Cc}", "");
    }

    /** Which fonts to lay beside the usual one. */
    Set<FallbackFont> needed() {
        return needed.isEmpty() ? Set.of() : EnumSet.copyOf(needed);
    }

    /** What no font has, by its name and number in Unicode, in the order in which it came; nothing where everything is shown. */
    String lacking() {
        return lacking.stream().map(PaperLetters::named).collect(Collectors.joining(", "));
    }

    private static String named(int letter) {
        String number = String.format(Locale.ROOT, "U+%04X", letter);
        String name = Character.getName(letter);
        return name == null ? number : name + " (" + number + ")";
    }

    /** Whether it begins with a letter that is written from right to left, and most of its letters are. */
    static boolean isRightToLeft(String text) {
        int[] strong = text.codePoints()
                .filter(letter -> goesLeft(letter) || goesRight(letter))
                .toArray();
        long left = Arrays.stream(strong).filter(PaperLetters::goesLeft).count();
        return strong.length > 0 && goesLeft(strong[0]) && 2 * left > strong.length;
    }

    private static boolean goesLeft(int letter) {
        int direction = UCharacter.getDirection(letter);
        return direction == UCharacterDirection.RIGHT_TO_LEFT || direction == UCharacterDirection.RIGHT_TO_LEFT_ARABIC;
    }

    private static boolean goesRight(int letter) {
        return UCharacter.getDirection(letter) == UCharacterDirection.LEFT_TO_RIGHT;
    }
}
