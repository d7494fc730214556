package org.stillpoint.record.safety;

/**
 * The conditions asked for before every session, each with the page that names it (read November 2026). All are pages of practices: no
 * primary evidence was found, for a condition or for a waiting window; the windows differ from page to page, so none is fixed here.
 */
public enum Condition {
    RECENT_STROKE_OR_BLEED(Weight.STOP, ConditionSource.CRANIO_LONGEVITY),
    ANEURYSM(Weight.STOP, ConditionSource.CRANIO_LONGEVITY),
    RAISED_INTRACRANIAL_PRESSURE(Weight.STOP, ConditionSource.CRANIO_LONGEVITY),
    HYDROCEPHALUS(Weight.STOP, ConditionSource.CRANIO_LONGEVITY),
    CSF_LEAK(Weight.STOP, ConditionSource.CRANIO_LONGEVITY),
    RECENT_SKULL_FRACTURE(Weight.STOP, ConditionSource.CRANIO_LONGEVITY),
    RECENT_HEAD_OR_SPINE_SURGERY(Weight.STOP, ConditionSource.CRANIO_LONGEVITY),
    UNSTABLE_SPINE(Weight.STOP, ConditionSource.CRANIO_LONGEVITY),
    RECENT_LUMBAR_PUNCTURE_OR_EPIDURAL(Weight.CLEAR_WITH_PHYSICIAN_FIRST, ConditionSource.CRANIO_LONGEVITY),
    THROMBOSIS(Weight.CLEAR_WITH_PHYSICIAN_FIRST, ConditionSource.CRANIO_LONGEVITY),
    CLOTTING_DISORDER_OR_ANTICOAGULANTS(Weight.CLEAR_WITH_PHYSICIAN_FIRST, ConditionSource.CRANIO_LONGEVITY),
    HIGH_RISK_PREGNANCY(Weight.CLEAR_WITH_PHYSICIAN_FIRST, ConditionSource.CRANIO_LONGEVITY),
    FEVER(Weight.CLEAR_WITH_PHYSICIAN_FIRST, ConditionSource.CRANIO_LONGEVITY),
    EPILEPSY(Weight.CLEAR_WITH_PHYSICIAN_FIRST, ConditionSource.CIRDY),
    TUMOUR(Weight.CLEAR_WITH_PHYSICIAN_FIRST, ConditionSource.CIRDY);

    /** What finding a condition means for the session. */
    public enum Weight {
        STOP,
        CLEAR_WITH_PHYSICIAN_FIRST
    }

    /** Pages that name conditions. */
    private static final class ConditionSource {
        static final String CRANIO_LONGEVITY = "craniolongevity.com, page of a practice";
        static final String CIRDY = "med.cirdy.com, page; there as a caution";
    }

    private final Weight weight;
    private final String source;

    Condition(Weight weight, String source) {
        this.weight = weight;
        this.source = source;
    }

    /** Where the condition was read. */
    public String source() {
        return source;
    }

    public Weight weight() {
        return weight;
    }
}
