package org.stillpoint.record.plan;

import java.time.LocalDate;
import org.stillpoint.record.session.Site;

/**
 * A place in a plan, with its one reason: the first that holds.
 *
 * @param day of the fact that the reason names
 * @param askFirst whether the client wants to be asked before hands come there
 */
public record PlannedPlace(Site site, PlanReason reason, LocalDate day, boolean askFirst) {}
