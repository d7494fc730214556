package org.stillpoint.exchange.painmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Question.QuestionSubject;
import org.stillpoint.exchange.diary.OnePerson;
import org.stillpoint.exchange.painmap.BodyMapTable.MapOfRow;
import org.stillpoint.exchange.painmap.BodyMapTable.OnMaps;
import org.stillpoint.exchange.table.Table;
import org.stillpoint.record.Score0To10;

/** Body maps of one person, in any numbering that people send: read as they are meant, or asked about. */
class BodyMapTableTest {

    private static final OnMaps NOTHING_SAID = new OnMaps(Layout.BY_THE_TABLE, OptionalDouble.empty());

    private static OnePerson told(String... only) {
        return new OnePerson(
                Map.of(),
                ZoneId.of("Europe/Berlin"),
                ZoneId.of("Europe/Berlin"),
                Optional.empty(),
                Set.of(only),
                false,
                false,
                Instant.parse("2026-11-28T12:00:00Z"));
    }

    private static BodyMapTable read(String text, OnMaps maps, String... only) {
        return BodyMapTable.read(Table.ofText("m.csv", text), Atlas.standard(), told(only), maps);
    }

    private static QuestionSubject asked(String text, OnMaps maps) {
        return catchThrowableOfType(BadInput.class, () -> read(text, maps))
                .question()
                .orElseThrow()
                .about();
    }

    private static Map<RegionCode, Score0To10> only(BodyMapTable table) {
        return table.maps().getFirst().pain();
    }

    @Test
    void scoresByRegion_areTakenAsTheyStand() {
        BodyMapTable table = read("date,X105,X223\n2026-03-01,6,0\n2026-03-09,4,2.5\n", NOTHING_SAID);
        assertThat(table.maps()).extracting(MapOfRow::row).containsExactly(2L, 3L);
        assertThat(only(table)).containsExactly(Map.entry(new RegionCode("X105"), Score0To10.of(6)));
    }

    @Test
    void redcapCheckboxes_askHowStrongAMarkIs_andTakeThat() {
        String text = "record_id,visit_date,bodymap___105,bodymap___223\n7,2026-03-01,1,0\n";
        assertThat(asked(text, NOTHING_SAID)).isEqualTo(QuestionSubject.MARKS);
        BodyMapTable table = read(text, new OnMaps(Layout.BY_THE_TABLE, OptionalDouble.of(5)));
        assertThat(only(table)).containsExactly(Map.entry(new RegionCode("X105"), Score0To10.of(5)));
    }

    /** Women 112 is men 116 (CHOIRBM, convert_bodymaps.Rmd). */
    @Test
    void choirsLists_askForTheLayout_andAreReadInIt() {
        String text = "date,bodymap\n2026-03-01,\"116,105\"\n";
        OptionalDouble mark = OptionalDouble.of(4);
        assertThat(asked(text, new OnMaps(Layout.BY_THE_TABLE, mark))).isEqualTo(QuestionSubject.LAYOUT);
        assertThat(only(read(text, new OnMaps(Layout.WOMEN, mark))).keySet())
                .containsExactly(new RegionCode("X105"), new RegionCode("X116"));
        assertThat(only(read(text, new OnMaps(Layout.MEN, mark))).keySet())
                .containsExactly(new RegionCode("X105"), new RegionCode("X112"));
    }

    @Test
    void sexInAColumn_tellsTheLayout() {
        assertThat(only(read("date,sex,X116\n2026-03-01,male,7\n", NOTHING_SAID))
                        .keySet())
                .containsExactly(new RegionCode("X112"));
    }

    @Test
    void sameMapTwice_countsOnce_andAnotherAtThatMomentIsRefused() {
        assertThat(read("date,X105\n2026-03-01,6\n2026-03-01,6\n", NOTHING_SAID).repeatedRows())
                .isEqualTo(1);
        assertThat(catchThrowableOfType(
                                BadInput.class, () -> read("date,X105\n2026-03-01,6\n2026-03-01,5\n", NOTHING_SAID))
                        .getMessage())
                .contains("row 3", "another map than row 2");
    }

    @Test
    void severalPeople_areAskedAbout_andOneIsTaken() {
        String text = "client,date,X105\nAna,2026-03-01,6\nAna,2026-03-02,5\nBen,2026-03-01,3\nBen,2026-03-02,3\n";
        assertThat(asked(text, NOTHING_SAID)).isEqualTo(QuestionSubject.WHOSE);
        assertThat(read(text, NOTHING_SAID, "client=Ana").maps()).hasSize(2);
    }

    @Test
    void mapsWithoutADay_areAskedAbout() {
        assertThat(asked("client,X105\nAna,6\n", NOTHING_SAID)).isEqualTo(QuestionSubject.COLUMNS);
    }
}
