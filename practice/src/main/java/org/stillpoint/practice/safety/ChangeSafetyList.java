package org.stillpoint.practice.safety;

import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.safety.SafetyList;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** The practice chooses what it asks before a session: more, for another time back, or some of it no longer; never less strictly. */
public final class ChangeSafetyList {

    /**
     * @param key made with the page, so that sending it twice does it once
     * @param list with the version that was seen
     */
    public record Command(Id<Deed> key, SafetyList list) {}

    private final UnitOfWork work;

    public ChangeSafetyList(UnitOfWork work) {
        this.work = work;
    }

    /**
     * Answers {@link Answer.Changed} where somebody else has written it since it was seen, and {@link Answer.No} where a red flag would no
     * longer be asked, a level be lower than it was, or a condition of the practice be gone.
     */
    public Answer<SafetyList> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.CHANGE_SAFETY_LIST, wanted.key(), wanted),
                        records -> {
                            wanted.list().requireAsStrictAs(records.settings().safetyList(), wanted.key());
                            return new Answer.Done<>(records.settings().replace(wanted.list()));
                        },
                        records -> new Answer.Again<>(records.settings().safetyList())),
                () -> work.read(
                        actor,
                        Act.SEE_SETTINGS,
                        Optional.empty(),
                        records -> records.settings().safetyList()));
    }
}
