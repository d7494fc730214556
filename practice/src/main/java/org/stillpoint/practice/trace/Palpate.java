package org.stillpoint.practice.trace;

import java.time.Clock;
import java.util.Optional;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.JointId;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.practice.consent.ConsentCheck;
import org.stillpoint.practice.touch.TouchCheck;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.examination.Examination;
import org.stillpoint.record.examination.Finding;
import org.stillpoint.record.examination.Grade;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/**
 * A hand found something: one examination for each marking of the pain. Each finding is kept at once; the last word on a muscle or
 * joint stands, and what it leaves alone stays.
 */
public final class Palpate {

    /** What was found, or taken back. */
    public sealed interface Found {

        /** Felt by a palpating hand. */
        record Restriction(MuscleId muscle, Grade grade) implements Found {}

        /** Said by the client under the hand. */
        record Tenderness(MuscleId muscle, Grade grade) implements Found {}

        /** Seen, or said by the client. */
        record Tension(MuscleId muscle, Grade grade) implements Found {}

        /** How far the motion of a joint is limited. */
        record Limit(JointId joint, Grade grade) implements Found {}

        /** Nothing is said of this muscle any more. */
        record NoFinding(MuscleId muscle) implements Found {}

        /** Nothing is said of this joint any more. */
        record NoLimit(JointId joint) implements Found {}
    }

    /**
     * @param key made with the page, so that sending it twice does it once
     * @param client on whom
     * @param found what
     * @param asked whether the client has just said yes to hands there
     */
    public record Command(Id<Deed> key, Id<Client> client, Found found, boolean asked) {

        /** Where nobody had to be asked. */
        public Command(Id<Deed> key, Id<Client> client, Found found) {
            this(key, client, found, false);
        }
    }

    private final UnitOfWork work;
    private final Atlas atlas;
    private final Clock clock;

    /** @param clock in the time zone of the practice */
    public Palpate(UnitOfWork work, Atlas atlas, Clock clock) {
        this.work = work;
        this.atlas = atlas;
        this.clock = clock;
    }

    /** @throws BadValue if the muscle or joint is none of the atlas */
    public Answer<Examination> by(Actor actor, Command wanted) {
        requireKnown(wanted.found());
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.PALPATE, wanted.key(), wanted.client(), wanted),
                        records -> new Answer.Done<>(keep(records, wanted)),
                        records -> new Answer.Again<>(latest(records, wanted))),
                () -> work.read(
                        actor, Act.SEE_TRACE, Optional.of(wanted.client()), records -> latest(records, wanted)));
    }

    /**
     * Hands come to somebody who palpates as they do in a session: under a consent in force, at a sensitive area with its signature, and as the
     * touch map lets them. What is seen, said from afar or taken back needs no hands.
     */
    private void requireWelcome(Records records, Command wanted) {
        Optional<Site> touched = touched(wanted.found());
        if (touched.isEmpty() && !(wanted.found() instanceof Found.Limit)) {
            return;
        }
        ConsentCheck.requireInForceOrRunning(records, wanted.client(), clock);
        touched.ifPresent(site -> {
            Moment comes = new Moment.SiteEngaged(site, PrivateText.NONE);
            ConsentCheck.requireSigned(records, wanted.client(), comes, clock.instant(), clock);
            if (!wanted.asked()) {
                TouchCheck.require(records, wanted.client(), comes, clock.instant());
            }
        });
    }

    private static Optional<Site> touched(Found found) {
        return switch (found) {
            case Found.Restriction(MuscleId muscle, Grade _) -> Optional.of(new Site.MuscleSite(muscle));
            case Found.Tenderness(MuscleId muscle, Grade _) -> Optional.of(new Site.MuscleSite(muscle));
            case Found.Tension _, Found.Limit _, Found.NoFinding _, Found.NoLimit _ -> Optional.empty();
        };
    }

    private Examination keep(Records records, Command wanted) {
        BodyMap map = MarkedPain.find(records.bodyMaps(), wanted.client())
                .orElseThrow(() -> new Refused(Rule.NO_PAIN_IS_MARKED, wanted.client()));
        requireWelcome(records, wanted);
        Optional<Examination> kept = records.examinations()
                .findLatest(wanted.client())
                .filter(examination -> MarkedPain.sameState(examination, map, clock.getZone()));
        if (kept.isPresent()) {
            return records.examinations().update(with(kept.get(), wanted.found()));
        }
        Examination begun = with(Examination.begun(wanted.client(), clock.instant()), wanted.found());
        records.examinations().add(begun);
        return begun;
    }

    private Examination latest(Records records, Command wanted) {
        return records.examinations()
                .findLatest(wanted.client())
                .orElseGet(() -> Examination.begun(wanted.client(), clock.instant()));
    }

    private static Examination with(Examination examination, Found found) {
        return switch (found) {
            case Found.Restriction(MuscleId muscle, Grade grade) ->
                examination.with(muscle, before(examination, muscle).withRestriction(grade));
            case Found.Tenderness(MuscleId muscle, Grade grade) ->
                examination.with(muscle, before(examination, muscle).withTenderness(grade));
            case Found.Tension(MuscleId muscle, Grade grade) ->
                examination.with(muscle, before(examination, muscle).withTension(grade));
            case Found.Limit(JointId joint, Grade grade) -> examination.withLimit(joint, grade);
            case Found.NoFinding(MuscleId muscle) -> examination.without(muscle);
            case Found.NoLimit(JointId joint) -> examination.withoutLimit(joint);
        };
    }

    private static Finding before(Examination examination, MuscleId muscle) {
        return examination.findings().getOrDefault(muscle, Finding.NONE);
    }

    private void requireKnown(Found found) {
        switch (found) {
            case Found.Restriction(MuscleId muscle, Grade _) -> requireMuscle(muscle.value());
            case Found.Tenderness(MuscleId muscle, Grade _) -> requireMuscle(muscle.value());
            case Found.Tension(MuscleId muscle, Grade _) -> requireMuscle(muscle.value());
            case Found.NoFinding(MuscleId muscle) -> requireMuscle(muscle.value());
            case Found.Limit(JointId joint, Grade _) -> requireJoint(joint.value());
            case Found.NoLimit(JointId joint) -> requireJoint(joint.value());
        }
    }

    private void requireMuscle(String id) {
        if (atlas.muscles().find(id).isEmpty()) {
            throw new BadValue("muscle", "of " + id.length() + " characters", "one of the atlas");
        }
    }

    private void requireJoint(String id) {
        if (atlas.joints().find(id).isEmpty()) {
            throw new BadValue("joint", "of " + id.length() + " characters", "one of the atlas");
        }
    }
}
