package org.stillpoint.web.followup;

import java.util.List;

/**
 * Everybody who is to be asked how it went.
 *
 * @param rows whose session ended earliest first
 * @param more whether there may be more
 */
public record AllFollowUpsPage(List<FollowUpRow> rows, boolean more) {}
