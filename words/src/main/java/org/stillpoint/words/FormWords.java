package org.stillpoint.words;

import java.time.LocalDate;
import java.time.Year;

/** What is wrong with what was typed into a form. */
public enum FormWords implements Label {
    UNKEEPABLE,
    NOT_ANSWERED,
    NUMBER_NEEDED,
    WHOLE_YEAR_NEEDED;

    public record TooLong(int characters, int most) implements Message {}

    public record CharactersNeeded(int most) implements Message {}

    public record NumberBetween(double least, double most) implements Message {}

    public record WholeNumberBetween(int least, int most) implements Message {}

    public record YearBetween(Year first, Year last) implements Message {}

    /** @param day as it can be typed: ISO 8601 */
    public record DayNeeded(String day) implements Message {}

    public record DayBetween(LocalDate first, LocalDate last) implements Message {}

    public record DayWithin(int days) implements Message {}
}
