package org.stillpoint.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.memory.PainMapping;
import org.stillpoint.memory.TissueMemory;
import org.stillpoint.strain.StrainNetwork;
import org.stillpoint.strain.StrainParameters;

/** What every set of patterns must be, of muscles and of anonymous bumps. */
class PainPatternsTest {
    private final Atlas atlas = Atlas.standard();
    private final PainPatterns muscles = PainPatterns.ofMuscles(TissueMemory.of(
            PainMapping.of(atlas),
            StrainNetwork.of(atlas, StrainParameters.standard()).influence()));
    private final PainPatterns bumps =
            PainPatterns.ofBumps(atlas, atlas.muscles().size(), muscles.middlePeak());

    @Test
    void weights_ofOneSource_sumToOneWhereItIsFelt() {
        for (PainPatterns patterns : new PainPatterns[] {muscles, bumps}) {
            for (int s = 0; s < patterns.sources; s++) {
                if (patterns.from[s + 1] > patterns.from[s]) {
                    assertThat(Arrays.stream(patterns.weight, patterns.from[s], patterns.from[s + 1])
                                    .sum())
                            .isCloseTo(1, within(1e-12));
                }
            }
        }
    }

    @Test
    void mirror_twice_isTheSourceItself() {
        for (PainPatterns patterns : new PainPatterns[] {muscles, bumps}) {
            for (int s = 0; s < patterns.sources; s++) {
                int other = patterns.mirror[s];
                if (other >= 0) {
                    assertThat(patterns.mirror[other]).isEqualTo(s).isNotEqualTo(other);
                    assertThat(patterns.from[other + 1] - patterns.from[other])
                            .isEqualTo(patterns.from[s + 1] - patterns.from[s]);
                }
            }
        }
    }

    @Test
    void ofBumps_asManyAsMuscles_mostHaveTheirMirror() {
        assertThat(bumps.sources).isEqualTo(muscles.sources);
        assertThat(Arrays.stream(bumps.mirror).filter(m -> m >= 0).count()).isGreaterThan(bumps.sources * 9L / 10);
    }

    @Test
    void ofMuscles_variantsThatNoMapTellsApart_areOneColumn() {
        // 330 muscles in four capacities and three referred shares would be 3,960.
        assertThat(muscles.columns()).isBetween(muscles.sources, 3 * muscles.sources);
    }
}
