package org.stillpoint.record.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class EventDateProperties {

    @Property
    void anyDate_writtenAndRead_isTheSame(
            @ForAll @IntRange(min = 1876, max = 2199) int year,
            @ForAll @IntRange(min = 1, max = 365) int day,
            @ForAll EventDate.Precision precision) {
        EventDate date = new EventDate(LocalDate.ofYearDay(year, day), precision);
        assertThat(EventDate.parse(date.toString())).isEqualTo(date);
        assertThat(date.last()).isAfterOrEqualTo(date.first());
    }

    @Property
    void yearsAgo_countedBack_isWithinItsPrecision(@ForAll @DoubleRange(min = 0, max = 120) double years) {
        LocalDate today = LocalDate.of(2026, 11, 22);
        double back = EventDate.yearsAgo(years, today).yearsBefore(today);
        assertThat(Math.abs(back - years)).isLessThanOrEqualTo(years < 2 ? 0.1 : 1);
    }
}
