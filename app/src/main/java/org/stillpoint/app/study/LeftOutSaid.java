package org.stillpoint.app.study;

import org.stillpoint.practice.joint.JointLeftOut;

/** Why clients are not counted, as a terminal tells it. */
final class LeftOutSaid {
    private LeftOutSaid() {}

    static String of(JointLeftOut why) {
        return switch (why) {
            case NO_CONSENT -> "without a consent in force that says yes to research";
            case UNREADABLE -> "whose record could not be read";
            case OTHER_AGE -> "younger or older than who is looked at, or of unknown age";
            case NO_ENTRY -> "who never answered what is measured";
            case OTHER_TIME -> "whose first entry is of another time";
            case TOO_FEW_BEFORE -> "with too few entries before";
            case OTHER_BEFORE -> "whose mean before is lower or higher than of who is looked at";
            case TREATED_BETWEEN -> "treated too late for the one group and too early for the other";
            case TOO_FEW_AFTER -> "with too few entries after";
            case NO_PLAN -> "without a plan by lot in that time";
            case PLAN_STOPPED -> "whose plan was stopped";
            case TOO_FEW_ENTRIES -> "with too few entries with or without sessions";
        };
    }
}
