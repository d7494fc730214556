package org.stillpoint.practice.life;

import java.util.List;
import java.util.Optional;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.memory.LifeEvent;
import org.stillpoint.memory.TeachingExample;
import org.stillpoint.memory.ToldEvent;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Site;

/** Something that happens at one age of a life. */
public sealed interface Happening {

    /** Names it within its life. */
    String id();

    /** Years. */
    double age();

    /** What it changes in the model. */
    List<LifeEvent> changes();

    /** Whether a held contraction lets go: the player can leave that out to compare. */
    default boolean release() {
        return false;
    }

    /**
     * A trauma event that the client told.
     *
     * @param places where, as far as the atlas has them
     * @param doses how strongly it touched each muscle, 0 to 1, in the order of the atlas
     */
    record Struck(TraumaEvent event, double age, List<RegionCode> places, double[] doses) implements Happening {
        @Override
        public String id() {
            return event.id().toString();
        }

        /** How hard and how strongly are taken at their mean where they are not known. */
        @Override
        public List<LifeEvent> changes() {
            return changes(ToldEvent.NOT_KNOWN);
        }

        /** @param notKnown what is taken, 0 to 1, where it is not known how hard it struck, or how strongly it was felt */
        List<LifeEvent> changes(double notKnown) {
            return List.of(new LifeEvent.Strike(
                    age,
                    doses,
                    share(event.told().severity(), notKnown),
                    share(event.told().emotionalIntensity(), notKnown)));
        }

        private static double share(Optional<Score0To10> told, double notKnown) {
            return told.map(score -> score.value() / Score0To10.MOST).orElse(notKnown);
        }

        /** Whether how hard it struck, or how strongly it was felt, is not known. */
        boolean leavesOpen() {
            return event.told().severity().isEmpty()
                    || event.told().emotionalIntensity().isEmpty();
        }
    }

    /**
     * A release that was marked in a session.
     *
     * @param extent share of what was held that let go, 0 to 1
     * @param muscles those that it reaches
     */
    record Released(Mark mark, Site site, double extent, double age, List<MuscleId> muscles, List<LifeEvent> changes)
            implements Happening {
        @Override
        public String id() {
            return mark.id().toString();
        }

        @Override
        public boolean release() {
            return true;
        }
    }

    /** A check-in: stress, tension and anxiety from here to the next. */
    record Answered(CheckIn checkIn, double age, List<LifeEvent> changes) implements Happening {
        @Override
        public String id() {
            return checkIn.id().toString();
        }
    }

    /**
     * A trauma event of a made-up life.
     *
     * @param key as in {@link TeachingExample.Happening#key()}
     * @param severity how hard it struck, 0 to 10
     * @param intensity how strongly it was felt, 0 to 10
     * @param muscles those that braced
     */
    record TaughtEvent(
            String id,
            double age,
            String key,
            double severity,
            double intensity,
            List<MuscleId> muscles,
            List<LifeEvent> changes)
            implements Happening {}

    /**
     * Stress, tension and anxiety of a made-up life from here on.
     *
     * @param key as in {@link TeachingExample.Happening#key()}
     * @param level 0 to 1
     */
    record TaughtArousal(String id, double age, String key, double level, List<LifeEvent> changes)
            implements Happening {}

    /**
     * A release of a made-up life, on both sides.
     *
     * @param key as in {@link TeachingExample.Happening#key()}
     * @param extent share of what is held that lets go, 0 to 1
     * @param named the muscles, without a side
     * @param muscles with their side
     */
    record TaughtRelease(
            String id,
            double age,
            String key,
            double extent,
            List<String> named,
            List<MuscleId> muscles,
            List<LifeEvent> changes)
            implements Happening {
        @Override
        public boolean release() {
            return true;
        }
    }
}
