package org.stillpoint.exchange.painmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.PainRegion;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.painmap.PainMapTable.PainMap;
import org.stillpoint.exchange.table.HowToRead;

class PainMapTableTest {

    private static final Atlas ATLAS = Atlas.standard();

    @TempDir
    Path folder = Path.of("");

    private static PainMapTable read(Path file, Layout layout) {
        return PainMapTable.read(file, ATLAS, List.of(), layout, HowToRead.TOLD_BY_THE_TABLE);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("maps.csv"), text);
    }

    private static double pain(PainMap map, String region) {
        return map.pain()[ATLAS.regions().indexOf(region)];
    }

    @ParameterizedTest
    @ValueSource(strings = {"X107,X219", "x107,x219", "107,219", "bodymap___107,bodymap___219"})
    void read_columnsUnderAnyOfTheirNames_areTheRegions(String names) throws IOException {
        PainMap map = read(file("id," + names + "\na,1,TRUE\n"), Layout.BY_THE_TABLE)
                .maps()
                .getFirst();
        assertThat(pain(map, "X107")).isEqualTo(1);
        assertThat(pain(map, "X219")).isEqualTo(1);
        assertThat(pain(map, "X101")).isNaN();
    }

    /** CHOIRBM::string_to_map: one text per map. */
    @Test
    void read_listsOfCodes_markTheirRegionsAndNoOthers() throws IOException {
        List<PainMap> maps = read(file("id,bodymap\na,\"128,117,107\"\nb,\nc,107\n"), Layout.BY_THE_TABLE)
                .maps();
        assertThat(pain(maps.getFirst(), "X128")).isEqualTo(1);
        assertThat(pain(maps.getFirst(), "X107")).isEqualTo(1);
        assertThat(pain(maps.getFirst(), "X101")).isZero();
        assertThat(pain(maps.get(1), "X107")).isNaN();
        assertThatThrownBy(() -> read(file("id,bodymap\na,\"128,140\"\n"), Layout.BY_THE_TABLE))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("row 2, column bodymap", "140");
    }

    @Test
    void read_menBySex_areTurnedIntoThePublishedNumbers() throws IOException {
        // CHOIRBM, convert_bodymap.R: a man's 112 is the published 114, the left upper arm.
        Path maps = file("id,X112,X114,GENDER\na,5,0,Male\nb,5,0,Female\n");
        List<PainMap> read = read(maps, Layout.BY_THE_TABLE).maps();
        assertThat(pain(read.getFirst(), "X114")).isEqualTo(5);
        assertThat(pain(read.get(1), "X112")).isEqualTo(5);
        assertThat(pain(read(maps, Layout.WOMEN).maps().getFirst(), "X112")).isEqualTo(5);
        assertThat(pain(read(maps, Layout.MEN).maps().get(1), "X114")).isEqualTo(5);
        assertThatThrownBy(() -> read(file("id,X112,sex\na,5,1\nb,5,2\n"), Layout.BY_THE_TABLE))
                .hasMessageContaining("--layout");
        assertThatThrownBy(() -> read(file("id,X112\na,5\n"), Layout.SEX)).hasMessageContaining("--layout women");
    }

    /** HDSinRdata's table names its sex PAT_SEX and is recoded already: the published figures rest on it. */
    @Test
    void read_theRecodedTable_isLeftAsItIs() throws IOException {
        Path maps = file("PATIENT_NUM,X112,X114,PAT_SEX\na,1,0,male\n");
        assertThat(pain(read(maps, Layout.BY_THE_TABLE).maps().getFirst(), "X112"))
                .isEqualTo(1);
    }

    /** A man's raw row and the same row recoded by hand are the same map, whatever is marked. */
    @Property(tries = 60)
    void read_rawAndRecoded_areTheSameMap(@ForAll @Size(74) List<@IntRange(min = 0, max = 10) Integer> pain)
            throws IOException {
        List<PainRegion> regions = ATLAS.regions().list();
        String header = regions.stream().map(PainRegion::code).collect(Collectors.joining(","));
        String recoded = pain.stream().map(String::valueOf).collect(Collectors.joining(","));
        String raw = IntStream.range(0, 74)
                .mapToObj(i -> regions.get(i).code())
                .map(code -> String.valueOf(pain.get(IntStream.range(0, 74)
                        .filter(r -> regions.get(r).codeInRawRowsOfMales().equals(code))
                        .findFirst()
                        .orElseThrow())))
                .collect(Collectors.joining(","));
        Path file = Files.createTempFile("maps", ".csv");
        try {
            Files.writeString(file, "id," + header + ",sex\na," + recoded + ",f\nb," + raw + ",m\n");
            List<PainMap> maps = read(file, Layout.BY_THE_TABLE).maps();
            assertThat(maps.get(1).pain()).isEqualTo(maps.getFirst().pain());
        } finally {
            Files.delete(file);
        }
    }
}
