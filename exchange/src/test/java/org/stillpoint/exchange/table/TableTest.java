package org.stillpoint.exchange.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.exchange.BadInput;

class TableTest {

    @TempDir
    Path folder;

    @Test
    void rows_commaSemicolonTabAndByteOrderMark_readTheSame() throws IOException {
        for (String text :
                List.of("id,pain\na,3\nb,4.5\n", "id;pain\r\na;3\r\nb;4.5", "\uFEFFid\tpain\na\t3\nb\t4.5\n")) {
            assertThat(read(file("t.csv", text.getBytes(StandardCharsets.UTF_8)), 0, 10))
                    .containsExactly("a=3.0", "b=4.5");
        }
    }

    @Test
    void rows_gzippedUnderAnyName_readAsIs() throws IOException {
        assertThat(read(file("t.csv", gzip("id,pain\na,3\n")), 0, 10)).containsExactly("a=3.0");
    }

    @Test
    void rows_severalBadCells_everyProblemNamesFileRowColumnValueAndRange() throws IOException {
        Path file = file("pain.csv", "id,pain\na,11\nb,x\n,4\nc\nd,0x1p3\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> read(file, 0, 10))
                .isInstanceOf(BadInput.class)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        "pain.csv, row 2, column pain: \"11\" is not between 0 and 10",
                        "pain.csv, row 3, column pain: \"x\" is not a number",
                        "pain.csv, row 4, column id: a value is missing",
                        "pain.csv, row 5: has 1 fields where the header has 2",
                        "pain.csv, row 5, column pain: a number is missing",
                        "pain.csv, row 6, column pain: \"0x1p3\" is not a number"));
    }

    @Test
    void open_emptyMissingFolderOrTwiceTheSameColumn_saysSo() throws IOException {
        assertThatThrownBy(() -> Table.open(file("empty.csv", new byte[0])))
                .hasMessage("empty.csv: is empty: a header row was expected");
        assertThatThrownBy(() -> Table.open(file("blank.csv", "\n\n".getBytes(StandardCharsets.UTF_8))))
                .hasMessage("blank.csv: is empty: a header row was expected");
        assertThatThrownBy(() -> Table.open(folder.resolve("none.csv"))).hasMessage("none.csv: there is no such file");
        assertThatThrownBy(() -> Table.open(folder)).hasMessageEndingWith("is a folder, not a table");
        assertThatThrownBy(() -> Table.open(file("twice.csv", "id,id\n".getBytes(StandardCharsets.UTF_8))))
                .hasMessage("twice.csv, row 1, column id: this column is there twice");
    }

    @Test
    void open_binaryGarbage_isBadInputWhateverTheBytes() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            byte[] bytes = new byte[1 + random.nextInt(5000)];
            random.nextBytes(bytes);
            Path file = file("garbage.csv", bytes);
            assertThatThrownBy(() -> read(file, 0, 10)).isInstanceOf(BadInput.class);
        }
        byte[] whole = gzip("id,pain\n" + "a,3\n".repeat(10_000));
        Path cut = file("cut.csv.gz", java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> read(cut, 0, 10)).isInstanceOf(BadInput.class).hasMessageContaining("cut.csv.gz");
    }

    @Test
    void problems_veryMany_readingStopsAtTwenty() throws IOException {
        Path file = file("many.csv", ("id,pain\n" + "a,99\n".repeat(1000)).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> read(file, 0, 10))
                .isInstanceOfSatisfying(
                        BadInput.class, bad -> assertThat(bad.problems()).hasSize(Table.MOST_PROBLEMS));
    }

    @Test
    void getColumn_unknown_namesThoseThereAre() throws IOException {
        Path file = file("t.csv", "id,pain\na,3\n".getBytes(StandardCharsets.UTF_8));
        try (Table table = Table.open(file)) {
            assertThatThrownBy(() -> table.getColumn("day"))
                    .hasMessage("t.csv, row 1, column day: there is no such column; there are: id, pain");
        }
    }

    private static List<String> read(Path file, double low, double high) {
        try (Table table = Table.open(file)) {
            Column id = table.getColumn("id");
            Column pain = table.getColumn("pain");
            List<String> out = new ArrayList<>();
            for (Row row : table) {
                out.add(row.required(id) + "=" + row.number(pain, low, high));
            }
            table.check();
            return out;
        }
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
