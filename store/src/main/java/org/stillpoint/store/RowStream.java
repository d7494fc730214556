package org.stillpoint.store;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** All rows of all tables as one stream of bytes, the same from either database and into either. */
final class RowStream {
    private static final int READ_AT_ONCE = 1_000;
    private static final int WRITE_AT_ONCE = 500;

    private static final int END = 0;
    private static final int TABLE = 1;
    private static final int ROW = 2;

    private static final int NULL = 0;
    private static final int TEXT = 1;
    private static final int WHOLE = 2;
    private static final int REAL = 3;
    private static final int BYTES = 4;

    /**
     * The rows of one table.
     *
     * @param sha256 of all of them as they stand in the stream, 64 hexadecimal digits
     */
    record CountedRows(long rows, String sha256) {}

    private RowStream() {}

    /** Writes what one transaction sees. */
    static Map<String, CountedRows> write(DSLContext transaction, OutputStream out) throws IOException {
        Map<String, CountedRows> counted = new LinkedHashMap<>();
        DataOutputStream plain = new DataOutputStream(out);
        for (TableShape shape : TableShape.all(transaction)) {
            plain.writeByte(TABLE);
            plain.writeUTF(shape.name());
            plain.writeShort(shape.columns().size());
            for (Field<?> column : shape.columns()) {
                plain.writeUTF(column.getName());
            }
            counted.put(shape.name(), writeRows(transaction, shape, plain));
        }
        plain.writeByte(END);
        plain.flush();
        return counted;
    }

    private static CountedRows writeRows(DSLContext transaction, TableShape shape, DataOutputStream plain)
            throws IOException {
        MessageDigest digest = sha256();
        DataOutputStream digested = new DataOutputStream(new DigestOutputStream(plain, digest));
        long rows = 0;
        try (Cursor<? extends Record> cursor = transaction
                .select(shape.columns())
                .from(shape.table())
                .orderBy(shape.order())
                .fetchSize(READ_AT_ONCE)
                .fetchLazy()) {
            for (Record row : cursor) {
                plain.writeByte(ROW);
                for (Field<?> column : shape.columns()) {
                    writeValue(digested, row.get(column));
                }
                rows++;
            }
        }
        return new CountedRows(rows, HexFormat.of().formatHex(digest.digest()));
    }

    private static void writeValue(DataOutputStream out, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeByte(NULL);
            case byte[] bytes -> writeBytes(out, BYTES, bytes);
            case Float real -> writeReal(out, real);
            case Double real -> writeReal(out, real);
            case Number whole -> {
                out.writeByte(WHOLE);
                out.writeLong(whole.longValue());
            }
            case String text -> writeBytes(out, TEXT, text.getBytes(StandardCharsets.UTF_8));
            default -> throw new IllegalStateException("a column of a type that no backup knows: " + value.getClass());
        }
    }

    private static void writeReal(DataOutputStream out, double real) throws IOException {
        out.writeByte(REAL);
        out.writeDouble(real);
    }

    private static void writeBytes(DataOutputStream out, int kind, byte[] bytes) throws IOException {
        out.writeByte(kind);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /**
     * Puts all rows into the tables of the same names, in place of the few that a migration puts there.
     *
     * @throws IOException if the stream ends or is none of this kind
     */
    static Map<String, CountedRows> read(DataInputStream in, DSLContext transaction) throws IOException {
        Map<String, TableShape> shapes = new LinkedHashMap<>();
        TableShape.all(transaction).forEach(shape -> shapes.put(shape.name(), shape));
        List.copyOf(shapes.values()).reversed().stream()
                .filter(shape ->
                        transaction.fetchExists(shape.table())) // tables that are only added to may not even be asked
                .forEach(shape -> transaction.deleteFrom(shape.table()).execute());
        Map<String, CountedRows> counted = new LinkedHashMap<>();
        int next = in.readByte();
        while (next == TABLE) {
            String name = in.readUTF();
            TableShape shape = shapes.get(name);
            if (shape == null) {
                throw new IOException("there is no table " + name + " here");
            }
            Map<String, Field<?>> known = new LinkedHashMap<>();
            shape.columns().forEach(column -> known.put(column.getName(), column));
            List<Field<?>> columns = new ArrayList<>();
            for (int number = in.readShort(); number > 0; number--) {
                String column = in.readUTF();
                Field<?> here = known.get(column);
                if (here == null) {
                    throw new IOException("there is no column " + name + "." + column + " here");
                }
                columns.add(here);
            }
            RowsToPut rows = new RowsToPut(transaction, shape, columns);
            next = in.readByte();
            while (next == ROW) {
                rows.read(in);
                next = in.readByte();
            }
            counted.put(name, rows.end());
        }
        if (next != END) {
            throw new IOException("no stream of rows");
        }
        return counted;
    }

    /** The rows of one table on their way into the database. */
    private static final class RowsToPut {
        private final DSLContext transaction;
        private final TableShape shape;
        private final List<Field<?>> columns;
        private final MessageDigest digest = sha256();
        private final DataOutputStream digested =
                new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        private final List<Map<Field<?>, @Nullable Object>> waiting = new ArrayList<>();
        private long rows;

        RowsToPut(DSLContext transaction, TableShape shape, List<Field<?>> columns) {
            this.transaction = transaction;
            this.shape = shape;
            this.columns = columns;
        }

        void read(DataInputStream in) throws IOException {
            Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
            for (Field<?> column : columns) {
                Object value = readValue(in);
                writeValue(digested, value);
                row.put(column, value == null ? null : column.getDataType().convert(value));
            }
            waiting.add(row);
            rows++;
            if (waiting.size() == WRITE_AT_ONCE) {
                put();
            }
        }

        private void put() {
            Batch.insert(transaction, shape.table(), waiting);
            waiting.clear();
        }

        CountedRows end() {
            put();
            return new CountedRows(rows, HexFormat.of().formatHex(digest.digest()));
        }
    }

    private static @Nullable Object readValue(DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case NULL -> null;
            case TEXT -> new String(readBytes(in), StandardCharsets.UTF_8);
            case WHOLE -> in.readLong();
            case REAL -> in.readDouble();
            case BYTES -> readBytes(in);
            default -> throw new IOException("no value");
        };
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("the stream ends within a value");
        }
        return bytes;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
