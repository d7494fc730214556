package org.stillpoint.record.plan;

/** Why a place is left out of a plan that has a reason for it. A constant's name is kept in the record: it is never changed. */
public enum LeftOutReason {
    /** Touch is never welcome there. */
    NEVER_WELCOME,
    /** It lies in a sensitive area that is not signed for on this day. */
    NOT_SIGNED
}
