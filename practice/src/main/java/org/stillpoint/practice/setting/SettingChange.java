package org.stillpoint.practice.setting;

import java.util.Optional;
import java.util.function.Function;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.setting.Settings;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** How every setting of a practice is changed: in the version that was seen, or what is kept is answered. */
final class SettingChange {
    private SettingChange() {}

    /**
     * @param command which change, in full
     * @param replace makes it
     * @param kept the setting as it is kept
     */
    static <T> Answer<T> of(
            UnitOfWork work,
            Actor actor,
            Act act,
            Id<Deed> key,
            Record command,
            Function<Records, T> replace,
            Function<Settings, T> kept) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(act, key, command),
                        records -> new Answer.Done<>(replace.apply(records)),
                        records -> new Answer.Again<>(kept.apply(records.settings()))),
                () -> work.read(actor, Act.SEE_SETTINGS, Optional.empty(), records -> kept.apply(records.settings())));
    }
}
