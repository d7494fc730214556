package org.stillpoint.practice.session;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.practice.safety.ToldFlags;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.safety.Clearance;
import org.stillpoint.record.safety.SafetyAnswer;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** The check before a session, kept without starting one. */
public final class CheckSafety {

    /**
     * @param id made before it is filled in, so that sending it twice keeps one
     * @param client whose
     * @param answer what was found; a red flag among it is an open matter from then on
     */
    public record Command(Id<SafetyCheck> id, Id<Client> client, SafetyAnswer answer) {}

    private final UnitOfWork work;
    private final Clock clock;

    public CheckSafety(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    public Answer<SafetyCheck> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.CHECK_SAFETY, wanted.id(), wanted.client(), wanted),
                        records -> {
                            SafetyCheck check = check(records, wanted.id(), wanted.client(), wanted.answer(), clock);
                            records.safetyChecks().add(check);
                            ToldFlags.tell(records, check);
                            return new Answer.Done<>(check);
                        },
                        records -> new Answer.Again<>(records.safetyChecks().get(wanted.client(), wanted.id()))),
                () -> work.read(
                        actor,
                        Act.SEE_SESSION,
                        Optional.of(wanted.client()),
                        records -> records.safetyChecks().get(wanted.client(), wanted.id())));
    }

    /** What was answered now, by the practice's list. */
    static SafetyCheck check(Records records, Id<SafetyCheck> id, Id<Client> client, SafetyAnswer answer, Clock clock) {
        requireNotAhead(answer.clearance(), clock);
        return new SafetyCheck(
                id,
                client,
                clock.instant(),
                records.settings().safetyList().get(answer.found()),
                answer.clearance(),
                Version.FIRST);
    }

    /** @throws BadValue if the day of the clearance lies ahead */
    static void requireNotAhead(Optional<Clearance> clearance, Clock clock) {
        LocalDate today = LocalDate.now(clock);
        clearance.flatMap(Clearance::on).filter(today::isBefore).ifPresent(day -> {
            throw new BadValue("day", day.toString(), "up to " + today);
        });
    }
}
