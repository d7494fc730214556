package org.stillpoint.store;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.RecordException;
import org.stillpoint.record.Unreadable;
import org.stillpoint.store.SealedColumns.ClearCells;
import org.stillpoint.store.SealedColumns.ColumnKind;
import org.stillpoint.store.SealedColumns.SealedColumn;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Rows in the clear on their way into tables that are empty: encrypted anew, each for its place here. */
final class RowsIn {
    private static final int WRITE_AT_ONCE = 500;

    /** Own choice, 2026: a signed paper with its strokes takes some hundred kilobytes. */
    private static final int LONGEST_LINE = 32 * 1024 * 1024;

    private final DSLContext transaction;
    private final SealedColumns sealed;
    private final Map<String, TableShape> shapes = new LinkedHashMap<>();

    RowsIn(DSLContext transaction, SealedColumns sealed) {
        this.transaction = transaction;
        this.sealed = sealed;
        TableShape.all(transaction).forEach(shape -> shapes.put(shape.name(), shape));
    }

    /** Puts all rows of a table in place of the few that a migration puts there. */
    void put(String table, InputStream lines) throws IOException {
        try {
            putAll(table, lines);
        } catch (DataAccessException | JacksonException | Unreadable | RecordException apart) {
            throw damaged("the rows of " + table + " do not hang together");
        }
    }

    private static BadBackup damaged(String what) {
        return new BadBackup(BadBackup.BackupFault.UNSOUND, "What is taken in does not hold: " + what + ".");
    }

    private void putAll(String table, InputStream lines) throws IOException {
        TableShape shape = shapes.get(table);
        if (shape == null || table.equals(Tables.INSTALLATION.getName())) {
            throw damaged("there is no table " + table + " here");
        }
        if (transaction.fetchExists(shape.table())) {
            transaction.deleteFrom(shape.table()).execute();
        }
        Map<String, Field<?>> columns = new LinkedHashMap<>();
        shape.columns().forEach(column -> columns.put(column.getName(), column));
        InputStream in = new BufferedInputStream(lines, 1 << 16);
        List<Map<Field<?>, @Nullable Object>> waiting = new ArrayList<>();
        for (byte[] line = line(in); line.length > 0; line = line(in)) {
            waiting.add(row(table, columns, parsed(table, line)));
            if (waiting.size() == WRITE_AT_ONCE) {
                Batch.insert(transaction, shape.table(), waiting);
                waiting.clear();
            }
        }
        Batch.insert(transaction, shape.table(), waiting);
    }

    private static JsonNode parsed(String table, byte[] line) {
        try {
            return Json.parse(line);
        } catch (JacksonException none) {
            throw damaged("a line of " + table + " is no JSON");
        }
    }

    /** Without its line feed; empty at the end. */
    private static byte[] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (line.size() == LONGEST_LINE) {
                throw damaged("a line that is longer than any of ours");
            }
            line.write(next);
        }
        return line.toByteArray();
    }

    private Map<Field<?>, @Nullable Object> row(String table, Map<String, Field<?>> columns, JsonNode line) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> each : line.properties()) {
            if (!each.getKey().startsWith(RowsOut.FOR_READING)) {
                Field<?> column = columns.get(each.getKey());
                if (column == null) {
                    throw damaged("there is no column " + table + "." + each.getKey() + " here");
                }
                values.put(each.getKey(), plain(table, column, each.getValue()));
            }
        }
        close(table, values);
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        columns.forEach((name, column) -> {
            Object value = values.get(name);
            row.put(column, value == null ? null : column.getDataType().convert(value));
        });
        return row;
    }

    private @Nullable Object plain(String table, Field<?> kind, JsonNode value) {
        String column = kind.getName();
        if (value.isNull()) {
            return null;
        }
        Optional<SealedColumn> kept = sealed.find(table, column);
        if (kept.isPresent()) {
            return switch (kept.get().inside()) {
                case JSON -> value.toString().getBytes(StandardCharsets.UTF_8);
                case TEXT -> value.asString().getBytes(StandardCharsets.UTF_8);
                case KEY -> bytes(table, column, value);
            };
        }
        if (kind.getType() == byte[].class) {
            return bytes(table, column, value);
        }
        if (value.isIntegralNumber()) {
            return value.asLong();
        }
        if (value.isNumber()) {
            return value.asDouble();
        }
        if (value.isString()) {
            return value.asString();
        }
        throw damaged("the column " + table + "." + column + " holds no value");
    }

    private static byte[] bytes(String table, String column, JsonNode value) {
        try {
            return Base64.getDecoder().decode(value.asString());
        } catch (RuntimeException none) { // Base64 and Jackson have failures of their own
            throw damaged("the column " + table + "." + column + " holds no bytes");
        }
    }

    /** The key of a row first, for it closes the others. */
    private void close(String table, Map<String, @Nullable Object> values) {
        ClearCells beside = new ClearCells() {
            @Override
            public <T> @Nullable T find(Field<T> column) {
                Object value = values.get(column.getName());
                return value == null ? null : column.getDataType().convert(value);
            }
        };
        for (boolean key : List.of(true, false)) {
            for (SealedColumn column : sealed.of(table)) {
                Object plain = values.get(column.column().getName());
                if (plain != null && (column.inside() == ColumnKind.KEY) == key) {
                    values.put(column.column().getName(), column.seal().close(transaction, beside, (byte[]) plain));
                }
            }
        }
    }
}
