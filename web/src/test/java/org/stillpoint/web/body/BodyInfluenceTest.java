package org.stillpoint.web.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.strain.Influence;
import org.stillpoint.strain.StrainNetwork;
import org.stillpoint.strain.StrainParameters;

class BodyInfluenceTest {

    private static final Atlas ATLAS = Atlas.standard();

    @Test
    void bytes_rowsAreAnswersAndColumnsHolds_inTheOrderOfTheAtlas() {
        Influence influence =
                StrainNetwork.of(ATLAS, StrainParameters.standard()).influence();
        ByteBuffer bytes = ByteBuffer.wrap(new BodyInfluence(ATLAS).bytes()).order(ByteOrder.LITTLE_ENDIAN);
        int count = ATLAS.muscles().size();
        int held = ATLAS.muscles().indexOf("psoas_major_right");
        assertThat(bytes.capacity()).isEqualTo(4 * count * count);
        for (int of = 0; of < count; of++) {
            // A 32-bit float keeps 24 binary digits: 6e-8 of the value.
            double expected = influence.tension(of, held);
            assertThat(bytes.getFloat(4 * (of * count + held)))
                    .isCloseTo((float) expected, within((float) (1e-7 * Math.abs(expected) + 1e-30)));
        }
    }
}
