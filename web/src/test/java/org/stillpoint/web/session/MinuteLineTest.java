package org.stillpoint.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.ReleaseSign;
import org.stillpoint.record.session.Site;
import org.stillpoint.web.session.MinuteLine.MinuteDot;
import org.stillpoint.web.session.MinuteLine.MinuteLane;
import org.stillpoint.web.session.MinuteLine.MinuteRow;
import org.stillpoint.web.session.MinuteLine.MinuteTick;

/** A session on a scale of minutes: each mark where it was tapped, only the lanes that say something. */
class MinuteLineTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final Site NECK = new Site.RegionSite(new RegionCode("X105"));

    private final List<Mark> marks = new ArrayList<>();

    private MinuteLineTest at(int minute, Moment moment) {
        Instant tapped = START.plus(Duration.ofMinutes(minute));
        marks.add(new Mark(Id.random(), tapped, tapped, moment));
        return this;
    }

    private MinuteLine line(int minutes) {
        Instant end = START.plus(Duration.ofMinutes(minutes));
        EndedSession session = new EndedSession(Id.random(), Id.random(), Id.random(), START, end, marks);
        return MinuteLine.of(session, mark -> mark.moment().getClass().getSimpleName());
    }

    @Test
    void marks_standWhereTheyWereTapped_inTheLanesThatSaySomething() {
        MinuteLine line = at(5, new Moment.SiteEngaged(NECK, PrivateText.NONE))
                .at(10, new Moment.SignOfRelease(ReleaseSign.WARMTH))
                .at(15, new Moment.StopSignal())
                .at(20, new Moment.Release(NECK, 0.5))
                .line(20);
        assertThat(line.rows())
                .extracting(MinuteRow::lane)
                .containsExactly(MinuteLane.SITE, MinuteLane.SIGN, MinuteLane.RELEASED);
        assertThat(line.dots()).extracting(MinuteDot::x).containsExactly(25.0, 50.0, 100.0);
        assertThat(line.dots()).extracting(MinuteDot::said).containsExactly("SiteEngaged", "SignOfRelease", "Release");
        assertThat(line.stops()).containsExactly(75.0);
        assertThat(line.distress()).isEmpty();
        assertThat(line.ticks()).extracting(MinuteTick::minute).containsExactly(0, 5, 10, 15, 20);
    }

    @Test
    void distress_isALine_fromTheMostAboveToNoneBelow() {
        MinuteLine line = at(0, new Moment.Distress(Score0To10.of(10)))
                .at(30, new Moment.Grounded(Score0To10.NONE))
                .line(60);
        assertThat(line.distress()).isEqualTo("M0.0 0.0L500.0 10.0");
        MinuteRow row = line.rows().getFirst();
        assertThat(line.dots()).extracting(MinuteDot::y).containsExactly(row.first(), row.first() + row.span());
        assertThat(line.bottom()).isEqualTo(row.height());
    }

    /** A tap that arrived with a clock ahead lies after the end; a session of no length is a point. */
    @Test
    void scale_holdsEveryMark_howeverLongOrShort() {
        assertThat(at(0, new Moment.Settled()).line(0).ticks())
                .extracting(MinuteTick::minute)
                .containsExactly(0);
        MinuteLine line = at(90, new Moment.Stillpoint()).line(45);
        assertThat(line.dots()).extracting(MinuteDot::x).containsExactly(100.0);
        Stream.of(1, 29, 61, 500)
                .forEach(minutes -> assertThat(line(minutes).ticks()).hasSizeBetween(2, 8));
    }
}
