package org.stillpoint.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;

/** Where muscles are felt, and the same with other assumptions. */
class PainMappingTest {
    private final PainMapping mapping = PainMapping.of(Atlas.standard());

    @Test
    void felt_everyMapping_sharesOutTheWholePain() {
        for (PainMapping each : List.of(
                mapping,
                mapping.withReferredShare(0.6),
                mapping.withReferredShare(1),
                mapping.withSharesPerturbed(0.35, 1))) {
            for (int m = 0; m < each.atlas().muscles().size(); m++) {
                assertThat(Arrays.stream(each.felt(m)).sum()).isCloseTo(1, within(1e-9));
            }
        }
    }

    @Test
    void withReferredShare_none_isFeltWhereTheMuscleLies() {
        PainMapping none = mapping.withReferredShare(0);
        for (int m = 0; m < mapping.atlas().muscles().size(); m++) {
            assertThat(none.felt(m)).containsExactly(mapping.under(m), within(1e-12));
        }
    }

    @Test
    void withSharesPerturbed_noDeviation_changesNothing() {
        PainMapping same = mapping.withSharesPerturbed(0, 1);
        PainMapping other = mapping.withSharesPerturbed(0.35, 1);
        assertThat(same.felt(10)).containsExactly(mapping.felt(10), within(1e-12));
        assertThat(other.felt(10)).isNotEqualTo(mapping.felt(10));
        assertThat(mapping.withSharesPerturbed(0.35, 1).felt(10)).isEqualTo(other.felt(10));
    }

    @Test
    void withReferredShare_outOfRange_isRefused() {
        assertThatThrownBy(() -> mapping.withReferredShare(1.1)).hasMessageContaining("range 0 to 1");
        assertThatThrownBy(() -> mapping.withSharesPerturbed(-1, 1)).hasMessageContaining("range 0 to 3");
    }
}
