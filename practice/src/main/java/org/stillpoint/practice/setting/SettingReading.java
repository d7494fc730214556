package org.stillpoint.practice.setting;

import java.util.Optional;
import java.util.function.Function;
import org.stillpoint.record.safety.SafetyList;
import org.stillpoint.record.setting.AftercareText;
import org.stillpoint.record.setting.ConsentBlocks;
import org.stillpoint.record.setting.GroundingSteps;
import org.stillpoint.record.setting.PracticeProfile;
import org.stillpoint.record.setting.SessionTimer;
import org.stillpoint.record.setting.Settings;
import org.stillpoint.record.setting.TechniqueList;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** What a practice has written about itself and for its clients. */
public final class SettingReading {
    private final UnitOfWork work;

    public SettingReading(UnitOfWork work) {
        this.work = work;
    }

    public PracticeProfile profile(Actor actor) {
        return read(actor, Settings::profile);
    }

    public ConsentBlocks consentBlocks(Actor actor) {
        return read(actor, Settings::consentBlocks);
    }

    public GroundingSteps groundingSteps(Actor actor) {
        return read(actor, Settings::groundingSteps);
    }

    public SafetyList safetyList(Actor actor) {
        return read(actor, Settings::safetyList);
    }

    public AftercareText aftercareText(Actor actor) {
        return read(actor, Settings::aftercareText);
    }

    public TechniqueList techniques(Actor actor) {
        return read(actor, Settings::techniques);
    }

    public SessionTimer sessionTimer(Actor actor) {
        return read(actor, Settings::sessionTimer);
    }

    private <T> T read(Actor actor, Function<Settings, T> which) {
        return work.read(actor, Act.SEE_SETTINGS, Optional.empty(), records -> which.apply(records.settings()));
    }
}
