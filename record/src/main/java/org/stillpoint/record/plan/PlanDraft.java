package org.stillpoint.record.plan;

import java.util.List;

/**
 * What is planned for one client and day, as it follows from what is known; it states no cause.
 *
 * @param places in the order in which they are taken
 * @param leftOut places for which there is a reason, and where hands do not come
 * @param slower why it is shorter and more gentle than usual; empty where it is as usual
 */
public record PlanDraft(List<PlannedPlace> places, List<LeftOutPlace> leftOut, List<Slower> slower) {

    /** Of the engagement. Source: {@code procedure.md}, 20 to 30 minutes. */
    public static final PlanLength USUAL = new PlanLength(20, 30);

    /** Own choice, 2026: no source was found for how much shorter. */
    public static final PlanLength SHORTER = new PlanLength(15, 20);

    /** In minutes. */
    public record PlanLength(int least, int most) {}

    public PlanDraft {
        places = List.copyOf(places);
        leftOut = List.copyOf(leftOut);
        slower = List.copyOf(slower);
    }

    public PlanLength length() {
        return slower.isEmpty() ? USUAL : SHORTER;
    }
}
