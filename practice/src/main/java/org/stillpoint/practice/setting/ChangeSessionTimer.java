package org.stillpoint.practice.setting;

import org.stillpoint.practice.Answer;
import org.stillpoint.record.Id;
import org.stillpoint.record.setting.SessionTimer;
import org.stillpoint.record.setting.Settings;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** The practice chooses when a running session marks the time. */
public final class ChangeSessionTimer {

    /**
     * @param key made with the page, so that sending it twice does it once
     * @param timer with the version that was seen
     */
    public record Command(Id<Deed> key, SessionTimer timer) {}

    private final UnitOfWork work;

    public ChangeSessionTimer(UnitOfWork work) {
        this.work = work;
    }

    /** Answers {@link Answer.Changed} where somebody else has chosen it since it was seen. */
    public Answer<SessionTimer> by(Actor actor, Command wanted) {
        return SettingChange.of(
                work,
                actor,
                Act.CHANGE_SESSION_TIMER,
                wanted.key(),
                wanted,
                records -> records.settings().replace(wanted.timer()),
                Settings::sessionTimer);
    }
}
