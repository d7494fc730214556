package org.stillpoint.web.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.history.EventDate;

/** How numbers, dates and spans are said. */
public final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private Words() {}

    /** Up to one decimal, without a trailing zero. */
    public static String number(double value) {
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.toPlainString();
    }

    public static String score(Score0To10 score) {
        return number(score.value());
    }

    /** A share of one as a whole percentage. */
    public static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    public static String weekday(LocalDate day) {
        return day.format(WEEKDAY);
    }

    public static String day(Instant at, ZoneId zone) {
        return at.atZone(zone).format(DAY);
    }

    public static String shortDay(Instant at, ZoneId zone) {
        return at.atZone(zone).format(SHORT_DAY);
    }

    public static String time(Instant at, ZoneId zone) {
        return at.atZone(zone).format(TIME);
    }

    /** A date as precisely as it is remembered. */
    public static String when(EventDate date) {
        return switch (date.precision()) {
            case DAY -> date.first().format(DAY);
            case MONTH -> YearMonth.from(date.first()).format(MONTH);
            case YEAR -> String.valueOf(date.first().getYear());
            case ABOUT -> "about " + (date.first().getYear() + EventDate.ABOUT_YEARS);
        };
    }

    /** How long ago, in the unit that people would use. */
    public static String ago(EventDate date, LocalDate today) {
        double years = date.yearsBefore(today);
        if (years >= 1.75) {
            return Math.round(years) + " years ago";
        }
        long months = Math.round(years * 12);
        return months >= 2 ? months + " months ago" : "recently";
    }

    /** Minutes and seconds from a mark's session start: {@code 12:05}. */
    public static String clock(Duration since) {
        long seconds = Math.max(0, since.toSeconds());
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }

    public static String minutes(Duration length) {
        long minutes = Math.max(0, Math.round(length.toSeconds() / 60.0));
        return minutes == 1 ? "1 minute" : minutes + " minutes";
    }

    /** {@code 1 session}, {@code 3 sessions}. */
    public static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
