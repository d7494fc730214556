package org.stillpoint.app.evidence;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.JsonAnswer;
import org.stillpoint.app.cli.TableOptions;
import org.stillpoint.evidence.association.Association;
import org.stillpoint.evidence.association.Association.Estimate;
import org.stillpoint.evidence.diary.Setting;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.exchange.table.Cells;
import org.stillpoint.exchange.table.Column;
import org.stillpoint.exchange.table.Columns;
import org.stillpoint.exchange.table.Isolated;
import org.stillpoint.exchange.table.Read;
import org.stillpoint.exchange.table.Row;
import org.stillpoint.exchange.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stillpoint bench association}. */
@Command(
        name = "association",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "How far pain goes together with anxiety and with disturbed sleep in a table of people, one a row: the extent of pain (marked regions among the columns X101 to X136 and X201 to X238) and its intensity. Association in one table at one time, never cause.",
            "",
            "Rank correlation (Spearman) as it is, and among people alike in age and sex where the table has them, each with a 95 %% interval; and the points of pain, or regions, that go with one standard deviation more. People with a missing value are left out of the lines that need it.",
            "",
            "--json gives read (what was made of the table), rows, adjustedFor, associations: pain (extent or intensity), with (anxiety or sleep), people, spearman, adjusted and perDeviation, each with value, low, high."
        })
public final class AssociationCommand implements Callable<Integer> {
    private static final int MOST_GROUPS = 12;
    private static final int LEAST_PEOPLE = 30;
    private static final double OLDEST = 130;

    /** Names of columns of people; a number of the row is none. */
    private static final String[] PERSONS = {
        "person",
        "subject",
        "client",
        "patient",
        "participant",
        "person_id",
        "subject_id",
        "client_id",
        "patient_id",
        "participant_id",
        "record_id",
        "PATIENT_NUM",
        "id",
        "email"
    };

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE.csv[.gz]", description = "The table.")
    private Path file = Path.of("");

    @Option(names = "--intensity", paramLabel = "COLUMN", description = "Intensity of pain, 0 to 10.")
    private @Nullable String intensity;

    @Option(names = "--anxiety", paramLabel = "COLUMN", description = "Anxiety, on any scale.")
    private @Nullable String anxiety;

    @Option(names = "--sleep", paramLabel = "COLUMN", description = "Disturbance of sleep, on any scale.")
    private @Nullable String sleep;

    @Option(names = "--age", paramLabel = "COLUMN", description = "Age in years.")
    private @Nullable String age;

    @Option(names = "--sex", paramLabel = "COLUMN", description = "Sex, in any words.")
    private @Nullable String sex;

    @Option(names = "--person", paramLabel = "COLUMN", description = "Whose row it is; each person has one.")
    private @Nullable String person;

    @Option(
            names = "--range",
            paramLabel = "LOW:HIGH",
            description =
                    "Lowest and highest value of anxiety and sleep that can be; without it an isolated 99, 999, -99, ... is asked about.")
    private @Nullable String range;

    @Mixin
    private TableOptions written = new TableOptions();

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    /** What was read: values by name, NaN where missing; the others hold ages and one array for every sex but the first. */
    private record PeopleOfTable(
            Read read, int rows, Map<String, double[]> pain, Map<String, double[]> with, List<double[]> others) {}

    private record AssociatedPair(String pain, String with, Association association) {}

    @Override
    public Integer call() {
        List<String> adjustedFor = new ArrayList<>();
        PeopleOfTable people = read(adjustedFor);
        List<AssociatedPair> lines = new ArrayList<>();
        people.pain()
                .forEach((pain, y) -> people.with()
                        .forEach((with, x) -> lines.add(
                                new AssociatedPair(pain, with, association(pain + " and " + with, x, y, people)))));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new JsonAnswer()
                    .put("read", people.read().fields())
                    .put("rows", people.rows())
                    .put("adjustedFor", adjustedFor)
                    .put(
                            "associations",
                            lines.stream().map(AssociationCommand::json).toList()));
        } else {
            out.println(people.read().line());
            out.println();
            print(people.rows(), adjustedFor, lines, out);
        }
        return ExitCode.OK;
    }

    private PeopleOfTable read(List<String> adjustedFor) {
        try (Table table = Table.open(file, written.how())) {
            table.leaveOutTotals(table.columns().subList(0, 1));
            List<Column> regions = table.columns().stream()
                    .filter(column ->
                            Atlas.standard().regions().find(column.name()).isPresent())
                    .toList();
            Optional<Column> intensities =
                    Columns.find(table, intensity, "PAIN_INTENSITY_AVERAGE", "pain_intensity", "intensity", "pain");
            Map<String, Column> with = new LinkedHashMap<>();
            Columns.find(table, anxiety, "PROMIS_ANXIETY", "anxiety").ifPresent(column -> with.put("anxiety", column));
            Columns.find(table, sleep, "PROMIS_SLEEP_DISTURB_V1_0", "sleep_disturbance", "sleep")
                    .ifPresent(column -> with.put("sleep", column));
            if (with.isEmpty() || regions.isEmpty() && intensities.isEmpty()) {
                throw new BadInput(
                        Problem.ofFile(
                                table.name(),
                                with.isEmpty()
                                        ? "has no column of anxiety or of sleep; name one with --anxiety or --sleep"
                                        : "has neither pain regions (X101 to X238) nor intensities; name those with --intensity"));
            }
            Optional<Column> ages = Columns.find(table, age, "AGE_AT_CONTACT", "age");
            Optional<Column> sexes = Columns.find(table, sex, "PAT_SEX", "sex", "gender");
            ages.ifPresent(column -> adjustedFor.add("age"));
            sexes.ifPresent(column -> adjustedFor.add("sex"));
            List<Column> taken = new ArrayList<>(regions);
            Stream.of(intensities, ages, sexes).flatMap(Optional::stream).forEach(taken::add);
            taken.addAll(with.values());
            Optional<Column> persons = Columns.find(table, person)
                    .or(() -> Columns.find(table, null, PERSONS))
                    .filter(column -> !taken.contains(column));
            persons.ifPresent(column -> ArmTable.twice(table, column, "another column of people: --person"));
            return new PeopleReader(table, regions, intensities, with, ages, sexes, persons, Ranges.parse(range))
                    .people();
        }
    }

    /** Reads the rows of one table. */
    private record PeopleReader(
            Table table,
            List<Column> regions,
            Optional<Column> intensities,
            Map<String, Column> with,
            Optional<Column> ages,
            Optional<Column> sexes,
            Optional<Column> persons,
            Setting.@Nullable Scale range) {

        PeopleOfTable people() {
            List<double[]> numbers = new ArrayList<>();
            List<String> groups = new ArrayList<>();
            for (Row row : table) {
                double[] values = new double[3 + with.size()];
                values[0] = extent(row);
                values[1] = intensities
                        .map(column -> row.numberOrMissing(column, 0, 10))
                        .orElse(Double.NaN);
                values[2] = ages.map(column -> row.numberOrMissing(column, 0, OLDEST))
                        .orElse(0.0);
                int k = 3;
                for (Column column : with.values()) {
                    values[k++] = row.numberOrMissing(
                            column,
                            range == null ? -Double.MAX_VALUE : range.low(),
                            range == null ? Double.MAX_VALUE : range.high());
                }
                numbers.add(values);
                groups.add(sexes.map(column -> row.isMissing(column) ? "" : Cells.sameName(row.text(column)))
                        .orElse("all"));
            }
            table.check();
            if (range == null) {
                with.values().forEach(column -> Isolated.askCodes(table, column));
            }
            Map<String, double[]> pain = new LinkedHashMap<>();
            if (!regions.isEmpty()) {
                pain.put("extent", column(numbers, 0));
            }
            if (intensities.isPresent()) {
                pain.put("intensity", column(numbers, 1));
            }
            Map<String, double[]> others = new LinkedHashMap<>();
            int k = 3;
            for (String name : with.keySet()) {
                others.put(name, column(numbers, k++));
            }
            List<double[]> alike = alike(numbers, groups);
            return new PeopleOfTable(read(numbers), numbers.size(), pain, others, alike);
        }

        /** What was made of the table. */
        private Read read(List<double[]> numbers) {
            Read read = new Read(table);
            read.usesAll("regions", regions);
            intensities.ifPresent(column -> read.uses("intensity", column));
            with.forEach(read::uses);
            ages.ifPresent(column -> read.uses("age", column));
            sexes.ifPresent(column -> read.uses("sex", column));
            persons.ifPresent(column -> read.uses("person", column));
            return read.decided("people", numbers.size());
        }

        private double extent(Row row) {
            int marked = 0;
            boolean missing = false;
            for (Column region : regions) {
                double value = row.numberOrMissing(region, 0, 10);
                missing |= Double.isNaN(value);
                marked += value > 0 ? 1 : 0;
            }
            return missing ? Double.NaN : marked;
        }

        private List<double[]> alike(List<double[]> numbers, List<String> groups) {
            List<double[]> alike = new ArrayList<>();
            ages.ifPresent(column -> alike.add(column(numbers, 2)));
            List<String> kinds = groups.stream()
                    .filter(group -> !group.isEmpty())
                    .distinct()
                    .sorted()
                    .toList();
            if (kinds.size() > MOST_GROUPS) {
                throw new BadInput(Problem.ofFile(
                        table.name(),
                        "has " + kinds.size() + " different words for sex; at most " + MOST_GROUPS
                                + " can be told apart"));
            }
            for (String kind : kinds.subList(Math.min(1, kinds.size()), kinds.size())) {
                alike.add(groups.stream()
                        .mapToDouble(group -> group.isEmpty() ? Double.NaN : group.equals(kind) ? 1 : 0)
                        .toArray());
            }
            return alike;
        }

        private static double[] column(List<double[]> numbers, int k) {
            return numbers.stream().mapToDouble(values -> values[k]).toArray();
        }
    }

    private Association association(String what, double[] x, double[] y, PeopleOfTable people) {
        int[] whole = IntStream.range(0, x.length)
                .filter(i -> !Double.isNaN(x[i] + y[i])
                        && people.others().stream().noneMatch(other -> Double.isNaN(other[i])))
                .toArray();
        if (whole.length < LEAST_PEOPLE) {
            throw new BadInput(Problem.ofFile(
                    String.valueOf(file.getFileName()),
                    "has " + whole.length + " people with every value for " + what + "; at least " + LEAST_PEOPLE
                            + " are needed"));
        }
        return Association.of(
                pick(x, whole),
                pick(y, whole),
                people.others().stream().map(other -> pick(other, whole)).toList());
    }

    private static double[] pick(double[] values, int[] which) {
        return IntStream.of(which).mapToDouble(i -> values[i]).toArray();
    }

    private static JsonAnswer json(AssociatedPair line) {
        return new JsonAnswer()
                .put("pain", line.pain())
                .put("with", line.with())
                .put("people", line.association().people())
                .put("spearman", json(line.association().spearman()))
                .put("adjusted", json(line.association().adjusted()))
                .put("perDeviation", json(line.association().slope()));
    }

    private static JsonAnswer json(Estimate estimate) {
        return new JsonAnswer()
                .put("value", estimate.value())
                .put("low", estimate.low())
                .put("high", estimate.high());
    }

    private static void print(int rows, List<String> adjustedFor, List<AssociatedPair> lines, PrintWriter out) {
        String alike =
                adjustedFor.isEmpty() ? "nothing else held alike" : "alike in " + String.join(" and ", adjustedFor);
        out.printf(Locale.ROOT, "%,d rows. 95 %% intervals in brackets.%n%n", rows);
        out.printf(
                "%-22s %7s  %-24s %-24s %s%n",
                "pain, with", "people", "rank correlation", alike, "per standard deviation");
        for (AssociatedPair line : lines) {
            out.printf(
                    Locale.ROOT,
                    "%-22s %,7d  %-24s %-24s %s%n",
                    line.pain() + ", " + line.with(),
                    line.association().people(),
                    text(line.association().spearman(), "%.2f (%.2f to %.2f)"),
                    text(line.association().adjusted(), "%.2f (%.2f to %.2f)"),
                    text(
                            line.association().slope(),
                            line.pain().equals("extent")
                                    ? "%+.2f (%+.2f to %+.2f) regions"
                                    : "%+.2f (%+.2f to %+.2f) points"));
        }
        out.println();
        out.println(
                "How things go together in these people at one time. It does not say that one causes the other, nor which came first.");
    }

    private static String text(Estimate estimate, String form) {
        return Double.isNaN(estimate.value())
                ? "never varies"
                : String.format(Locale.ROOT, form, estimate.value(), estimate.low(), estimate.high());
    }
}
