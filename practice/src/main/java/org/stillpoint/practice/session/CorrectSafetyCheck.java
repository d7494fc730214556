package org.stillpoint.practice.session;

import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.practice.safety.ToldFlags;
import org.stillpoint.practice.slip.Mending;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.safety.Condition;
import org.stillpoint.record.safety.ConditionId;
import org.stillpoint.record.safety.SafetyAnswer;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.slip.EntryContent;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/**
 * A slip in a safety check is mended. A session that was started on it stays as it was held: the record then tells what was ticked
 * when it started, and what should have been. Once the note of that session is signed, the note is amended instead.
 */
public final class CorrectSafetyCheck {

    /**
     * @param key made with the page, so that sending it twice does it once
     * @param client whose
     * @param check which
     * @param seen the version that was seen
     * @param answer what was found indeed, and on whose word a session was held all the same
     * @param reason why it is mended; may be empty
     */
    public record Command(
            Id<Deed> key,
            Id<Client> client,
            Id<SafetyCheck> check,
            Version seen,
            SafetyAnswer answer,
            PrivateText reason) {}

    private final UnitOfWork work;
    private final Clock clock;

    public CorrectSafetyCheck(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** Answers {@link Answer.Changed} where somebody else has changed it since it was seen. */
    public Answer<SafetyCheck> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.CHANGE_SAFETY_CHECK, wanted.key(), wanted.client(), wanted),
                        records -> {
                            NotedSessions.requireNotSigned(records, wanted.client(), wanted.check());
                            SafetyCheck kept = records.safetyChecks().get(wanted.client(), wanted.check());
                            SafetyCheck now = records.safetyChecks()
                                    .update(kept.with(
                                                    found(records, kept, wanted),
                                                    wanted.answer().clearance())
                                            .seenAt(wanted.seen()));
                            ToldFlags.mended(records, now);
                            new Mending(actor, wanted.key(), wanted.client(), clock.instant())
                                    .corrected(records, kept.id(), content(kept), content(now), wanted.reason());
                            return new Answer.Done<>(now);
                        },
                        records -> new Answer.Again<>(records.safetyChecks().get(wanted.client(), wanted.check()))),
                () -> work.read(
                        actor,
                        Act.SEE_SESSION,
                        Optional.of(wanted.client()),
                        records -> records.safetyChecks().get(wanted.client(), wanted.check())));
    }

    /** What stood there already means what it meant then; what is new is taken from the list. */
    private Set<Condition> found(Records records, SafetyCheck kept, Command wanted) {
        CheckSafety.requireNotAhead(wanted.answer().clearance(), clock);
        Set<Condition> stays = kept.found().stream()
                .filter(each -> wanted.answer().found().contains(each.id()))
                .collect(Collectors.toSet());
        Set<ConditionId> fresh = new HashSet<>(wanted.answer().found());
        stays.forEach(each -> fresh.remove(each.id()));
        return Stream.concat(stays.stream(), records.settings().safetyList().get(fresh).stream())
                .collect(Collectors.toSet());
    }

    static EntryContent content(SafetyCheck check) {
        return new EntryContent.SafetyEntry(check.at(), check.found(), check.clearance());
    }
}
