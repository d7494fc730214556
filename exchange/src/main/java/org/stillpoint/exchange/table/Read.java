package org.stillpoint.exchange.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What was made of a table, for one line that a person can check: rows, columns used and left, and everything that was decided. */
public final class Read {

    private final Table table;
    private final Map<String, String> used = new LinkedHashMap<>();
    private final Map<String, Object> decided = new LinkedHashMap<>();
    private final Set<String> many = new java.util.HashSet<>();
    private final List<String> notes = new ArrayList<>();

    public Read(Table table) {
        this.table = table;
    }

    /** A column and what it was taken for. */
    public Read uses(String as, Column column) {
        used.put(as, column.name());
        return this;
    }

    /** Columns of one kind that were used, which are said by their number only. */
    public Read usesAll(String as, List<Column> columns) {
        columns.forEach(column -> many.add(column.name()));
        decided.put(as, columns.size());
        return this;
    }

    /**
     * Something that was decided.
     *
     * @param key in JSON
     * @param value a text, a number or a list of them
     */
    public Read decided(String key, Object value) {
        decided.put(key, value);
        return this;
    }

    /** Something that a reader should know, as a whole sentence. */
    public Read note(String sentence) {
        notes.add(sentence);
        return this;
    }

    /** The name of the table. */
    public String file() {
        return table.name();
    }

    /** Sentences that a reader should know. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** Names of the columns that were not used; columns without a name are called by their number. */
    public List<String> left() {
        return table.columns().stream()
                .filter(column -> !isUsed(column))
                .map(column -> column.name().isEmpty() ? "column " + (column.index() + 1) : column.name())
                .toList();
    }

    /** Everything as fields, in order: what an answer in JSON holds under {@code read}. */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", table.name());
        fields.put("rows", table.size());
        fields.put("columnsUsed", new LinkedHashMap<>(used));
        fields.put("columnsLeft", left());
        fields.put("written", table.written());
        fields.putAll(decided);
        fields.put("passedOver", table.passedOver());
        fields.put("notes", notes());
        return fields;
    }

    /** Everything on one line. */
    public String line() {
        StringBuilder line = new StringBuilder("Read ")
                .append(table.name())
                .append(": ")
                .append(table.size())
                .append(table.size() == 1 ? " row" : " rows");
        used.forEach((as, column) -> line.append("; ").append(as).append(": ").append(column));
        List<String> left = left();
        if (!left.isEmpty()) {
            line.append("; left: ")
                    .append(left.stream().limit(12).collect(Collectors.joining(", ")))
                    .append(left.size() > 12 ? ", …" : "");
        }
        decided.forEach((key, value) ->
                line.append("; ").append(spaced(key)).append(": ").append(joined(value)));
        line.append("; ").append(table.written());
        if (!table.passedOver().isEmpty()) {
            line.append("; passed over: ").append(String.join(", ", table.passedOver()));
        }
        line.append('.');
        notes.forEach(note -> line.append(' ').append(note));
        return line.toString();
    }

    private static String joined(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : String.valueOf(value);
    }

    /** {@code repeatedRows} becomes {@code repeated rows}. */
    private static String spaced(String key) {
        return key.chars()
                .mapToObj(c ->
                        Character.isUpperCase(c) ? " " + Character.toLowerCase((char) c) : String.valueOf((char) c))
                .collect(Collectors.joining());
    }

    /** Whether this column was used. */
    public boolean isUsed(Column column) {
        return used.containsValue(column.name()) || many.contains(column.name());
    }
}
