package org.stillpoint.exchange.painmap;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.stillpoint.exchange.Question;
import org.stillpoint.exchange.Question.QuestionSubject;
import org.stillpoint.exchange.table.Cells;
import org.stillpoint.exchange.table.Column;
import org.stillpoint.exchange.table.Read;
import org.stillpoint.exchange.table.Row;
import org.stillpoint.exchange.table.Table;
import org.stillpoint.words.AsTyped;
import org.stillpoint.words.ReadWords;
import org.stillpoint.words.TableWords;

/** In which of the two numberings the regions of each row stand. */
final class Numbering {

    private static final Set<String> SEXES =
            Set.of("sex", "gender", "patsex", "geschlecht", "sexe", "sexo", "bodytype", "bodymaptype");
    private static final Set<String> MEN =
            Set.of("male", "m", "man", "men", "boy", "männlich", "mann", "homme", "masculin", "hombre");
    private static final Set<String> WOMEN =
            Set.of("female", "f", "w", "woman", "women", "girl", "weiblich", "frau", "femme", "mujer");

    /** The table of the R package HDSinRdata, whose rows of men are recoded: Alter 2021 (PLOS ONE 16(8):e0254862). */
    private static final Set<String> RECODED = Set.of("patsex", "patientnum");

    private Numbering() {}

    /** The column of sexes, by its name. */
    static Optional<Column> sexes(Table table) {
        return table.columns().stream()
                .filter(column -> SEXES.contains(letters(column.name())))
                .findFirst();
    }

    /** Whether the table is known to be recoded to the published figure. */
    static boolean isRecoded(Table table) {
        return RECODED.stream()
                .allMatch(name ->
                        table.columns().stream().anyMatch(c -> letters(c.name()).equals(name)));
    }

    /** Whose rows are in the men's numbers. */
    static Predicate<Row> men(Table table, RegionColumns regions, Layout layout, Optional<Column> told, Read read) {
        Optional<Column> sex = told.or(() -> sexes(table));
        boolean recoded = isRecoded(table);
        if (layout == Layout.SEX && sex.isEmpty()) {
            throw table.ask(
                    new Question(QuestionSubject.LAYOUT, TableWords.NO_SEXES, "say --layout women or --layout men"));
        }
        boolean bySex = layout == Layout.SEX || layout == Layout.BY_THE_TABLE && sex.isPresent() && !recoded;
        if (!bySex || !regions.differForMen()) {
            boolean men = layout == Layout.MEN;
            read.decided(
                    ReadWords.LAYOUT,
                    men
                            ? ReadWords.NUMBERS_OF_MEN
                            : recoded && layout == Layout.BY_THE_TABLE
                                    ? ReadWords.NUMBERS_RECODED
                                    : ReadWords.NUMBERS_AS_PUBLISHED);
            return row -> men;
        }
        Column column = sex.orElseThrow();
        boolean strange = table.different(column).stream()
                .map(text -> Cells.sameName(text).toLowerCase(Locale.ROOT))
                .anyMatch(text -> text.matches("[0-9]+"));
        if (strange) {
            throw table.ask(new Question(
                    QuestionSubject.LAYOUT,
                    new TableWords.SexesAreNumbers(column.name()),
                    "say --layout women, --layout men, or write male and female"));
        }
        read.uses(ReadWords.SEX, column);
        long men = 0;
        for (Row row : table) {
            String text = Cells.sameName(row.text(column));
            if (MEN.contains(text)) {
                men++;
            } else if (!WOMEN.contains(text) && !row.isMissing(column)) {
                read.note(new ReadWords.RowAsPublished(AsTyped.of(row.number())));
            }
        }
        read.decided(
                ReadWords.LAYOUT,
                men == 0 ? ReadWords.NUMBERS_AS_PUBLISHED : new ReadWords.MenBy(AsTyped.of(men), column.name()));
        if (men > 0) {
            read.note(
                    ReadWords.MEN_NUMBERED_DIFFERENTLY,
                    "CHOIR numbers the front arm and abdomen differently for men; where these rows are recoded already say --layout women.");
        }
        return row -> MEN.contains(Cells.sameName(row.text(column)));
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
