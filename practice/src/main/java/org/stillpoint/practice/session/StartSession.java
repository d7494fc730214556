package org.stillpoint.practice.session;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.practice.consent.ConsentCheck;
import org.stillpoint.practice.safety.SafetyGate;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.safety.SafetyAnswer;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.SessionDevice;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/**
 * A session starts on its safety check, under a consent that is in force: both are kept, or neither. What was planned is kept with it. The session never rests on a check that was answered
 * differently from what is said now.
 */
public final class StartSession {

    /**
     * @param id of the session, made before the form is filled in, so that sending it twice starts one
     * @param client whose
     * @param check of the safety check, made with the form
     * @param answer what was answered; empty to rest on the check under this id as it is kept
     * @param hand the device on which it starts, and which holds it; empty where that is not told
     */
    public record Command(
            Id<Session> id,
            Id<Client> client,
            Id<SafetyCheck> check,
            Optional<SafetyAnswer> answer,
            Optional<SessionDevice> hand) {

        public Command(Id<Session> id, Id<Client> client, Id<SafetyCheck> check, Optional<SafetyAnswer> answer) {
            this(id, client, check, answer, Optional.empty());
        }

        /** Everything was asked, and nothing found. */
        public static Command clear(Id<Session> id, Id<Client> client, Id<SafetyCheck> check) {
            return new Command(id, client, check, Optional.of(SafetyAnswer.NOTHING));
        }
    }

    /**
     * The session with the check it rests on.
     *
     * @param check as kept; where nothing was started, the one that stands in the way
     * @param session empty where nothing was started
     */
    public record Started(SafetyCheck check, Optional<Id<Session>> session) {}

    private final UnitOfWork work;
    private final Clock clock;

    public StartSession(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * Answers {@link Answer.Other} where the check under this id was answered differently, and {@link Answer.No} where no consent is in force,
     * with what stands against it: nothing is started then.
     */
    public Answer<Started> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.START_SESSION, wanted.id(), wanted.client(), wanted),
                        records -> new Answer.Done<>(start(records, wanted)),
                        records -> new Answer.Again<>(kept(records, wanted, Optional.of(wanted.id())))),
                () -> work.read(
                        actor,
                        Act.SEE_SESSION,
                        Optional.of(wanted.client()),
                        records -> kept(records, wanted, Optional.empty())));
    }

    private Started start(Records records, Command wanted) {
        Instant now = clock.instant();
        SafetyCheck check = check(records, wanted);
        SafetyGate.require(records, check, now);
        OpenSession started = OpenSession.start(wanted.id(), wanted.client(), check, now);
        if (records.sessions().isUsed(check.id())) {
            throw new Refused(Rule.SAFETY_CHECK_IS_USED, check.id());
        }
        if (records.sessions().findOpen(wanted.client()).isPresent()) {
            throw new Refused(Rule.SESSION_IS_OPEN, wanted.client());
        }
        ConsentCheck.requireInForce(records, wanted.client(), clock);
        records.sessions().add(started);
        wanted.hand().ifPresent(hand -> TakeOverSession.taken(records, started, hand, now));
        records.history().lock(wanted.client(), started.id());
        records.sessionPlans()
                .findOpen(wanted.client())
                .ifPresent(plan -> records.sessionPlans().update(plan.of(Optional.of(started.id()))));
        return new Started(check, Optional.of(started.id()));
    }

    /** As it is kept, or kept now; never one that was answered differently. */
    private SafetyCheck check(Records records, Command wanted) {
        Optional<SafetyCheck> kept = records.safetyChecks().find(wanted.client(), wanted.check());
        if (wanted.answer().isEmpty()) {
            return kept.orElseThrow(() -> new NoSuchRecord("safety check", wanted.check()));
        }
        SafetyAnswer answer = wanted.answer().get();
        if (kept.isPresent()) {
            if (!kept.get().wasAnswered(answer)) {
                throw new AlreadyThere("safety check", wanted.check());
            }
            return kept.get();
        }
        SafetyCheck said = CheckSafety.check(records, wanted.check(), wanted.client(), answer, clock);
        records.safetyChecks().add(said);
        return said;
    }

    private static Started kept(Records records, Command wanted, Optional<Id<Session>> session) {
        return new Started(records.safetyChecks().get(wanted.client(), wanted.check()), session);
    }
}
