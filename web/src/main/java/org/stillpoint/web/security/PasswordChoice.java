package org.stillpoint.web.security;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stillpoint.words.DoorWords;
import org.stillpoint.words.Message;

/**
 * Which passwords may be chosen: long enough, and not among those that a guesser tries first, as zxcvbn (Wheeler, USENIX Security 2016)
 * ranks them by its lists of 30,000 common passwords, of names and of words, and by what people do to them.
 */
public final class PasswordChoice {

    /** Characters; NIST SP 800-63B-4 (2025), 3.1.1.2 asks for 15 where a password stands alone, 8 beside a second factor. */
    static final int SHORTEST = 12;

    private static final int LONGEST = 1000;

    /** Of 0 to 4; at 3 it takes more than 100 million guesses, by zxcvbn's own scale. */
    private static final int LEAST_SCORE = 3;

    /** Characters that are judged: the time grows with their square, and a longer password is none that is guessed. */
    private static final int JUDGED = 100;

    /** Letters and digits that must stand beside the name's own; own choice, 2026. */
    private static final int LEAST_BESIDES = 6;

    /** Letters of a part of a name that may not make up a password; own choice, 2026. */
    private static final int SHORTEST_WORD = 3;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Zxcvbn GUESSER = new Zxcvbn();

    private PasswordChoice() {}

    /** What is wrong with this password for somebody of this name; empty where it may be chosen. */
    public static Optional<Message> problem(String password, String name) {
        int characters = password.codePointCount(0, password.length());
        if (characters < SHORTEST || characters > LONGEST) {
            return Optional.of(new DoorWords.PasswordLength(characters, SHORTEST, LONGEST));
        }
        String judged = password.substring(0, Math.min(password.length(), JUDGED));
        List<String> known = Stream.concat(Stream.of(name, "stillpoint"), BETWEEN_WORDS.splitAsStream(name))
                .filter(word -> !word.isEmpty())
                .toList();
        return besides(judged, known) < LEAST_BESIDES
                        || GUESSER.measure(judged, known).getScore() < LEAST_SCORE
                ? Optional.of(DoorWords.EASILY_GUESSED)
                : Optional.empty();
    }

    /** Letters and digits beside these words: the guesser takes what lies between two words it knows for unknown. */
    private static long besides(String password, List<String> known) {
        String left = password.toLowerCase(Locale.ROOT);
        for (String word : known) {
            left = word.length() < SHORTEST_WORD ? left : left.replace(word.toLowerCase(Locale.ROOT), "");
        }
        return left.codePoints().filter(Character::isLetterOrDigit).count();
    }
}
