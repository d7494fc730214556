package org.stillpoint.web.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.PainRegion.View;
import org.stillpoint.record.session.Heading;

class ArcWayTest {

    private static void assertHeading(Heading found, double x, double y, double z) {
        assertThat(found.x()).isCloseTo(x, within(1e-12));
        assertThat(found.y()).isCloseTo(y, within(1e-12));
        assertThat(found.z()).isCloseTo(z, within(1e-12));
    }

    /** x forward, y up, z to the person's right: into the body is backwards from the front, and forwards from the back. */
    @Test
    void from_isADirectionOfTheBody_fromEitherSideOfIt() {
        assertHeading(ArcWay.HEAD.from(0, View.FRONT), 0, 1, 0);
        assertHeading(ArcWay.LEFT.from(0, View.BACK), 0, 0, -1);
        assertHeading(ArcWay.STRAIGHT.from(0, View.FRONT), -1, 0, 0);
        assertHeading(ArcWay.STRAIGHT.from(0, View.BACK), 1, 0, 0);
        assertHeading(ArcWay.FEET.from(1, View.BACK), Math.sqrt(0.5), -Math.sqrt(0.5), 0);
        assertHeading(ArcWay.FEET.from(-1, View.BACK), -Math.sqrt(0.5), -Math.sqrt(0.5), 0);
        assertHeading(
                ArcWay.HEAD_RIGHT.from(1, View.FRONT), -Math.sqrt(1.0 / 3), Math.sqrt(1.0 / 3), Math.sqrt(1.0 / 3));
    }
}
