package org.stillpoint.anatomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The arm in the tables is what {@link ArmConversion} makes of the kept copies, and the copies are what was extracted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArmConversionTest {

    private static final Path EXTRACTED = Path.of("..", "..", "shared", "figures", "arm");

    private final ArmConversion arm = new ArmConversion(Atlas.standard(), true);
    private final List<ArmConversion.Line> lines = arm.lines();

    /** Columns that the conversion fills, in its order. */
    private static final Map<String, List<String>> COLUMNS = Map.of(
            AtlasTables.BODIES,
            List.of(
                    "com_x_m",
                    "com_y_m",
                    "com_z_m",
                    "proximal_x_m",
                    "proximal_y_m",
                    "proximal_z_m",
                    "distal_x_m",
                    "distal_y_m",
                    "distal_z_m"),
            AtlasTables.JOINTS,
            List.of("x_m", "y_m", "z_m"),
            AtlasTables.MUSCLES,
            List.of(
                    "max_isometric_force_N",
                    "optimal_fibre_length_m",
                    "tendon_slack_length_m",
                    "pennation_rad",
                    "path_length_m",
                    "source"),
            AtlasTables.PATH_POINTS,
            List.of("body_id", "x_m", "y_m", "z_m"));

    private static Map<String, NamedCsvRecord> table(String file) {
        Map<String, NamedCsvRecord> rows = new HashMap<>();
        String text = Objects.requireNonNull(AtlasTables.standard().texts().get(file));
        CsvReader.builder().ofNamedCsvRecord(text).stream()
                .forEach(r -> rows.put(
                        file.equals(AtlasTables.PATH_POINTS)
                                ? r.getField("line_id") + ":" + r.getField("order")
                                : r.getField(0),
                        r));
        return rows;
    }

    /** Where this fails after a change of a figure or a rule, {@link ArmConversion#rows} says what the table must hold. */
    @Test
    void rows_ofTheArm_areInTheTables() {
        arm.rows(lines).forEach((file, rows) -> {
            Map<String, NamedCsvRecord> held = table(file);
            rows.forEach((id, expected) -> {
                List<String> columns = Objects.requireNonNull(COLUMNS.get(file));
                NamedCsvRecord row = Objects.requireNonNull(held.get(id), () -> file + " has no " + id);
                String[] cells = expected.split(",");
                for (int i = 0; i < columns.size(); i++) {
                    String cell = row.getField(columns.get(i));
                    if (cells[i].matches("-?[\\d.]+")) {
                        assertThat(Double.parseDouble(cell))
                                .as(file + " " + id + " " + columns.get(i))
                                .isCloseTo(Double.parseDouble(cells[i]), within(1e-6));
                    } else {
                        assertThat(cell).as(file + " " + id).isEqualTo(cells[i]);
                    }
                }
            });
        });
    }

    @Test
    void linesOfTheArm_inTheTables_areThoseOfTheConversionAndNoMore() {
        List<String> made = lines.stream().map(ArmConversion.Line::line).toList();
        List<String> muscles =
                lines.stream().map(ArmConversion.Line::muscle).distinct().toList();
        assertThat(Atlas.standard().lines().list().stream()
                        .filter(l -> muscles.contains(l.muscle()))
                        .map(MuscleLine::id))
                .containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    void force_ofEveryLine_isItsCrossSectionTimesTheTensionOfTheLegs() {
        // tsm_muscles.csv: PCSA 18.556 cm2 of the middle deltoid, times 60 N/cm2
        assertThat(Atlas.standard().lines().get("deltoid_acromial_right").maxForceN())
                .isCloseTo(1113.4, within(0.05));
        // das3_muscles.csv: 1.73 + 3.22 + 3.47 cm2 of the biceps
        assertThat(Atlas.standard().muscles().get("biceps_brachii_left").maxForceN())
                .isCloseTo(8.42 * 60, within(0.05));
    }

    @Test
    void theBody_ofTheArm_hasTheProportionsOfTheModelOfTrunkAndLegs() {
        Point shoulder = Atlas.standard().joints().get("glenohumeral_right").centre();
        // 0.17 m and 0.2867 m of Rajagopal2016.osim times 0.9647664
        assertThat(shoulder.z()).isCloseTo(0.1640, within(1e-4));
        assertThat(shoulder.distanceTo(arm.elbow)).isCloseTo(0.2766, within(1e-4));
    }

    @Test
    void keptCopies_cellByCell_areWhatWasExtracted() throws IOException {
        Assumptions.assumeTrue(
                Files.isDirectory(EXTRACTED),
                "skipped: ../shared/figures/arm is not there, the copies are not compared");
        for (String model : OpenArm.MODELS) {
            for (String table : OpenArm.TABLES) {
                String name = model + "_" + table;
                List<NamedCsvRecord> extracted =
                        CsvReader.builder()
                                .ofNamedCsvRecord(Files.readString(EXTRACTED.resolve(name + ".csv")))
                                .stream()
                                .toList();
                for (NamedCsvRecord kept : OpenArm.rows(name)) {
                    assertThat(extracted)
                            .as(name + " " + kept)
                            .anySatisfy(row -> kept.getHeader()
                                    .forEach(column ->
                                            assertThat(row.getField(column)).isEqualTo(kept.getField(column))));
                }
            }
        }
    }
}
