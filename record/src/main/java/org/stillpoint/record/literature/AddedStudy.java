package org.stillpoint.record.literature;

import java.time.Instant;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;

/**
 * A published study that the practice has read and adds to the picture of the field. Nothing in it concerns a client.
 *
 * @param name author and year as cited, 1 to {@value #MOST_CHARACTERS} characters
 * @param year of publication, {@value #EARLIEST} to {@value #LATEST}
 * @param condition what was treated
 * @param comparison what it was compared with
 * @param outcome what was measured, and when
 * @param effect standardised mean difference; below 0 is in favour of the treatment
 * @param low lower end of its 95 % interval, below {@code effect}
 * @param high upper end of its 95 % interval, above {@code effect}
 * @param source where it can be read: a DOI, a PMID or an address
 */
public record AddedStudy(
        Id<AddedStudy> id,
        String name,
        int year,
        String condition,
        String comparison,
        String outcome,
        double effect,
        double low,
        double high,
        String source,
        Instant addedAt) {
    public static final int MOST_CHARACTERS = 200;
    /** Craniosacral technique was first taught in print by Sutherland (The Cranial Bowl, 1939). */
    public static final int EARLIEST = 1939;

    public static final int LATEST = 2200;

    /** Standardised mean differences beyond this are misprints: the largest in Cochrane reviews lie near 5. */
    public static final double MOST_EFFECT = 20;

    public AddedStudy {
        name = text("name", name);
        condition = text("condition", condition);
        comparison = text("comparison", comparison);
        outcome = text("outcome", outcome);
        source = text("source", source);
        if (year < EARLIEST || year > LATEST) {
            throw new BadValue("year", String.valueOf(year), EARLIEST + " to " + LATEST);
        }
        if (!(Math.abs(effect) <= MOST_EFFECT) || !(Math.abs(low) <= MOST_EFFECT) || !(Math.abs(high) <= MOST_EFFECT)) {
            throw new BadValue(
                    "effect", effect + " (" + low + " to " + high + ")", -MOST_EFFECT + " to " + MOST_EFFECT);
        }
        if (!(low < effect && effect < high)) {
            throw new BadValue(
                    "95 % interval", low + " to " + high, "around the effect " + effect + ", lower end first");
        }
    }

    private static String text(String field, String value) {
        String stripped = value.strip();
        if (stripped.isEmpty() || stripped.length() > MOST_CHARACTERS) {
            throw new BadValue(
                    field, "of " + stripped.length() + " characters", "1 to " + MOST_CHARACTERS + " characters");
        }
        return stripped;
    }
}
