package org.stillpoint.exchange.table;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stillpoint.exchange.table.HowToRead.DateOrder;

/**
 * A day, with or without a time of day, as it stands in a cell.
 *
 * @param days since 1970-01-01 at the place where the days are; parts of a day for the time
 * @param universal whether it was written in universal time with a time of day, so that its day depends on the place
 */
record TimePoint(double days, boolean universal) {

    private static final double SECONDS_PER_DAY = 86_400;

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final String TIME =
            "(?:(?:[T,]|[ \\u00A0\\u202F])+(?<h>\\d{1,2}):(?<m>\\d{2})(?::(?<s>\\d{2})(?:[.,](?<f>\\d{1,9}))?)?[ \\u00A0\\u202F]?(?<ap>[AaPp]\\.?[Mm]\\.?)?)?"
                    + " ?(?<off>Z|UTC|GMT|[+-]\\d{2}:?\\d{2}|[+-]\\d{2})?(?:\\[[A-Za-z/_]+\\])?";

    private static final Pattern NUMBERS =
            Pattern.compile("(?<a>\\d{1,4})(?<sep>[-/.])(?<b>\\d{1,2})\\k<sep>(?<c>\\d{4}|\\d{2})" + TIME);

    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<d>\\d{1,2})\\.?[ -](?<mon>[A-Za-z]{3,9})\\.?[ ,-]+(?<y>\\d{4})" + TIME);

    private static final Pattern MONTH_FIRST =
            Pattern.compile("(?<mon>[A-Za-z]{3,9})\\.? (?<d>\\d{1,2}),? +(?<y>\\d{4})" + TIME);

    private static final Pattern COMPACT = Pattern.compile(
            "(?<y>(?:19|20)\\d{2})(?<mo>\\d{2})(?<d>\\d{2})(?:T?(?<h>\\d{2})(?<m>\\d{2})(?<s>\\d{2})?Z?)?");

    /** Two-digit years up to this are of this century. */
    private static final int PIVOT = 69;

    /** Whether the text is a date of numbers whose order could be meant differently. */
    static boolean isOfNumbers(String text) {
        Matcher m = NUMBERS.matcher(text);
        return m.matches() && m.group("a").length() < 4;
    }

    /** The sign between the numbers of such a date. */
    static char sign(String text) {
        Matcher m = NUMBERS.matcher(text);
        return m.matches() ? m.group("sep").charAt(0) : ' ';
    }

    /** Year first, or with the month in letters: nothing has to be known. */
    static Optional<TimePoint> ofPlain(String text, Optional<ZoneId> zone) {
        Matcher m = NUMBERS.matcher(text);
        if (m.matches()) {
            return m.group("a").length() == 4
                    ? of(m.group("a"), m.group("b"), m.group("c"), m, zone)
                    : Optional.empty();
        }
        for (Pattern pattern : List.of(DAY_FIRST, MONTH_FIRST)) {
            Matcher named = pattern.matcher(text);
            if (named.matches()) {
                String letters = named.group("mon").toLowerCase(Locale.ROOT);
                int month = MONTHS.indexOf(letters.substring(0, 3)) + 1;
                return of(named.group("y"), String.valueOf(month), named.group("d"), named, zone);
            }
        }
        return Optional.empty();
    }

    /** Three numbers in an order that has to be known. */
    static Optional<TimePoint> ofNumbers(String text, DateOrder order, Optional<ZoneId> zone) {
        Matcher m = NUMBERS.matcher(text);
        if (!m.matches() || m.group("a").length() > 2) {
            return Optional.empty();
        }
        return switch (order) {
            case DMY -> of(m.group("c"), m.group("b"), m.group("a"), m, zone);
            case MDY -> of(m.group("c"), m.group("a"), m.group("b"), m, zone);
            case YMD ->
                m.group("c").length() == 4 ? Optional.empty() : of(m.group("a"), m.group("b"), m.group("c"), m, zone);
        };
    }

    /** {@code 20260131}, {@code 20260131T0830}: eight digits that form a date, with or without a time. */
    static Optional<TimePoint> ofDigits(String text) {
        Matcher m = COMPACT.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(number(m.group("y")), number(m.group("mo")), number(m.group("d")));
            String hour = m.group("h");
            LocalTime time = hour == null
                    ? LocalTime.MIDNIGHT
                    : LocalTime.of(number(hour), number(m.group("m")), m.group("s") == null ? 0 : number(m.group("s")));
            return Optional.of(new TimePoint(days(day.atTime(time)), text.endsWith("Z")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** So many seconds after 1970 began in Greenwich. */
    static TimePoint ofSeconds(double seconds, Optional<ZoneId> zone) {
        Instant instant = Instant.ofEpochMilli(Math.round(seconds * 1000));
        ZoneId place = zone.orElse(ZoneOffset.UTC);
        boolean midnight = seconds % SECONDS_PER_DAY == 0;
        return midnight
                ? new TimePoint(seconds / SECONDS_PER_DAY, false)
                : new TimePoint(days(instant.atZone(place).toLocalDateTime()), zone.isEmpty());
    }

    private static Optional<TimePoint> of(String year, String month, String day, Matcher m, Optional<ZoneId> zone) {
        try {
            int y = number(year);
            LocalDate date =
                    LocalDate.of(year.length() > 2 ? y : y <= PIVOT ? 2000 + y : 1900 + y, number(month), number(day));
            if (m.group("h") == null) {
                return m.group("off") == null ? Optional.of(new TimePoint(date.toEpochDay(), false)) : Optional.empty();
            }
            LocalDateTime local = date.atTime(time(m));
            String offset = m.group("off");
            if (offset == null) {
                return Optional.of(new TimePoint(days(local), false));
            }
            boolean universal = Character.isLetter(offset.charAt(0));
            if (zone.isEmpty()) {
                return Optional.of(new TimePoint(days(local), universal));
            }
            ZoneOffset from = universal ? ZoneOffset.UTC : ZoneOffset.of(offset);
            return Optional.of(new TimePoint(
                    days(local.atOffset(from).atZoneSameInstant(zone.get()).toLocalDateTime()), false));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalTime time(Matcher m) {
        int hour = number(m.group("h"));
        String half = m.group("ap");
        if (half != null) {
            if (hour < 1 || hour > 12) {
                throw new DateTimeException("hour " + hour + " of twelve");
            }
            hour = hour % 12 + (Character.toLowerCase(half.charAt(0)) == 'p' ? 12 : 0);
        }
        String part = m.group("f");
        int nanos = part == null ? 0 : (int) Math.round(Double.parseDouble("0." + part) * 1e9);
        return LocalTime.of(hour, number(m.group("m")), m.group("s") == null ? 0 : number(m.group("s")), nanos);
    }

    private static double days(LocalDateTime time) {
        return time.toLocalDate().toEpochDay() + time.toLocalTime().toNanoOfDay() / 1e9 / SECONDS_PER_DAY;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
