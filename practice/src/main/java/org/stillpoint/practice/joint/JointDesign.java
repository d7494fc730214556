package org.stillpoint.practice.joint;

import java.time.LocalDate;

/** What a joint study compares. Days are counted from each person's first entry, which is day 0. */
public sealed interface JointDesign {

    /** The last day of which an entry counts, for somebody whose last possible day 0 is this. */
    LocalDate lastDay(LocalDate lastDayZero);

    /**
     * New clients who were treated, beside new clients who waited over the same days. Nobody was drawn by lot.
     *
     * @param baselineDays the mean before is of entries on days 0 to this one less one, before the first session
     * @param treatedByDay treated is whose first session was on a day before this one
     * @param outcomeFromDay the mean after is of entries from this day on
     * @param outcomeToDay to this day; who waited had no session by then
     * @param leastEntries fewest entries in each of the two means
     * @param responderShare somebody is better by this share of their mean before
     * @param worseBy somebody is worse by this many points
     */
    record TreatedAndWaiting(
            int baselineDays,
            int treatedByDay,
            int outcomeFromDay,
            int outcomeToDay,
            int leastEntries,
            double responderShare,
            double worseBy)
            implements JointDesign {
        @Override
        public LocalDate lastDay(LocalDate lastDayZero) {
            return lastDayZero.plusDays(outcomeToDay);
        }
    }

    /** Each client's own trial, by a plan that was drawn by lot and sealed before it began: days with sessions less days without. */
    record ByLot() implements JointDesign {
        @Override
        public LocalDate lastDay(LocalDate lastDayZero) {
            return lastDayZero;
        }
    }
}
