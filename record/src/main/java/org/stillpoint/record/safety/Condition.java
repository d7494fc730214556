package org.stillpoint.record.safety;

/**
 * The conditions asked for before every session. Source: the practice's procedure, after the contraindications that
 * craniosacral schools publish; their waiting windows disagree, so none is fixed here.
 */
public enum Condition {
    RECENT_STROKE_OR_BLEED(Weight.STOP, "Recent stroke or bleed"),
    ANEURYSM(Weight.STOP, "Aneurysm"),
    RAISED_INTRACRANIAL_PRESSURE(Weight.STOP, "Raised intracranial pressure"),
    HYDROCEPHALUS(Weight.STOP, "Hydrocephalus"),
    CSF_LEAK(Weight.STOP, "Leak of cerebrospinal fluid"),
    RECENT_SKULL_FRACTURE(Weight.STOP, "Recent skull fracture"),
    RECENT_HEAD_OR_SPINE_SURGERY(Weight.STOP, "Recent head or spine surgery"),
    UNSTABLE_SPINE(Weight.STOP, "Unstable spine"),
    RECENT_LUMBAR_PUNCTURE_OR_EPIDURAL(Weight.CLEAR_WITH_PHYSICIAN_FIRST, "Recent lumbar puncture or epidural"),
    THROMBOSIS(Weight.CLEAR_WITH_PHYSICIAN_FIRST, "Thrombosis"),
    CLOTTING_DISORDER_OR_ANTICOAGULANTS(Weight.CLEAR_WITH_PHYSICIAN_FIRST, "Clotting disorder or anticoagulants"),
    HIGH_RISK_PREGNANCY(Weight.CLEAR_WITH_PHYSICIAN_FIRST, "High-risk pregnancy"),
    FEVER(Weight.CLEAR_WITH_PHYSICIAN_FIRST, "Fever"),
    EPILEPSY(Weight.CLEAR_WITH_PHYSICIAN_FIRST, "Epilepsy"),
    TUMOUR(Weight.CLEAR_WITH_PHYSICIAN_FIRST, "Tumour");

    /** What finding a condition means for the session. */
    public enum Weight {
        STOP,
        CLEAR_WITH_PHYSICIAN_FIRST
    }

    private final Weight weight;
    private final String words;

    Condition(Weight weight, String words) {
        this.weight = weight;
        this.words = words;
    }

    public Weight weight() {
        return weight;
    }

    /** As shown to people. */
    public String words() {
        return words;
    }
}
