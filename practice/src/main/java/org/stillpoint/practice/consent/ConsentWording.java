package org.stillpoint.practice.consent;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.record.consent.ConsentBlock;
import org.stillpoint.record.consent.ConsentDocument;
import org.stillpoint.record.consent.ConsentPart;
import org.stillpoint.record.setting.ConsentBlocks;
import org.stillpoint.record.setting.ConsentBlocks.WrittenBlock;

/** The words of the blocks, in the language of the practice. */
@FunctionalInterface
public interface ConsentWording {

    /** A block as a client reads it; in the program's own words where the practice has written none. */
    ConsentPart part(ConsentBlock block, WrittenBlock written);

    /** Everything that is read before it is signed. */
    default ConsentDocument document(ConsentBlocks blocks) {
        List<ConsentPart> parts = new ArrayList<>();
        for (ConsentBlock block : ConsentBlock.values()) {
            if (blocks.isShown(block)) {
                parts.add(part(block, blocks.of(block)));
            }
        }
        return new ConsentDocument(blocks.version(), parts);
    }

    /** What is read before sensitive areas are signed apart, whether or not it is part of the whole. */
    default ConsentDocument ofAreas(ConsentBlocks blocks) {
        ConsentBlock areas = ConsentBlock.SENSITIVE_AREAS;
        return new ConsentDocument(blocks.version(), List.of(part(areas, blocks.of(areas))));
    }
}
