package org.stillpoint.strain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;

class SensitivityTest {

    @Test
    void of_standardBody_comparesEveryChange() {
        List<Sensitivity.SensitivityRow> rows =
                Sensitivity.of(StrainNetwork.of(Atlas.standard(), StrainParameters.standard()));
        assertThat(rows).hasSize(15);
        assertThat(rows).allSatisfy(r -> {
            assertThat(r.correlation()).isBetween(0.0, 1.0);
            assertThat(r.signsKept()).isBetween(0.5, 1.0);
            assertThat(r.strongestKept()).isBetween(0.3, 1.0);
        });
        // nothing differs where nothing was changed but what a standing body hardly uses
        assertThat(rows.stream()
                        .filter(r -> r.change().startsWith("sway"))
                        .findFirst()
                        .orElseThrow()
                        .correlation())
                .isGreaterThan(0.9);
    }
}
