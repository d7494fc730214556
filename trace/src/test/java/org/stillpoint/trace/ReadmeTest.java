package org.stillpoint.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.strain.StrainNetwork;
import org.stillpoint.strain.StrainParameters;

/** The lines of this room's README; that they are the same is held by the test of all READMEs in {@code app}. */
class ReadmeTest {

    @Test
    void readme_lines_run() {

        Atlas atlas = Atlas.standard();
        TraceModel model = TraceModel.of(atlas, StrainNetwork.of(atlas, StrainParameters.standard()));
        Trace trace = model.trace(Observation.of(atlas, Map.of(new RegionCode("X213"), 7.0)), List.of());
        List<Place> places = trace.places(); // worth feeling, each with its share of the pain
        double unexplained = trace.unexplained(); // what no place accounts for

        double shares = places.stream().mapToDouble(Place::share).sum();
        assertThat(shares + unexplained).isCloseTo(1, org.assertj.core.api.Assertions.within(1e-9));
    }
}
