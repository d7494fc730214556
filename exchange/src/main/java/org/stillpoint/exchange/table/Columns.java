package org.stillpoint.exchange.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stillpoint.evidence.diary.Setting.Scale;
import org.stillpoint.exchange.Question;
import org.stillpoint.exchange.Question.QuestionSubject;
import org.stillpoint.words.TableWords;

/** Finds the columns that a command needs: by the name given on the command line, else by the names people use. */
public final class Columns {

    /** Scores and effects beyond this are slips of the keyboard, and their squares leave the numbers a computer has. */
    public static final double MOST = 1e9;

    private static final Pattern RANGE = Pattern.compile(
            "[(\\[]\\s*(-?\\d+(?:\\.\\d+)?)\\s*(?:-|\u2013|to|bis|\\.\\.|:)\\s*(\\d+(?:\\.\\d+)?)\\s*[)\\]]");

    private Columns() {}

    /** The column named on the command line, which must be there, or the first there is of the usual names. */
    public static Optional<Column> find(Table table, @Nullable String told, String... usual) {
        if (told != null) {
            return Optional.of(table.findColumn(told).orElseGet(() -> table.getColumn(exact(table, told))));
        }
        List<Column> columns = table.columns();
        return Arrays.stream(usual)
                .flatMap(name -> columns.stream().filter(c -> plain(c.name()).equals(plain(name))))
                .findFirst();
    }

    /** As {@link #find}, but a column must be found; {@code option} names it on the command line. */
    public static Column get(Table table, @Nullable String told, String option, String... usual) {
        return find(table, told, usual)
                .orElseThrow(() -> table.ask(new Question(
                        QuestionSubject.COLUMNS,
                        new TableWords.NoneIsCalled(String.join(", ", usual)),
                        "name one of its columns with " + option + ": " + names(table))));
    }

    /** The names of a table's columns, the first of them. */
    public static String names(Table table) {
        return table.columns().stream().map(Column::name).limit(12).collect(Collectors.joining(", "));
    }

    private static String exact(Table table, String told) {
        return table.columns().stream()
                .map(Column::name)
                .filter(name -> plain(name).equals(plain(told)))
                .findFirst()
                .orElse(told);
    }

    /** The scale that a name tells in brackets, such as {@code pain (0-100)}. */
    public static Optional<Scale> rangeIn(String name) {
        Matcher told = RANGE.matcher(name);
        if (!told.find()) {
            return Optional.empty();
        }
        double low = Double.parseDouble(told.group(1));
        double high = Double.parseDouble(told.group(2));
        return low < high ? Optional.of(new Scale(low, high)) : Optional.empty();
    }

    /** A name without signs, capitals and what stands in brackets behind it. */
    public static String plain(String name) {
        return name.replaceAll("\\s*[(\\[].*[)\\]]\\s*$", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_.-]+", "");
    }

    /** The words of a name: {@code Client Name}, {@code client_name} and {@code clientName} hold client and name. */
    public static Set<String> words(String name) {
        return Arrays.stream(name.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
                        .toLowerCase(Locale.ROOT)
                        .split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }
}
