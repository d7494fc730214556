package org.stillpoint.web.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.MuscleLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BodyGeometryTest {

    private static final Atlas ATLAS = Atlas.standard();
    private static final BodyGeometry GEOMETRY = BodyGeometry.of(ATLAS, Locale.UK);
    private static final JsonNode JSON = JsonMapper.builder().build().readTree(GEOMETRY.json());

    /** Half of the 0.1 mm that coordinates are rounded to, and a little for binary fractions. */
    private static final double ROUNDING_M = 0.5e-4 + 1e-12;

    @Test
    void json_everyTable_hasAllRowsInTheAtlasOrder() {
        assertThat(JSON.get("bodies").size()).isEqualTo(ATLAS.bodies().list().size());
        assertThat(JSON.get("joints").size()).isEqualTo(ATLAS.joints().list().size());
        assertThat(JSON.get("regions").size()).isEqualTo(74);
        assertThat(JSON.get("sources").size()).isEqualTo(ATLAS.sources().list().size());
        for (int i = 0; i < ATLAS.muscles().list().size(); i++) {
            assertThat(JSON.get("muscles").get(i).get("id").asString())
                    .isEqualTo(ATLAS.muscles().list().get(i).id());
        }
    }

    @Test
    void json_everyPathPoint_liesWithinHalfAStepOfTheAtlas() {
        int points = 0;
        for (int m = 0; m < ATLAS.muscles().list().size(); m++) {
            var muscle = ATLAS.muscles().list().get(m);
            for (int l = 0; l < muscle.lines().size(); l++) {
                MuscleLine line = muscle.lines().get(l);
                JsonNode drawn = JSON.get("muscles").get(m).get("lines").get(l);
                for (int p = 0; p < line.points().size(); p++) {
                    var point = line.points().get(p);
                    int body = drawn.get("body").get(p).asInt();
                    assertThat(JSON.get("bodies").get(body).get("id").asString())
                            .isEqualTo(point.body());
                    JsonNode path = drawn.get("path");
                    assertThat(path.get(3 * p).asDouble())
                            .isCloseTo(point.position().x(), within(ROUNDING_M));
                    assertThat(path.get(3 * p + 1).asDouble())
                            .isCloseTo(point.position().y(), within(ROUNDING_M));
                    assertThat(path.get(3 * p + 2).asDouble())
                            .isCloseTo(point.position().z(), within(ROUNDING_M));
                    points++;
                }
            }
        }
        assertThat(points).isGreaterThan(2000);
    }

    @Test
    void json_gzipped_isUnder300Kilobytes() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(GEOMETRY.json());
        }
        assertThat(packed.size()).isLessThan(300_000);
    }

    @Test
    void hash_sameTables_isTheSame() {
        assertThat(BodyGeometry.of(ATLAS, Locale.UK).hash()).isEqualTo(GEOMETRY.hash());
    }
}
