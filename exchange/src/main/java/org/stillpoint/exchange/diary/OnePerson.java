package org.stillpoint.exchange.diary;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.exchange.table.ColumnUse;
import org.stillpoint.exchange.table.Read;
import org.stillpoint.exchange.table.TimeColumn;
import org.stillpoint.words.AsTyped;
import org.stillpoint.words.ReadWords;

/**
 * What a person said about a table of which the rows of one person are wanted.
 *
 * @param uses what its columns hold, by their places; empty where nothing was said yet
 * @param zone where the days are
 * @param here the zone of the practice: a day without a time of day is that day of its calendar, wherever it was written
 * @param dayZero the day from which day numbers count; empty where it was not said
 * @param only {@code COLUMN=VALUE} that the rows must hold; empty where all do
 * @param takeMeans whether different values at one moment become their mean
 * @param farApart that entries may lie many years apart
 * @param latest no entry may lie after this instant
 */
public record OnePerson(
        Map<Integer, ColumnUse> uses,
        ZoneId zone,
        ZoneId here,
        Optional<LocalDate> dayZero,
        Set<String> only,
        boolean takeMeans,
        boolean farApart,
        Instant latest) {

    public OnePerson {
        uses = Map.copyOf(uses);
        only = Set.copyOf(only);
    }

    /** Nothing was said about a table of the practice's own zone. */
    public static OnePerson nothingSaid(ZoneId here, Instant latest) {
        return new OnePerson(Map.of(), here, here, Optional.empty(), Set.of(), false, false, latest);
    }

    /** The last day that an entry may be of. */
    public LocalDate latestDay() {
        return LocalDate.ofInstant(latest, here);
    }

    /**
     * The instant of a moment in days since 1970.
     *
     * @param timed whether the table holds times of day; it is noon of the practice where it holds days alone
     */
    public Instant instant(double moment, boolean timed) {
        return TimeColumn.instant(moment, timed, timed ? zone : here);
    }

    /** Whether the practice's calendar shows another day for this instant than the table does, where it is this moment in days. */
    public boolean isAnotherDayHere(double moment, Instant at) {
        return LocalDate.ofInstant(at, here).toEpochDay() != Math.floor(moment);
    }

    /** Says how many entries stand under another day in the practice's calendar than in the table, where any do. */
    public void sayOtherDays(Read read, int many) {
        if (many > 0) {
            read.note(new ReadWords.OnAnotherDay(AsTyped.of(many), many, zone.toString(), here.toString()));
        }
    }
}
