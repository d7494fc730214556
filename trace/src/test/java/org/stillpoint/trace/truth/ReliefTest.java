package org.stillpoint.trace.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.memory.LifeEvent;
import org.stillpoint.memory.LifeParameters;
import org.stillpoint.memory.PainMapping;
import org.stillpoint.memory.TissueMemory;
import org.stillpoint.strain.StrainNetwork;
import org.stillpoint.strain.StrainParameters;
import org.stillpoint.trace.Observation;
import org.stillpoint.trace.Place;
import org.stillpoint.trace.TraceModel;

/** The forecast of relief against simulated lives: a held muscle of a place is released, and the pain of two years later counted. */
class ReliefTest {
    private static final double TODAY = 55;
    private static final int LIVES = 400;

    private final Atlas atlas = Atlas.standard();
    private final StrainNetwork network = StrainNetwork.of(atlas, StrainParameters.standard());
    private final TissueMemory body = TissueMemory.of(PainMapping.of(atlas), network.influence());
    private final TraceModel model = TraceModel.of(atlas, network);

    @Test
    void relief_ofReleasedPlaces_isWithinTheEightyPercentIntervalAboutAsOftenAsItSays() {
        Random random = new Random(5);
        int forecasts = 0;
        int within = 0;
        for (int life = 0; life < LIVES; life++) {
            List<LifeEvent> events = new ArrayList<>();
            List<MuscleId> holding = draw(events, 1 + life % 3, random);
            double[] pain = body.at(LifeParameters.standard(), events, TODAY).pain();
            for (int r = 0; r < pain.length; r++) {
                pain[r] = Math.clamp(Math.rint(pain[r] + 0.3 * random.nextGaussian()), 0, 10);
            }
            for (Place place : model.trace(Observation.of(pain), List.of()).places()) {
                List<MuscleId> held =
                        place.muscles().stream().filter(holding::contains).toList();
                if (!held.isEmpty()) {
                    double extent = new BetaDistribution(2, 2).inverseCumulativeProbability(random.nextDouble());
                    double relief = relief(
                            events, atlas.muscles().indexOf(held.getFirst().value()), extent);
                    Place.Relief forecast = place.relief(2, 2);
                    forecasts++;
                    within += relief >= forecast.low() && relief <= forecast.high() ? 1 : 0;
                }
            }
        }
        assertThat(forecasts).isGreaterThan(100);
        assertThat((double) within / forecasts).isBetween(0.7, 0.9);
    }

    private List<MuscleId> draw(List<LifeEvent> events, int count, Random random) {
        List<MuscleId> holding = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            int muscle = random.nextInt(atlas.muscles().size());
            double[] doses = new double[atlas.muscles().size()];
            doses[muscle] = 1;
            events.add(new LifeEvent.Strike(
                    15 + 30 * random.nextDouble(),
                    doses,
                    0.5 + 0.5 * random.nextDouble(),
                    0.5 + 0.5 * random.nextDouble()));
            holding.add(new MuscleId(atlas.muscles().list().get(muscle).id()));
        }
        events.add(new LifeEvent.Arousal(50, random.nextDouble()));
        return holding;
    }

    /** Share of the felt load that is gone two years after the release, against the same life without it. */
    private double relief(List<LifeEvent> events, int muscle, double extent) {
        List<LifeEvent> released = new ArrayList<>(events);
        released.add(new LifeEvent.MuscleRelease(TODAY, muscle, extent));
        return 1 - load(released) / load(events);
    }

    private double load(List<LifeEvent> events) {
        double sum = 0;
        for (double pain : body.at(LifeParameters.standard(), events, TODAY + 2).pain()) {
            sum -= Math.log1p(-pain / 10);
        }
        return sum;
    }
}
