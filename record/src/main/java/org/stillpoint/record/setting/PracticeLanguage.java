package org.stillpoint.record.setting;

/** The languages that a practice can speak. A constant's name is kept: it is never changed. */
public enum PracticeLanguage {
    ENGLISH
}
