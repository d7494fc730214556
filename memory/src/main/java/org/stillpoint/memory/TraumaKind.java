package org.stillpoint.memory;

import java.util.Locale;

/** What kind of trauma event struck. */
public enum TraumaKind {
    INJURY,
    PHYSICAL_TRAUMA,
    CAR_ACCIDENT,
    SURGERY,
    CHALLENGING_LIFE_EXPERIENCE;

    /** As written in tables and files: {@code car_accident}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
