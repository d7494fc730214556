package org.stillpoint.practice.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.Evidence;
import org.stillpoint.strain.Influence;
import org.stillpoint.strain.StrainNetwork;
import org.stillpoint.strain.StrainParameters;
import org.stillpoint.trace.TraceModel;

class StandardBodyTest {

    private static final Atlas ATLAS = Atlas.standard();
    private static final StandardBody BODY = StandardBody.of(ATLAS);
    private static final int HELD = ATLAS.muscles().indexOf("psoas_major_right");

    @Test
    void influence_withoutAGradeOfFascia_isThatOfTheNetworkWithoutIt() {
        Influence without = StrainNetwork.of(ATLAS, StrainParameters.standard().withoutFascia(Evidence.LIMITED))
                .influence();
        assertThat(BODY.influence(Set.of(Evidence.LIMITED)).ofHold(HELD)).containsExactly(without.ofHold(HELD));
        assertThat(BODY.influence(Set.of(Evidence.LIMITED)).ofHold(HELD))
                .isNotEqualTo(BODY.influence().ofHold(HELD));
    }

    @Test
    void influence_ofAGradeThatIsNeverIn_isThatOfTheWholeBody() {
        assertThat(BODY.influence(Set.of(Evidence.NONE))).isSameAs(BODY.influence());
    }

    @Test
    void everyPart_isMadeOnce_howeverManyAskAtOnce() {
        StandardBody asked = StandardBody.of(ATLAS);
        List<TraceModel> models = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> asked.trace())
                .distinct()
                .toList();
        assertThat(models).hasSize(1);
        assertThat(asked.memory()).isSameAs(asked.memory());
        assertThat(asked.bracing()).isSameAs(asked.bracing());
    }

    @Test
    void memory_pullsAsTheInfluenceSays_neverBelowZero() {
        double[] pull = BODY.memory().pull(HELD);
        double[] influence = BODY.influence().ofHold(HELD);
        assertThat(pull).hasSize(ATLAS.muscles().size());
        for (int m = 0; m < pull.length; m++) {
            assertThat(pull[m]).isEqualTo(Math.max(0, influence[m]));
        }
    }

    @Test
    void parts_standInTheOrderOfTheAtlas() {
        assertThat(BODY.bracing().atlas()).isSameAs(ATLAS);
        assertThat(BODY.trace().atlas()).isSameAs(ATLAS);
        assertThat(BODY.memory().mapping().atlas()).isSameAs(ATLAS);
    }
}
