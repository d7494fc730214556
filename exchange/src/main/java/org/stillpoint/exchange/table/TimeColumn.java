package org.stillpoint.exchange.table;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stillpoint.words.ReadWords;
import org.stillpoint.words.TableWords;

/** When each row was: a column of times, and beside it perhaps one of times of day. */
public final class TimeColumn {

    private static final String[] TIMES = {
        "date",
        "datum",
        "day",
        "days",
        "datetime",
        "timestamp",
        "time",
        "t",
        "when",
        "session",
        "at",
        "recordeddate",
        "enddate",
        "submitted",
        "created",
        "fecha",
        "data",
        "jour",
        "tag",
        "zeitstempel",
        "zeitpunkt",
        "minutes",
        "hours",
        "seconds"
    };

    private static final Set<String> TIME_WORDS =
            Set.of("date", "datum", "day", "when", "timestamp", "datetime", "zeitpunkt", "tag", "fecha", "jour");

    private static final String[] CLOCKS = {"time", "clock", "hour", "uhrzeit", "zeit", "heure", "hora", "timeofday"};

    private static final Set<String> STARTS =
            Set.of("start", "startday", "startdate", "firstsession", "startdatum", "beginn");

    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})[:.](\\d{2})(?::(\\d{2}))? ?([AaPp]\\.?[Mm]\\.?)?");

    private static final double SECONDS_IN_DAY = 86_400;

    private static final int NOON = 43_200;

    private final Table table;
    private final Column column;
    private final Optional<Column> clock;
    private @Nullable Days days;

    private TimeColumn(Table table, Column column, Optional<Column> clock) {
        this.table = table;
        this.column = column;
        this.clock = clock;
    }

    /**
     * The column that was told, else by the names people use, else the only one that holds dates.
     *
     * @param clock the column of times of day that was told; null where none was
     * @param leave names of columns that are no times of day
     * @throws org.stillpoint.exchange.BadInput where there is none
     */
    public static TimeColumn find(
            Table table, @Nullable String told, @Nullable String clock, Collection<String> leave) {
        Column column = column(table, told);
        return new TimeColumn(
                table, column, clock != null ? Optional.of(table.getColumn(clock)) : clock(table, column, leave));
    }

    private static Column column(Table table, @Nullable String told) {
        if (told != null) {
            return Columns.get(table, told, "--time", TIMES);
        }
        List<Column> named = Arrays.stream(TIMES)
                .flatMap(name -> Columns.find(table, null, name).stream())
                .toList();
        Optional<Column> dates =
                named.stream().filter(c -> Days.holdsDates(table, c)).findFirst();
        if (dates.isPresent()) {
            return dates.get();
        }
        if (!named.isEmpty()) {
            return named.getFirst();
        }
        List<Column> worded = table.columns().stream()
                .filter(column -> Columns.words(column.name()).stream().anyMatch(TIME_WORDS::contains))
                .filter(column -> Days.holdsDates(table, column) || table.holdsNumbers(column))
                .toList();
        if (worded.size() == 1) {
            return worded.getFirst();
        }
        List<Column> only = table.columns().stream()
                .filter(column -> Days.holdsDates(table, column))
                .filter(column -> !STARTS.contains(Columns.plain(column.name())))
                .toList();
        return only.size() == 1 ? only.getFirst() : Columns.get(table, null, "--time", TIMES);
    }

    private static Optional<Column> clock(Table table, Column time, Collection<String> leave) {
        return Arrays.stream(CLOCKS)
                .flatMap(name -> Columns.find(table, null, name).stream())
                .filter(column -> !column.equals(time))
                .filter(column ->
                        leave.stream().noneMatch(name -> Cells.sameName(name).equals(Cells.sameName(column.name()))))
                .filter(column -> table.different(column).stream()
                        .allMatch(
                                text -> table.isNothing(text) || partOfDay(text).isPresent()))
                .findFirst();
    }

    private static OptionalDouble partOfDay(String text) {
        Matcher m = CLOCK.matcher(text);
        if (!m.matches()) {
            return OptionalDouble.empty();
        }
        int hour = Integer.parseInt(m.group(1));
        if (m.group(4) != null) {
            hour = hour % 12 + (Character.toLowerCase(m.group(4).charAt(0)) == 'p' ? 12 : 0);
        }
        int seconds = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
        double part = (hour * 3600 + Integer.parseInt(m.group(2)) * 60 + seconds) / SECONDS_IN_DAY;
        return part < 1 ? OptionalDouble.of(part) : OptionalDouble.empty();
    }

    /** The column of times. */
    public Column column() {
        return column;
    }

    /** The column of times of day, where there is one. */
    public Optional<Column> clock() {
        return clock;
    }

    /** Both. */
    public List<Column> columns() {
        return Stream.concat(Stream.of(column), clock.stream()).toList();
    }

    /**
     * Reads the days; to be called once no more rows are left out.
     *
     * @throws org.stillpoint.exchange.BadInput where the order of day and month has to be asked for
     */
    public Days readDays() {
        Days read = Days.of(table, column);
        days = read;
        return read;
    }

    /** How the column of times is written. */
    public Days days() {
        return days == null ? readDays() : days;
    }

    /** Says which columns these are. */
    public void say(Read read) {
        read.uses(ReadWords.TIME, column);
        clock.ifPresent(other -> read.uses(ReadWords.TIME_OF_DAY, other));
    }

    /** The moment of a row in days: its day, and its time of day where another column holds that; a problem and NaN where it has none. */
    public double moment(Row row) {
        double day = days().day(row);
        if (clock.isEmpty() || row.isMissing(clock.get())) {
            return day;
        }
        OptionalDouble part = partOfDay(row.text(clock.get()));
        if (part.isEmpty()) {
            row.problem(clock.get(), TableWords.NO_TIME_OF_DAY);
            return day;
        }
        return day == Math.floor(day) ? day + part.getAsDouble() : day;
    }

    /**
     * The instant of a moment in days since 1970, in the time of a place.
     *
     * @param timed whether the table holds times of day; noon is taken where it holds days alone
     */
    public static Instant instant(double moment, boolean timed, ZoneId zone) {
        double day = Math.floor(moment);
        long second = timed ? Math.round((moment - day) * SECONDS_IN_DAY) : NOON;
        return LocalDate.ofEpochDay((long) day)
                .atStartOfDay()
                .plusSeconds(second)
                .atZone(zone)
                .toInstant();
    }
}
