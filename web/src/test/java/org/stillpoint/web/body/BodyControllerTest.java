package org.stillpoint.web.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.practice.body.HoldReading;
import org.stillpoint.practice.body.StandardBody;
import org.stillpoint.strain.Influence;
import org.stillpoint.strain.StrainNetwork;
import org.stillpoint.strain.StrainParameters;
import org.stillpoint.words.Speaker;

class BodyControllerTest {

    private static final Atlas ATLAS = Atlas.standard();
    private static final StandardBody MODEL = StandardBody.of(ATLAS);
    private static final BodyController CONTROLLER =
            new BodyController(ATLAS, new HoldReading(MODEL), new Speaker(Locale.UK, ZoneOffset.UTC));
    private static final int HELD = ATLAS.muscles().indexOf("psoas_major_right");

    @Test
    void influenceBytes_rowsAreAnswersAndColumnsHolds_inTheOrderOfTheAtlas() {
        Influence influence =
                StrainNetwork.of(ATLAS, StrainParameters.standard()).influence();
        ByteBuffer bytes = bytes(CONTROLLER.influence(Set.of(), request()));
        int count = ATLAS.muscles().size();
        assertThat(bytes.capacity()).isEqualTo(4 * count * count);
        for (int of = 0; of < count; of++) {
            assertSame(bytes.getFloat(4 * (of * count + HELD)), influence.tension(of, HELD));
        }
    }

    @Test
    void jointBytes_haveThreeRowsForEachJoint_inTheOrderOfTheInfluence() {
        Influence influence =
                StrainNetwork.of(ATLAS, StrainParameters.standard()).influence();
        ByteBuffer bytes = bytes(CONTROLLER.joints(Set.of(), request()));
        int count = ATLAS.muscles().size();
        assertThat(bytes.capacity()).isEqualTo(4 * 3 * influence.joints().size() * count);
        for (int row = 0; row < 3 * influence.joints().size(); row++) {
            assertSame(bytes.getFloat(4 * (row * count + HELD)), influence.rotation(row / 3, row % 3, HELD));
        }
    }

    /** A 32-bit float keeps 24 binary digits: 6e-8 of the value. */
    private static void assertSame(float sent, double expected) {
        assertThat(sent).isCloseTo((float) expected, within((float) (1e-7 * Math.abs(expected) + 1e-30)));
    }

    private static ServletWebRequest request() {
        return new ServletWebRequest(new MockHttpServletRequest());
    }

    private static ByteBuffer bytes(@Nullable ResponseEntity<byte[]> answer) {
        return ByteBuffer.wrap(
                        Objects.requireNonNull(Objects.requireNonNull(answer).getBody()))
                .order(ByteOrder.LITTLE_ENDIAN);
    }
}
