package org.stillpoint.record.appointment;

import java.time.Instant;
import org.stillpoint.record.PrivateText;

/**
 * Whether a client came at the time that was agreed.
 *
 * @param at when it was noted
 * @param why they did not come, as far as the practice knows; empty where they did, or nobody knows
 */
public record Attendance(Instant at, boolean came, PrivateText why) {}
