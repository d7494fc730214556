package org.stillpoint.exchange.research;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a table as Parquet (format 1.0, apache/parquet-format 2.11, 2025): one group of rows, a column one page after the other, plain values,
 * gzip. Every column may be empty. What a column means stands in the file's own notes, under its name.
 */
final class ParquetTable {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int DATA_PAGE = 0;
    private static final int PLAIN = 0;
    private static final int RLE = 3;
    private static final int GZIP = 2;
    private static final int OPTIONAL = 1;

    /** How a type of the dictionary is kept in the file. */
    private enum ParquetType {
        TEXT(6, 0, 1),
        INTEGER(2, -1, -1),
        NUMBER(5, -1, -1),
        DATE(1, 6, 6);

        /** Numbers of parquet.thrift: Type, ConvertedType, the member of LogicalType; -1 for none. */
        private final int type;

        private final int converted;
        private final int logical;

        ParquetType(int type, int converted, int logical) {
            this.type = type;
            this.converted = converted;
            this.logical = logical;
        }

        static ParquetType of(ResearchColumn column) {
            return switch (column.type()) {
                case "text" -> TEXT;
                case "integer" -> INTEGER;
                case "number" -> NUMBER;
                case "date" -> DATE;
                default ->
                    throw new IllegalStateException("the column " + column.name() + " is of no type: " + column.type());
            };
        }

        byte[] plain(String value) {
            return switch (this) {
                case TEXT -> {
                    byte[] text = value.getBytes(StandardCharsets.UTF_8);
                    yield little(Integer.BYTES + text.length)
                            .putInt(text.length)
                            .put(text)
                            .array();
                }
                case INTEGER ->
                    little(Long.BYTES).putLong(Long.parseLong(value)).array();
                case NUMBER ->
                    little(Double.BYTES).putDouble(Double.parseDouble(value)).array();
                case DATE ->
                    little(Integer.BYTES)
                            .putInt(Math.toIntExact(LocalDate.parse(value).toEpochDay()))
                            .array();
            };
        }
    }

    /** A column as it lies in the file. */
    private record Chunk(ResearchColumn column, long at, long plainBytes, long bytes, int values) {}

    private ParquetTable() {}

    /** @param out is not closed */
    static void write(ResearchTable table, OutputStream out) throws IOException {
        out.write(MAGIC);
        long at = MAGIC.length;
        List<Chunk> chunks = new ArrayList<>();
        for (ResearchColumn column : table.rows().isEmpty() ? List.<ResearchColumn>of() : table.described()) {
            byte[] plain = page(column, table.rows());
            byte[] packed = gzipped(plain);
            byte[] header = header(plain.length, packed.length, table.rows().size());
            out.write(header);
            out.write(packed);
            chunks.add(new Chunk(
                    column,
                    at,
                    (long) header.length + plain.length,
                    (long) header.length + packed.length,
                    table.rows().size()));
            at += header.length + packed.length;
        }
        byte[] footer = footer(table, chunks);
        out.write(footer);
        out.write(little(Integer.BYTES).putInt(footer.length).array());
        out.write(MAGIC);
    }

    /** Which cells are filled, a bit each, and the values of those. */
    private static byte[] page(ResearchColumn column, List<Map<String, String>> rows) {
        ParquetType type = ParquetType.of(column);
        int groups = (rows.size() + 7) / 8;
        byte[] filled = new byte[groups];
        ByteArrayOutputStream values = new ByteArrayOutputStream();
        for (int row = 0; row < rows.size(); row++) {
            String value = rows.get(row).getOrDefault(column.name(), "");
            if (!value.isEmpty()) {
                filled[row / 8] |= (byte) (1 << row % 8);
                values.writeBytes(type.plain(value));
            }
        }
        byte[] run = varint(groups << 1 | 1); // bit-packed, in groups of eight
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        page.writeBytes(little(Integer.BYTES).putInt(run.length + filled.length).array());
        page.writeBytes(run);
        page.writeBytes(filled);
        page.writeBytes(values.toByteArray());
        return page.toByteArray();
    }

    private static byte[] header(int plain, int packed, int values) {
        return new CompactThrift()
                .i32(1, DATA_PAGE)
                .i32(2, plain)
                .i32(3, packed)
                .struct(5, page -> page.i32(1, values).i32(2, PLAIN).i32(3, RLE).i32(4, RLE))
                .ended();
    }

    private static byte[] footer(ResearchTable table, List<Chunk> chunks) {
        List<ResearchColumn> columns = table.described();
        CompactThrift file = new CompactThrift().i32(1, 1);
        List<Integer> places = new ArrayList<>();
        for (int place = -1; place < columns.size(); place++) {
            places.add(place);
        }
        file.structs(2, places, (element, place) -> schema(element, place, columns));
        file.i64(3, table.rows().size());
        file.structs(
                4,
                chunks.isEmpty() ? List.<List<Chunk>>of() : List.of(chunks),
                (group, of) -> group(group, of, table.rows().size()));
        file.structs(
                5,
                columns,
                (note, column) -> note.text(1, "about " + column.name())
                        .text(
                                2,
                                column.unit().isEmpty()
                                        ? column.about()
                                        : column.about() + " [" + column.unit() + "]"));
        return file.text(6, "Stillpoint").ended();
    }

    /** @param place among the columns; before the first stands the root */
    private static void schema(CompactThrift element, int place, List<ResearchColumn> columns) {
        if (place < 0) {
            element.text(4, "table").i32(5, columns.size());
            return;
        }
        ParquetType type = ParquetType.of(columns.get(place));
        element.i32(1, type.type).i32(3, OPTIONAL).text(4, columns.get(place).name());
        if (type.converted >= 0) {
            element.i32(6, type.converted).struct(10, kind -> kind.struct(type.logical, nothing -> {}));
        }
    }

    private static void group(CompactThrift group, List<Chunk> chunks, int rows) {
        group.structs(
                1,
                chunks,
                (chunk, of) -> chunk.i64(2, of.at())
                        .struct(
                                3,
                                about -> about.i32(1, ParquetType.of(of.column()).type)
                                        .i32s(2, List.of(PLAIN, RLE))
                                        .texts(3, List.of(of.column().name()))
                                        .i32(4, GZIP)
                                        .i64(5, of.values())
                                        .i64(6, of.plainBytes())
                                        .i64(7, of.bytes())
                                        .i64(9, of.at())));
        group.i64(2, chunks.stream().mapToLong(Chunk::plainBytes).sum()).i64(3, rows);
    }

    private static byte[] gzipped(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }

    private static byte[] varint(int value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int left = value;
        while ((left & ~0x7f) != 0) {
            bytes.write(left & 0x7f | 0x80);
            left >>>= 7;
        }
        bytes.write(left);
        return bytes.toByteArray();
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
