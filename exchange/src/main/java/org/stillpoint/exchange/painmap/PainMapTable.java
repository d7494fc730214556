package org.stillpoint.exchange.painmap;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    private static final Set<String> SEXES =
            Set.of("sex", "gender", "patsex", "geschlecht", "sexe", "sexo", "bodytype", "bodymaptype");
    private static final Set<String> MEN =
            Set.of("male", "m", "man", "men", "boy", "männlich", "mann", "homme", "masculin", "hombre");
    private static final Set<String> WOMEN =
            Set.of("female", "f", "w", "woman", "women", "girl", "weiblich", "frau", "femme", "mujer");

    /** The table of the R package HDSinRdata, whose rows of men are recoded: Alter 2021 (PLOS ONE 16(8):e0254862). */
    private static final Set<String> RECODED = Set.of("patsex", "patientnum");

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
        Table table = Table.open(file, how);
        RegionColumns regions = new RegionColumns(table, atlas);
        Column id = table.columns().getFirst();
        table.leaveOutTotals(List.of(id));
        Read read = new Read(table).uses("person", id);
        Predicate<Row> man = man(table, regions, layout, read);
        List<Column> others = further.stream()
                .flatMap(column -> table.findColumn(column).stream())
                .toList();
        List<PainMap> maps = new ArrayList<>();
        for (Row row : table) {
            maps.add(map(row, id, regions, man, others));
        }
        table.check();
        if (maps.isEmpty()) {
            throw new BadInput(Problem.ofFile(table.name(), "holds a header but no row"));
        }
        read.usesAll("regionColumns", regions.used())
                .decided("regions", regions.form())
                .decided(
                        "people",
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

    /** Whose rows are in the men's numbers. */
    private static Predicate<Row> man(Table table, RegionColumns regions, Layout layout, Read read) {
        Optional<Column> sex = table.columns().stream()
                .filter(column -> SEXES.contains(letters(column.name())))
                .findFirst();
        boolean recoded = RECODED.stream()
                .allMatch(name ->
                        table.columns().stream().anyMatch(c -> letters(c.name()).equals(name)));
        if (layout == Layout.SEX && sex.isEmpty()) {
            throw table.ask("has no column of sexes (sex, gender) to tell by; say --layout women or --layout men");
        }
        boolean bySex = layout == Layout.SEX || layout == Layout.BY_THE_TABLE && sex.isPresent() && !recoded;
        if (!bySex || !regions.differForMen()) {
            boolean men = layout == Layout.MEN;
            read.decided(
                    "layout",
                    men
                            ? "men's numbers"
                            : recoded && layout == Layout.BY_THE_TABLE
                                    ? "the published figure, to which this table is recoded"
                                    : "the published figure (women's numbers)");
            return row -> men;
        }
        Column column = sex.orElseThrow();
        boolean strange = table.different(column).stream()
                .map(text -> Cells.sameName(text).toLowerCase(Locale.ROOT))
                .anyMatch(text -> text.matches("[0-9]+"));
        if (strange) {
            throw table.ask(
                    "column " + column.name()
                            + " holds numbers, and regions are numbered differently for men; say --layout women, --layout men, or write male and female");
        }
        read.uses("sex", column);
        long men = 0;
        for (Row row : table) {
            String text = Cells.sameName(row.text(column));
            if (MEN.contains(text)) {
                men++;
            } else if (!WOMEN.contains(text) && !row.isMissing(column)) {
                read.note("Row " + row.number() + " is read in the published numbers.");
            }
        }
        read.decided(
                "layout",
                men == 0
                        ? "the published figure (women's numbers)"
                        : men + " rows in men's numbers, by " + column.name());
        if (men > 0) {
            read.note(
                    "CHOIR numbers the front arm and abdomen differently for men; where these rows are recoded already say --layout women.");
        }
        return row -> MEN.contains(Cells.sameName(row.text(column)));
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    private static PainMap map(Row row, Column id, RegionColumns regions, Predicate<Row> man, List<Column> others) {
        // "NA" is not empty: who exports from R with a missing id still has one row a person.
        String name = row.text(id);
        if (name.isEmpty()) {
            row.problem(id, "the person's id is missing");
        }
        double[] further = new double[others.size()];
        for (int k = 0; k < further.length; k++) {
            further[k] = number(row.text(others.get(k)));
        }
        return new PainMap(name, regions.values(row, man.test(row)), further);
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
