package org.stillpoint.app.evidence;

import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stillpoint.evidence.diary.Setting;
import org.stillpoint.exchange.diary.DiaryTable.Entries;

/**
 * One person's entries as a table told them, with all that the table says of how they are judged: it may be judged on another machine.
 *
 * @param days time of each entry in days
 * @param values the measure at those times
 * @param start first day of "afterwards"; not a number where nobody has started yet
 * @param measure name of the column of values
 * @param low lowest value that can be; not a number where nothing binds it
 * @param high highest value that can be
 */
public record ToldDiary(
        String person,
        int missing,
        double[] days,
        double[] values,
        double start,
        String measure,
        double low,
        double high)
        implements Serializable {

    static ToldDiary of(
            String person, Entries entries, OptionalDouble start, String measure, Optional<Setting.Scale> bound) {
        return new ToldDiary(
                person,
                entries.missing(),
                entries.days().stream().mapToDouble(Double::doubleValue).toArray(),
                entries.values().stream().mapToDouble(Double::doubleValue).toArray(),
                start.orElse(Double.NaN),
                measure,
                bound.map(Setting.Scale::low).orElse(Double.NaN),
                bound.map(Setting.Scale::high).orElse(Double.NaN));
    }

    boolean hasStarted() {
        return !Double.isNaN(start);
    }

    /** What binds the values. */
    Optional<Setting.Scale> scale() {
        return Double.isNaN(low) ? Optional.empty() : Optional.of(new Setting.Scale(low, high));
    }
}
