package org.stillpoint.evidence.diary;

/**
 * The six core outcome domains that a trial of a treatment of chronic pain should measure, in the order of their source (IMMPACT: Turk
 * and others, Pain 2003;106:337, doi:10.1016/j.pain.2003.08.001; read as an abstract). Which measure belongs where is own choice, 2026:
 * {@code measures.csv} says it for those that are filled in.
 */
public enum CoreDomain {
    PAIN,
    PHYSICAL_FUNCTIONING,
    EMOTIONAL_FUNCTIONING,
    /** As participants rate it themselves. */
    IMPROVEMENT_AND_SATISFACTION,
    SYMPTOMS_AND_ADVERSE_EVENTS,
    /** Who stayed, who stopped and when. */
    PARTICIPANT_DISPOSITION
}
