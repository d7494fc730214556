package org.stillpoint.trace.truth;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.Muscle;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.memory.BodyState;
import org.stillpoint.memory.LifeEvent;
import org.stillpoint.memory.LifeParameters;
import org.stillpoint.memory.TissueMemory;
import org.stillpoint.trace.Observation;
import org.stillpoint.trace.Place;
import org.stillpoint.trace.Trace;
import org.stillpoint.trace.TraceModel;

/**
 * Calibration by simulation: lives drawn from the model, their pain of today traced blind, and the sets held against what the lives hold.
 */
public final class Calibration {
    private static final double FIRST_AGE = 15;
    private static final double LAST_AGE = 45;
    private static final double TODAY = 55;
    private static final int MOST_TRIES = 200;
    private static final int COUNTS = 7;

    /** A life counts from this much pain in its worst region, points. */
    private static final double LEAST_PAIN = 1;

    /**
     * How sets fared at one noise level and number of held contractions.
     *
     * @param held number of muscles that hold a contraction
     * @param noise standard deviation added to every region, points
     * @param lives traced
     * @param sets credible sets given
     * @param right sets that hold a muscle with a held contraction
     * @param answered lives for which at least one set was given
     * @param size mean number of muscles in a set
     * @param found share of the held contractions that some set holds
     * @param unexplained mean share of the pain
     */
    public record CalibrationCell(
            int held,
            double noise,
            int lives,
            int sets,
            int right,
            int answered,
            double size,
            double found,
            double unexplained) {
        /** Share of the sets that hold a true muscle. */
        public double coverage() {
            return sets == 0 ? Double.NaN : (double) right / sets;
        }
    }

    /** What of the pain is seen. */
    public enum SeenPain {
        /** Whole points, 0 to 10. */
        POINTS,
        /** Only whether a region hurts, from half a point on with its noise. */
        MARKS
    }

    private Calibration() {}

    /**
     * One cell of the table.
     *
     * @param seen what of the pain is seen
     * @param truth the body that the lives are drawn from
     * @param model the trace, which knows nothing of it
     * @param lives numbers of the lives, of which each is another; those of a parallel stream are worked on by all cores
     * @param progress told of each life
     */
    public static CalibrationCell run(
            TissueMemory truth,
            TraceModel model,
            SeenPain seen,
            int held,
            double noise,
            IntStream lives,
            long seed,
            LongConsumer progress) {
        double[] sum = lives.mapToObj(life -> {
                    double[] count = oneLife(truth, model, seen, held, noise, new Random(seed + 7919L * life));
                    progress.accept(1);
                    return count;
                })
                .reduce(new double[COUNTS], Calibration::plus);
        return new CalibrationCell(
                held,
                noise,
                (int) sum[6],
                (int) sum[0],
                (int) sum[1],
                (int) sum[5],
                sum[2] / Math.max(1, sum[0]),
                sum[3] / (sum[6] * held),
                sum[4] / sum[6]);
    }

    private static double[] plus(double[] a, double[] b) {
        return IntStream.range(0, COUNTS).mapToDouble(k -> a[k] + b[k]).toArray();
    }

    /** Sets, right sets, muscles in sets, true muscles found, unexplained share, whether there is a set, one life. */
    private static double[] oneLife(
            TissueMemory truth, TraceModel model, SeenPain seen, int held, double noise, Random random) {
        Set<MuscleId> holding = new HashSet<>();
        double[] pain = drawPain(truth, held, holding, random);
        for (int r = 0; r < pain.length; r++) {
            pain[r] =
                    Math.clamp(Math.rint(pain[r] + noise * random.nextGaussian()), 0, seen == SeenPain.MARKS ? 1 : 10);
        }
        Trace trace = model.trace(seen == SeenPain.MARKS ? Observation.marks(pain) : Observation.of(pain), List.of());
        double[] count = new double[COUNTS];
        Set<MuscleId> found = new HashSet<>();
        for (Place place : trace.places()) {
            List<MuscleId> ofTheHeld =
                    place.muscles().stream().filter(holding::contains).toList();
            found.addAll(ofTheHeld);
            count[0]++;
            count[1] += ofTheHeld.isEmpty() ? 0 : 1;
            count[2] += place.muscles().size();
        }
        count[3] = found.size();
        count[4] = trace.unexplained();
        count[5] = trace.places().isEmpty() ? 0 : 1;
        count[6] = 1;
        return count;
    }

    /** A life with so many held contractions, each from an event of its own, that hurts today. */
    private static double[] drawPain(TissueMemory truth, int held, Set<MuscleId> holding, Random random) {
        Atlas atlas = truth.mapping().atlas();
        List<Muscle> muscles = atlas.muscles().list();
        double[] pain = new double[atlas.regions().size()];
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            holding.clear();
            List<LifeEvent> events = new ArrayList<>();
            while (holding.size() < held) {
                int m = random.nextInt(muscles.size());
                if (holding.add(new MuscleId(muscles.get(m).id()))) {
                    double[] doses = new double[muscles.size()];
                    doses[m] = 1;
                    double age = FIRST_AGE + (LAST_AGE - FIRST_AGE) * random.nextDouble();
                    events.add(new LifeEvent.Strike(
                            age, doses, 0.5 + 0.5 * random.nextDouble(), 0.5 + 0.5 * random.nextDouble()));
                }
            }
            events.add(new LifeEvent.Arousal(LAST_AGE + 5, random.nextDouble()));
            BodyState today = truth.at(LifeParameters.standard(), events, TODAY);
            pain = today.pain();
            double worst = 0;
            for (double value : pain) {
                worst = Math.max(worst, value);
            }
            if (worst >= LEAST_PAIN) {
                return pain;
            }
        }
        return pain;
    }
}
