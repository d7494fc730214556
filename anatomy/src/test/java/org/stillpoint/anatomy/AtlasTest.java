package org.stillpoint.anatomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/**
 * Counts are those of the atlas the tables were taken from, 96 bodies, 146 joints, 330 muscles, 120 links, 74 regions; of its 880
 * lines 44 made room for 110 of the arm on open models (arm/lines.csv: 55 of each side).
 */
class AtlasTest {

    private final Atlas atlas = Atlas.standard();

    @Test
    void standard_always_holdsTheWholeAtlas() {
        assertThat(atlas.bodies().size()).isEqualTo(96);
        assertThat(atlas.joints().size()).isEqualTo(146);
        assertThat(atlas.muscles().size()).isEqualTo(330);
        assertThat(atlas.lines().size()).isEqualTo(946);
        assertThat(atlas.fascia().size()).isEqualTo(120);
        assertThat(atlas.regions().size()).isEqualTo(74);
        assertThat(Atlas.standard()).isSameAs(atlas);
    }

    @Test
    void standard_masses_sumToThePublishedTotal() {
        double total =
                atlas.bodies().list().stream().mapToDouble(Segment::massKg).sum();
        // total 75.8 kg: method notes of the atlas
        assertThat(total).isCloseTo(75.8, within(0.05));
    }

    @Test
    void get_knownMuscle_answersItWithItsLines() {
        Muscle psoas = atlas.muscles().get("psoas_major_right");
        assertThat(psoas.side()).isEqualTo(Side.RIGHT);
        assertThat(psoas.lines()).hasSize(11);
        assertThat(psoas.maxForceN()).isPositive();
        assertThat(psoas.lines().getFirst().pathLengthM()).isBetween(0.1, 0.5);
        assertThat(atlas.muscles().list().get(atlas.muscles().indexOf(psoas.id())))
                .isSameAs(psoas);
    }

    @Test
    void get_unknownId_throwsAndFindIsEmpty() {
        assertThatThrownBy(() -> atlas.muscles().get("psoas"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("psoas");
        assertThat(atlas.muscles().find("psoas")).isEmpty();
    }

    @Test
    void mirror_sidedAndMidline_swapsOnlySides() {
        assertThat(Atlas.mirror("femur_right")).isEqualTo("femur_left");
        assertThat(Atlas.mirror("femur_left")).isEqualTo("femur_right");
        assertThat(Atlas.mirror("sacrum")).isEqualTo("sacrum");
        PainRegion front = atlas.regions().get("X101");
        assertThat(atlas.mirrorOf(front).map(PainRegion::code)).contains("X102");
    }

    @Test
    void regions_raw_namesTheMalesCodeToo() {
        assertThat(atlas.regions().get("X112").codeInRawRowsOfMales()).isEqualTo("X116");
        assertThat(atlas.regions().get("X112").view()).isEqualTo(PainRegion.View.FRONT);
    }

    @Test
    void fascia_grades_areThoseOfTheTable() {
        assertThat(atlas.fascia().list().stream().filter(f -> f.evidence() == Evidence.STRONG))
                .hasSize(16);
        assertThat(atlas.fascia().get("FL40_left").evidence()).isEqualTo(Evidence.MODERATE);
    }
}
