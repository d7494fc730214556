package org.stillpoint.record.consent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Version;

/**
 * What a client reads and signs.
 *
 * @param version of the practice's blocks from which it was put together
 * @param parts one at least
 */
public record ConsentDocument(Version version, List<ConsentPart> parts) {

    public ConsentDocument {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new BadValue("consent", "without a word", "one block at least");
        }
    }

    /** The whole as plain text: of each part its title and its paragraphs, a line each, and an empty line between parts. */
    public String text() {
        return parts.stream().map(part -> part.title() + "\n" + part.text()).collect(Collectors.joining("\n\n"));
    }

    /** SHA-256 of {@link #text} in UTF-8, 64 hexadecimal digits. */
    public String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Whether this block is among what is read. */
    public boolean has(ConsentBlock block) {
        return parts.stream().anyMatch(part -> part.block() == block);
    }

    /** The blocks that are answered by yes or no. */
    public List<ConsentBlock> choices() {
        return parts.stream()
                .map(ConsentPart::block)
                .filter(block -> block.kind() == ConsentBlock.BlockKind.CHOICE)
                .toList();
    }
}
