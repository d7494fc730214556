package org.stillpoint.practice.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.Point;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.session.Arcing.ArcMeeting;
import org.stillpoint.practice.session.Arcing.ArcingRay;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.session.Heading;

class ArcingTest {
    private static final Atlas ATLAS = Atlas.standard();
    private static final RegionCode ANY = new RegionCode("X101");

    private static ArcingRay ray(double x, double y, double z, double dx, double dy, double dz) {
        return new ArcingRay(ANY, new Point(x, y, z), Heading.along(dx, dy, dz));
    }

    private static ArcMeeting.MeetAt met(ArcingRay... rays) {
        return (ArcMeeting.MeetAt) Arcing.meeting(List.of(rays), ATLAS);
    }

    private static void assertAt(Point found, double x, double y, double z) {
        assertThat(found.x()).isCloseTo(x, within(1e-9));
        assertThat(found.y()).isCloseTo(y, within(1e-9));
        assertThat(found.z()).isCloseTo(z, within(1e-9));
    }

    /** By hand: both lines go through (0.1, 1.2, 0). */
    @Test
    void raysThroughOnePoint_meetThere_withoutSpread() {
        ArcMeeting.MeetAt meeting =
                met(ray(0.1, 1.0, 0, 0, 1, 0), ray(0.1, 1.2, -0.3, 0, 0, 1), ray(0, 1.1, -0.1, 1, 1, 1));
        assertAt(meeting.at(), 0.1, 1.2, 0);
        assertThat(meeting.spreadCm()).isCloseTo(0, within(1e-6));
    }

    /** By hand: two lines that pass each other at right angles, 4 cm apart, meet in the middle, 2 cm from each. */
    @Test
    void raysThatPassEachOther_meetInTheMiddle_withHalfTheirDistanceAsSpread() {
        ArcMeeting.MeetAt meeting = met(ray(0, 1, -0.2, 0, 0, 1), ray(0.04, 0.8, 0, 0, 1, 0));
        assertAt(meeting.at(), 0.02, 1, 0);
        assertThat(meeting.spreadCm()).isCloseTo(2, within(1e-9));
    }

    @Test
    void meeting_isInTheRegionWhoseMiddleIsNearest() {
        Point centre = ATLAS.regions().get("X201").centre();
        ArcMeeting.MeetAt meeting = met(
                ray(centre.x(), centre.y() - 0.3, centre.z(), 0, 1, 0),
                ray(centre.x(), centre.y(), centre.z() - 0.3, 0, 0, 1));
        assertThat(meeting.region()).isEqualTo(new RegionCode("X201"));
    }

    @Test
    void rays_nearlyParallel_pointingApart_orAlone_meetNowhere() {
        double almost = Math.tan(Math.toRadians(Arcing.LEAST_ANGLE_DEGREES - 0.1));
        assertThat(Arcing.meeting(List.of(ray(0, 1, 0, 0, 1, 0), ray(0, 1, 0.2, 0, 1, -almost)), ATLAS))
                .isEqualTo(new ArcMeeting.NearlyParallel());
        assertThat(Arcing.meeting(List.of(ray(0, 1, 0, 0, 1, 0), ray(0, 1, 0.2, 0, -1, -almost)), ATLAS))
                .as("the other way round along nearly the same line")
                .isEqualTo(new ArcMeeting.NearlyParallel());
        double enough = Math.tan(Math.toRadians(Arcing.LEAST_ANGLE_DEGREES + 0.1));
        assertThat(Arcing.meeting(List.of(ray(0, 1, 0, 0, 1, 0), ray(0, 1, 0.2, 0, 1, -enough)), ATLAS))
                .isInstanceOf(ArcMeeting.MeetAt.class);
        assertThat(Arcing.meeting(List.of(ray(0, 1, 0.1, 0, 1, 1), ray(0, 1, -0.1, 0, 1, -1)), ATLAS))
                .isEqualTo(new ArcMeeting.PointApart());
        assertThat(Arcing.meeting(List.of(ray(0, 1, 0.1, 0, 1, 1)), ATLAS)).isEqualTo(new ArcMeeting.OneRay());
    }

    @Test
    void heading_withoutLength_isRefused() {
        assertThatThrownBy(() -> Heading.along(0, 0, 0)).isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> new Heading(0, 1, 1)).isInstanceOf(BadValue.class);
    }

    /** A body that is turned has its meeting point turned with it, and the same spread. */
    @Property(tries = 200)
    void turningAllRays_turnsTheMeetingPoint_andLeavesTheSpread(
            @ForAll @DoubleRange(min = -3, max = 3) double aboutY,
            @ForAll @DoubleRange(min = -3, max = 3) double aboutX) {
        List<ArcingRay> rays =
                List.of(ray(0, 1, -0.2, 0.1, 0.1, 1), ray(0.04, 0.8, 0, 0, 1, 0.1), ray(-0.3, 1.1, 0.02, 1, -0.3, 0));
        List<ArcingRay> turned = new ArrayList<>();
        for (ArcingRay ray : rays) {
            double[] from = turn(ray.from().x(), ray.from().y(), ray.from().z(), aboutY, aboutX);
            double[] to =
                    turn(ray.towards().x(), ray.towards().y(), ray.towards().z(), aboutY, aboutX);
            turned.add(ray(from[0], from[1], from[2], to[0], to[1], to[2]));
        }
        ArcMeeting.MeetAt before = (ArcMeeting.MeetAt) Arcing.meeting(rays, ATLAS);
        ArcMeeting.MeetAt after = (ArcMeeting.MeetAt) Arcing.meeting(turned, ATLAS);
        double[] expected = turn(before.at().x(), before.at().y(), before.at().z(), aboutY, aboutX);
        assertAt(after.at(), expected[0], expected[1], expected[2]);
        assertThat(after.spreadCm()).isCloseTo(before.spreadCm(), within(1e-6));
    }

    private static double[] turn(double x, double y, double z, double aboutY, double aboutX) {
        double turnedX = x * Math.cos(aboutY) + z * Math.sin(aboutY);
        double turnedZ = -x * Math.sin(aboutY) + z * Math.cos(aboutY);
        return new double[] {
            turnedX,
            y * Math.cos(aboutX) - turnedZ * Math.sin(aboutX),
            y * Math.sin(aboutX) + turnedZ * Math.cos(aboutX)
        };
    }
}
