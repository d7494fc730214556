package org.stillpoint.trace.truth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.trace.TraceModel;
import org.stillpoint.trace.TraceModel.Sources;

/**
 * Hide and predict: a fifth of each map's regions is hidden and predicted from the rest.
 *
 * <p>What is learned (prevalence, covariance, the layer over it, the few weights that turn a score into a probability) is learned on other
 * people's maps only: in five folds of persons, or on another file. The order in which a model without training puts the regions, and so its
 * AUC, owes nothing to any map.
 */
public final class HideAndPredict {
    private static final double HIDDEN_SHARE = 0.2;
    private static final int FOLDS = 5;
    private static final long SEED = 20260222;

    /** The models, in the order in which they are reported: what each control leaves out stands beside what it controls. */
    public enum Model {
        PREVALENCE("prevalence", true),
        NEAREST("nearest regions", false),
        MIRROR("mirror side", false),
        KRIGING("kriging", false),
        KRIGING_MIRROR("kriging and mirror", false),
        FELT("felt map and mirror", false),
        NETWORK("the network alone", false),
        SHUFFLED("felt map, mirror and a shuffled network", false),
        BODY("felt map, mirror and the network", false),
        BUMPS("anonymous bumps and mirror", false),
        TRACE("marks, by the sets of the trace", false),
        TRACE_OF_BUMPS("marks, by anonymous bumps", false),
        CEILING("learned covariance", true),
        COMBINATION("learned covariance and one layer", true),
        WITHOUT_NETWORK("nearest, mirror, kriging and felt map, combined", true),
        WITH_NETWORK("the same and the network, combined", true);

        private final String title;
        private final boolean learns;

        Model(String title, boolean learns) {
            this.title = title;
            this.learns = learns;
        }

        /** As a table of the command line names it. */
        public String title() {
            return title;
        }

        /** Whether the order it puts regions in rests on other people's maps. */
        public boolean learns() {
            return learns;
        }

        /** Whether its score is a probability as it is. */
        private boolean isProbability() {
            return switch (this) {
                case PREVALENCE, TRACE, TRACE_OF_BUMPS, CEILING, COMBINATION -> true;
                default -> false;
            };
        }
    }

    /** What the combined models rest on. */
    private static final List<Model> BESIDE_NETWORK =
            List.of(Model.NEAREST, Model.MIRROR, Model.KRIGING_MIRROR, Model.FELT);

    /** A figure with its 95 % bootstrap interval over persons. */
    public record BootstrapEstimate(double value, double low, double high) {}

    /**
     * How one model did.
     *
     * @param auc within a person, averaged over the persons who have both kinds hidden
     * @param pooledAuc over all hidden regions of all persons
     * @param logLoss mean of minus the log probability of what was there, per hidden region; lower is better
     */
    public record ModelScore(Model model, BootstrapEstimate auc, double pooledAuc, BootstrapEstimate logLoss) {}

    /**
     * All of it.
     *
     * @param networkAddsAuc what the network adds to distance, mirror side and where muscles are felt, AUC within a person
     * @param networkAddsLogLoss the same as log loss: below zero is better
     */
    public record Report(
            int maps,
            int persons,
            List<ModelScore> scores,
            BootstrapEstimate networkAddsAuc,
            BootstrapEstimate networkAddsLogLoss) {}

    /**
     * Maps of some people.
     *
     * @param ids of the persons; maps of one person stay together
     * @param pain of each map, in the order of the atlas; above 0 counts as marked, NaN as not asked
     * @param about further facts of each, about -1 to 1, 0 where unknown: age and sex; equally many for all
     */
    public record Maps(List<String> ids, List<double[]> pain, List<double[]> about) {}

    private final Atlas atlas;
    private final TraceModel body;
    private final double[][] maps;
    private final boolean[][] unknown;
    private final boolean[][] hidden;
    private final boolean[][] asked;
    private final double[][] about;
    private final int[] fold;
    private final int folds;
    private final Scoring scoring;
    private final double[][][] scores;
    private final double[][][] probabilities;

    private HideAndPredict(TraceModel body, Maps scored, Maps learned) {
        this.atlas = body.atlas();
        this.body = body;
        int count = scored.pain().size();
        int n = count + learned.pain().size();
        this.maps = new double[n][];
        this.unknown = new boolean[n][];
        this.hidden = new boolean[n][];
        this.asked = new boolean[n][];
        this.about = new double[n][];
        int[] person = new int[n];
        this.fold = new int[n];
        Random random = new Random(SEED);
        Map<String, Integer> number = new HashMap<>();
        for (int i = 0; i < n; i++) {
            Maps from = i < count ? scored : learned;
            int at = i < count ? i : i - count;
            hide(i, from.pain().get(at), random);
            about[i] = from.about().get(at);
            Integer next = number.size();
            Integer known = i < count ? number.putIfAbsent(from.ids().get(at), next) : Integer.valueOf(-1);
            person[i] = known == null ? next : known;
        }
        this.folds = learned.pain().isEmpty() ? FOLDS : 1;
        int[] ofPerson = random.ints(number.size(), 0, folds).toArray();
        for (int i = 0; i < n; i++) {
            fold[i] = person[i] < 0 ? -1 : ofPerson[person[i]];
        }
        this.scoring = new Scoring(maps, hidden, person);
        int models = Model.values().length;
        this.scores = new double[models][n][];
        this.probabilities = new double[models][n][];
    }

    private void hide(int i, double[] pain, Random random) {
        maps[i] = new double[pain.length];
        unknown[i] = new boolean[pain.length];
        hidden[i] = new boolean[pain.length];
        asked[i] = new boolean[pain.length];
        List<Integer> left = new ArrayList<>();
        for (int r = 0; r < pain.length; r++) {
            unknown[i][r] = Double.isNaN(pain[r]);
            asked[i][r] = !unknown[i][r];
            maps[i][r] = pain[r] > 0 ? 1 : 0;
            if (asked[i][r]) {
                left.add(r);
            }
        }
        int count = (int) Math.round(HIDDEN_SHARE * left.size());
        for (int k = 0; k < count; k++) {
            int r = left.remove(random.nextInt(left.size()));
            unknown[i][r] = true;
            hidden[i][r] = true;
        }
    }

    /**
     * Runs it in five folds of persons.
     *
     * @throws IllegalArgumentException with fewer than ten persons
     */
    public static Report run(TraceModel body, Maps maps) {
        return run(body, maps, new Maps(List.of(), List.of(), List.of()));
    }

    /**
     * Runs it on some maps, everything learned on others alone.
     *
     * @throws IllegalArgumentException with fewer than ten persons to learn from
     */
    public static Report run(TraceModel body, Maps scored, Maps learnedOn) {
        HideAndPredict trial = new HideAndPredict(body, scored, learnedOn);
        long learners = trial.folds == 1 ? learnedOn.ids().stream().distinct().count() : trial.scoring.persons();
        if (learners < 2 * FOLDS) {
            throw new IllegalArgumentException(
                    "hide and predict needs at least " + 2 * FOLDS + " persons to learn from, not " + learners);
        }
        trial.scoreWithoutTraining();
        for (int f = 0; f < trial.folds; f++) {
            trial.scoreLearned(f);
        }
        return trial.report();
    }

    private void scoreWithoutTraining() {
        score(Model.NEAREST, Predictors.nearest(atlas), i -> true);
        score(Model.MIRROR, Predictors.mirror(atlas), i -> true);
        score(Model.KRIGING, Predictors.kriging(atlas, 0), i -> true);
        score(Model.KRIGING_MIRROR, Predictors.kriging(atlas, BodyFields.BOTH_SIDES), i -> true);
        BodyFields fields = new BodyFields(body.memory());
        score(Model.FELT, Predictors.field(fields.feltMap()), i -> true);
        score(Model.NETWORK, Predictors.field(fields.networkAlone()), i -> true);
        score(Model.SHUFFLED, Predictors.field(fields.shuffledNetwork()), i -> true);
        score(Model.BODY, Predictors.field(fields.feltMapAndNetwork()), i -> true);
        score(Model.BUMPS, Predictors.field(BodyFields.withBothSides(body.bumps(), body.mirrorOfBumps())), i -> true);
        score(Model.TRACE, Predictors.trace(body, Sources.MUSCLES), scoring::isScored);
        score(Model.TRACE_OF_BUMPS, Predictors.trace(body, Sources.ANONYMOUS_BUMPS), scoring::isScored);
    }

    private void scoreLearned(int testFold) {
        IntPredicate train = i -> fold[i] != testFold;
        IntPredicate test = i -> fold[i] == testFold;
        LearnedPrior learned = LearnedPrior.from(maps, hidden, unknown, train);
        score(Model.PREVALENCE, Predictors.prevalence(learned.mean()), test);
        Predictor covariance = Predictors.learned(learned.mean(), learned.covariance());
        score(Model.CEILING, covariance, test);
        OneLayer layer = OneLayer.learn(covariance, maps, asked, about, train);
        IntStream.range(0, maps.length).parallel().filter(test).forEach(i -> {
            scores[Model.COMBINATION.ordinal()][i] = new double[maps[i].length];
            layer.score(i, maps[i], unknown[i], scores[Model.COMBINATION.ordinal()][i]);
        });
        for (Model model : Model.values()) {
            if (model.isProbability()) {
                IntStream.range(0, maps.length)
                        .filter(test)
                        .forEach(i -> probabilities[model.ordinal()][i] = scores[model.ordinal()][i]);
            } else {
                calibrate(model, train, test);
            }
        }
    }

    private void score(Model model, Predictor predictor, IntPredicate chosen) {
        IntStream.range(0, maps.length).parallel().filter(chosen).forEach(i -> {
            double[] out = new double[maps[i].length];
            predictor.score(maps[i], unknown[i], out);
            scores[model.ordinal()][i] = out;
        });
    }

    /** Turns scores into probabilities by a few weights; a combined model is one from the start. */
    private void calibrate(Model model, IntPredicate train, IntPredicate test) {
        boolean combined = model == Model.WITHOUT_NETWORK || model == Model.WITH_NETWORK;
        List<Model> inputs = new ArrayList<>(combined ? BESIDE_NETWORK : List.of(model));
        if (model == Model.WITH_NETWORK) {
            inputs.add(Model.BODY);
        }
        Logistic logistic = Logistic.fit(new Features(inputs, train), inputs.size() + 2);
        Features predicted = new Features(inputs, test);
        double[] x = new double[inputs.size() + 2];
        for (int k = 0; k < predicted.size(); k++) {
            predicted.features(k, x);
            int i = predicted.map(k);
            if (probabilities[model.ordinal()][i] == null) {
                probabilities[model.ordinal()][i] = new double[maps[i].length];
            }
            probabilities[model.ordinal()][i][predicted.region(k)] = logistic.probability(x);
        }
        for (int i = 0; combined && i < maps.length; i++) {
            if (test.test(i)) {
                scores[model.ordinal()][i] = probabilities[model.ordinal()][i];
            }
        }
    }

    /** The hidden regions of some maps with the scores of some models; first 1, last the extent of the marked pain. */
    private final class Features implements Logistic.Observations {
        private final List<Model> inputs;
        private final int[] places;

        Features(List<Model> inputs, IntPredicate maps) {
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
        double[] hiddenOf = scoring.hiddenCount();
        double[][] auc = new double[Model.values().length][];
        double[][] loss = new double[Model.values().length][];
        List<ModelScore> all = new ArrayList<>();
        for (Model model : Model.values()) {
            int m = model.ordinal();
            auc[m] = scoring.within(scores[m]);
            loss[m] = scoring.losses(probabilities[m]);
            all.add(new ModelScore(
                    model,
                    scoring.estimate(auc[m], Scoring.bothKinds(auc[m])),
                    scoring.pooled(probabilities[m]),
                    scoring.estimate(loss[m], hiddenOf)));
        }
        double[] addsAuc = Scoring.minus(auc[Model.WITH_NETWORK.ordinal()], auc[Model.WITHOUT_NETWORK.ordinal()]);
        double[] addsLoss = Scoring.minus(loss[Model.WITH_NETWORK.ordinal()], loss[Model.WITHOUT_NETWORK.ordinal()]);
        return new Report(
                (int) IntStream.range(0, maps.length).filter(scoring::isScored).count(),
                scoring.persons(),
                List.copyOf(all),
                scoring.estimate(addsAuc, Scoring.bothKinds(addsAuc)),
                scoring.estimate(addsLoss, hiddenOf));
    }
}
