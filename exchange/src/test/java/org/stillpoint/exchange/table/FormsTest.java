package org.stillpoint.exchange.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.English;

/** One table in every form in which people send it: the same rows, or a sentence that helps. */
class FormsTest {

    @TempDir
    Path folder = Path.of("");

    private static List<List<String>> rows(Table table) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(table.columns().stream().map(Column::name).toList());
        table.forEach(row -> rows.add(table.columns().stream().map(row::text).toList()));
        table.check();
        return rows;
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    @Provide
    Arbitrary<String> cell() {
        return Arbitraries.strings()
                .withChars("abcxyzÄÖÜäöüßéèñç€0123456789 -,.;'|".toCharArray())
                .ofMinLength(0)
                .ofMaxLength(12)
                .map(String::strip);
    }

    /** Re-encodes, re-separates, gzips, puts sep= lines, titles and blank rows: the rows stay. */
    @Property(tries = 150)
    void open_anyWayOfWriting_givesTheSameRows(
            @ForAll @Size(min = 2, max = 8) List<@Size(3) List<@net.jqwik.api.From("cell") String>> data,
            @ForAll("separators") char separator,
            @ForAll("encodings") Charset encoding,
            @ForAll boolean gzip,
            @ForAll boolean sep,
            @ForAll boolean blankRows)
            throws IOException {
        List<List<String>> expected = new ArrayList<>();
        expected.add(List.of("who", "übung", "pain"));
        data.stream().filter(row -> row.stream().anyMatch(c -> !c.isEmpty())).forEach(expected::add);
        StringBuilder text = new StringBuilder(sep ? "sep=" + separator + "\r\n" : "");
        for (List<String> row : expected) {
            text.append(String.join(
                            String.valueOf(separator),
                            row.stream().map(c -> '"' + c + '"').toList()))
                    .append("\r\n");
            text.append(blankRows ? separator + "" + separator + "\r\n" : "");
        }
        boolean marked = !encoding.equals(Charset.forName("windows-1252"));
        byte[] bytes = ((marked ? "\uFEFF" : "") + text).getBytes(encoding);
        Path file = Files.createTempFile("form", gzip ? ".csv.gz" : ".csv");
        try {
            try (OutputStream raw = Files.newOutputStream(file);
                    OutputStream out = gzip ? new GZIPOutputStream(raw) : raw) {
                out.write(bytes);
            }
            assertThat(rows(openOrTell(file, encoding))).isEqualTo(expected);
        } finally {
            Files.delete(file);
        }
    }

    /** Where accents are so many that the encoding is not sure it is asked for, and the answer holds. */
    private static Table openOrTell(Path file, Charset encoding) {
        try {
            return Table.open(file);
        } catch (BadInput asked) {
            assertThat(asked).hasMessageContaining("--encoding");
            HowToRead none = HowToRead.TOLD_BY_THE_TABLE;
            return Table.open(
                    file,
                    new HowToRead(
                            Optional.of(encoding),
                            none.dates(),
                            none.decimal(),
                            none.zone(),
                            none.unit(),
                            none.missing(),
                            none.sheet()));
        }
    }

    @Provide
    Arbitrary<Character> separators() {
        return Arbitraries.of(',', ';', '\t');
    }

    @Provide
    Arbitrary<Charset> encodings() {
        return Arbitraries.of(
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE,
                Charset.forName("windows-1252"));
    }

    @Test
    void open_anySignInASepLine_partsByIt() {
        String signs = IntStream.rangeClosed('!', '~')
                .filter(sign -> sign != '"')
                .mapToObj(Character::toString)
                .collect(Collectors.joining("", "", "\uFFFF"));
        for (char sign : signs.toCharArray()) {
            String text = "sep=%1$c\n\"who\"%1$c\"pain\"\n\"a\"%1$c\"1\"\n".formatted(sign);
            assertThat(rows(Table.ofBytes(
                            "signs.csv", text.getBytes(StandardCharsets.UTF_8), HowToRead.TOLD_BY_THE_TABLE)))
                    .as("sep=%c", sign)
                    .containsExactly(List.of("who", "pain"), List.of("a", "1"));
        }
    }

    @Test
    void open_workbook_givesDatesNumbersAndTexts() throws IOException {
        Map<String, String[][]> sheets = new LinkedHashMap<>();
        sheets.put("notes", new String[][] {{"only one cell"}});
        sheets.put("diary", new String[][] {
            {"date", "pain", "who"}, {"d:46047", "n:6.5", "Ana"}, {}, {"d:46048.5", "n:0.30000000000000004", "Ana"}
        });
        Path book = Workbooks.write(folder.resolve("d.xlsx"), sheets);
        Table table = Table.open(book);
        // 46047 days after 1899-12-30 is 2026-01-25.
        assertThat(rows(table))
                .containsExactly(
                        List.of("date", "pain", "who"),
                        List.of("2026-01-25", "6.5", "Ana"),
                        List.of("2026-01-26T12:00", "0.3", "Ana"));
        assertThat(English.say(table.written())).contains("sheet diary");
        assertThat(table.row(1).number()).isEqualTo(4);
    }

    @Test
    void open_workbookWithSeveralSheets_asksWhich() throws IOException {
        String[][] rows = {{"date", "pain"}, {"d:46047", "n:6"}, {"d:46048", "n:5"}};
        Map<String, String[][]> sheets = new LinkedHashMap<>();
        sheets.put("first", rows);
        sheets.put("second", rows);
        Path book = Workbooks.write(folder.resolve("d.xlsx"), sheets);
        assertThatThrownBy(() -> Table.open(book)).hasMessageContaining("--sheet: first, second");
    }

    @Test
    void open_workbookThatUnpacksToAGreatDeal_isRefused() throws IOException {
        Map<String, String> parts = Workbooks.parts("s");
        Path bomb = folder.resolve("bomb.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            byte[] block = "<si><t>a</t></si>".repeat(60_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 200; i++) {
                zip.write(block);
            }
        }
        assertThat(Files.size(bomb)).isLessThan(2_000_000);
        assertThatThrownBy(() -> Table.open(bomb)).isInstanceOf(BadInput.class).hasMessageContaining("unpacks to more");
    }

    /** Books of older Macs count from 1904: 44585 days after 1904-01-01 is 2026-01-25 (46047 after 1899-12-30). */
    @Test
    void open_workbookThatCountsFrom1904_hasTheDaysOfItsFormulasToo() throws IOException {
        Map<String, String> parts = Workbooks.parts("s");
        parts.computeIfPresent(
                "xl/workbook.xml", (name, xml) -> xml.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>"));
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                        + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>date</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>pain</t></is></c></row>"
                        + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>44585</v></c><c r=\"B2\"><v>6</v></c></row>"
                        + "<row r=\"3\"><c r=\"A3\" s=\"1\"><f>A2+1</f><v>44586</v></c><c r=\"B3\"><v>5</v></c></row>"
                        + "</sheetData></worksheet>");
        Table table = Table.open(Workbooks.zip(folder.resolve("mac.xlsx"), parts));
        assertThat(rows(table).stream().map(List::getFirst)).containsExactly("date", "2026-01-25", "2026-01-26");
    }

    /** A column that was formatted as numbers still counts from where its book counts: 44585 is 2026-01-25 there, 2022-01-24 elsewhere. */
    @Test
    void days_ofAWorkbookThatCountsFrom1904_areItsOwnWithoutADateFormatToo() throws IOException {
        Map<String, String> parts = Workbooks.parts("s");
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                        + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>date</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>pain</t></is></c></row>"
                        + "<row r=\"2\"><c r=\"A2\"><v>44585</v></c><c r=\"B2\"><v>6</v></c></row>"
                        + "</sheetData></worksheet>");
        assertThat(firstDay(Workbooks.zip(folder.resolve("plain.xlsx"), parts))).isEqualTo("2022-01-24");
        parts.computeIfPresent(
                "xl/workbook.xml", (name, xml) -> xml.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>"));
        assertThat(firstDay(Workbooks.zip(folder.resolve("mac.xlsx"), parts))).isEqualTo("2026-01-25");
    }

    private static String firstDay(Path book) {
        Table table = Table.open(book);
        Days days = Days.of(table, table.getColumn("date"));
        return days.written(days.day(table.iterator().next()));
    }

    /** What a page sends is bounded as it is unpacked, workbooks as well: all of it is answered at once. */
    @Test
    void ofBytes_workbookThatUnpacksToMoreThanAPageSends_isRefused() throws IOException {
        Map<String, String> parts = Workbooks.parts("s");
        StringBuilder rows = new StringBuilder();
        for (int row = 1; row <= 60_000; row++) {
            rows.append(
                    "<row r=\"%1$d\"><c r=\"A%1$d\"><v>%1$d</v></c><c r=\"B%1$d\"><v>6</v></c></row>".formatted(row));
        }
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                        + "</sheetData></worksheet>");
        Path book = Workbooks.zip(folder.resolve("large.xlsx"), parts);
        assertThat(Table.open(book).size()).isEqualTo(59_999);
        byte[] sent = Files.readAllBytes(book);
        assertThatThrownBy(() -> Table.ofBytes("large.xlsx", sent, HowToRead.TOLD_BY_THE_TABLE))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("unpacks to more");
    }

    @Test
    void open_workbookWithEntitiesOrImpossibleColumns_isRefused() throws IOException {
        for (String bad : List.of(
                "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><worksheet/>",
                "<worksheet><sheetData><row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row></sheetData></worksheet>")) {
            Map<String, String> parts = Workbooks.parts("s");
            parts.put("xl/worksheets/sheet1.xml", bad);
            Path book = Workbooks.zip(folder.resolve("e.xlsx"), parts);
            assertThatThrownBy(() -> Table.open(book))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("save it as CSV");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <html><table><tr><td>date</td></tr></table></html> | save it as CSV
            %PDF-1.7 and so on | is a PDF
            {\\rtf1 date} | RTF
            """)
    void open_otherFormats_sayWhatHelps(String text, String said) throws IOException {
        Path file = file("x.xls", text.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Table.open(file)).isInstanceOf(BadInput.class).hasMessageContaining(said);
    }

    @Test
    void open_zippedCsv_saysUnpackIt() throws IOException {
        Path zip = Workbooks.zip(folder.resolve("d.zip"), Map.of("d.csv", "date,pain\n2026-01-25,6\n"));
        assertThatThrownBy(() -> Table.open(zip)).hasMessageContaining("unpack it");
    }

    @Test
    void open_cyrillicBytes_areNotTakenForWindows1252() throws IOException {
        Path file = file("r.csv", "дата;боль\n25.01.2026;6\n".getBytes(Charset.forName("windows-1251")));
        assertThatThrownBy(() -> Table.open(file)).hasMessageContaining("--encoding");
    }

    @Test
    void numbers_commaThatMayBeAThousand_isAskedAbout() throws IOException {
        Table table = Table.ofText("t", "a,b\n\"1,234\",x\n\"2,345\",y\n");
        assertThatThrownBy(() -> table.row(0).number(table.getColumn("a"))).hasMessageContaining("--decimal comma");
        Table sure = Table.ofText("t", "a;b\n1.234,5;x\n6,25;y\n7;z\n");
        Column a = sure.getColumn("a");
        assertThat(List.of(
                        sure.row(0).number(a),
                        sure.row(1).number(a),
                        sure.row(2).number(a)))
                .containsExactly(1234.5, 6.25, 7.0);
    }

    @Test
    void numbers_bothSignsInOneColumn_areRefusedByRow() {
        Table table = Table.ofText("t", "a;b\n6,5;x\n6.5;y\n");
        Column a = table.getColumn("a");
        table.forEach(row -> row.number(a));
        assertThatThrownBy(table::check).hasMessageContaining("is not a number");
    }
}
