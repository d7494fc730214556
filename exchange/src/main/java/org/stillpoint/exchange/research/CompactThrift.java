package org.stillpoint.exchange.research;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Writes structures in Thrift's compact protocol (Apache Thrift, thrift-compact-protocol.md, 2024), of which a Parquet file is described: fields in
 * the order of their numbers, each with the distance from the one before.
 */
final class CompactThrift {
    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;
    private static final int SHORT_LIST = 15;

    private final ByteArrayOutputStream out;
    private int last;

    CompactThrift() {
        this(new ByteArrayOutputStream());
    }

    private CompactThrift(ByteArrayOutputStream out) {
        this.out = out;
    }

    CompactThrift i32(int field, int value) {
        header(field, I32);
        zigzag(value);
        return this;
    }

    CompactThrift i64(int field, long value) {
        header(field, I64);
        zigzag(value);
        return this;
    }

    CompactThrift text(int field, String value) {
        header(field, BINARY);
        bytes(value);
        return this;
    }

    CompactThrift i32s(int field, List<Integer> values) {
        list(field, I32, values, (within, value) -> within.zigzag(value));
        return this;
    }

    CompactThrift texts(int field, List<String> values) {
        list(field, BINARY, values, CompactThrift::bytes);
        return this;
    }

    /** @param fill writes the fields of each */
    <T> CompactThrift structs(int field, List<T> values, BiConsumer<CompactThrift, T> fill) {
        list(field, STRUCT, values, (within, value) -> {
            CompactThrift one = new CompactThrift(within.out);
            fill.accept(one, value);
            one.end();
        });
        return this;
    }

    /** A structure within; empty where nothing is filled in. */
    CompactThrift struct(int field, Consumer<CompactThrift> fill) {
        header(field, STRUCT);
        CompactThrift one = new CompactThrift(out);
        fill.accept(one);
        one.end();
        return this;
    }

    byte[] ended() {
        end();
        return out.toByteArray();
    }

    private void end() {
        out.write(0);
    }

    private <T> void list(int field, int kind, List<T> values, BiConsumer<CompactThrift, T> each) {
        header(field, LIST);
        if (values.size() < SHORT_LIST) {
            out.write(values.size() << 4 | kind);
        } else {
            out.write(SHORT_LIST << 4 | kind);
            varint(values.size());
        }
        values.forEach(value -> each.accept(this, value));
    }

    private void header(int field, int kind) {
        if (field <= last || field - last > SHORT_LIST) {
            throw new IllegalArgumentException("the field " + field + " after " + last);
        }
        out.write(field - last << 4 | kind);
        last = field;
    }

    private void bytes(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        varint(bytes.length);
        out.writeBytes(bytes);
    }

    private void zigzag(long value) {
        varint(value << 1 ^ value >> 63);
    }

    private void varint(long value) {
        long left = value;
        while ((left & ~0x7fL) != 0) {
            out.write((int) (left & 0x7f | 0x80));
            left >>>= 7;
        }
        out.write((int) left);
    }
}
