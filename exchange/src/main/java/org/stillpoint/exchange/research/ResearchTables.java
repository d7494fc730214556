package org.stillpoint.exchange.research;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stillpoint.record.work.ClientFile;

/**
 * All that may leave of many clients, as tables, with a dictionary of what stands in them. Without what tells who somebody is: no names, no
 * words, no dates, ages in bands, and what fewer than five people have in common is not told.
 */
public final class ResearchTables {
    /** The usual least size of a cell in published health statistics (NHS England, OECD: 5 to 10); own choice among them, 2026. */
    public static final int LEAST_PEOPLE = 5;

    /** What stands in place of a value that few people have. */
    static final String FEW = "(few)";

    /** Columns whose values might tell who somebody is, were they rare. */
    private static final Map<String, List<String>> RARE = Map.of(
            "clients", List.of("age_band"),
            "events", List.of("kind", "mechanism_code", "provenance"),
            "event_regions", List.of("region"),
            "pain_maps", List.of("region", "quality"),
            "scores", List.of("instrument"),
            "marks", List.of("kind"));

    /** Of the dictionary itself. */
    private static final List<ResearchColumn> DICTIONARY = Stream.of(
                    "table", "column", "type", "unit", "rows", "filled", "about")
            .map(name -> new ResearchColumn(
                    "dictionary",
                    name,
                    true,
                    true,
                    name.equals("rows") || name.equals("filled") ? "integer" : "text",
                    "",
                    ""))
            .toList();

    private ResearchTables() {}

    /** Everything, for the practice itself. */
    public static List<ResearchTable> full(List<ClientFile> files, ZoneId zone) {
        return tables(files.stream().map(file -> PersonRows.full(file, zone)).toList(), false);
    }

    /**
     * Of those whose consent in force says yes to research.
     *
     * @param files in an order that tells nothing
     * @throws TooFewPeople if they are fewer than {@link #LEAST_PEOPLE}
     */
    public static List<ResearchTable> deidentified(List<ClientFile> files, ZoneId zone) {
        List<ClientFile> agreed =
                files.stream().filter(file -> Research.agreed(file, zone)).toList();
        if (agreed.size() < LEAST_PEOPLE) {
            throw new TooFewPeople(agreed.size());
        }
        List<PersonRows> people = new ArrayList<>();
        for (ClientFile file : agreed) {
            people.add(PersonRows.deidentified(file, people.size() + 1, zone));
        }
        return tables(people, true);
    }

    /** Too few have agreed for tables that tell nobody. */
    public static final class TooFewPeople extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooFewPeople(int people) {
            super("%d people, of at least %d".formatted(people, LEAST_PEOPLE));
        }
    }

    private static List<ResearchTable> tables(List<PersonRows> people, boolean deidentified) {
        Map<String, List<ResearchColumn>> byTable = ResearchColumn.all().stream()
                .filter(column -> deidentified ? column.deidentified() : column.full())
                .collect(Collectors.groupingBy(ResearchColumn::table, LinkedHashMap::new, Collectors.toList()));
        List<ResearchTable> tables = new ArrayList<>();
        byTable.forEach((name, columns) -> {
            List<Map<String, String>> rows = people.stream()
                    .flatMap(person -> person.of(name).stream())
                    .map(row -> told(row, columns))
                    .toList();
            tables.add(new ResearchTable(
                    name, columns, deidentified ? withoutRare(rows, RARE.getOrDefault(name, List.of())) : rows));
        });
        tables.add(dictionary(byTable, tables));
        return tables;
    }

    private static Map<String, String> told(Map<String, String> row, List<ResearchColumn> columns) {
        Map<String, String> told = new LinkedHashMap<>();
        for (ResearchColumn column : columns) {
            String value = row.get(column.name());
            if (value == null) {
                throw new IllegalStateException("nothing fills the column " + column.table() + "." + column.name());
            }
            told.put(column.name(), column.isText() ? ResearchTable.defused(value) : value);
        }
        return told;
    }

    private static List<Map<String, String>> withoutRare(List<Map<String, String>> rows, List<String> columns) {
        Map<String, Map<String, Set<String>>> people = new HashMap<>();
        for (Map<String, String> row : rows) {
            for (String column : columns) {
                people.computeIfAbsent(column, any -> new HashMap<>())
                        .computeIfAbsent(String.valueOf(row.get(column)), any -> new HashSet<>())
                        .add(String.valueOf(row.get("person")));
            }
        }
        return rows.stream()
                .map(row -> {
                    Map<String, String> told = new LinkedHashMap<>(row);
                    for (String column : columns) {
                        told.computeIfPresent(
                                column,
                                (name, value) -> value.isEmpty() || isCommon(people, name, value) ? value : FEW);
                    }
                    return told;
                })
                .toList();
    }

    private static boolean isCommon(Map<String, Map<String, Set<String>>> people, String column, String value) {
        return people.getOrDefault(column, Map.of())
                        .getOrDefault(value, Set.of())
                        .size()
                >= LEAST_PEOPLE;
    }

    /** What stands in the tables, with how much of it there is. */
    private static ResearchTable dictionary(Map<String, List<ResearchColumn>> byTable, List<ResearchTable> tables) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (ResearchTable table : tables) {
            for (ResearchColumn column : byTable.getOrDefault(table.name(), List.of())) {
                long filled = table.rows().stream()
                        .filter(row -> !String.valueOf(row.get(column.name())).isEmpty())
                        .count();
                Map<String, String> row = new LinkedHashMap<>();
                row.put("table", table.name());
                row.put("column", column.name());
                row.put("type", column.type());
                row.put("unit", column.unit());
                row.put("rows", String.valueOf(table.rows().size()));
                row.put("filled", String.valueOf(filled));
                row.put("about", column.about());
                rows.add(row);
            }
        }
        return new ResearchTable("dictionary", DICTIONARY, rows);
    }
}
