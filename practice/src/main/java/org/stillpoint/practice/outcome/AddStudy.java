package org.stillpoint.practice.outcome;

import java.time.Clock;
import java.util.Optional;
import org.stillpoint.evidence.meta.EffectInterval;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.literature.AddedStudy;
import org.stillpoint.record.literature.KindOfEffect;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** A published study that the practice has read is added to the picture of the field. */
public final class AddStudy {

    /**
     * What was typed; see {@link AddedStudy} for each.
     *
     * @param id made with the form, so that sending it twice adds one
     */
    public record Command(
            Id<AddedStudy> id,
            String name,
            int year,
            String condition,
            String comparison,
            String outcome,
            KindOfEffect kind,
            double effect,
            double low,
            double high,
            String source) {}

    /** Whether an effect and its interval can be of one estimate. */
    public enum IntervalFit {
        FITS,
        /** The effect is not within the interval. */
        OUTSIDE,
        /** A ratio, or an end of its interval, is not above 0. */
        NOT_ABOVE_ZERO,
        /** It lies off the middle as a difference, and in the middle as a ratio. */
        AS_RATIO,
        /** It lies off the middle as a ratio, and in the middle as a difference. */
        AS_DIFFERENCE,
        /** It lies off the middle as either. */
        NEITHER
    }

    /**
     * Whether they fit, as far as they were rounded.
     *
     * @param typed the three as they were typed, which says how far they are rounded
     */
    public static IntervalFit fit(KindOfEffect kind, double effect, double low, double high, String... typed) {
        if (!(low < effect && effect < high)) {
            return IntervalFit.OUTSIDE;
        }
        if (kind.isRatio() && !(low > 0)) {
            return IntervalFit.NOT_ABOVE_ZERO;
        }
        EffectInterval printed = EffectInterval.of(effect, low, high, typed);
        if (kind.isRatio() ? printed.fitsAsRatio() : printed.fitsAsDifference()) {
            return IntervalFit.FITS;
        }
        if (!kind.isRatio() && printed.fitsAsRatio()) {
            return IntervalFit.AS_RATIO;
        }
        return kind.isRatio() && printed.fitsAsDifference() ? IntervalFit.AS_DIFFERENCE : IntervalFit.NEITHER;
    }

    private final UnitOfWork work;
    private final Clock clock;

    public AddStudy(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    public Answer<AddedStudy> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.ADD_STUDY, wanted.id(), wanted),
                        records -> {
                            AddedStudy study = new AddedStudy(
                                    wanted.id(),
                                    wanted.name(),
                                    wanted.year(),
                                    wanted.condition(),
                                    wanted.comparison(),
                                    wanted.outcome(),
                                    wanted.kind(),
                                    wanted.effect(),
                                    wanted.low(),
                                    wanted.high(),
                                    wanted.source(),
                                    clock.instant());
                            records.addedStudies().add(study);
                            return new Answer.Done<>(study);
                        },
                        records -> new Answer.Again<>(kept(records, wanted.id()))),
                () -> work.read(actor, Act.SEE_FIELD, Optional.empty(), records -> kept(records, wanted.id())));
    }

    private static AddedStudy kept(Records records, Id<AddedStudy> id) {
        return records.addedStudies().list().stream()
                .filter(study -> study.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchRecord("study", id));
    }
}
