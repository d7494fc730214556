package org.stillpoint.words;

import java.util.Locale;
import org.stillpoint.record.safety.Condition;

/** What is asked for before a session, as anybody reads it: one for each row of the program's table. */
public enum ConditionWords implements Label {
    SUDDEN_NEUROLOGICAL_DEFICIT,
    WORST_HEADACHE,
    HEADACHE_WITH_STIFF_NECK_OR_FEVER,
    SADDLE_NUMBNESS,
    NEW_BLADDER_OR_BOWEL_DISTURBANCE,
    PROGRESSIVE_LEG_WEAKNESS,
    CHEST_PAIN_OR_BREATHLESSNESS,
    HOT_SWOLLEN_CALF,
    MAJOR_TRAUMA_OR_SUSPECTED_FRACTURE,
    WEIGHT_LOSS_WITH_NIGHT_PAIN,
    PAST_CANCER_WITH_NEW_PAIN,
    ALTERED_CONSCIOUSNESS,
    THOUGHTS_OF_SELF_HARM,
    PSYCHOSIS,
    DANGER_AT_HOME,
    RECENT_STROKE_OR_BLEED,
    ANEURYSM,
    RAISED_INTRACRANIAL_PRESSURE,
    HYDROCEPHALUS,
    CSF_LEAK,
    RECENT_SKULL_FRACTURE,
    RECENT_FRACTURE_OF_SPINE_OR_RIBS,
    RECENT_HEAD_OR_SPINE_SURGERY,
    UNSTABLE_SPINE,
    TOUCH_UNWELCOME_TODAY,
    ACUTE_CRISIS,
    RECENT_LUMBAR_PUNCTURE_OR_EPIDURAL,
    THROMBOSIS,
    CLOTTING_DISORDER_OR_ANTICOAGULANTS,
    HIGH_RISK_PREGNANCY,
    FEVER,
    ACUTE_INFECTION_OR_INFLAMMATION,
    EPILEPSY,
    TUMOUR,
    BRAIN_INJURY_OR_CONCUSSION,
    CHIARI_MALFORMATION,
    SEVERE_PSYCHIATRIC_CONDITION,
    UNSTABLE_DISSOCIATION,
    HEART_DISEASE,
    INFANT_WITH_OPEN_MEDICAL_QUESTION;

    private static final int WEEK_DAYS = 7;

    public record WithinWeeks(Message condition, int weeks) implements Message {}

    public record WithinDays(Message condition, int days) implements Message {}

    /** The condition with how long ago it may be; a condition of the practice's own in the practice's words. */
    public static Message of(Condition condition) {
        Message bare = bare(condition);
        if (condition.windowDays().isEmpty()) {
            return bare;
        }
        int days = condition.windowDays().getAsInt();
        return days % WEEK_DAYS == 0 ? new WithinWeeks(bare, days / WEEK_DAYS) : new WithinDays(bare, days);
    }

    /** The condition alone. */
    public static Message bare(Condition condition) {
        return condition
                .words()
                .<Message>map(CommonWords.Verbatim::new)
                .orElseGet(() ->
                        valueOf(condition.id().value().toUpperCase(Locale.ROOT).replace('-', '_')));
    }
}
