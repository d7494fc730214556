package org.stillpoint.practice.joint;

/** Why a client is not counted. The first that is so is told of each. A constant's name is kept: it stands in files. */
public enum JointLeftOut {
    /** The consent in force does not say yes to research, or none is. */
    NO_CONSENT,
    /** Something of their record could not be read. */
    UNREADABLE,
    /** Younger or older than who is looked at, or of an age that nobody told. */
    OTHER_AGE,
    /** They never answered what is measured. */
    NO_ENTRY,
    /** Their first entry is of another time. */
    OTHER_TIME,
    /** Too few entries before, or before the first session. */
    TOO_FEW_BEFORE,
    /** Their mean before is lower or higher than of who is looked at. */
    OTHER_BEFORE,
    /** Their first session came after the time by which one was treated, and before those who waited were done waiting. */
    TREATED_BETWEEN,
    /** Too few entries after. */
    TOO_FEW_AFTER,
    /** No plan was drawn for them in that time. */
    NO_PLAN,
    /** The plan that was drawn was stopped. */
    PLAN_STOPPED,
    /** Fewer than three entries with or without sessions, or none that differ. */
    TOO_FEW_ENTRIES
}
