package org.stillpoint.practice.setting;

import org.stillpoint.practice.Answer;
import org.stillpoint.record.Id;
import org.stillpoint.record.setting.AftercareText;
import org.stillpoint.record.setting.Settings;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** The practice writes what its clients take home after a session. */
public final class ChangeAftercareText {

    /**
     * @param key made with the page, so that sending it twice does it once
     * @param text with the version that was seen
     */
    public record Command(Id<Deed> key, AftercareText text) {}

    private final UnitOfWork work;

    public ChangeAftercareText(UnitOfWork work) {
        this.work = work;
    }

    /** Answers {@link Answer.Changed} where somebody else has written it since it was seen. */
    public Answer<AftercareText> by(Actor actor, Command wanted) {
        return SettingChange.of(
                work,
                actor,
                Act.CHANGE_AFTERCARE_TEXT,
                wanted.key(),
                wanted,
                records -> records.settings().replace(wanted.text()),
                Settings::aftercareText);
    }
}
