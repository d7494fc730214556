package org.stillpoint.app.evidence;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stillpoint.evidence.diary.Setting.Scale;
import org.stillpoint.evidence.meta.Studies;
import org.stillpoint.evidence.numeric.Normal;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.exchange.table.Cells;
import org.stillpoint.exchange.table.Column;
import org.stillpoint.exchange.table.Columns;
import org.stillpoint.exchange.table.HowToRead;
import org.stillpoint.exchange.table.Isolated;
import org.stillpoint.exchange.table.Read;
import org.stillpoint.exchange.table.Row;
import org.stillpoint.exchange.table.Table;
import org.stillpoint.words.CommonWords;

/**
 * Studies as they stand in a table, one effect a row.
 *
 * @param studies effects as they are pooled: ratios as logarithms
 * @param kind of the effects; empty where nothing says it
 * @param missing rows without an effect or its error
 * @param repeatedRows rows that were there before with everything in them, and were left out
 * @param read what was made of the table
 */
record StudyTable(Studies studies, Optional<EffectKind> kind, int missing, int repeatedRows, Read read) {

    /** Columns as the command line names them; null where it does not. {@code effect} is a kind or a column. */
    record NamedColumns(
            @Nullable String effect,
            @Nullable String effectColumn,
            @Nullable String variance,
            @Nullable String error,
            @Nullable String low,
            @Nullable String high,
            @Nullable String study) {}

    private static final String[] EFFECTS = {
        "yi", "effect", "estimate", "est", "te", "effectsize", "es", "d", "g", "smd"
    };
    private static final String[] LOWS = {
        "ci_low",
        "low",
        "ci_lb",
        "lower",
        "lb",
        "ll",
        "lcl",
        "lci",
        "ci_lower",
        "lower_ci",
        "cilow95",
        "lowerlimit",
        "l95",
        "untere"
    };
    private static final String[] HIGHS = {
        "ci_high",
        "high",
        "ci_ub",
        "upper",
        "ub",
        "ul",
        "ucl",
        "uci",
        "ci_upper",
        "upper_ci",
        "cihigh95",
        "upperlimit",
        "u95",
        "obere"
    };
    private static final String[] NAMES = {
        "study",
        "studies",
        "name",
        "studlab",
        "studyname",
        "studyid",
        "paper",
        "publication",
        "reference",
        "citation",
        "source",
        "studie",
        "etude",
        "author",
        "authors",
        "firstauthor",
        "trial",
        "id",
        "manuscript_ID"
    };

    /** Columns that hold logarithms of ratios by the habit of metafor and meta. */
    private static final Set<String> LOGS =
            Set.of("yi", "te", "logor", "lnor", "logrr", "lnrr", "loghr", "lnhr", "beta", "b");

    /** Variances and errors beyond this and its inverse are slips: their weights leave the numbers a computer has. */
    private static final double LEAST_ERROR = 1e-9;

    /** Levels of intervals other than 95 %, as they stand in names of columns. */
    private static final Pattern OTHER_LEVEL =
            Pattern.compile("(?<!\\d)(50|68|80|90|99)(?=\\D*$|\\s*%|_)(?<![.,]\\d{2})");

    /** @param range that binds the effects, as they stand in the table; null where codes for no answer are asked about */
    static StudyTable read(Path file, NamedColumns told, HowToRead how, RowsAlike.Choice alike, @Nullable Scale range) {
        return new StudyReader(Table.open(file, how), told).table(alike, range);
    }

    private static final class StudyReader {
        private final Table table;
        private final NamedColumns told;
        private final Read read;
        private final Column effects;
        private final Optional<EffectKind> kind;
        private final Optional<Column> variances;
        private final Optional<Column> errors;
        private final Optional<Column> lows;
        private final Optional<Column> highs;
        private final List<Column> names;
        private final boolean logged;

        StudyReader(Table table, NamedColumns told) {
            this.table = table;
            this.told = told;
            this.read = new Read(table);
            Optional<EffectKind> said = Optional.ofNullable(told.effect()).flatMap(EffectKind::find);
            this.effects = effects(said);
            this.kind = said.or(() -> EffectKind.ofColumn(effects.name()));
            this.names = names();
            Stream.concat(names.stream(), table.columns().stream().limit(1))
                    .distinct()
                    .toList()
                    .forEach(column -> table.leaveOutTotals(List.of(column)));
            this.lows = end(told.low(), LOWS, "lb", "low", "lower", "ll", "lci");
            this.highs = end(told.high(), HIGHS, "ub", "high", "upper", "ul", "uci");
            boolean interval = lows.isPresent() && highs.isPresent();
            boolean ratio = kind.filter(EffectKind::isRatio).isPresent();
            boolean byInterval = ratio && interval && told.variance() == null && told.error() == null;
            this.variances =
                    byInterval ? Optional.empty() : Columns.find(table, told.variance(), "vi", "variance", "var", "v");
            this.errors = byInterval
                    ? Optional.empty()
                    : Columns.find(table, told.error(), "sei", "se", "standard_error", "std_error", "seTE", "stderr");
            if (variances.isEmpty() && errors.isEmpty() && !interval) {
                throw new BadInput(
                        Problem.ofFile(
                                table.name(),
                                "no column holds variances, standard errors or intervals; name one with --variance, --error, or --low and --high"));
            }
            if (variances.isEmpty() && errors.isEmpty()) {
                level(lows.orElseThrow());
                level(highs.orElseThrow());
            }
            this.logged = ratio && (variances.isPresent() || errors.isPresent()) && logs();
            uses();
        }

        /** An interval that is called one of another level would give an error that is not its study's. */
        private void level(Column end) {
            Matcher named = OTHER_LEVEL.matcher(end.name());
            if (named.find()) {
                throw new BadInput(new Problem(
                        table.name(),
                        1,
                        end.name(),
                        "",
                        new CommonWords.Verbatim("is the end of an interval of " + named.group(1)
                                + " % by its name; ends of 95 % are read, or a standard error (--error)")));
            }
        }

        private void uses() {
            read.uses("effect", effects);
            if (variances.isPresent()) {
                read.uses("variance", variances.get());
            } else if (errors.isPresent()) {
                read.uses("standard error", errors.get());
            } else {
                read.uses("low", lows.orElseThrow()).uses("high", highs.orElseThrow());
            }
            for (int i = 0; i < names.size(); i++) {
                read.uses(i == 0 ? "study" : "year", names.get(i));
            }
        }

        private Column effects(Optional<EffectKind> said) {
            if (told.effectColumn() != null) {
                return Columns.get(table, told.effectColumn(), "--effect-column");
            }
            if (told.effect() != null && said.isEmpty()) {
                return Columns.get(table, told.effect(), "--effect");
            }
            Optional<Column> own = said.flatMap(k -> Columns.find(table, null, k.columns()));
            return own.or(() -> Columns.find(table, null, EFFECTS))
                    .or(() -> Stream.of(EffectKind.values())
                            .flatMap(k -> Columns.find(table, null, k.columns()).stream())
                            .findFirst())
                    .orElseGet(() -> Columns.get(table, null, "--effect-column", EFFECTS));
        }

        /** An end of the intervals: as told, by a usual name, or by the effect's own name with an ending. */
        private Optional<Column> end(@Nullable String said, String[] usual, String... endings) {
            if (said != null) {
                return Columns.find(table, said);
            }
            String own = Columns.plain(effects.name());
            String[] named = Stream.of(endings).map(ending -> own + ending).toArray(String[]::new);
            return Columns.find(table, null, named).or(() -> Columns.find(table, null, usual));
        }

        private List<Column> names() {
            Optional<Column> first = Columns.find(table, told.study(), NAMES);
            if (first.isEmpty()) {
                return List.of();
            }
            boolean author =
                    told.study() == null && Columns.plain(first.get().name()).contains("author");
            Optional<Column> year = author ? Columns.find(table, null, "year", "jahr", "annee") : Optional.empty();
            return Stream.concat(first.stream(), year.stream()).toList();
        }

        /** Whether a column of ratios holds their logarithms: by its name, or because a ratio is never below 0. */
        private boolean logs() {
            boolean named = LOGS.contains(Columns.plain(effects.name()));
            boolean below =
                    table.different(effects).stream().anyMatch(text -> text.startsWith("-") && text.length() > 1);
            if (!named && !below) {
                throw table.ask(
                        "column " + effects.name()
                                + " holds ratios, but its variances or errors may be of the ratios or of their logarithms; give the ends of the intervals with --low and --high, or logarithms in a column yi");
            }
            read.note("Column " + effects.name() + " is taken to hold logarithms of ratios.");
            return true;
        }

        StudyTable table(RowsAlike.Choice choice, @Nullable Scale range) {
            List<String> called = new ArrayList<>();
            List<Double> yi = new ArrayList<>();
            List<Double> vi = new ArrayList<>();
            Map<String, String> written = new HashMap<>();
            EffectFit fit = new EffectFit(table, effects, kind);
            List<Column> needed = variances
                    .or(() -> errors)
                    .map(column -> List.of(effects, column))
                    .orElseGet(() -> List.of(effects, lows.orElseThrow(), highs.orElseThrow()));
            RowsAlike alike = new RowsAlike(table, needed);
            boolean once = choice == RowsAlike.Choice.ONCE || choice == RowsAlike.Choice.ASK && !isDoubtful(alike);
            int missing = 0;
            int repeated = 0;
            for (Row row : table) {
                if (once && alike.isAgain(row)) {
                    repeated++;
                    continue;
                }
                if (needed.stream().anyMatch(row::isMissing)) {
                    missing++;
                    continue;
                }
                double effect = row.number(
                        effects,
                        range == null ? -Columns.MOST : range.low(),
                        range == null ? Columns.MOST : range.high());
                double variance = variances
                        .map(c -> positive(row, c))
                        .or(() -> errors.map(c -> square(positive(row, c))))
                        .orElseGet(() -> fromInterval(row, effect, fit));
                yi.add(fit.isRatio() && !logged ? Math.log(effect) : effect);
                vi.add(variance);
                String name = name(row, yi.size());
                called.add(written.computeIfAbsent(Cells.sameName(name), n -> name));
            }
            table.check();
            if (range == null) {
                needed.forEach(column -> Isolated.askCodes(table, column));
            }
            fit.ask();
            if (choice == RowsAlike.Choice.ASK && !once) {
                alike.askUnlessByChance("study");
            }
            long different = called.stream().distinct().count();
            if (yi.size() < 2 || different < 2) {
                throw new BadInput(
                        Problem.ofFile(table.name(), "holds " + different + " studies; two or more were expected"));
            }
            kind.ifPresent(k -> read.decided("kind", k.noun()));
            read.decided("effects", yi.size()).decided("studies", different).decided("missing", missing);
            alike.say(read, repeated);
            return new StudyTable(Studies.of(called, array(yi), array(vi)), kind, missing, repeated, read);
        }

        /** Rows that are alike without a study's name that is not only their number may be two studies. */
        private boolean isDoubtful(RowsAlike alike) {
            return names.isEmpty() || alike.areCounted() || alike.areAlikeWithout(names.getFirst());
        }

        private String name(Row row, int place) {
            String name = String.join(
                    " ", names.stream().map(row::text).filter(t -> !t.isEmpty()).toList());
            return name.isEmpty() ? "study " + place : name;
        }

        private double fromInterval(Row row, double effect, EffectFit fit) {
            double from = row.number(lows.orElseThrow(), -Columns.MOST, Columns.MOST);
            double to = row.number(highs.orElseThrow(), -Columns.MOST, Columns.MOST);
            if (Double.isNaN(effect + from + to)) {
                return Double.NaN; // noted with the table
            }
            if (from >= to) {
                row.problem(highs.get(), "is not above the low end of the interval");
                return Double.NaN;
            }
            fit.check(row, effect, from, to, lows.get(), highs.get());
            double width = fit.isRatio() ? Math.log(to) - Math.log(from) : to - from;
            return square(width / (2 * Normal.Z975));
        }

        private static double positive(Row row, Column column) {
            double value = row.number(column);
            if (value <= 0) {
                row.problem(column, "is not above 0");
            } else if (value < LEAST_ERROR || value > 1 / LEAST_ERROR) {
                row.problem(column, "is not between " + LEAST_ERROR + " and " + 1 / LEAST_ERROR);
            }
            return value;
        }

        private static double square(double x) {
            return x * x;
        }

        private static double[] array(List<Double> numbers) {
            return numbers.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }
}
