package org.stillpoint.exchange.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.exchange.Question;
import org.stillpoint.exchange.Question.QuestionSubject;
import org.stillpoint.exchange.table.HowToRead.DateOrder;
import org.stillpoint.exchange.table.HowToRead.TimeUnit;
import org.stillpoint.words.Message;
import org.stillpoint.words.TableWords;

/**
 * A column of times as days: the one form that all its cells have is told, said, and used for a start that is given apart as well.
 *
 * <p>Day numbers count from any origin; every other form is a calendar. What could be meant in two ways is asked about.
 */
public final class Days {

    /** Plain day numbers beyond this, 273 years, count something else. */
    private static final double MOST_DAY = 100_000;

    /** 1990-01-01 and 2080-01-01 in days since 1970: day numbers of Excel between them are taken for dates. */
    private static final double EXCEL_FROM = 7_305;

    private static final double EXCEL_TO = 40_177;

    /** 1990 and 2100 in seconds since 1970. */
    private static final double SECONDS_FROM = 631_152_000;

    private static final double SECONDS_TO = 4_102_444_800.0;

    /** How the times of a column are written. */
    public enum DayForm {
        NUMBER(TableWords.DAY_NUMBERS),
        PLAIN(TableWords.DATES),
        DIGITS(TableWords.DATES_OF_DIGITS),
        DMY(TableWords.DAY_BEFORE_MONTH),
        MDY(TableWords.MONTH_BEFORE_DAY),
        YMD(TableWords.YEAR_FIRST),
        EXCEL(TableWords.DAYS_OF_EXCEL),
        SECONDS(TableWords.SECONDS_SINCE),
        MILLISECONDS(TableWords.MILLISECONDS_SINCE),
        MICROSECONDS(TableWords.MICROSECONDS_SINCE);

        private final TableWords noun;

        DayForm(TableWords noun) {
            this.noun = noun;
        }

        /** Plural, for a sentence. */
        public TableWords noun() {
            return noun;
        }
    }

    private final Table table;
    private final Column column;
    private final DayForm form;
    private final TimeUnit unit;
    private final double[] byCode;
    private final boolean[] universal;

    private Days(Table table, Column column, DayForm form, TimeUnit unit) {
        this.table = table;
        this.column = column;
        this.form = form;
        this.unit = unit;
        List<String> texts = table.different(column);
        byCode = new double[texts.size()];
        universal = new boolean[texts.size()];
        Arrays.fill(byCode, Double.NaN);
        for (int code = 0; code < byCode.length; code++) {
            Optional<TimePoint> moment = moment(texts.get(code), form);
            byCode[code] = moment.map(TimePoint::days).orElse(Double.NaN);
            universal[code] = moment.map(TimePoint::universal).orElse(false);
        }
    }

    /**
     * Reads a column of times.
     *
     * @throws org.stillpoint.exchange.BadInput where the order of day and month has to be asked for
     */
    public static Days of(Table table, Column column) {
        List<String> texts = table.different(column).stream()
                .filter(text -> !table.isNothing(text))
                .toList();
        return new Days(table, column, form(table, column, texts), unit(table, column));
    }

    /** Whether every cell of this column that holds something is a date; day numbers are none. */
    public static boolean holdsDates(Table table, Column column) {
        List<String> texts = table.different(column).stream()
                .filter(text -> !table.isNothing(text))
                .toList();
        return !texts.isEmpty()
                && texts.stream().allMatch(text -> {
                    Set<DayForm> forms = forms(table, text);
                    return forms.stream().anyMatch(form -> form != DayForm.NUMBER && form != DayForm.EXCEL);
                });
    }

    private static TimeUnit unit(Table table, Column column) {
        if (table.how().unit().isPresent()) {
            return table.how().unit().get();
        }
        return switch (column.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "")) {
            case "hour", "hours", "h", "stunde", "stunden" -> TimeUnit.HOURS;
            case "minute", "minutes", "min", "mins", "minuten" -> TimeUnit.MINUTES;
            case "second", "seconds", "sec", "secs", "sekunden" -> TimeUnit.SECONDS;
            default -> TimeUnit.DAYS;
        };
    }

    /** The first form that every text has, else the one that most have, in whose name the others are refused. */
    private static DayForm form(Table table, Column column, List<String> texts) {
        int[] has = new int[DayForm.values().length];
        boolean ofNumbers = false;
        char sign = ' ';
        for (String text : texts) {
            forms(table, text).forEach(form -> has[form.ordinal()]++);
            if (TimePoint.isOfNumbers(text)) {
                ofNumbers = true;
                sign = TimePoint.sign(text);
            }
        }
        List<DayForm> whole = Arrays.stream(DayForm.values())
                .filter(form -> has[form.ordinal()] == texts.size() && !texts.isEmpty())
                .toList();
        if (whole.contains(DayForm.EXCEL)) {
            return DayForm.EXCEL;
        }
        List<DayForm> orders = whole.stream()
                .filter(form -> form == DayForm.DMY || form == DayForm.MDY || form == DayForm.YMD)
                .toList();
        if (ofNumbers && orders.size() > 1) {
            if (sign == '.' && orders.contains(DayForm.DMY)) {
                return DayForm.DMY; // points part day, month and year; a month before the day is written with slashes
            }
            List<String> choices =
                    orders.stream().map(o -> o.name().toLowerCase(Locale.ROOT)).toList();
            throw table.ask(new Question(
                    QuestionSubject.DATES,
                    new TableWords.DayOrMonth(column.name(), texts.getFirst()),
                    "say --dates " + String.join(" or --dates ", choices),
                    choices));
        }
        return whole.isEmpty()
                ? Arrays.stream(DayForm.values())
                        .reduce((a, b) -> has[b.ordinal()] > has[a.ordinal()] ? b : a)
                        .orElseThrow()
                : whole.getFirst();
    }

    private static Set<DayForm> forms(Table table, String text) {
        Set<DayForm> forms = EnumSet.noneOf(DayForm.class);
        double number = Numbers.parse(text, text.indexOf(',') >= 0);
        if (Math.abs(number) <= MOST_DAY) {
            forms.add(DayForm.NUMBER);
        }
        if (isExcel(table, number)) {
            forms.add(DayForm.EXCEL);
        }
        if (isSeconds(number)) {
            forms.add(DayForm.SECONDS);
        }
        if (isSeconds(number / 1e3)) {
            forms.add(DayForm.MILLISECONDS);
        }
        if (isSeconds(number / 1e6)) {
            forms.add(DayForm.MICROSECONDS);
        }
        if (TimePoint.ofPlain(text, Optional.empty()).isPresent()) {
            forms.add(DayForm.PLAIN);
        }
        if (TimePoint.ofDigits(text).isPresent()) {
            forms.add(DayForm.DIGITS);
        }
        for (DateOrder order : table.how().dates().map(List::of).orElse(List.of(DateOrder.values()))) {
            if (TimePoint.ofNumbers(text, order, Optional.empty()).isPresent()) {
                forms.add(DayForm.valueOf(order.name()));
            }
        }
        return forms;
    }

    private static boolean isExcel(Table table, double number) {
        double day = number + table.excelZero();
        return day >= EXCEL_FROM && day <= EXCEL_TO;
    }

    private static boolean isSeconds(double number) {
        return number >= SECONDS_FROM && number < SECONDS_TO;
    }

    private Optional<TimePoint> moment(String text, DayForm as) {
        double number = Numbers.parse(text, text.indexOf(',') >= 0);
        return switch (as) {
            case NUMBER ->
                Math.abs(number) <= MOST_DAY * unit.perDay()
                        ? Optional.of(new TimePoint(number / unit.perDay(), false))
                        : Optional.empty();
            case EXCEL ->
                isExcel(table, number)
                        ? Optional.of(new TimePoint(number + table.excelZero(), false))
                        : Optional.empty();
            case SECONDS -> seconds(number);
            case MILLISECONDS -> seconds(number / 1e3);
            case MICROSECONDS -> seconds(number / 1e6);
            case PLAIN -> TimePoint.ofPlain(text, table.how().zone());
            case DIGITS -> TimePoint.ofDigits(text);
            case DMY, MDY, YMD ->
                TimePoint.ofNumbers(
                        text, DateOrder.valueOf(as.name()), table.how().zone());
        };
    }

    private Optional<TimePoint> seconds(double seconds) {
        return isSeconds(seconds)
                ? Optional.of(TimePoint.ofSeconds(seconds, table.how().zone()))
                : Optional.empty();
    }

    /** How the times are written. */
    public DayForm form() {
        return form;
    }

    /** What plain numbers count. */
    public TimeUnit unit() {
        return unit;
    }

    /** Whether these are days of the calendar rather than day numbers from an unknown origin. */
    public boolean isCalendar() {
        return form != DayForm.NUMBER;
    }

    /** Days of the row's cell; a problem and NaN where it is missing or is no time. */
    public double day(Row row) {
        if (row.isMissing(column)) {
            row.problem(column, TableWords.VALUE_MISSING);
            return Double.NaN;
        }
        double day = byCode[row.code(column)];
        if (Double.isNaN(day)) {
            row.problem(column, expected(row.text(column)));
        }
        return day;
    }

    /** Whether the row's moment was written in universal time, so that its day depends on the place. */
    public boolean isUniversal(Row row) {
        return universal[row.code(column)];
    }

    private Message expected(String text) {
        Set<DayForm> others = forms(table, text);
        if (others.contains(DayForm.NUMBER) && isCalendar()) {
            return new TableWords.DayNumberAmong(form.noun());
        }
        if (!others.isEmpty()) {
            return isCalendar() ? new TableWords.DateInAnotherForm(form.noun()) : new TableWords.DateAmong(form.noun());
        }
        return Double.isNaN(Numbers.parse(text, text.indexOf(',') >= 0))
                ? TableWords.NO_TIME
                : TableWords.COUNTS_NOTHING;
    }

    /**
     * A day that was given apart from the table, such as a start: in the table's own form, or as a date that can be meant in one way
     * only.
     */
    public Optional<Double> parse(String text) {
        String plain = Cells.plain(text);
        Optional<TimePoint> own = moment(plain, form);
        if (own.isPresent() || !isCalendar()) {
            return own.map(TimePoint::days);
        }
        List<TimePoint> meant = new ArrayList<>();
        TimePoint.ofPlain(plain, table.how().zone()).ifPresent(meant::add);
        TimePoint.ofDigits(plain).ifPresent(meant::add);
        if (TimePoint.sign(plain) == '.') {
            TimePoint.ofNumbers(plain, DateOrder.DMY, table.how().zone()).ifPresent(meant::add);
        }
        return meant.stream().findFirst().map(TimePoint::days);
    }

    /** Whether a text that was given apart is a plain number. */
    public static boolean isNumber(String text) {
        return !Double.isNaN(DecimalText.parse(Cells.plain(text)));
    }

    /** Whether a text that was given apart is a date, in whatever order. */
    public static boolean isDate(String text) {
        String plain = Cells.plain(text);
        return TimePoint.ofPlain(plain, Optional.empty()).isPresent()
                || TimePoint.ofDigits(plain).isPresent()
                || TimePoint.isOfNumbers(plain);
    }

    /** What a text that was given apart is. */
    public static TableWords kind(String text) {
        return isNumber(text) ? TableWords.A_DAY_NUMBER : TableWords.A_DATE;
    }

    /** A day as it is written: the date, or the day number. */
    public String written(double day) {
        return isCalendar()
                ? LocalDate.ofEpochDay((long) Math.floor(day)).toString()
                : DecimalText.plain(Math.round(day * 100) / 100.0);
    }
}
