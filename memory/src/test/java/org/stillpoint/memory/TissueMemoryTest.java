package org.stillpoint.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.strain.StrainNetwork;
import org.stillpoint.strain.StrainParameters;

/** What a look at one age leaves out changes nothing: the same life followed from birth, year by year, ends in the same state. */
class TissueMemoryTest {
    private static final Atlas ATLAS = Atlas.standard();
    private static final TissueMemory MEMORY = TissueMemory.of(
            PainMapping.of(ATLAS),
            StrainNetwork.of(ATLAS, StrainParameters.standard()).influence());
    private static final Bracing BRACING = Bracing.of(MEMORY.mapping());

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void at_aLifeOfManyEvents_isTheEndOfTheWholeCourse(int seed) {
        Random random = new Random(seed);
        List<LifeEvent> events = life(random);
        LifeParameters parameters = LifeParameters.standard()
                .with(LifeParameter.CAPACITY, seed % 3 == 0 ? 0.03 : 0.005)
                .with(LifeParameter.CAPACITY_LOSS, seed % 4 == 0 ? 0 : 0.008)
                .with(LifeParameter.HEALING_TIME, seed % 5 == 0 ? 0.5 : 0.115)
                .with(LifeParameter.ADAPTATION_TIME, seed % 6 == 0 ? 0.05 : 0.5);
        List<Double> years =
                IntStream.rangeClosed(0, 60).mapToObj(year -> (double) year).toList();

        BodyState followed = MEMORY.course(parameters, events, years).getLast();
        BodyState looked = MEMORY.at(parameters, events, 60);

        assertThat(looked.held()).containsExactly(followed.held(), within(1e-13));
        assertThat(looked.injury()).containsExactly(followed.injury(), within(1e-13));
        assertThat(looked.load()).containsExactly(followed.load(), within(1e-13));
        assertThat(looked.adaptation()).containsExactly(followed.adaptation(), within(1e-13));
        assertThat(looked.felt()).containsExactly(followed.felt(), within(1e-13));
        assertThat(looked.pain()).containsExactly(followed.pain(), within(1e-11));
    }

    private static List<LifeEvent> life(Random random) {
        List<LifeEvent> events = new ArrayList<>();
        for (int k = 0; k < 14; k++) {
            double age = 60 * random.nextDouble();
            switch (k % 7) {
                case 0 -> events.add(new LifeEvent.Arousal(age, random.nextDouble()));
                case 1 ->
                    events.add(new LifeEvent.MuscleRelease(
                            age, random.nextInt(ATLAS.muscles().size()), random.nextDouble()));
                default -> events.add(strike(age, random));
            }
        }
        return events;
    }

    private static LifeEvent strike(double age, Random random) {
        TraumaKind kind = TraumaKind.values()[random.nextInt(TraumaKind.values().length)];
        List<String> mechanisms = BRACING.mechanisms(kind);
        String mechanism = mechanisms.get(random.nextInt(mechanisms.size()));
        double[] doses = BRACING.doses(new ToldEvent("told", kind, mechanism, List.of(), 5, 5));
        return new LifeEvent.Strike(age, doses, random.nextDouble(), random.nextDouble());
    }
}
