package org.stillpoint.record.history;

import java.util.Arrays;
import java.util.List;

/**
 * How an event happened, where it is one of the ways of which it is known which muscles brace: the direction of an impact, a fall,
 * the site of surgery, a kind of experience. A constant's name is kept in the record: it is never changed.
 */
public enum Mechanism {
    REAR(EventKind.CAR_ACCIDENT),
    FRONT(EventKind.CAR_ACCIDENT),
    SIDE(EventKind.CAR_ACCIDENT),
    FALL_ON_THE_SACRUM(EventKind.PHYSICAL_TRAUMA),
    FALL_ON_THE_HAND(EventKind.PHYSICAL_TRAUMA),
    FALL_ON_THE_HIP(EventKind.PHYSICAL_TRAUMA),
    BLOW_TO_THE_HEAD(EventKind.PHYSICAL_TRAUMA),
    ANKLE_SPRAIN(EventKind.INJURY),
    LOW_BACK_STRAIN(EventKind.INJURY),
    ABDOMEN(EventKind.SURGERY),
    CAESAREAN(EventKind.SURGERY),
    CHEST(EventKind.SURGERY),
    LUMBAR_SPINE(EventKind.SURGERY),
    CERVICAL_SPINE(EventKind.SURGERY),
    THROAT(EventKind.SURGERY),
    JAW(EventKind.SURGERY),
    SHOULDER(EventKind.SURGERY),
    HIP(EventKind.SURGERY),
    KNEE(EventKind.SURGERY),
    PELVIS(EventKind.SURGERY),
    FRIGHT(EventKind.CHALLENGING_LIFE_EXPERIENCE),
    GRIEF(EventKind.CHALLENGING_LIFE_EXPERIENCE),
    LONG_STRAIN(EventKind.CHALLENGING_LIFE_EXPERIENCE),
    THREAT(EventKind.CHALLENGING_LIFE_EXPERIENCE);

    private final EventKind kind;

    Mechanism(EventKind kind) {
        this.kind = kind;
    }

    /** The kind of event that it belongs to. */
    public EventKind kind() {
        return kind;
    }

    /** Those of a kind of event. */
    public static List<Mechanism> of(EventKind kind) {
        return Arrays.stream(values()).filter(each -> each.kind == kind).toList();
    }
}
