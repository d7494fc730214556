package org.stillpoint.words;

import java.time.Year;

/** How dates and spans of time are said. */
enum Dates implements Label {
    RECENTLY;

    record About(Year year) implements Message {}

    record YearsAgo(long years) implements Message {}

    record MonthsAgo(long months) implements Message {}

    record Minutes(long minutes) implements Message {}
}
