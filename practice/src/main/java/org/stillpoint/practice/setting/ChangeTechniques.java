package org.stillpoint.practice.setting;

import org.stillpoint.practice.Answer;
import org.stillpoint.record.Id;
import org.stillpoint.record.setting.Settings;
import org.stillpoint.record.setting.TechniqueList;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** The practice writes what its therapists work with: what a session offers when hands come to a place. */
public final class ChangeTechniques {

    /**
     * @param key made with the page, so that sending it twice does it once
     * @param list with the version that was seen
     */
    public record Command(Id<Deed> key, TechniqueList list) {}

    private final UnitOfWork work;

    public ChangeTechniques(UnitOfWork work) {
        this.work = work;
    }

    /** Answers {@link Answer.Changed} where somebody else has written it since it was seen. */
    public Answer<TechniqueList> by(Actor actor, Command wanted) {
        return SettingChange.of(
                work,
                actor,
                Act.CHANGE_TECHNIQUES,
                wanted.key(),
                wanted,
                records -> records.settings().replace(wanted.list()),
                Settings::techniques);
    }
}
