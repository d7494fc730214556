package org.stillpoint.exchange.research;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * A table of the record, as a file of CSV (RFC 4180, UTF-8 without a byte order mark, decimal points) or of Parquet.
 *
 * @param name of the file, without its ending
 * @param described its columns, in order
 * @param rows each with a value for every column; empty where nothing is known
 */
public record ResearchTable(String name, List<ResearchColumn> described, List<Map<String, String>> rows) {

    public ResearchTable {
        described = List.copyOf(described);
        rows = List.copyOf(rows);
    }

    /** The names of its columns, in order. */
    public List<String> columns() {
        return described.stream().map(ResearchColumn::name).toList();
    }

    /**
     * The same values with their types: text, whole numbers, numbers and dates.
     *
     * @param out is not closed
     */
    public void parquet(OutputStream out) throws IOException {
        ParquetTable.write(this, out);
    }

    public String csv() {
        List<String> columns = columns();
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(columns);
            rows.forEach(row -> csv.writeRecord(
                    columns.stream().map(row::get).map(String::valueOf).toList()));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return text.toString();
    }

    /** A text that no spreadsheet takes for a formula: what begins as one gets an apostrophe before it (OWASP, CSV injection, 2023). */
    static String defused(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
