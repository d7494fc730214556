package org.stillpoint.record.history;

/** What struck. */
public enum EventKind {
    INJURY("Injury"),
    PHYSICAL_TRAUMA("Physical trauma"),
    CAR_ACCIDENT("Car accident"),
    SURGERY("Surgery"),
    CHALLENGING_LIFE_EXPERIENCE("Challenging life experience");

    private final String words;

    EventKind(String words) {
        this.words = words;
    }

    /** As shown to people. */
    public String words() {
        return words;
    }
}
