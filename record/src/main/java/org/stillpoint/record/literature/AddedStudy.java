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
 * @param kind what kind of number the effect is
 * @param effect a difference, or a ratio above 0, up to {@link KindOfEffect#most()}
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
        KindOfEffect kind,
        double effect,
        double low,
        double high,
        String source,
        Instant addedAt) {
    public static final int MOST_CHARACTERS = 200;
    /** Craniosacral technique was first taught in print by Sutherland (The Cranial Bowl, 1939). */
    public static final int EARLIEST = 1939;

    public static final int LATEST = 2200;

    public AddedStudy {
        name = text("name", name);
        condition = text("condition", condition);
        comparison = text("comparison", comparison);
        outcome = text("outcome", outcome);
        source = text("source", source);
        if (year < EARLIEST || year > LATEST) {
            throw new BadValue("year", String.valueOf(year), EARLIEST + " to " + LATEST);
        }
        double most = kind.most();
        if (!(Math.abs(effect) <= most) || !(Math.abs(low) <= most) || !(Math.abs(high) <= most)) {
            throw new BadValue("effect", effect + " (" + low + " to " + high + ")", -most + " to " + most);
        }
        if (kind.isRatio() && !(low > 0)) {
            throw new BadValue("effect", effect + " (" + low + " to " + high + ")", "above 0, as every ratio is");
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
