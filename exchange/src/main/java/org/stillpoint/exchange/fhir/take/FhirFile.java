package org.stillpoint.exchange.fhir.take;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.words.FhirWords;

/**
 * A file of FHIR as text: UTF-8, of bounded length (indentation of JSON not counted) and depth, without a byte order mark and without entities of its own. It is read whole only once
 * all this is known, so that no file, whatever is in it, takes more memory than the largest that is good.
 *
 * @param name as people know it, without its folder
 */
public record FhirFile(String name, String text, boolean isXml) {
    /** Own choice, 2026: read within a heap of 256 MB, definitions of R4 included (measured by {@code BoundedFhirTest}). */
    public static final int MOST_BYTES = 8 << 20;

    /** Own choice, 2026: what is looked at of a file that is indented; a life from Synthea 3.3.0 was of 9.5 MB, 6.6 of them without the blanks. */
    public static final int MOST_INDENTED_BYTES = 3 * MOST_BYTES;

    /** Own choice, 2026: real resources are nested some thirty deep at most. */
    public static final int MOST_DEPTH = 100;

    /** Own choice, 2026: what eight megabytes of real resources hold; small parts take more memory than their letters. */
    public static final int MOST_PARTS = 500_000;

    /**
     * Own choice, 2026: the longest number, letters, and its exponent, digits. R4 asks for 18 digits; a decimal whose exponent has seven is written
     * out by the library digit by digit, and reading these again takes minutes (found by fuzzing).
     */
    private static final int MOST_DIGITS = 60;

    private static final int MOST_EXPONENT_DIGITS = 2;

    /** @throws BadInput if it is not there, or no such file */
    public static FhirFile read(Path file) {
        String name = String.valueOf(file.getFileName());
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw bad(name, FhirWords.NO_SUCH_FILE);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return of(name, in.readNBytes(MOST_INDENTED_BYTES + 1));
        } catch (IOException unreadable) {
            throw bad(name, FhirWords.NO_SUCH_FILE);
        }
    }

    /**
     * The same of bytes.
     *
     * @throws BadInput if they are no such file
     */
    public static FhirFile of(String name, byte[] bytes) {
        String text = decoded(name, bounded(name, bytes));
        String start = text.stripLeading();
        if (start.isEmpty()) {
            throw bad(name, FhirWords.EMPTY);
        }
        boolean isXml = start.charAt(0) == '<';
        if (!isXml && start.charAt(0) != '{') {
            throw bad(name, FhirWords.NOT_FHIR);
        }
        if (isXml && text.contains("<!DOCTYPE")) {
            throw bad(name, FhirWords.DOCTYPE);
        }
        TextShape shape = isXml ? TextShape.ofXml(text) : TextShape.ofJson(text);
        if (shape.depth() > MOST_DEPTH) {
            throw bad(name, FhirWords.TOO_DEEP);
        }
        if (shape.parts() > MOST_PARTS) {
            throw bad(name, FhirWords.TOO_MANY_PARTS);
        }
        if (shape.hugeNumber()) {
            throw bad(name, FhirWords.HUGE_NUMBER);
        }
        return new FhirFile(name, text, isXml);
    }

    private static byte[] bounded(String name, byte[] bytes) {
        if (bytes.length <= MOST_BYTES) {
            return bytes;
        }
        if (bytes.length <= MOST_INDENTED_BYTES && isJson(bytes)) {
            byte[] letters = withoutIndentation(bytes);
            if (letters.length <= MOST_BYTES) {
                return letters;
            }
        }
        throw bad(name, FhirWords.TOO_LARGE);
    }

    private static boolean isJson(byte[] bytes) {
        for (byte c : bytes) {
            if (c == '{') {
                return true;
            }
            if (c == '<') {
                return false; // in which blanks may be told
            }
        }
        return false;
    }

    /** JSON without the blanks between its parts; a row of JSON each stays a row. */
    private static byte[] withoutIndentation(byte[] json) {
        byte[] letters = new byte[json.length];
        int length = 0;
        int depth = 0;
        boolean inString = false;
        for (int i = 0; i < json.length; i++) {
            byte c = json[i];
            boolean isBlank = c == ' ' || c == '\t' || c == '\r' || c == '\n' && depth > 0;
            if (inString || !isBlank) {
                letters[length++] = c;
            }
            if (inString && c == '\\' && i + 1 < json.length) {
                letters[length++] = json[++i];
            } else if (c == '"') {
                inString = !inString;
            } else if (!inString) {
                depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            }
        }
        return Arrays.copyOf(letters, length);
    }

    static BadInput bad(String name, FhirWords fault) {
        return new BadInput(Problem.ofFile(name, fault));
    }

    private static String decoded(String name, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw bad(name, FhirWords.NOT_UTF_8);
        }
    }

    /**
     * What a text is made of, told without reading it.
     *
     * @param depth how deep its parts stand in each other
     * @param parts how many there are
     * @param hugeNumber whether a number is longer than anybody means
     */
    private record TextShape(int depth, int parts, boolean hugeNumber) {

        /** Objects, lists and what stands in them, outside of strings. */
        static TextShape ofJson(String text) {
            int depth = 0;
            int deepest = 0;
            int parts = 0;
            boolean inString = false;
            boolean hugeNumber = false;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (inString) {
                    if (c == '\\') {
                        i++;
                    } else if (c == '"') {
                        inString = false;
                    }
                } else if (c == '"') {
                    inString = true;
                } else if (c == '{' || c == '[') {
                    deepest = Math.max(deepest, ++depth);
                    parts++;
                } else if (c == '}' || c == ']') {
                    depth--;
                } else if (c == ',') {
                    parts++;
                } else if (c == '-' || c >= '0' && c <= '9') {
                    int end = endOfNumber(text, i);
                    hugeNumber |= isHuge(text.substring(i, Math.min(end, i + MOST_DIGITS + 1)));
                    i = end - 1;
                }
            }
            return new TextShape(deepest, parts, hugeNumber);
        }

        private static int endOfNumber(String text, int start) {
            int end = start + 1;
            while (end < text.length() && "+-.eE0123456789".indexOf(text.charAt(end)) >= 0) {
                end++;
            }
            return end;
        }

        private static boolean isHuge(String number) {
            int exponent = Math.max(number.indexOf('e'), number.indexOf('E'));
            long digits = exponent < 0
                    ? 0
                    : number.substring(exponent)
                            .chars()
                            .filter(Character::isDigit)
                            .count();
            return number.length() > MOST_DIGITS || digits > MOST_EXPONENT_DIGITS;
        }

        /** Elements and attributes, whose numbers the library takes as they are written; comments and the like count for more than they are, never for less. */
        static TextShape ofXml(String text) {
            int depth = 0;
            int deepest = 0;
            int parts = 0;
            for (int i = text.indexOf('<'); i >= 0 && i + 1 < text.length(); i = text.indexOf('<', i + 1)) {
                char next = text.charAt(i + 1);
                parts++;
                if (next == '/') {
                    depth--;
                } else if (next != '?' && next != '!') {
                    deepest = Math.max(deepest, depth + 1);
                    int close = text.indexOf('>', i);
                    if (close < 0 || text.charAt(close - 1) != '/') {
                        depth++;
                    }
                }
            }
            return new TextShape(deepest, parts, false);
        }
    }
}
