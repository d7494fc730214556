package org.stillpoint.anatomy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which muscles a palpating hand does not tell apart. A muscle of which the table says nothing is felt by itself, from outside. */
final class HandPlaces {

    /** A row of the table: one muscle, of both sides. */
    record HandPlaceRow(String muscle, String place, HandReach reach, Citation citation) {}

    private final Map<String, HandPlace> byMuscle = new HashMap<>();

    HandPlaces(List<HandPlaceRow> rows, List<Muscle> muscles) {
        Map<String, HandPlaceRow> byStem = new HashMap<>();
        rows.forEach(row -> byStem.putIfAbsent(row.muscle(), row));
        for (Muscle muscle : muscles) {
            HandPlaceRow row = byStem.get(stem(muscle));
            byMuscle.put(
                    muscle.id(),
                    row == null
                            ? new HandPlace(stem(muscle), muscle.side(), HandReach.OUTSIDE, List.of(muscle.id()))
                            : new HandPlace(
                                    row.place(),
                                    muscle.side(),
                                    row.reach(),
                                    muscles.stream()
                                            .filter(other -> other.side() == muscle.side())
                                            .filter(other -> isOf(byStem.get(stem(other)), row.place()))
                                            .map(Muscle::id)
                                            .toList()));
        }
    }

    private static boolean isOf(@Nullable HandPlaceRow row, String place) {
        return row != null && row.place().equals(place);
    }

    HandPlace of(String muscle) {
        return Objects.requireNonNull(byMuscle.get(muscle), () -> "no muscle '" + muscle + "' in the atlas");
    }

    /** The id without its side, as the table names it. */
    static String stem(Muscle muscle) {
        return muscle.id().replaceFirst("_(right|left)$", "");
    }
}
