package org.stillpoint.exchange.diary;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.exchange.table.ColumnUse;

/**
 * What a person said about a table of which the rows of one person are wanted.
 *
 * @param uses what its columns hold, by their places; empty where nothing was said yet
 * @param zone where the days are
 * @param dayZero the day from which day numbers count; empty where it was not said
 * @param only {@code COLUMN=VALUE} that the rows must hold; empty where all do
 * @param takeMeans whether different values at one moment become their mean
 * @param farApart that entries may lie many years apart
 * @param latest no entry may lie after this instant
 */
public record OnePerson(
        Map<Integer, ColumnUse> uses,
        ZoneId zone,
        Optional<LocalDate> dayZero,
        Set<String> only,
        boolean takeMeans,
        boolean farApart,
        Instant latest) {

    public OnePerson {
        uses = Map.copyOf(uses);
        only = Set.copyOf(only);
    }
}
