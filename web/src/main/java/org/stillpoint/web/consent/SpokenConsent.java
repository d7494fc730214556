package org.stillpoint.web.consent;

import org.springframework.stereotype.Component;
import org.stillpoint.practice.consent.ConsentWording;
import org.stillpoint.record.consent.ConsentBlock;
import org.stillpoint.record.consent.ConsentPart;
import org.stillpoint.record.setting.ConsentBlocks.WrittenBlock;
import org.stillpoint.record.setting.PracticeLanguage;
import org.stillpoint.words.ConsentWords;
import org.stillpoint.words.Speaker;

/** The blocks of the consent in the words of the pages; in no country's own way, so that choosing one changes nothing that was signed. */
@Component
public final class SpokenConsent implements ConsentWording {
    private final Speaker speaker;

    public SpokenConsent(Speaker speaker) {
        this.speaker = speaker;
    }

    @Override
    public ConsentPart part(ConsentBlock block, WrittenBlock written, PracticeLanguage language) {
        return ConsentWords.part(block, written, new Speaker(language.locale(), speaker.zone()));
    }
}
