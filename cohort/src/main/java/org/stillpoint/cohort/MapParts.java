package org.stillpoint.cohort;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.PainRegion;
import org.stillpoint.app.trace.TracedMap;
import org.stillpoint.exchange.painmap.PainMapTable;
import org.stillpoint.exchange.painmap.PainMapTable.PainMap;
import org.stillpoint.exchange.table.HowToRead;
import org.stillpoint.exchange.table.Table;

/** Pain maps, as {@code trace} reads them. */
record MapParts(Retold told) implements PartReader<ToldMap> {

    @Override
    public HowToRead how() {
        return told.maps().how();
    }

    @Override
    public Optional<String> person() {
        return Optional.empty();
    }

    /** The first column holds the person's id, whatever it is called. */
    @Override
    public int personElse() {
        return 0;
    }

    @Override
    public PartItems<ToldMap> read(Table table) {
        Deidentified.check(table);
        PainMapTable maps = told.maps().read(table, Atlas.standard());
        Deidentified.checkPeople(table, maps.maps().stream().map(PainMap::id));
        return new PartItems<>(
                maps.maps().stream()
                        .map(map -> new ToldMap(map.id(), map.values()))
                        .toList(),
                maps.read().fields(),
                0,
                maps.maps().stream().allMatch(TracedMap::hasOnlyMarks));
    }

    /** A row for each map, called by its person and number; a region that was not marked does not hurt. A place that few people have is no place. */
    @Override
    public List<List<String>> ofExport(List<List<String>> rows, List<List<String>> besides) {
        List<String> header = rows.getFirst();
        int whose = DiaryParts.column(header, "person");
        int number = DiaryParts.column(header, "map");
        int region = DiaryParts.column(header, "region");
        int pain = DiaryParts.column(header, "pain");
        Map<String, Map<String, String>> maps = new LinkedHashMap<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            Map<String, String> map =
                    maps.computeIfAbsent(row.get(whose) + "-" + row.get(number), any -> new LinkedHashMap<>());
            if (!row.get(region).startsWith("(")) {
                map.put(row.get(region), row.get(pain));
            }
        }
        List<String> regions =
                Atlas.standard().regions().list().stream().map(PainRegion::code).toList();
        List<List<String>> wide = new ArrayList<>();
        wide.add(Stream.concat(Stream.of("map"), regions.stream()).toList());
        maps.forEach((id, map) -> {
            List<String> cells = new ArrayList<>();
            cells.add(id);
            regions.forEach(code -> cells.add(map.getOrDefault(code, "0")));
            wide.add(cells);
        });
        return wide;
    }
}
