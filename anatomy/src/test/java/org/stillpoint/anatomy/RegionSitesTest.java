package org.stillpoint.anatomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The published table from pain regions to SNOMED CT body sites and complaints (region_sites.csv). */
class RegionSitesTest {

    private static final Pattern FIELD = Pattern.compile("\"([^\"]*)\"(?:,|$)|([^,]*)(?:,|$)");

    /** Verhoeff 1969: the table of the dihedral group of order ten, and its permutation. */
    private static final String[] PRODUCT = {
        "0123456789",
        "1234067895",
        "2340178956",
        "3401289567",
        "4012395678",
        "5987604321",
        "6598710432",
        "7659821043",
        "8765932104",
        "9876543210"
    };

    private static final String[] MOVED = {
        "0123456789", "1576283094", "5803796142", "8916043527", "9453126870", "4286573901", "2793806415", "7046913258"
    };

    private static List<List<String>> rows() throws IOException {
        try (InputStream in = Objects.requireNonNull(Atlas.class.getResourceAsStream("region_sites.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(RegionSitesTest::fields)
                    .toList();
        }
    }

    private static List<String> fields(String line) {
        Matcher matcher = FIELD.matcher(line);
        List<String> fields = new java.util.ArrayList<>();
        while (fields.size() < 9 && matcher.find()) {
            fields.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        return fields;
    }

    private static boolean passesVerhoeff(String code) {
        int check = 0;
        for (int i = 0; i < code.length(); i++) {
            int digit = code.charAt(code.length() - 1 - i) - '0';
            check = PRODUCT[check].charAt(MOVED[i % 8].charAt(digit) - '0') - '0';
        }
        return check == 0;
    }

    @Test
    void table_everyRegionOfTheAtlas_hasASiteAndASideAndSaysHowItFits() throws IOException {
        List<List<String>> rows = rows();
        assertThat(rows).hasSize(Atlas.standard().regions().size());
        for (int r = 0; r < rows.size(); r++) {
            PainRegion region = Atlas.standard().regions().list().get(r);
            List<String> row = rows.get(r);
            assertThat(row.get(0)).isEqualTo(region.code());
            assertThat(row.get(1)).isEqualTo(region.name());
            // 24028007 Right, 7771000 Left.
            assertThat(row.get(5)).isEqualTo(region.side() == Side.RIGHT ? "24028007" : "7771000");
            assertThat(passesVerhoeff(row.get(3))).as(row.get(3)).isTrue();
            assertThat(row.get(6)).matches("close|(wider|narrower|approximate): .+");
        }
    }

    @Test
    void table_complaints_areNeckAndLowBackAndSayWhereOnlyApproximate() throws IOException {
        List<List<String>> close =
                rows().stream().filter(row -> row.get(8).equals("close")).toList();
        assertThat(close).extracting(List::getFirst).containsExactly("X205", "X206", "X218", "X219");
        assertThat(rows().stream().filter(row -> !row.get(7).isEmpty()))
                .allMatch(row -> List.of("neck", "low back").contains(row.get(7)))
                .allMatch(row -> row.get(8).equals("close") || row.get(8).startsWith("approximate: "));
    }
}
