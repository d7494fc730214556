package org.stillpoint.record.note;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 of what was signed, 64 hexadecimal digits, to be worked out by anybody: each line is the first letter of its part (S, O, A or P),
 * a tab, its text and a line feed, in UTF-8. Of an amendment: the hash before, a line feed, the reason, a line feed, the text.
 */
public final class NoteHash {
    private NoteHash() {}

    static String of(List<NoteLine> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.part().name().charAt(0))
                .append('\t')
                .append(line.text().value())
                .append('\n'));
        return sha256(text.toString());
    }

    static String ofAmendment(String before, String reason, String text) {
        return sha256(before + "\n" + reason + "\n" + text);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
