package org.stillpoint.trace.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.strain.StrainNetwork;
import org.stillpoint.strain.StrainParameters;
import org.stillpoint.trace.TraceModel;
import org.stillpoint.trace.truth.HideAndPredict.Maps;
import org.stillpoint.trace.truth.HideAndPredict.Model;
import org.stillpoint.trace.truth.HideAndPredict.ModelScore;
import org.stillpoint.trace.truth.HideAndPredict.Report;

/** Hiding and predicting on maps made up here; the real table is {@code stillpoint bench hide-and-predict}. */
class HideAndPredictTest {
    private final Atlas atlas = Atlas.standard();
    private final TraceModel model = TraceModel.of(atlas, StrainNetwork.of(atlas, StrainParameters.standard()));

    /** Pain about one region of each person. */
    private Maps people(int count, long seed) {
        Random random = new Random(seed);
        List<String> ids = new ArrayList<>();
        List<double[]> pain = new ArrayList<>();
        List<double[]> about = new ArrayList<>();
        for (int p = 0; p < count; p++) {
            var centre = atlas.regions()
                    .list()
                    .get(random.nextInt(atlas.regions().size()))
                    .centre();
            ids.add("p" + p);
            pain.add(atlas.regions().list().stream()
                    .mapToDouble(region ->
                            random.nextDouble() < Math.exp(-region.centre().distanceTo(centre) / 0.1) ? 1 : 0)
                    .toArray());
            about.add(new double[] {0, 0, random.nextBoolean() ? 1 : -1});
        }
        return new Maps(ids, pain, about);
    }

    private static ModelScore get(Report report, Model wanted) {
        return report.scores().stream()
                .filter(score -> score.model() == wanted)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void run_learnedOnOthers_scoresOnlyTheAsked_andEveryRowHasItsInterval() {
        Report report = HideAndPredict.run(model, people(40, 1), people(80, 2));
        assertThat(report.maps()).isEqualTo(40);
        assertThat(report.persons()).isEqualTo(40);
        assertThat(report.scores()).extracting(ModelScore::model).containsExactly(Model.values());
        assertThat(report.scores()).allSatisfy(score -> {
            assertThat(score.auc().value())
                    .isBetween(score.auc().low(), score.auc().high());
            assertThat(score.logLoss().value())
                    .isBetween(score.logLoss().low(), score.logLoss().high());
        });
    }

    @Test
    void run_painAboutOneRegion_isPredictedByWhatIsNear_andBySetsOfTheTrace() {
        Report report = HideAndPredict.run(model, people(40, 1), people(80, 2));
        double prevalence = get(report, Model.PREVALENCE).logLoss().value();
        assertThat(get(report, Model.KRIGING).logLoss().value()).isLessThan(prevalence);
        assertThat(get(report, Model.TRACE).logLoss().value()).isLessThan(prevalence);
    }

    /** The layer has a weight for every pair of regions: eighty people do not settle them, eight hundred do. */
    @Test
    void run_combinationLearnedOnMany_predictsBetterThanPrevalence() {
        Report report = HideAndPredict.run(model, people(40, 1), people(800, 2));
        assertThat(get(report, Model.COMBINATION).logLoss().value())
                .isLessThan(get(report, Model.PREVALENCE).logLoss().value());
    }

    @Test
    void feltMap_withAndWithoutTheNetwork_isSymmetricAndTheNetworkChangesIt() {
        BodyFields fields = new BodyFields(model.memory());
        double[][] felt = fields.feltMap();
        double[][] both = fields.feltMapAndNetwork();
        double same = 0;
        double feltSquares = 0;
        double bothSquares = 0;
        for (int r = 0; r < felt.length; r++) {
            for (int s = 0; s < felt.length; s++) {
                assertThat(felt[r][s]).isCloseTo(felt[s][r], within(1e-9));
                assertThat(both[r][s]).isCloseTo(both[s][r], within(1e-9));
                same += felt[r][s] * both[r][s];
                feltSquares += felt[r][s] * felt[r][s];
                bothSquares += both[r][s] * both[r][s];
            }
        }
        // 0.69 on 2026-11-28: what the network adds to a prediction is another question, and bench hide-and-predict's.
        assertThat(same / Math.sqrt(feltSquares * bothSquares)).isBetween(0.5, 0.95);
    }
}
