package org.stillpoint.record.setting;

import java.util.Arrays;
import java.util.Map;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Version;
import org.stillpoint.record.consent.ConsentBlock;

/**
 * What a practice tells its clients before they agree to anything, block by block. Every version is kept.
 *
 * @param written those that the practice has written or switched; of the others the program's own hold
 * @param version grows with each change
 */
public record ConsentBlocks(Map<ConsentBlock, WrittenBlock> written, Version version) {

    /** Before anybody has written any. */
    public static final ConsentBlocks NONE = new ConsentBlocks(Map.of(), Version.FIRST);

    /**
     * A block of a practice.
     *
     * @param shown whether clients read it
     * @param text up to {@value #MOST_CHARACTERS} characters; empty where the program's own holds
     */
    public record WrittenBlock(boolean shown, PrivateText text) {
        /** Own choice, 2026: some six printed pages; nobody reads more. */
        public static final int MOST_CHARACTERS = 20_000;

        public WrittenBlock {
            if (text.value().length() > MOST_CHARACTERS) {
                throw new BadValue(
                        "block of the consent",
                        "of " + text.value().length() + " characters",
                        "up to " + MOST_CHARACTERS);
            }
        }
    }

    /** @throws BadValue if it does not {@link #tell} anything */
    public ConsentBlocks {
        written = Map.copyOf(written);
        if (!tell(written)) {
            throw new BadValue("blocks of the consent", "without one that tells", "one at least");
        }
    }

    /** Whether anything is left to read that says what clients agree to. */
    public static boolean tell(Map<ConsentBlock, WrittenBlock> written) {
        return Arrays.stream(ConsentBlock.values())
                .anyMatch(block -> block.kind() == ConsentBlock.BlockKind.TOLD && isShown(block, of(written, block)));
    }

    /** Whether clients read it. */
    public boolean isShown(ConsentBlock block) {
        return isShown(block, of(block));
    }

    private static boolean isShown(ConsentBlock block, WrittenBlock kept) {
        return kept.shown()
                && (block != ConsentBlock.OWN_WORDS || !kept.text().value().isBlank());
    }

    /** How the practice has it. */
    public WrittenBlock of(ConsentBlock block) {
        return of(written, block);
    }

    private static WrittenBlock of(Map<ConsentBlock, WrittenBlock> written, ConsentBlock block) {
        return written.getOrDefault(block, new WrittenBlock(block != ConsentBlock.OWN_WORDS, PrivateText.NONE));
    }

    /** The same, as seen at another version. */
    public ConsentBlocks seenAt(Version seen) {
        return new ConsentBlocks(written, seen);
    }
}
