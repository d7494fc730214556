package org.stillpoint.words;

import java.util.Locale;

/** The made-up lives to teach with, and what happens in them. */
public enum TeachingWords implements Label {
    WHIPLASH,
    HIT_FROM_BEHIND,
    HARD_YEAR,
    RELEASE_IN_NECK,
    RELEASE_BETWEEN_NECK_AND_SHOULDER,
    RELEASE_UNDER_BACK_OF_HEAD,
    FALL_ON_THE_SACRUM,
    FALL_FROM_TREE,
    SPRAINED_ANKLE,
    STRESS_AT_WORK,
    RELEASE_IN_PELVIC_FLOOR,
    RELEASE_AT_SACRUM,
    ABDOMINAL_SURGERY,
    OPEN_OPERATION,
    SICK_PARENT,
    RELEASE_IN_ABDOMINAL_WALL,
    RELEASE_IN_DEPTH,
    GRIEF,
    DEATH_OF_BROTHER,
    MOURNING,
    LIFE_GOES_ON,
    ANXIOUS_MONTHS,
    RELEASE_IN_JAW,
    RELEASE_OF_DIAPHRAGM;

    /**
     * What a teaching example, or something that happens in one, is called.
     *
     * @param key as the body's room knows it: {@code hit-from-behind}
     * @throws IllegalArgumentException if nothing is known by that key
     */
    public static TeachingWords of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
