package org.stillpoint.practice.consent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stillpoint.record.consent.ConsentBlock;
import org.stillpoint.record.consent.ConsentDocument;
import org.stillpoint.record.consent.ConsentPart;
import org.stillpoint.record.consent.ConsentStanding;
import org.stillpoint.record.setting.ConsentBlocks;
import org.stillpoint.record.setting.ConsentBlocks.WrittenBlock;
import org.stillpoint.record.setting.PracticeLanguage;

/** The words of the blocks, in the language of whoever reads them. */
@FunctionalInterface
public interface ConsentWording {

    /** A block as a client reads it; where the practice has written none, in the program's own words. */
    ConsentPart part(ConsentBlock block, WrittenBlock written, PracticeLanguage language);

    /** Everything that is read before it is signed. */
    default ConsentDocument document(ConsentBlocks blocks, PracticeLanguage language) {
        List<ConsentPart> parts = new ArrayList<>();
        for (ConsentBlock block : ConsentBlock.values()) {
            if (blocks.isShown(block)) {
                parts.add(part(block, blocks.of(block), language));
            }
        }
        return new ConsentDocument(blocks.version(), parts);
    }

    /** What is read before sensitive areas are signed apart, whether or not it is part of the whole. */
    default ConsentDocument ofAreas(ConsentBlocks blocks, PracticeLanguage language) {
        ConsentBlock areas = ConsentBlock.SENSITIVE_AREAS;
        return new ConsentDocument(blocks.version(), List.of(part(areas, blocks.of(areas), language)));
    }

    /** Whether what is in force was signed under words that the practice no longer says, in any language. */
    default boolean hasChangedSince(ConsentStanding standing, ConsentBlocks blocks) {
        return Arrays.stream(PracticeLanguage.values())
                .allMatch(language -> standing.differsFrom(document(blocks, language)));
    }
}
