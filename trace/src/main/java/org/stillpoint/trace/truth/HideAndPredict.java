package org.stillpoint.trace.truth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.trace.TraceModel;

/**
 * Hide and predict: a fifth of each map's regions is hidden and predicted from the rest.
 *
 * <p>What is learned (prevalence, covariance, the few weights that turn a score into a probability) is learned on other people's maps only, in
 * five folds of persons. The order in which a model without training puts the regions, and so its AUC, owes nothing to any map.
 */
public final class HideAndPredict {
    private static final double HIDDEN_SHARE = 0.2;
    private static final int FOLDS = 5;
    private static final int RESAMPLES = 1000;
    private static final long SEED = 20260222;

    /** How many maps the body model's covariance counts for in the combination. Assumed. */
    private static final double PRIOR_MAPS = 100;

    /** Least and most a probability is taken for, so that one surprise does not outweigh everything. */
    private static final double SUREST = 1e-4;

    /** The models, in the order in which they are reported. */
    public enum Model {
        PREVALENCE("prevalence", true),
        NEAREST("nearest regions", false),
        MIRROR("mirror side", false),
        DISTANCE("distance field", false),
        BODY("body model", false),
        CEILING("learned covariance", true),
        COMBINATION("body model and learned covariance", true),
        WITHOUT_BODY("distance and mirror, combined", true),
        WITH_BODY("distance, mirror and body model, combined", true);

        private final String words;
        private final boolean learns;

        Model(String words, boolean learns) {
            this.words = words;
            this.learns = learns;
        }

        /** As shown to people. */
        public String words() {
            return words;
        }

        /** Whether the order it puts regions in rests on other people's maps. */
        public boolean learns() {
            return learns;
        }
    }

    /** The scores of single predictors that the two combined models rest on. */
    private static final List<Model> BESIDE_BODY = List.of(Model.NEAREST, Model.MIRROR, Model.DISTANCE);

    /** A figure with its 95 % bootstrap interval over persons. */
    public record Estimate(double value, double low, double high) {}

    /**
     * How one model did.
     *
     * @param auc within a person, averaged over the persons who have both kinds hidden
     * @param pooledAuc over all hidden regions of all persons
     * @param logLoss mean of minus the log probability of what was there, per hidden region; lower is better
     */
    public record Score(Model model, Estimate auc, double pooledAuc, Estimate logLoss) {}

    /**
     * All of it.
     *
     * @param bodyAddsAuc what the body model adds to distance and mirror side, AUC within a person
     * @param bodyAddsLogLoss the same as log loss: below zero is better
     */
    public record Report(int maps, int persons, List<Score> scores, Estimate bodyAddsAuc, Estimate bodyAddsLogLoss) {}

    private final Atlas atlas;
    private final TraceModel body;
    private final double[][] maps;
    private final boolean[][] unknown;
    private final boolean[][] hidden;
    private final int[] person;
    private final int persons;
    private final int[] fold;
    private final double[][][] scores;
    private final double[][][] probabilities;

    private HideAndPredict(TraceModel body, List<String> ids, List<double[]> pain) {
        this.atlas = body.atlas();
        this.body = body;
        int n = pain.size();
        this.maps = new double[n][];
        this.unknown = new boolean[n][];
        this.hidden = new boolean[n][];
        this.person = new int[n];
        Map<String, Integer> number = new HashMap<>();
        Random random = new Random(SEED);
        for (int i = 0; i < n; i++) {
            Integer next = number.size();
            Integer known = number.putIfAbsent(ids.get(i), next);
            person[i] = known == null ? next : known;
            hide(i, pain.get(i), random);
        }
        this.persons = number.size();
        this.fold = new int[persons];
        for (int p = 0; p < persons; p++) {
            fold[p] = random.nextInt(FOLDS);
        }
        int models = Model.values().length;
        this.scores = new double[models][n][];
        this.probabilities = new double[models][n][];
    }

    private void hide(int i, double[] pain, Random random) {
        maps[i] = new double[pain.length];
        unknown[i] = new boolean[pain.length];
        hidden[i] = new boolean[pain.length];
        List<Integer> asked = new ArrayList<>();
        for (int r = 0; r < pain.length; r++) {
            unknown[i][r] = Double.isNaN(pain[r]);
            maps[i][r] = pain[r] > 0 ? 1 : 0;
            if (!unknown[i][r]) {
                asked.add(r);
            }
        }
        int count = (int) Math.round(HIDDEN_SHARE * asked.size());
        for (int k = 0; k < count; k++) {
            int r = asked.remove(random.nextInt(asked.size()));
            unknown[i][r] = true;
            hidden[i][r] = true;
        }
    }

    /**
     * Runs it.
     *
     * @param ids of the persons; maps of one person stay in one fold
     * @param pain of each map, in the order of the atlas; above 0 counts as marked, NaN as not asked
     * @throws IllegalArgumentException with fewer than ten persons
     */
    public static Report run(TraceModel body, List<String> ids, List<double[]> pain) {
        HideAndPredict trial = new HideAndPredict(body, ids, pain);
        if (trial.persons < 2 * FOLDS) {
            throw new IllegalArgumentException(
                    "hide and predict needs at least " + 2 * FOLDS + " persons, not " + trial.persons);
        }
        trial.scoreWithoutTraining();
        for (int f = 0; f < FOLDS; f++) {
            trial.scoreLearned(f);
        }
        return trial.report();
    }

    private void scoreWithoutTraining() {
        score(Model.NEAREST, Predictors.nearest(atlas), -1);
        score(Model.MIRROR, Predictors.mirror(atlas), -1);
        score(Model.DISTANCE, Predictors.distance(atlas), -1);
        score(Model.BODY, Predictors.body(body), -1);
    }

    private void scoreLearned(int testFold) {
        Learned learned = Learned.from(maps, hidden, unknown, i -> fold[person[i]] != testFold);
        score(Model.PREVALENCE, Predictors.prevalence(learned.mean()), testFold);
        score(Model.CEILING, Predictors.learned(learned.mean(), learned.covariance()), testFold);
        double[][] both = learned.blendedWith(Predictors.bodyCovariance(body), PRIOR_MAPS);
        score(Model.COMBINATION, Predictors.learned(learned.mean(), both), testFold);
        for (Model model : Model.values()) {
            calibrate(model, testFold);
        }
    }

    /** Scores the maps of one fold, or all with -1. */
    private void score(Model model, Predictor predictor, int testFold) {
        IntStream.range(0, maps.length).parallel().forEach(i -> {
            if (testFold < 0 || fold[person[i]] == testFold) {
                double[] out = new double[maps[i].length];
                predictor.score(maps[i], unknown[i], out);
                scores[model.ordinal()][i] = out;
            }
        });
    }

    private void calibrate(Model model, int testFold) {
        if (model == Model.PREVALENCE) {
            copyProbabilities(model, testFold);
            return;
        }
        if (model == Model.CEILING || model == Model.COMBINATION) {
            copyProbabilities(model, testFold);
            return;
        }
        List<Model> inputs = new ArrayList<>();
        if (model == Model.WITHOUT_BODY || model == Model.WITH_BODY) {
            inputs.addAll(BESIDE_BODY);
        } else {
            inputs.add(model);
        }
        if (model == Model.WITH_BODY) {
            inputs.add(Model.BODY);
        }
        Features train = new Features(inputs, i -> fold[person[i]] != testFold);
        Logistic logistic = Logistic.fit(train, inputs.size() + 2);
        Features test = new Features(inputs, i -> fold[person[i]] == testFold);
        double[] x = new double[inputs.size() + 2];
        for (int k = 0; k < test.size(); k++) {
            test.features(k, x);
            int i = test.map(k);
            if (probabilities[model.ordinal()][i] == null) {
                probabilities[model.ordinal()][i] = new double[maps[i].length];
            }
            probabilities[model.ordinal()][i][test.region(k)] = logistic.probability(x);
        }
        if (model == Model.WITHOUT_BODY || model == Model.WITH_BODY) {
            for (int i = 0; i < maps.length; i++) {
                if (fold[person[i]] == testFold) {
                    scores[model.ordinal()][i] = probabilities[model.ordinal()][i];
                }
            }
        }
    }

    /** A predicted mean of marks is itself the probability. */
    private void copyProbabilities(Model model, int testFold) {
        for (int i = 0; i < maps.length; i++) {
            if (fold[person[i]] == testFold) {
                probabilities[model.ordinal()][i] = scores[model.ordinal()][i];
            }
        }
    }

    /** The hidden regions of some maps with the scores of some models; first 1, last the extent of the marked pain. */
    private final class Features implements Logistic.Sample {
        private final List<Model> inputs;
        private final int[] places;

        Features(List<Model> inputs, java.util.function.IntPredicate maps) {
            this.inputs = inputs;
            int regions = atlas.regions().size();
            this.places = IntStream.range(0, hidden.length)
                    .filter(maps)
                    .flatMap(i -> IntStream.range(0, regions)
                            .filter(r -> hidden[i][r])
                            .map(r -> i * regions + r))
                    .toArray();
        }

        int map(int k) {
            return places[k] / atlas.regions().size();
        }

        int region(int k) {
            return places[k] % atlas.regions().size();
        }

        @Override
        public int size() {
            return places.length;
        }

        @Override
        public void features(int k, double[] out) {
            int i = map(k);
            out[0] = 1;
            for (int m = 0; m < inputs.size(); m++) {
                out[m + 1] = scores[inputs.get(m).ordinal()][i][region(k)];
            }
            out[inputs.size() + 1] = Math.sqrt(Predictors.extent(maps[i], unknown[i]));
        }

        @Override
        public double outcome(int k) {
            return maps[map(k)][region(k)];
        }
    }

    private Report report() {
        Model[] models = Model.values();
        double[][] auc = new double[models.length][];
        double[][] loss = new double[models.length][];
        double[] hiddenOf = new double[maps.length];
        for (int i = 0; i < maps.length; i++) {
            for (boolean each : hidden[i]) {
                hiddenOf[i] += each ? 1 : 0;
            }
        }
        List<Score> all = new ArrayList<>();
        for (Model model : models) {
            int m = model.ordinal();
            auc[m] = within(scores[m]);
            loss[m] = losses(probabilities[m]);
            all.add(new Score(
                    model, estimate(auc[m], bothKinds(auc[m])), pooled(probabilities[m]), estimate(loss[m], hiddenOf)));
        }
        double[] addsAuc = minus(auc[Model.WITH_BODY.ordinal()], auc[Model.WITHOUT_BODY.ordinal()]);
        double[] addsLoss = minus(loss[Model.WITH_BODY.ordinal()], loss[Model.WITHOUT_BODY.ordinal()]);
        return new Report(
                maps.length,
                persons,
                List.copyOf(all),
                estimate(addsAuc, bothKinds(addsAuc)),
                estimate(addsLoss, hiddenOf));
    }

    /** AUC of each map; NaN where not both kinds are hidden. */
    private double[] within(double[][] score) {
        double[] auc = new double[maps.length];
        for (int i = 0; i < auc.length; i++) {
            double better = 0;
            int pairs = 0;
            for (int r = 0; r < maps[i].length; r++) {
                for (int s = 0; hidden[i][r] && maps[i][r] == 1 && s < maps[i].length; s++) {
                    if (hidden[i][s] && maps[i][s] == 0) {
                        double difference = score[i][r] - score[i][s];
                        better += difference > 0 ? 1 : difference == 0 ? 0.5 : 0;
                        pairs++;
                    }
                }
            }
            auc[i] = pairs == 0 ? Double.NaN : better / pairs;
        }
        return auc;
    }

    private double[] losses(double[][] probability) {
        double[] loss = new double[maps.length];
        for (int i = 0; i < loss.length; i++) {
            for (int r = 0; r < maps[i].length; r++) {
                if (hidden[i][r]) {
                    double p = Math.clamp(probability[i][r], SUREST, 1 - SUREST);
                    loss[i] -= Math.log(maps[i][r] == 1 ? p : 1 - p);
                }
            }
        }
        return loss;
    }

    private double pooled(double[][] probability) {
        List<double[]> marks = new ArrayList<>();
        for (int i = 0; i < maps.length; i++) {
            for (int r = 0; r < maps[i].length; r++) {
                if (hidden[i][r]) {
                    marks.add(new double[] {probability[i][r], maps[i][r]});
                }
            }
        }
        marks.sort(java.util.Comparator.comparingDouble(mark -> mark[0]));
        double rankSum = 0;
        double positives = 0;
        for (int k = 0; k < marks.size(); ) {
            int end = k;
            double here = 0;
            while (end < marks.size() && marks.get(end)[0] == marks.get(k)[0]) {
                here += marks.get(end++)[1];
            }
            rankSum += here * (k + end + 1) / 2.0;
            positives += here;
            k = end;
        }
        double negatives = marks.size() - positives;
        return (rankSum - positives * (positives + 1) / 2) / (positives * negatives);
    }

    private static double[] bothKinds(double[] auc) {
        return Arrays.stream(auc).map(value -> Double.isNaN(value) ? 0 : 1).toArray();
    }

    private static double[] minus(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
    }

    /** The ratio of two sums over maps, with its interval from drawing persons anew. */
    private Estimate estimate(double[] above, double[] below) {
        double[] sumAbove = new double[persons];
        double[] sumBelow = new double[persons];
        for (int i = 0; i < above.length; i++) {
            if (below[i] > 0) {
                sumAbove[person[i]] += above[i];
                sumBelow[person[i]] += below[i];
            }
        }
        Random random = new Random(SEED);
        double[] drawn = new double[RESAMPLES];
        for (int k = 0; k < RESAMPLES; k++) {
            double a = 0;
            double b = 0;
            for (int p = 0; p < persons; p++) {
                int chosen = random.nextInt(persons);
                a += sumAbove[chosen];
                b += sumBelow[chosen];
            }
            drawn[k] = b == 0 ? Double.NaN : a / b;
        }
        Arrays.sort(drawn);
        return new Estimate(
                Arrays.stream(sumAbove).sum() / Arrays.stream(sumBelow).sum(),
                drawn[(int) (0.025 * RESAMPLES)],
                drawn[(int) (0.975 * RESAMPLES)]);
    }
}
