package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Version;
import org.stillpoint.record.consent.ConsentBlock;
import org.stillpoint.record.setting.ConsentBlocks;
import org.stillpoint.record.setting.ConsentBlocks.WrittenBlock;

/** What a practice wrote before schema 120, when its consent was one text. */
class OneConsentTextTest {

    @Test
    void ownText_standsInOneBlock_inPlaceOfThoseThatOnlyTell_andTheQuestionsAreAsked() {
        ConsentBlocks kept = StoredSettings.blocks(Json.object().put("text", "In our words."), new Version(3));
        assertThat(kept.version()).isEqualTo(new Version(3));
        assertThat(kept.of(ConsentBlock.OWN_WORDS)).isEqualTo(new WrittenBlock(true, new PrivateText("In our words.")));
        assertThat(Arrays.stream(ConsentBlock.values()).filter(kept::isShown))
                .containsExactly(
                        ConsentBlock.OWN_WORDS,
                        ConsentBlock.SENSITIVE_AREAS,
                        ConsentBlock.CONTACT_BY_EMAIL,
                        ConsentBlock.RESEARCH_USE);
    }

    @Test
    void textOfTheProgram_isThatOfItsBlocks() {
        assertThat(StoredSettings.blocks(Json.object(), new Version(2)))
                .isEqualTo(ConsentBlocks.NONE.seenAt(new Version(2)));
    }
}
