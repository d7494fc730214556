package org.stillpoint.practice.setting;

import org.stillpoint.practice.Answer;
import org.stillpoint.record.Id;
import org.stillpoint.record.setting.ConsentBlocks;
import org.stillpoint.record.setting.Settings;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** The practice writes what its clients are told before they agree to anything, block by block. */
public final class ChangeConsentBlocks {

    /**
     * @param key made with the page, so that sending it twice does it once
     * @param blocks with the version that was seen
     */
    public record Command(Id<Deed> key, ConsentBlocks blocks) {}

    private final UnitOfWork work;

    public ChangeConsentBlocks(UnitOfWork work) {
        this.work = work;
    }

    /** Answers {@link Answer.Changed} where somebody else has written them since they were seen. */
    public Answer<ConsentBlocks> by(Actor actor, Command wanted) {
        return SettingChange.of(
                work,
                actor,
                Act.CHANGE_CONSENT_TEXT,
                wanted.key(),
                wanted,
                records -> records.settings().replace(wanted.blocks()),
                Settings::consentBlocks);
    }
}
