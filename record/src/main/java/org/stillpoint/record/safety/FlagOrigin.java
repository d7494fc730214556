package org.stillpoint.record.safety;

/** Where a red flag was told. A constant's name is kept: it is never changed. */
public enum FlagOrigin {
    SAFETY_CHECK,
    CHECK_IN,
    QUESTIONNAIRE,
    INTAKE
}
