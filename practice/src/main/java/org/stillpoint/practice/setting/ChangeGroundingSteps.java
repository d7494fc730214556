package org.stillpoint.practice.setting;

import org.stillpoint.practice.Answer;
import org.stillpoint.record.Id;
import org.stillpoint.record.setting.GroundingSteps;
import org.stillpoint.record.setting.Settings;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** The practice writes what is said and asked after a stop. */
public final class ChangeGroundingSteps {

    /**
     * @param key made with the page, so that sending it twice does it once
     * @param steps with the version that was seen
     */
    public record Command(Id<Deed> key, GroundingSteps steps) {}

    private final UnitOfWork work;

    public ChangeGroundingSteps(UnitOfWork work) {
        this.work = work;
    }

    /** Answers {@link Answer.Changed} where somebody else has written it since it was seen. */
    public Answer<GroundingSteps> by(Actor actor, Command wanted) {
        return SettingChange.of(
                work,
                actor,
                Act.CHANGE_GROUNDING_STEPS,
                wanted.key(),
                wanted,
                records -> records.settings().replace(wanted.steps()),
                Settings::groundingSteps);
    }
}
