package org.stillpoint.app.evidence;

import org.jspecify.annotations.Nullable;
import org.stillpoint.evidence.diary.Setting.Scale;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;

/** Lowest and highest value of a scale, as {@code --range LOW:HIGH} tells them. */
final class Ranges {

    private Ranges() {}

    /** The scale that was told; null where none was. */
    static @Nullable Scale parse(@Nullable String range) {
        if (range == null) {
            return null;
        }
        String[] ends = range.split(":", -1);
        try {
            if (ends.length != 2) {
                throw new IllegalArgumentException(range);
            }
            return new Scale(Double.parseDouble(ends[0]), Double.parseDouble(ends[ends.length - 1]));
        } catch (IllegalArgumentException e) {
            throw new BadInput(Problem.ofValue("--range", range, "is not LOW:HIGH with LOW below HIGH, such as 0:10"));
        }
    }
}
