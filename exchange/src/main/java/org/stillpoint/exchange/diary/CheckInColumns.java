package org.stillpoint.exchange.diary;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.table.Column;
import org.stillpoint.exchange.table.ColumnUse;
import org.stillpoint.exchange.table.Columns;
import org.stillpoint.exchange.table.Table;
import org.stillpoint.exchange.table.TimeColumn;

/** What the columns of a table of check-ins hold: as a person said, else by the names people use. */
final class CheckInColumns {

    /** What a check-in asks with a number, in its order. */
    static final List<ColumnUse> MEASURES = List.of(
            ColumnUse.PAIN,
            ColumnUse.STRESS,
            ColumnUse.TENSION,
            ColumnUse.ANXIETY,
            ColumnUse.MOOD,
            ColumnUse.SLEEP,
            ColumnUse.BODY_AWARENESS);

    private static final Map<ColumnUse, Set<String>> NAMES = names();

    private CheckInColumns() {}

    private static Map<ColumnUse, Set<String>> names() {
        Map<ColumnUse, Set<String>> names = new EnumMap<>(ColumnUse.class);
        names.put(
                ColumnUse.PAIN,
                Set.of(
                        "pain",
                        "nrs",
                        "nrspain",
                        "painnow",
                        "schmerz",
                        "schmerzen",
                        "schmerzstärke",
                        "douleur",
                        "dolor",
                        "dolore",
                        "pijn"));
        names.put(ColumnUse.STRESS, Set.of("stress", "estrés", "belastung"));
        names.put(ColumnUse.TENSION, Set.of("tension", "anspannung", "spannung", "tensión", "spanning"));
        names.put(ColumnUse.ANXIETY, Set.of("anxiety", "angst", "anxiété", "ansiedad", "ansia"));
        names.put(ColumnUse.MOOD, Set.of("mood", "stimmung", "humeur", "ánimo", "umore", "stemming"));
        names.put(ColumnUse.SLEEP, Set.of("sleep", "schlaf", "sommeil", "sueño", "sonno", "slaap"));
        names.put(ColumnUse.BODY_AWARENESS, Set.of("bodyawareness", "awareness", "körperwahrnehmung", "körpergefühl"));
        names.put(ColumnUse.WORSE, Set.of("worse", "anythingworse", "adverse", "schlechter"));
        return names;
    }

    /** What each column is taken for, by its place; columns that are taken for nothing are not among them. */
    static Map<Integer, ColumnUse> understand(Table table) {
        Map<Integer, ColumnUse> uses = new LinkedHashMap<>();
        try {
            TimeColumn time = TimeColumn.find(table, null, null, List.of());
            uses.put(time.column().index(), ColumnUse.TIME);
            time.clock().ifPresent(clock -> uses.put(clock.index(), ColumnUse.TIME_OF_DAY));
        } catch (BadInput noTime) {
            // a person says which it is
        }
        for (ColumnUse use : NAMES.keySet()) {
            find(table, use, uses.keySet()).ifPresent(column -> uses.put(column.index(), use));
        }
        try {
            List<Column> taken = table.columns().stream()
                    .filter(column -> uses.containsKey(column.index()))
                    .toList();
            PersonColumn.find(table, taken).ifPresent(column -> uses.put(column.index(), ColumnUse.PERSON));
        } catch (BadInput notSure) {
            // asked about when the table is read
        }
        return uses;
    }

    private static Optional<Column> find(Table table, ColumnUse use, Collection<Integer> taken) {
        Set<String> names = NAMES.getOrDefault(use, Set.of());
        List<Column> free = table.columns().stream()
                .filter(column -> !taken.contains(column.index()))
                .toList();
        Optional<Column> named = free.stream()
                .filter(column -> names.contains(Columns.plain(column.name())))
                .findFirst();
        if (named.isPresent()) {
            return named;
        }
        List<Column> worded = free.stream()
                .filter(column -> Columns.words(column.name()).stream().anyMatch(names::contains))
                .filter(column -> use == ColumnUse.WORSE || table.holdsNumbers(column))
                .toList();
        return worded.size() == 1 ? Optional.of(worded.getFirst()) : Optional.empty();
    }

    /** The column that is taken for this, if there is one. */
    static Optional<Column> of(Table table, Map<Integer, ColumnUse> uses, ColumnUse use) {
        return table.columns().stream()
                .filter(column -> uses.get(column.index()) == use)
                .findFirst();
    }

    /** The measures among these. */
    static List<ColumnUse> measures(Map<Integer, ColumnUse> uses) {
        return MEASURES.stream().filter(uses::containsValue).toList();
    }

    /** Whether one use stands at two columns. */
    static Optional<ColumnUse> twice(Map<Integer, ColumnUse> uses) {
        return Arrays.stream(ColumnUse.values())
                .filter(use -> use != ColumnUse.LEFT && use != ColumnUse.REGIONS)
                .filter(use -> uses.values().stream().filter(use::equals).count() > 1)
                .findFirst();
    }
}
