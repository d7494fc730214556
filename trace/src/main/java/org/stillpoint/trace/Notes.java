package org.stillpoint.trace;

import java.util.List;
import java.util.NoSuchElementException;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.JointId;
import org.stillpoint.strain.Influence;

/**
 * What notes on tension and range of motion say of held contractions, as likelihood ratios.
 *
 * <p>Tension speaks of its own muscle. Limited motion of a joint speaks of every muscle whose contraction turns that joint, in proportion to how
 * much (strain network): {@code 1 + (ratio - 1) w}, with {@code w} = 1 for the muscle that turns it most.
 */
final class Notes {
    /**
     * How many times likelier each grade is where a contraction is held. Assumed, 2026, and weaker than a palpating hand: agreement on visible
     * tension and on passive motion is poor to fair (Seffinger et al. 2004, Spine 29:E413). The grades' probabilities given held are 0.3, 0.25,
     * 0.25, 0.2 and given not held 0.5, 0.25, 0.17, 0.08, so that the ratios follow.
     */
    static final double[] HELD = {0.3, 0.25, 0.25, 0.2};

    static final double[] NOT_HELD = {0.5, 0.25, 0.17, 0.08};

    private final Influence influence;

    Notes(Influence influence) {
        this.influence = influence;
    }

    /** Multiplies the odds of each muscle by what the notes say of it. */
    void weigh(List<Note> notes, Atlas atlas, double[] odds) {
        for (Note note : notes) {
            double ratio = HELD[note.grade()] / NOT_HELD[note.grade()];
            switch (note) {
                case Note.TensionNote tension ->
                    odds[atlas.muscles().indexOf(tension.muscle().value())] *= ratio;
                case Note.MotionNote motion -> {
                    double[] turns = turns(motion.joint());
                    for (int m = 0; m < odds.length; m++) {
                        odds[m] *= 1 + (ratio - 1) * turns[m];
                    }
                }
            }
        }
    }

    /** How much each muscle's contraction turns a joint, against the one that turns it most, 0 to 1. */
    double[] turns(JointId joint) {
        int at = influence.joints().indexOf(joint);
        if (at < 0) {
            throw new NoSuchElementException("the body has no joint '" + joint + "'");
        }
        double[] turns = new double[influence.muscles().size()];
        double most = 0;
        for (int m = 0; m < turns.length; m++) {
            double x = influence.rotation(at, 0, m);
            double y = influence.rotation(at, 1, m);
            double z = influence.rotation(at, 2, m);
            turns[m] = Math.sqrt(x * x + y * y + z * z);
            most = Math.max(most, turns[m]);
        }
        for (int m = 0; m < turns.length && most > 0; m++) {
            turns[m] /= most;
        }
        return turns;
    }
}
