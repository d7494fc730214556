package org.stillpoint.app.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stillpoint.evidence.trial.Arm;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.exchange.diary.DiaryTable;
import org.stillpoint.exchange.table.Cells;
import org.stillpoint.exchange.table.Column;
import org.stillpoint.exchange.table.Columns;
import org.stillpoint.exchange.table.Isolated;
import org.stillpoint.exchange.table.Read;
import org.stillpoint.exchange.table.Row;
import org.stillpoint.exchange.table.Table;

/**
 * A trial as it stands in a table: one row per person, with a score before, a score after and an arm.
 *
 * @param treated the treated arm
 * @param treatedName what the table calls it; empty where there are no arms
 * @param comparison the other arm; empty where there is none
 * @param comparisonName what the table calls it
 * @param before the column of scores before
 * @param after the column of scores after
 * @param missing people without one of the scores
 * @param read what was made of the table
 */
record ArmTable(
        Arm treated,
        String treatedName,
        Optional<Arm> comparison,
        String comparisonName,
        Column before,
        Column after,
        int missing,
        Read read) {

    /** Columns and arms as the command line names them; null where it does not. */
    record NamedArms(
            @Nullable String before,
            @Nullable String after,
            @Nullable String arm,
            @Nullable String treated,
            @Nullable String comparison,
            @Nullable String person,
            DiaryTable.@Nullable Bound bound,
            RowsAlike.Choice alike) {}

    static final String[] BEFORE = {"before", "pre", "baseline", "pretest", "vorher", "t0"};
    private static final String[] AFTER = {"after", "post", "followup", "posttest", "nachher", "t1"};
    private static final String[] ARMS = {
        "arm", "group", "treated", "treatment", "condition", "gruppe", "allocation", "randomisation"
    };

    /** Words that say: this arm had the treatment. */
    private static final Set<String> TREATED = Set.of(
            "treated",
            "treatment",
            "active",
            "intervention",
            "experimental",
            "verum",
            "exp",
            "treat",
            "tx",
            "ser",
            "yes",
            "true",
            "behandelt",
            "behandlung");

    /** Words that say: this arm had not. */
    private static final Set<String> NOT_TREATED = Set.of(
            "control",
            "controls",
            "placebo",
            "sham",
            "usual care",
            "usualcare",
            "tau",
            "treatment as usual",
            "waitlist",
            "wait list",
            "waiting list",
            "wait-list",
            "untreated",
            "no treatment",
            "none",
            "no",
            "false",
            "comparison",
            "ctrl",
            "standard care",
            "kontrolle",
            "kontrollgruppe");

    private static final int LEAST = 3;

    private record PeopleOfArm(String name, List<Double> before, List<Double> after) {
        Arm arm() {
            return Arm.of(
                    before.stream().mapToDouble(Double::doubleValue).toArray(),
                    after.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    static ArmTable read(Table table, NamedArms told) {
        Column before = Columns.get(table, told.before(), "--before", BEFORE);
        Column after = Columns.get(table, told.after(), "--after", AFTER);
        Optional<Column> arm = Columns.find(table, told.arm(), ARMS);
        Optional<Column> person = person(table, told, before, after, arm);
        Stream.concat(person.stream(), table.columns().stream().limit(1))
                .distinct()
                .forEach(column -> table.leaveOutTotals(List.of(column)));
        Map<String, PeopleOfArm> arms = new LinkedHashMap<>();
        person.ifPresent(column -> twice(
                table,
                column,
                "repeated measures: evidence diary, or a condition for N-of-1; another column of people: --person"));
        // Numbers from 1 on may count rows rather than people, and then say nothing of who is there twice.
        Optional<RowsAlike> alike =
                person.filter(column -> !table.countsRows(column)).isPresent()
                        ? Optional.empty()
                        : Optional.of(RowsAlike.ofNumbers(table, before, after));
        boolean once = told.alike() == RowsAlike.Choice.ONCE;
        int missing = people(table, told.bound(), before, after, arm, row -> once && isAgain(alike, row), arms);
        table.check();
        if (told.alike() == RowsAlike.Choice.ASK) {
            alike.ifPresent(rows -> rows.askUnlessByChance("person"));
        }
        if (told.bound() == null) {
            Isolated.ask(table, before, scores(arms, PeopleOfArm::before));
            Isolated.ask(table, after, scores(arms, PeopleOfArm::after));
        }
        Read read = new Read(table).uses("before", before).uses("after", after);
        arm.ifPresent(column -> read.uses("arm", column));
        person.ifPresent(column -> read.uses("person", column));
        alike.ifPresent(rows -> rows.say(read, once ? rows.count() : 0));
        PeopleOfArm treated =
                named(table, arms, told.treated(), "--treated").orElseGet(() -> treated(table, arms, arm.orElse(null)));
        if (arm.isEmpty() || arms.size() == 1) {
            read.decided("people", treated.before().size()).decided("missing", missing);
            return new ArmTable(
                    sized(table, treated), treated.name(), Optional.empty(), "", before, after, missing, read);
        }
        PeopleOfArm comparison =
                named(table, arms, told.comparison(), "--comparison").orElseGet(() -> comparison(table, arms, treated));
        read.decided("people", treated.before().size() + comparison.before().size())
                .decided("treatedArm", treated.name())
                .decided("comparisonArm", comparison.name())
                .decided("missing", missing);
        List<String> others = arms.values().stream()
                .filter(p -> p != treated && p != comparison)
                .map(PeopleOfArm::name)
                .toList();
        if (!others.isEmpty()) {
            read.decided("otherArms", others);
        }
        return new ArmTable(
                sized(table, treated),
                treated.name(),
                Optional.of(sized(table, comparison)),
                comparison.name(),
                before,
                after,
                missing,
                read);
    }

    private static double[] scores(Map<String, PeopleOfArm> arms, Function<PeopleOfArm, List<Double>> which) {
        return arms.values().stream()
                .flatMap(people -> which.apply(people).stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static Optional<Column> person(
            Table table, NamedArms told, Column before, Column after, Optional<Column> arm) {
        if (told.person() != null) {
            return Columns.find(table, told.person());
        }
        List<String> taken = new ArrayList<>(List.of(before.name(), after.name()));
        arm.ifPresent(column -> taken.add(column.name()));
        return Columns.find(
                        table,
                        null,
                        "person",
                        "subject",
                        "client",
                        "patient",
                        "participant",
                        "case",
                        "id",
                        "subject_id",
                        "subjid",
                        "patient_id",
                        "client_id",
                        "participant_id",
                        "record_id",
                        "study_id",
                        "pid",
                        "name",
                        "client_name",
                        "patient_name",
                        "email",
                        "email_address",
                        "initials",
                        "code",
                        "nr")
                .filter(column -> !taken.contains(column.name()));
    }

    private static int people(
            Table table,
            DiaryTable.@Nullable Bound bound,
            Column before,
            Column after,
            Optional<Column> arm,
            Predicate<Row> leftOut,
            Map<String, PeopleOfArm> arms) {
        double low = bound == null ? -Columns.MOST : bound.scale().low();
        double high = bound == null ? Columns.MOST : bound.scale().high();
        int missing = 0;
        for (Row row : table) {
            if (leftOut.test(row)) {
                continue;
            }
            double from = row.numberOrMissing(before, low, high);
            double to = row.numberOrMissing(after, low, high);
            if (row.isMissing(before) || row.isMissing(after)) {
                missing++;
                continue;
            }
            String which = arm.map(column -> armOf(row, column)).orElse("");
            PeopleOfArm people = arms.computeIfAbsent(
                    Cells.sameName(which), w -> new PeopleOfArm(which, new ArrayList<>(), new ArrayList<>()));
            people.before().add(from);
            people.after().add(to);
        }
        return missing;
    }

    private static boolean isAgain(Optional<RowsAlike> alike, Row row) {
        return alike.filter(rows -> rows.isAgain(row)).isPresent();
    }

    /** An arm may be called none or no: such a cell is empty only where nothing stands in it. */
    private static String armOf(Row row, Column column) {
        String text = row.text(column);
        if (NOT_TREATED.contains(Cells.sameName(text))) {
            return text;
        }
        return row.required(column);
    }

    /** A person twice: two measurements of one person are no two people. */
    static void twice(Table table, Column column, String otherwise) {
        Map<String, Long> seen = new HashMap<>();
        for (Row row : table) {
            if (row.isMissing(column)) {
                continue;
            }
            Long first = seen.putIfAbsent(Cells.sameName(row.text(column)), row.number());
            if (first != null) {
                row.problem(
                        column,
                        "stands in row " + first + " as well; here each person has one row (" + otherwise + ")");
            }
        }
    }

    private static Optional<PeopleOfArm> named(
            Table table, Map<String, PeopleOfArm> arms, @Nullable String told, String option) {
        if (told == null) {
            return Optional.empty();
        }
        PeopleOfArm people = arms.get(Cells.sameName(told));
        if (people == null) {
            throw which(table, arms, option);
        }
        return Optional.of(people);
    }

    /** The arm that the words say is treated; 1 says so only beside 0. */
    private static PeopleOfArm treated(Table table, Map<String, PeopleOfArm> arms, @Nullable Column arm) {
        if (arm == null) {
            return arms.getOrDefault("", new PeopleOfArm("", List.of(), List.of()));
        }
        boolean turned = Columns.words(arm.name()).stream().anyMatch(NOT_TREATED::contains);
        if (turned && arms.size() > 1) {
            throw which(table, arms, "--treated"); // a 1 under "control" is no treated person
        }
        if (arms.keySet().equals(Set.of("0", "1"))) {
            return arms.getOrDefault("1", new PeopleOfArm("1", List.of(), List.of()));
        }
        List<PeopleOfArm> said = arms.entrySet().stream()
                .filter(e -> TREATED.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        if (said.size() == 1) {
            return said.getFirst();
        }
        List<PeopleOfArm> others = arms.entrySet().stream()
                .filter(e -> !NOT_TREATED.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        if (said.isEmpty() && others.size() == 1 && arms.size() == 2) {
            return others.getFirst();
        }
        throw which(table, arms, "--treated");
    }

    private static PeopleOfArm comparison(Table table, Map<String, PeopleOfArm> arms, PeopleOfArm treated) {
        List<PeopleOfArm> others =
                arms.values().stream().filter(p -> p != treated).toList();
        if (others.size() == 1) {
            return others.getFirst();
        }
        List<PeopleOfArm> said = arms.entrySet().stream()
                .filter(e -> e.getValue() != treated && NOT_TREATED.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        if (said.size() == 1) {
            return said.getFirst();
        }
        throw which(table, arms, "--comparison");
    }

    private static BadInput which(Table table, Map<String, PeopleOfArm> arms, String option) {
        return table.ask("which arm is meant cannot be told; name it with " + option + ": "
                + String.join(
                        ", ", arms.values().stream().map(PeopleOfArm::name).toList()));
    }

    private static Arm sized(Table table, PeopleOfArm people) {
        if (people.before().size() < LEAST) {
            throw new BadInput(Problem.ofFile(
                    table.name(),
                    (people.name().isEmpty() ? "the table" : "arm " + people.name()) + " has "
                            + people.before().size() + " people with both scores; three or more were expected"));
        }
        return people.arm();
    }

    /** What a score is called without the words for before and after: {@code psfs_pre} is psfs. */
    static String measureOf(Column column) {
        return column.name()
                .toLowerCase(Locale.ROOT)
                .replaceAll("(^|[_. -])(before|pre|baseline|after|post|t0|t1|followup)($|[_. -])", "");
    }
}
