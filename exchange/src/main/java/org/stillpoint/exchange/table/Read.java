package org.stillpoint.exchange.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.stillpoint.exchange.English;
import org.stillpoint.exchange.OnCommandLine;
import org.stillpoint.words.AsTyped;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.ReadWords;

/** What was made of a table, for one line that a person can check: rows, columns used and left, and everything that was decided. */
public final class Read {

    private static final int MOST_LEFT = 12;

    private final Table table;
    private final Map<String, String> used = new LinkedHashMap<>();
    private final Map<String, Message> usedAs = new LinkedHashMap<>();
    private final Map<String, Decided> decided = new LinkedHashMap<>();
    private final Set<String> many = new HashSet<>();
    private final List<ReadNote> notes = new ArrayList<>();

    /**
     * Something that was decided.
     *
     * @param of what it is
     * @param is how it was decided
     * @param value the same for JSON: a text, a number or a list of them
     */
    private record Decided(Message of, Message is, Object value) {}

    /**
     * What a reader should know.
     *
     * @param said a whole sentence
     * @param onCommandLine the same where it names an option; empty where it needs none
     */
    private record ReadNote(Message said, String onCommandLine) {

        String inEnglish() {
            return onCommandLine.isEmpty() ? English.say(said) : onCommandLine;
        }
    }

    public Read(Table table) {
        this.table = table;
    }

    /** A column and what it was taken for. */
    public Read uses(ReadWords as, Column column) {
        return uses(as.name().toLowerCase(Locale.ROOT).replace('_', ' '), as, column);
    }

    /** A column and what it was taken for, in English. */
    @OnCommandLine
    public Read uses(String as, Column column) {
        return uses(as, new CommonWords.Verbatim(as), column);
    }

    private Read uses(String key, Message as, Column column) {
        used.put(key, column.name());
        usedAs.put(key, as);
        return this;
    }

    /** Columns of one kind that were used, which are said by their number only. */
    public Read usesAll(ReadWords as, List<Column> columns) {
        columns.forEach(column -> many.add(column.name()));
        return decided(as, columns.size());
    }

    /** As {@link #usesAll(ReadWords, List)}, in English. */
    @OnCommandLine
    public Read usesAll(String as, List<Column> columns) {
        columns.forEach(column -> many.add(column.name()));
        return told(as, columns.size());
    }

    /** How many there are. */
    public Read decided(ReadWords what, long number) {
        return decided(what, new ReadWords.Number(AsTyped.of(number)), number);
    }

    public Read decided(ReadWords what, Message how) {
        return decided(what, how, English.say(how));
    }

    /** What has a name of its own, such as a time zone. */
    public Read decidedAs(ReadWords what, String name) {
        return decided(what, new CommonWords.Verbatim(name), name);
    }

    private Read decided(ReadWords what, Message how, Object value) {
        decided.put(key(what), new Decided(what, how, value));
        return this;
    }

    /**
     * Something that was decided, in English.
     *
     * @param key in JSON
     * @param value a text, a number or a list of them
     */
    @OnCommandLine
    public Read decided(String key, Object value) {
        return told(key, value);
    }

    private Read told(String key, Object value) {
        String is = value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : String.valueOf(value);
        decided.put(key, new Decided(new CommonWords.Verbatim(spaced(key)), new CommonWords.Verbatim(is), value));
        return this;
    }

    /** Takes over what was decided when the table was read for one of its columns. */
    public Read takes(Read other, ReadWords... these) {
        for (ReadWords what : these) {
            Decided known = other.decided.get(key(what));
            if (known != null) {
                decided.put(key(what), known);
            }
        }
        notes.addAll(other.notes);
        return this;
    }

    /** Something that a reader should know, as a whole sentence. */
    public Read note(Message sentence) {
        return note(sentence, "");
    }

    /**
     * Something that a reader should know, as a whole sentence.
     *
     * @param onCommandLine the same in English, with the option that may help
     */
    public Read note(Message sentence, String onCommandLine) {
        notes.add(new ReadNote(sentence, onCommandLine));
        return this;
    }

    /** Something that a reader should know, as a whole sentence in English. */
    @OnCommandLine
    public Read note(String sentence) {
        return note(new CommonWords.Verbatim(sentence));
    }

    /** The name of the table. */
    public String file() {
        return table.name();
    }

    /** The columns that were not used; those without a name are called by their number. */
    private List<Message> left() {
        return table.columns().stream()
                .filter(column -> !isUsed(column))
                .<Message>map(column -> column.name().isEmpty()
                        ? new ReadWords.ColumnWithoutName(column.index() + 1)
                        : new CommonWords.Verbatim(column.name()))
                .toList();
    }

    /** Everything as fields, in order: what an answer in JSON holds under {@code read}. */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", table.name());
        fields.put("rows", table.size());
        fields.put("columnsUsed", new LinkedHashMap<>(used));
        fields.put("columnsLeft", left().stream().map(English::say).toList());
        fields.put("written", English.say(table.written()));
        decided.forEach((key, one) -> fields.put(key, one.value()));
        fields.put("passedOver", table.passedOver().stream().map(English::say).toList());
        fields.put("notes", notes.stream().map(ReadNote::inEnglish).toList());
        return fields;
    }

    /** Everything in a sentence, and then what a reader should know besides. */
    public List<Message> said() {
        List<Message> parts = new ArrayList<>();
        used.forEach((key, column) -> parts.add(
                new ReadWords.Part(usedAs.getOrDefault(key, ReadWords.VALUE), new CommonWords.Verbatim(column))));
        List<Message> left = left();
        if (!left.isEmpty()) {
            Message first = and(left.stream().limit(MOST_LEFT).toList());
            parts.add(new ReadWords.Left(left.size() > MOST_LEFT ? new ReadWords.And(first, CommonWords.MORE) : first));
        }
        decided.values().forEach(one -> parts.add(new ReadWords.Part(one.of(), one.is())));
        parts.add(table.written());
        List<Message> passed = table.passedOver();
        if (!passed.isEmpty()) {
            parts.add(new ReadWords.PassedOver(and(passed)));
        }
        List<Message> said = new ArrayList<>();
        said.add(new ReadWords.Account(table.name(), table.size(), AsTyped.of(table.size()), parts));
        notes.forEach(note -> said.add(note.said()));
        return said;
    }

    private static Message and(List<Message> several) {
        return several.stream().reduce(ReadWords.And::new).orElseThrow();
    }

    /** Everything on one line of the command line. */
    @OnCommandLine
    public String line() {
        StringBuilder line = new StringBuilder(English.say(said().getFirst()));
        notes.forEach(note -> line.append(' ').append(note.inEnglish()));
        return line.toString();
    }

    /** {@code REPEATED_ROWS} becomes {@code repeatedRows}. */
    private static String key(ReadWords what) {
        String[] names = what.name().toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder key = new StringBuilder(names[0]);
        for (int i = 1; i < names.length; i++) {
            key.append(Character.toUpperCase(names[i].charAt(0))).append(names[i].substring(1));
        }
        return key.toString();
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
