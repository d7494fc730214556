package org.stillpoint.exchange.diary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.exchange.Question;
import org.stillpoint.exchange.Question.QuestionSubject;
import org.stillpoint.exchange.table.Cells;
import org.stillpoint.exchange.table.Column;
import org.stillpoint.exchange.table.Columns;
import org.stillpoint.exchange.table.Row;
import org.stillpoint.exchange.table.Table;
import org.stillpoint.words.TableWords;

/** Which column says whose row it is: by its name, and by whether its values come again. */
public final class PersonColumn {

    /** Words that only a column of people has. */
    private static final Set<String> PEOPLE = Set.of(
            "person",
            "persons",
            "subject",
            "subj",
            "subjid",
            "client",
            "clients",
            "patient",
            "patients",
            "case",
            "participant",
            "respondent",
            "proband",
            "klient",
            "klientin",
            "patientin",
            "kunde",
            "kundin",
            "teilnehmer",
            "teilnehmerin",
            "member",
            "user",
            "username",
            "email",
            "mail",
            "initials",
            "pseudonym",
            "mrn",
            "name",
            "nom",
            "nombre",
            "paciente",
            "cliente");

    /** Words that a column of people may have, and a column that numbers the rows as well. */
    private static final Set<String> PERHAPS = Set.of(
            "id",
            "pid",
            "sid",
            "uid",
            "ids",
            "code",
            "record",
            "nr",
            "no",
            "number",
            "personid",
            "patientid",
            "clientid",
            "subjectid",
            "participantid",
            "recordid",
            "studyid");

    /** Words that make it something else. */
    private static final Set<String> OTHERS = Set.of(
            "therapist",
            "practitioner",
            "practice",
            "clinic",
            "site",
            "session",
            "visit",
            "device",
            "question",
            "item",
            "event",
            "instrument",
            "form",
            "file",
            "drug",
            "medication",
            "survey",
            "measure",
            "scale",
            "day",
            "date",
            "time",
            "zip",
            "postal",
            "post",
            "icd");

    private static final int FEW = 3;

    private PersonColumn() {}

    /**
     * The column of people that its name shows, if there is one; a column whose every row is another one numbers the rows and is
     * none.
     *
     * @param taken columns that are something else
     * @throws org.stillpoint.exchange.BadInput where two columns disagree about who is who, or it cannot be told
     */
    public static Optional<Column> find(Table table, Collection<Column> taken) {
        List<Column> named = table.columns().stream()
                .filter(column -> !taken.contains(column) && rank(column) > 0)
                .sorted(Comparator.comparingInt(PersonColumn::rank).reversed())
                .toList();
        List<Column> again =
                named.stream().filter(column -> !numbersTheRows(table, column)).toList();
        if (again.isEmpty()) {
            named.stream()
                    .filter(column -> rank(column) > 1 && table.size() >= FEW)
                    .findFirst()
                    .ifPresent(column -> {
                        throw table.ask(new Question(
                                QuestionSubject.COLUMNS,
                                new TableWords.EachRowAnother(column.name()),
                                "say --person \"" + column.name()
                                        + "\" where each row is of another person, or --all-one-person"));
                    });
            return Optional.empty();
        }
        Column first = again.getFirst();
        again.stream()
                .skip(1)
                .filter(other -> splits(table, first, other))
                .findFirst()
                .ifPresent(other -> {
                    throw table.ask(new Question(
                            QuestionSubject.COLUMNS,
                            new TableWords.Disagree(first.name(), other.name()),
                            "say which one with --person"));
                });
        return Optional.of(first);
    }

    private static int rank(Column column) {
        Set<String> words = Columns.words(column.name());
        if (words.stream().anyMatch(OTHERS::contains)) {
            return 0;
        }
        return words.stream().anyMatch(PEOPLE::contains) ? 2 : words.stream().anyMatch(PERHAPS::contains) ? 1 : 0;
    }

    /** Whether every value stands in one row only, but for rows that are there twice with everything in them. */
    static boolean numbersTheRows(Table table, Column column) {
        Map<String, Row> first = new HashMap<>();
        int holding = 0;
        for (Row row : table) {
            if (row.text(column).isEmpty()) {
                continue;
            }
            holding++;
            Row before = first.putIfAbsent(Cells.sameName(row.text(column)), row);
            if (before != null && !isSame(table, before, row)) {
                return false;
            }
        }
        return holding > 1;
    }

    private static boolean isSame(Table table, Row a, Row b) {
        return table.columns().stream().allMatch(column -> a.code(column) == b.code(column));
    }

    /** Whether one value of the first column stands beside several of the other. */
    private static boolean splits(Table table, Column first, Column other) {
        Map<String, String> beside = new HashMap<>();
        for (Row row : table) {
            String name = Cells.sameName(row.text(first));
            String second = Cells.sameName(row.text(other));
            if (!second.isEmpty() && !beside.computeIfAbsent(name, n -> second).equals(second)) {
                return true;
            }
        }
        return false;
    }

    /** People by the one form of their names, in order of appearance, with how each is written. */
    static final class People {
        private final List<String> names = new ArrayList<>();
        private final Map<String, Integer> places = new HashMap<>();
        private final Map<Integer, Set<String>> written = new HashMap<>();

        int place(String text) {
            int place = places.computeIfAbsent(Cells.sameName(text), same -> {
                names.add(text);
                return names.size() - 1;
            });
            written.computeIfAbsent(place, p -> new java.util.LinkedHashSet<>()).add(text);
            return place;
        }

        List<String> names() {
            return names;
        }

        /** The ways in which one person's name is written, for those who have more than one. */
        List<String> writtenInSeveralWays() {
            return written.values().stream()
                    .filter(ways -> ways.size() > 1)
                    .map(ways -> String.join(", ", ways))
                    .toList();
        }

        /** Names that differ only in accents, signs or leading zeros, and are counted as different people. */
        List<String> alike() {
            Map<String, List<String>> alike = new java.util.LinkedHashMap<>();
            names.forEach(name -> alike.computeIfAbsent(Cells.likeness(name), n -> new ArrayList<>())
                    .add(name));
            return alike.values().stream()
                    .filter(group -> group.size() > 1)
                    .map(group -> String.join(", ", group))
                    .toList();
        }
    }
}
