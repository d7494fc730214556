package org.stillpoint.record.plan;

import java.time.LocalDate;
import org.stillpoint.record.session.Site;

/**
 * A place that is left out.
 *
 * @param day since when touch is never welcome there; on which it is not signed for
 */
public record LeftOutPlace(Site site, LeftOutReason why, LocalDate day) {}
