package org.stillpoint.exchange.diary;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Question;
import org.stillpoint.exchange.Question.QuestionSubject;
import org.stillpoint.exchange.table.Cells;
import org.stillpoint.exchange.table.Column;
import org.stillpoint.exchange.table.ColumnUse;
import org.stillpoint.exchange.table.Read;
import org.stillpoint.exchange.table.Table;
import org.stillpoint.words.AsTyped;
import org.stillpoint.words.Message;
import org.stillpoint.words.ReadWords;
import org.stillpoint.words.TableWords;

/** Which columns and rows of a table are meant where those of one person are wanted. */
public final class Whose {

    private static final int MOST_CHOICES = 50;

    private static final int SOME = 4;

    private Whose() {}

    /**
     * The column that is taken for this, if there is one.
     *
     * @throws BadInput where two are
     */
    public static Optional<Column> column(Table table, Map<Integer, ColumnUse> uses, ColumnUse use) {
        List<Column> found = table.columns().stream()
                .filter(column -> uses.get(column.index()) == use)
                .toList();
        if (found.size() > 1) {
            throw table.ask(new Question(
                    QuestionSubject.COLUMNS,
                    new TableWords.TakenForOneThing(
                            String.join(", ", found.stream().map(Column::name).toList())),
                    ""));
        }
        return found.stream().findFirst();
    }

    /**
     * The column that is taken for this.
     *
     * @param missing what is said where there is none
     */
    public static Column column(Table table, Map<Integer, ColumnUse> uses, ColumnUse use, Message missing) {
        return column(table, uses, use)
                .orElseThrow(() -> table.ask(new Question(QuestionSubject.COLUMNS, missing, "")));
    }

    /** Places of the rows that are wanted. */
    public static Set<Integer> wanted(Table table, OnePerson told, Read read) {
        Set<Integer> places = new LinkedHashSet<>();
        table.forEach(row -> places.add(row.place()));
        for (String only : told.only()) {
            int sign = only.indexOf('=');
            Column column = table.getColumn(only.substring(0, Math.max(0, sign)));
            String same = Cells.sameName(only.substring(sign + 1));
            places.removeIf(
                    place -> !Cells.sameName(table.row(place).text(column)).equals(same));
            read.uses(ReadWords.ONLY, column);
        }
        return places;
    }

    /** Asks whose rows are meant where this column of people holds several in these rows. */
    public static void one(Table table, Column person, Collection<Integer> places) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int place : places) {
            String text = table.row(place).text(person);
            names.putIfAbsent(Cells.sameName(text), text);
        }
        if (names.size() > 1) {
            throw several(table, person.name(), List.copyOf(names.values()));
        }
    }

    /** For {@code throw}: asks which of these people is meant. */
    static BadInput several(Table table, String column, List<String> names) {
        String some = String.join(", ", names.stream().limit(SOME).toList()) + (names.size() > SOME ? ", …" : "");
        return table.ask(new Question(
                QuestionSubject.WHOSE,
                new TableWords.SeveralPeople(column, AsTyped.of(names.size()), some),
                "",
                names.stream()
                        .limit(MOST_CHOICES)
                        .map(one -> column + "=" + one)
                        .toList()));
    }
}
