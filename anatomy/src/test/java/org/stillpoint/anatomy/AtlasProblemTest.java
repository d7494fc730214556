package org.stillpoint.anatomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each kind of fault is put into the product's own tables, one at a time. */
class AtlasProblemTest {

    private static final AtlasTables GOOD = AtlasTables.standard();

    private static List<AtlasProblem> problems(AtlasTables tables) {
        AtlasException thrown = catchThrowableOfType(AtlasException.class, () -> Atlas.of(tables));
        assertThat(thrown).as("the tables must be refused").isNotNull();
        return thrown.problems();
    }

    private static String text(String file) {
        return Objects.requireNonNull(GOOD.texts().get(file));
    }

    private static AtlasTables replaced(String file, String from, String to) {
        assertThat(text(file)).contains(from);
        return GOOD.with(file, text(file).replaceFirst(java.util.regex.Pattern.quote(from), to));
    }

    private static AtlasTables withoutRows(String file, String start) {
        return GOOD.with(
                file, text(file).lines().filter(l -> !l.startsWith(start)).collect(Collectors.joining("\n")));
    }

    @Test
    void of_jointOnUnknownBody_namesFileRowAndValue() {
        List<AtlasProblem> problems =
                problems(replaced(AtlasTables.JOINTS, ",sacrum,hip_bone_right,", ",sacrum,hip_bone,"));
        assertThat(problems).contains(new AtlasProblem.Unknown(AtlasTables.JOINTS, 2, "child", "hip_bone"));
    }

    @Test
    void of_pointOnUnknownBody_namesItsRow() {
        assertThat(problems(replaced(AtlasTables.PATH_POINTS, "right,1,femur_right", "right,1,thigh")))
                .contains(new AtlasProblem.Unknown(AtlasTables.PATH_POINTS, 3, "body_id", "thigh"));
    }

    @Test
    void of_fasciaOnUnknownMuscle_isRefused() {
        assertThat(problems(replaced(AtlasTables.FASCIA, "flexor_digitorum_brevis_right", "plantar_thing")))
                .contains(new AtlasProblem.Unknown(AtlasTables.FASCIA, 2, "from_body_or_muscle", "plantar_thing"));
    }

    @Test
    void of_leftPartWithoutRight_isAsymmetric() {
        assertThat(problems(withoutRows(AtlasTables.JOINTS, "sacroiliac_left")))
                .filteredOn(p -> p instanceof AtlasProblem.AsymmetricPair)
                .singleElement()
                .satisfies(p -> assertThat(p.value()).isEqualTo("sacroiliac_right"));
    }

    @Test
    void of_pairWithDifferentForce_isAsymmetricOnBothRows() {
        assertThat(problems(replaced(AtlasTables.MUSCLES, "right,thigh,625.820", "right,thigh,625.9")))
                .extracting(AtlasProblem::value)
                .containsExactly("adductor_brevis_addbrev_right", "adductor_brevis_addbrev_left");
    }

    @Test
    void of_bodyWithoutJoints_isDisconnected() {
        AtlasTables loose = withoutRows(AtlasTables.JOINTS, "sacrococcygeal");
        loose = loose.with(
                AtlasTables.JOINTS,
                Objects.requireNonNull(loose.texts().get(AtlasTables.JOINTS))
                        .lines()
                        .filter(l -> !l.contains(",perineal_body,"))
                        .collect(Collectors.joining("\n")));
        assertThat(problems(loose))
                .filteredOn(p -> p instanceof AtlasProblem.DisconnectedSkeleton)
                .extracting(AtlasProblem::value)
                .containsExactlyInAnyOrder("coccyx", "perineal_body");
    }

    @Test
    void of_lineOnOneBody_isRefused() {
        assertThat(problems(replaced(AtlasTables.PATH_POINTS, "right,1,femur_right", "right,1,hip_bone_right")))
                .contains(new AtlasProblem.LineOnSingleBody(AtlasTables.MUSCLES, 2, "adductor_brevis_addbrev_right"));
    }

    @Test
    void of_textForNumber_saysColumnAndRange() {
        assertThat(problems(replaced(AtlasTables.BODIES, "right,3.681717107", "right,heavy")))
                .first()
                .satisfies(p -> {
                    assertThat(p).isInstanceOf(AtlasProblem.BadNumber.class);
                    assertThat(p.row()).isEqualTo(2);
                    assertThat(p.value()).isEqualTo("heavy");
                    assertThat(p.inEnglish()).contains("mass_kg").contains("500");
                });
    }

    @Test
    void of_notANumberOrNegative_isRefused() {
        assertThat(problems(replaced(AtlasTables.BODIES, "right,3.681717107", "right,NaN")))
                .isNotEmpty();
        assertThat(problems(replaced(AtlasTables.JOINTS, ",600,600,600,", ",-600,600,600,")))
                .isNotEmpty();
    }

    @Test
    void of_doubleId_isRefused() {
        String row = text(AtlasTables.BODIES).lines().skip(3).findFirst().orElseThrow();
        assertThat(problems(GOOD.with(AtlasTables.BODIES, text(AtlasTables.BODIES) + row + "\n")))
                .containsExactly(new AtlasProblem.DuplicateId(AtlasTables.BODIES, 98, "sacrum"));
    }

    @Test
    void of_unknownEvidence_namesTheAllowedWords() {
        assertThat(problems(replaced(AtlasTables.FASCIA, ",strong,3,", ",certain,3,")))
                .anySatisfy(p -> assertThat(p.inEnglish()).contains("strong, moderate, limited, none"));
    }

    @Test
    void of_missingTableColumnOrField_isRefused() {
        assertThat(problems(GOOD.without(AtlasTables.REGIONS)))
                .containsExactly(new AtlasProblem.MissingTable("regions.csv"));
        assertThat(problems(replaced(AtlasTables.REGIONS, "region_code,", "code,")))
                .isNotEmpty();
        assertThat(problems(GOOD.with(AtlasTables.SOURCES, text(AtlasTables.SOURCES) + "lonely\n")))
                .anySatisfy(p -> assertThat(p).isInstanceOf(AtlasProblem.BadShape.class));
        assertThat(problems(GOOD.with(AtlasTables.REGIONS, ""))).isNotEmpty();
    }

    @Test
    void of_unknownSource_isRefused() {
        assertThat(problems(replaced(AtlasTables.BODIES, ",ross2021,model", ",nobody2030,model")))
                .contains(new AtlasProblem.Unknown(AtlasTables.BODIES, 2, "source", "nobody2030"));
    }

    @Test
    void of_correctionOfAnotherValue_isStale() {
        String stale = text(AtlasTables.CORRECTIONS) + "bodies.csv,sacrum,mass_kg,1,2,estimated,estimated,a test\n";
        assertThat(problems(GOOD.with(AtlasTables.CORRECTIONS, stale)))
                .singleElement()
                .isInstanceOf(AtlasProblem.StaleCorrection.class);
    }

    @Test
    void of_correction_replacesTheFigure() {
        String one = text(AtlasTables.CORRECTIONS)
                + "bodies.csv,sacrum,mass_kg,3.142929237,3.5,estimated,estimated,a test\n";
        Atlas atlas = Atlas.of(GOOD.with(AtlasTables.CORRECTIONS, one));
        assertThat(atlas.bodies().get("sacrum").massKg()).isEqualTo(3.5);
    }
}
