package org.stillpoint.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.record.Id;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.words.Speaker;

/** What lies on the body, and from where it is seen. */
class BodyLayersTest {

    private final Places places = new Places(Atlas.standard(), new Speaker(Locale.UK, ZoneOffset.UTC));

    /** X2.. are drawn on the back, X1.. on the front (anatomy's regions). */
    private String viewOf(String... hurts) {
        Map<RegionCode, Score0To10> pain =
                Stream.of(hurts).collect(Collectors.toMap(RegionCode::new, region -> Score0To10.of(5)));
        return new BodyLayers(places)
                .pain(BodyMap.drawn(Id.random(), pain, Instant.EPOCH))
                .view();
    }

    @Test
    void view_isTheSideOnWhichMostIsMarked() {
        assertThat(viewOf("X205", "X206", "X107")).isEqualTo("back");
        assertThat(viewOf("X205", "X107", "X108")).isEqualTo("front");
        assertThat(viewOf()).isEqualTo("front");
    }
}
