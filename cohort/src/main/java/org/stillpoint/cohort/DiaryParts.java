package org.stillpoint.cohort;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stillpoint.app.evidence.DiaryOptions;
import org.stillpoint.app.evidence.DiaryOptions.ToldDiaries;
import org.stillpoint.app.evidence.ToldDiary;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.exchange.table.HowToRead;
import org.stillpoint.exchange.table.Table;

/** Diaries of clients, as {@code evidence practice} reads them. */
record DiaryParts(Retold told) implements PartReader<ToldDiary> {

    /** What is read of check-ins where nothing else is told. */
    private static final String MEASURE = "pain";

    @Override
    public HowToRead how() {
        return told.diaries().how();
    }

    @Override
    public Optional<String> person() {
        return told.diaries().person();
    }

    @Override
    public int personElse() {
        return -1;
    }

    @Override
    public PartItems<ToldDiary> read(Table table) {
        Deidentified.check(table);
        DiaryOptions options = told.diaries();
        ToldDiaries diaries = options.read(table, name -> true);
        Deidentified.checkPeople(table, diaries.people().stream().map(ToldDiary::person));
        return new PartItems<>(
                diaries.people(),
                diaries.table().read().fields(),
                diaries.table().repeatedRows(),
                false);
    }

    /** Each check-in's day and one measure; somebody starts with their first session. */
    @Override
    public List<List<String>> ofExport(List<List<String>> rows, List<List<String>> besides) {
        Map<String, Long> starts = new HashMap<>();
        if (!besides.isEmpty()) {
            int whose = column(besides.getFirst(), "person");
            int day = column(besides.getFirst(), "day_number");
            for (List<String> session : besides.subList(1, besides.size())) {
                starts.merge(session.get(whose), Long.parseLong(session.get(day)), Math::min);
            }
        }
        List<String> header = rows.getFirst();
        String measure = told.diaries().value().orElse(MEASURE);
        int whose = column(header, "person");
        int day = column(header, "day_number");
        int value = column(header, measure);
        List<List<String>> diaries = new ArrayList<>();
        diaries.add(List.of("person", "day", measure, "start"));
        for (List<String> row : rows.subList(1, rows.size())) {
            Long start = starts.get(row.get(whose));
            diaries.add(
                    List.of(row.get(whose), row.get(day), row.get(value), start == null ? "" : String.valueOf(start)));
        }
        return diaries;
    }

    static int column(List<String> header, String name) {
        int place = header.indexOf(name);
        if (place < 0) {
            throw new BadInput(Problem.ofFile(
                    "export", "has no column " + name + ", which a table of './stillpoint tables --deidentified' has"));
        }
        return place;
    }
}
