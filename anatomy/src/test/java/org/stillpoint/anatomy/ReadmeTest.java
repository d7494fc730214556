package org.stillpoint.anatomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The lines of this room's README; that they are the same is held by the test of all READMEs in {@code app}. */
class ReadmeTest {

    @Test
    void readme_lines_run() {

        Atlas atlas = Atlas.standard(); // read once, checked: every problem of its tables would be told at once
        Muscle psoas = atlas.muscles().get("psoas_major_right"); // `get` throws, `find` is optional, `list` is all
        double force = psoas.maxForceN();
        List<PainRegion> regions = atlas.regions().list(); // the 74 regions of the pain maps

        assertThat(force).isGreaterThan(0);
        assertThat(regions).isNotEmpty();
    }
}
