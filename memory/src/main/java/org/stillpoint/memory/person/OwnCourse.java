package org.stillpoint.memory.person;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stillpoint.memory.BodyState;
import org.stillpoint.memory.LifeEvent;
import org.stillpoint.memory.LifeParameter;
import org.stillpoint.memory.LifeParameters;
import org.stillpoint.memory.TissueMemory;

/**
 * How readily a person adapts and hurts: their pain at many ages beside what the model expects of what they told.
 *
 * <p>A reading is the model's pain in the region that hurts most, plus pain of other origin that does not change, plus an error with a
 * logistic distribution, cut at 0 and 10. Factors on the standard capacity and on the standard pain gain are log-normal in the practice about
 * a mean of the practice. All priors are assumed, 2026.
 */
public final class OwnCourse {
    /** Log factors looked at: standard times e to the minus 1.5 up to e to the 1.5. */
    private static final double REACH = 1.5;

    private static final int ADAPTS = 13;
    private static final int HURTS = 25;

    /** Scale of the error of a reading, points: standard deviations of 0.7, 1.5 and 2.9. Assumed, 2026. */
    private static final double[] ERROR = {0.4, 0.8, 1.6};

    /** Pain of other origin, points, and how likely each is. Assumed, 2026. */
    private static final double[] OTHER = {0, 1.5, 3, 5};

    private static final double[] OTHER_WEIGHT = {0.5, 0.2, 0.2, 0.1};

    private static final int POINTS = ADAPTS * HURTS * ERROR.length * OTHER.length;

    /** Mean log factors of a practice and the spread of its people about them. Assumed, 2026. */
    private static final double[] PRACTICE = {-0.6, -0.3, 0, 0.3, 0.6};

    private static final double[] SPREAD = {0.2, 0.4, 0.7};

    /** Standard deviation of the mean log factor of practices. Assumed, 2026. */
    private static final double PRACTICES = 0.4;

    private static final Pooling POOLING = pooling();

    private OwnCourse() {}

    /**
     * Pain at one age.
     *
     * @param age years
     * @param pain 0 to 10
     */
    public record PainAtAge(double age, double pain) {
        /** Checks the range. */
        public PainAtAge {
            if (!(pain >= 0 && pain <= 10)) {
                throw new IllegalArgumentException("pain of a reading is " + pain + "; range 0 to 10");
            }
        }
    }

    /** What one person's readings say, worked out once and used for that person and for the practice. */
    public static final class PersonEvidence {
        private final double[] logLikelihood;
        private final double[] ofPractice;

        private PersonEvidence(double[] logLikelihood) {
            this.logLikelihood = logLikelihood;
            this.ofPractice = POOLING.evidence(logLikelihood);
        }
    }

    /**
     * What is known of one person.
     *
     * @param adapts factor on the standard {@link LifeParameter#CAPACITY}
     * @param hurts factor on the standard {@link LifeParameter#PAIN_GAIN}
     */
    public record PersonEstimate(CredibleInterval adapts, CredibleInterval hurts) {
        /** The standard parameters with this person's middle values. */
        public LifeParameters parameters() {
            return OwnCourse.parameters(adapts.middle(), hurts.middle());
        }
    }

    /** Whether a factor is one that is looked at. */
    public static boolean known(double factor) {
        return factor > 0 && Math.abs(Math.log(factor)) <= REACH;
    }

    /** The standard parameters with factors on capacity and pain gain. */
    public static LifeParameters parameters(double adapts, double hurts) {
        return LifeParameters.standard()
                .with(LifeParameter.CAPACITY, adapts * LifeParameter.CAPACITY.value())
                .with(LifeParameter.PAIN_GAIN, hurts * LifeParameter.PAIN_GAIN.value());
    }

    /**
     * What a person's readings say.
     *
     * @param events what the person told and what was released
     * @param readings ages ascending; readings near in time should be one, for their errors are taken to be independent
     */
    public static PersonEvidence evidence(TissueMemory memory, List<LifeEvent> events, List<PainAtAge> readings) {
        double[] log = new double[POINTS];
        if (!readings.isEmpty()) {
            List<Double> ages = readings.stream().map(PainAtAge::age).toList();
            for (int a = 0; a < ADAPTS; a++) {
                List<BodyState> states = memory.course(parameters(Math.exp(log(a, ADAPTS)), 1), events, ages);
                for (int h = 0; h < HURTS; h++) {
                    double[] expected = expected(memory, states, Math.exp(log(h, HURTS)));
                    for (int rest = 0; rest < ERROR.length * OTHER.length; rest++) {
                        log[(a * HURTS + h) * ERROR.length * OTHER.length + rest] = logLikelihood(
                                readings, expected, OTHER[rest / ERROR.length], ERROR[rest % ERROR.length]);
                    }
                }
            }
        }
        return new PersonEvidence(log);
    }

    /** Pain of the region that hurts most at every age, with another pain gain than the states were made with. */
    private static double[] expected(TissueMemory memory, List<BodyState> states, double hurts) {
        LifeParameters own = parameters(1, hurts);
        return states.stream()
                .mapToDouble(
                        state -> Arrays.stream(memory.pain(own, state)).max().orElse(0))
                .toArray();
    }

    private static double logLikelihood(List<PainAtAge> readings, double[] expected, double other, double scale) {
        double log = 0;
        for (int i = 0; i < expected.length; i++) {
            double pain = readings.get(i).pain();
            double off = (pain - expected[i] - other) / scale;
            if (pain == 0) {
                log -= Math.log1p(Math.exp(-off));
            } else if (pain == 10) {
                log -= Math.log1p(Math.exp(off));
            } else {
                // Logistic density e^-x / (1 + e^-x)^2, in the form that cannot overflow.
                double size = Math.abs(off);
                log -= size + 2 * Math.log1p(Math.exp(-size)) + Math.log(scale);
            }
        }
        return log;
    }

    /** What is known of a person whose readings are {@code own}, in a practice with these others. */
    public static PersonEstimate of(PersonEvidence own, List<PersonEvidence> others) {
        double[] posterior = POOLING.posterior(
                own.logLikelihood, others.stream().map(each -> each.ofPractice).toList());
        double[] adapts = new double[ADAPTS];
        double[] hurts = new double[HURTS];
        int rest = ERROR.length * OTHER.length;
        for (int k = 0; k < POINTS; k++) {
            adapts[k / rest / HURTS] += posterior[k];
            hurts[k / rest % HURTS] += posterior[k];
        }
        return new PersonEstimate(
                CredibleInterval.of(adapts, -REACH, REACH).exponential(),
                CredibleInterval.of(hurts, -REACH, REACH).exponential());
    }

    /** Middle of a cell of the log factors. */
    private static double log(int cell, int cells) {
        return -REACH + 2 * REACH * (cell + 0.5) / cells;
    }

    private static Pooling pooling() {
        List<Double> weights = new ArrayList<>();
        List<double[]> priors = new ArrayList<>();
        for (double adapts : PRACTICE) {
            for (double hurts : PRACTICE) {
                for (double spread : SPREAD) {
                    weights.add(Math.exp(normal(adapts, PRACTICES) + normal(hurts, PRACTICES)));
                    priors.add(prior(adapts, hurts, spread));
                }
            }
        }
        return new Pooling(
                weights.stream().mapToDouble(Double::doubleValue).toArray(), priors.toArray(double[][]::new));
    }

    private static double[] prior(double adapts, double hurts, double spread) {
        double[] prior = new double[POINTS];
        int rest = ERROR.length * OTHER.length;
        for (int k = 0; k < POINTS; k++) {
            prior[k] = OTHER_WEIGHT[k % rest / ERROR.length]
                    * Math.exp(normal(log(k / rest / HURTS, ADAPTS) - adapts, spread)
                            + normal(log(k / rest % HURTS, HURTS) - hurts, spread));
        }
        return prior;
    }

    private static double normal(double value, double spread) {
        return -0.5 * value * value / (spread * spread);
    }
}
