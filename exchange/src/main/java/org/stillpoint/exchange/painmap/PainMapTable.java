package org.stillpoint.exchange.painmap;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.exchange.table.Column;
import org.stillpoint.exchange.table.Row;
import org.stillpoint.exchange.table.Table;

/**
 * Pain maps from a table: a header row, the person's id in the first column, a column for each region code with 0 to 10 or 0 and 1, any
 * other columns. An empty cell means that the region was not asked for.
 *
 * @param name of the file
 * @param maps in the order of the file
 * @param others names of the columns that were asked for besides the regions, in the order of {@link PainMap#others}
 */
public record PainMapTable(String name, List<PainMap> maps, List<String> others) {
    private static final Pattern REGION_CODE = Pattern.compile("[Xx]\\d+");
    private static final double MOST_PAIN = 10;

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

    /**
     * Reads a whole file; nothing is returned where anything in it is wrong.
     *
     * @param further columns that are wanted besides, as far as the file has them
     * @throws BadInput where the file is no such table: an unknown region code, a value outside 0 to 10, a missing id
     */
    public static PainMapTable read(Path file, Atlas atlas, List<String> further) {
        try (Table table = Table.open(file)) {
            int[] regions = regions(table, atlas);
            List<Column> others = further.stream()
                    .flatMap(column -> table.findColumn(column).stream())
                    .toList();
            List<PainMap> maps = new ArrayList<>();
            for (Row row : table) {
                maps.add(map(
                        row, table.columns(), regions, others, atlas.regions().size()));
            }
            table.check();
            if (maps.isEmpty()) {
                throw new BadInput(Problem.ofFile(table.name(), "holds a header but no row"));
            }
            return new PainMapTable(
                    table.name(),
                    List.copyOf(maps),
                    others.stream().map(Column::name).toList());
        }
    }

    /** For each column of the table the place of its region in the atlas, or -1. */
    private static int[] regions(Table table, Atlas atlas) {
        List<Column> columns = table.columns();
        int[] regions = new int[columns.size()];
        Arrays.fill(regions, -1);
        int found = 0;
        for (int c = 0; c < regions.length; c++) {
            String name = columns.get(c).name();
            OptionalInt place = place(atlas, name);
            if (place.isPresent() && c == 0) {
                table.problem(1, name, "", "the first column must hold the person's id, not a pain region");
            } else if (place.isPresent()) {
                regions[c] = place.getAsInt();
                found++;
            } else if (REGION_CODE.matcher(name).matches()) {
                table.problem(
                        1, name, "", "is not one of the 74 pain regions, X101 to X136 (front) and X201 to X238 (back)");
            }
        }
        table.check();
        if (found == 0) {
            throw new BadInput(Problem.ofFile(
                    table.name(), "has no column for a pain region, X101 to X136 (front) and X201 to X238 (back)"));
        }
        return regions;
    }

    private static OptionalInt place(Atlas atlas, String code) {
        try {
            return OptionalInt.of(atlas.regions().indexOf(code));
        } catch (NoSuchElementException e) {
            return OptionalInt.empty();
        }
    }

    private static PainMap map(Row row, List<Column> columns, int[] regions, List<Column> others, int count) {
        // "NA" is not empty: who exports from R with a missing id still has one row a person.
        String id = row.text(columns.getFirst());
        if (id.isEmpty()) {
            row.problem(columns.getFirst(), "the person's id is missing");
        }
        float[] values = new float[count];
        Arrays.fill(values, Float.NaN);
        for (int c = 1; c < regions.length; c++) {
            if (regions[c] >= 0) {
                values[regions[c]] = (float) row.numberOrMissing(columns.get(c), 0, MOST_PAIN);
            }
        }
        double[] further = new double[others.size()];
        for (int k = 0; k < further.length; k++) {
            further[k] = number(row.text(others.get(k)));
        }
        return new PainMap(id, values, further);
    }

    /** A column that nobody promised to be a number: what is none is missing. */
    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
