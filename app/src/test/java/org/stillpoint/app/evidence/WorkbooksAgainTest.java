package org.stillpoint.app.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.stillpoint.exchange.table.Workbooks;

/** The tables of every command as workbooks, in any way that a spreadsheet may hold them: the answer of the same table as text. */
class WorkbooksAgainTest {

    private static final long EXCEL_ZERO = LocalDate.of(1899, 12, 30).toEpochDay();
    private static final long MAC_ZERO = LocalDate.of(1904, 1, 1).toEpochDay();

    /** What a cell that holds a date or a number is to the spreadsheet. */
    enum Held {
        /** A date that is shown as one; a number. */
        AS_IT_IS,
        /** The number of the day, without a format that says so; a number. */
        AS_A_NUMBER,
        AS_TEXT,
        /** Here and there as text, as it comes about where cells were pasted. */
        MIXED
    }

    @Property(tries = 40)
    void anyTable_inAWorkbook_givesTheSameAnswer(
            @ForAll EveryTable kind,
            @ForAll Held held,
            @ForAll boolean from1904,
            @ForAll boolean titled,
            @ForAll boolean besideOthers,
            @ForAll boolean blankRows,
            @ForAll Random random)
            throws IOException {
        EveryTable.Given given = kind.given();
        List<String[]> rows = new ArrayList<>();
        if (titled) {
            rows.add(new String[] {"Export of the clinic"});
        }
        rows.add(given.header().toArray(String[]::new));
        long zero = from1904 ? MAC_ZERO : EXCEL_ZERO;
        for (List<String> row : given.rows()) {
            rows.add(row.stream().map(cell -> cell(cell, held, zero, random)).toArray(String[]::new));
        }
        if (blankRows) {
            rows.add(new String[] {""});
            rows.add(new String[] {"", ""});
        }
        OtherTablesAgainTest.same(
                given, OtherTablesAgainTest.run(given, book(rows.toArray(String[][]::new), from1904, besideOthers)));
    }

    private static String cell(String cell, Held held, long zero, Random random) {
        boolean date = cell.matches("\\d{4}-\\d{2}-\\d{2}");
        boolean number = cell.matches("-?\\d+(\\.\\d+)?");
        if (held == Held.AS_TEXT || !date && !number || held == Held.MIXED && number && random.nextInt(4) == 0) {
            return cell;
        }
        String plain = date ? String.valueOf(LocalDate.parse(cell).toEpochDay() - zero) : cell;
        return (date && held != Held.AS_A_NUMBER ? "d:" : "n:") + plain;
    }

    private static byte[] book(String[][] rows, boolean from1904, boolean besideOthers) throws IOException {
        Map<String, String> parts =
                besideOthers ? Workbooks.parts("Read me", "Data", "Sheet3") : Workbooks.parts("Data");
        if (from1904) {
            parts.computeIfPresent(
                    "xl/workbook.xml", (name, xml) -> xml.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>"));
        }
        String first = "xl/worksheets/sheet1.xml";
        if (besideOthers) {
            parts.put(first, Workbooks.sheet(new String[][] {{"How this was asked"}, {"By telephone"}}));
            parts.put("xl/worksheets/sheet3.xml", Workbooks.sheet(new String[0][]));
        }
        parts.put(besideOthers ? "xl/worksheets/sheet2.xml" : first, Workbooks.sheet(rows));
        Path file = Files.createTempFile("book", ".xlsx");
        try {
            return Files.readAllBytes(Workbooks.zip(file, parts));
        } finally {
            Files.delete(file);
        }
    }
}
