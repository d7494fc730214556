package org.stillpoint.practice.setting;

import java.time.ZoneId;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.setting.Country;
import org.stillpoint.record.setting.PracticeDays;
import org.stillpoint.record.setting.PracticeLanguage;
import org.stillpoint.record.setting.PracticeProfile;
import org.stillpoint.record.setting.Settings;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/**
 * What a practice is called, and by which time zone and in which language it keeps its record. Where it moves to another zone, what was
 * before stays on the day on which it was; where nobody is in the record yet, nothing was.
 */
public final class ChangeProfile {

    /**
     * @param key made with the page, so that sending it twice does it once
     * @param seen the version that was seen
     */
    public record Command(
            Id<Deed> key,
            String name,
            String place,
            ZoneId zone,
            PracticeLanguage language,
            Optional<Country> country,
            Version seen) {}

    private final UnitOfWork work;
    private final PracticeClock clock;
    private final SpokenLanguage language;

    /**
     * @param clock counts by the new zone once it is kept
     * @param language is the new one once it is kept
     */
    public ChangeProfile(UnitOfWork work, PracticeClock clock, SpokenLanguage language) {
        this.work = work;
        this.clock = clock;
        this.language = language;
    }

    /** Answers {@link Answer.Changed} where somebody else has written it since it was seen. */
    public Answer<PracticeProfile> by(Actor actor, Command wanted) {
        Answer<PracticeProfile> answer = SettingChange.of(
                work,
                actor,
                Act.CHANGE_PROFILE,
                wanted.key(),
                wanted,
                records -> records.settings().replace(changed(records, wanted)),
                Settings::profile);
        if (answer instanceof Answer.Done<PracticeProfile> done) {
            clock.follow(done.kept());
            language.follow(done.kept());
        }
        return answer;
    }

    private PracticeProfile changed(Records records, Command wanted) {
        PracticeProfile kept = records.settings().profile();
        PracticeProfile moved = records.clients().count() == 0
                ? kept.everIn(wanted.zone())
                : kept.movedTo(wanted.zone(), PracticeDays.now(clock.getZone()), clock.instant());
        return moved.with(wanted.name(), wanted.language())
                .as(wanted.country())
                .at(wanted.place())
                .seenAt(wanted.seen());
    }
}
