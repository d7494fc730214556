package org.stillpoint.exchange.painmap;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.exchange.table.Cells;
import org.stillpoint.exchange.table.Column;
import org.stillpoint.exchange.table.HowToRead;
import org.stillpoint.exchange.table.Read;
import org.stillpoint.exchange.table.Row;
import org.stillpoint.exchange.table.Table;
import org.stillpoint.words.ReadWords;
import org.stillpoint.words.TableWords;

/**
 * Pain maps from a table: a header row, the person's id in the first column, a column for each region code with 0 to 10 or 0 and 1 (or one
 * column with lists of codes), any other columns. An empty cell means that the region was not asked for.
 *
 * @param name of the file
 * @param maps in the order of the file
 * @param others names of the columns that were asked for besides the regions, in the order of {@link PainMap#others}
 * @param read what was made of the table
 */
public record PainMapTable(String name, List<PainMap> maps, List<String> others, Read read) {

    /**
     * One row.
     *
     * @param id of the person, as it stands in the file
     * @param values pain of each region, 0 to 10, in the order of the atlas; NaN where it was not asked
     * @param others further columns; NaN where a cell is empty or no number
     */
    public record PainMap(String id, float[] values, double[] others) {
        /** Pain of each region, 0 to 10, in the order of the atlas; NaN where it was not asked. */
        public double[] pain() {
            double[] pain = new double[values.length];
            for (int r = 0; r < pain.length; r++) {
                pain[r] = values[r];
            }
            return pain;
        }
    }

    /** Reads a whole file of which nothing more is known. */
    public static PainMapTable read(Path file, Atlas atlas, List<String> further) {
        return read(file, atlas, further, Layout.BY_THE_TABLE, HowToRead.TOLD_BY_THE_TABLE);
    }

    /**
     * Reads a whole file; nothing is returned where anything in it is wrong.
     *
     * @param further columns that are wanted besides, as far as the file has them
     * @param layout how the regions are numbered
     * @throws BadInput where the file is no such table: an unknown region code, a value outside 0 to 10, a missing id
     */
    public static PainMapTable read(Path file, Atlas atlas, List<String> further, Layout layout, HowToRead how) {
        return read(Table.open(file, how), atlas, further, layout);
    }

    /** As {@link #read(Path, Atlas, List, Layout, HowToRead)}, of a table that was opened already as it is told. */
    public static PainMapTable read(Table table, Atlas atlas, List<String> further, Layout layout) {
        RegionColumns regions =
                new RegionColumns(table, atlas, Set.of(table.columns().getFirst()));
        Column id = table.columns().getFirst();
        table.leaveOutTotals(List.of(id));
        Read read = new Read(table).uses(ReadWords.PERSON, id);
        Predicate<Row> man = Numbering.men(table, regions, layout, Optional.empty(), read);
        List<Column> others = further.stream()
                .flatMap(column -> table.findColumn(column).stream())
                .toList();
        List<PainMap> maps = new ArrayList<>();
        for (Row row : table) {
            maps.add(map(row, id, regions, man, others));
        }
        table.check();
        if (maps.isEmpty()) {
            throw new BadInput(Problem.ofFile(table.name(), TableWords.NO_ROW));
        }
        read.usesAll(ReadWords.REGION_COLUMNS, regions.used())
                .decided(ReadWords.REGIONS, regions.form())
                .decided(
                        ReadWords.PEOPLE,
                        maps.stream()
                                .map(PainMap::id)
                                .map(Cells::sameName)
                                .distinct()
                                .count());
        return new PainMapTable(
                table.name(),
                List.copyOf(maps),
                others.stream().map(Column::name).toList(),
                read);
    }

    private static PainMap map(Row row, Column id, RegionColumns regions, Predicate<Row> man, List<Column> others) {
        // "NA" is not empty: who exports from R with a missing id still has one row a person.
        String name = row.text(id);
        if (name.isEmpty()) {
            row.problem(id, TableWords.ID_MISSING);
        }
        double[] further = new double[others.size()];
        for (int k = 0; k < further.length; k++) {
            further[k] = row.numberIfAny(others.get(k));
        }
        return new PainMap(name, regions.values(row, man.test(row)), further);
    }
}
