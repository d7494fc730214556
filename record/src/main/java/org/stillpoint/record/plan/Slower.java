package org.stillpoint.record.plan;

import java.time.LocalDate;

/**
 * One reason to be shorter and more gentle.
 *
 * @param day of the fact that it names; of a first session the day of the plan
 */
public record Slower(SlowerReason why, LocalDate day) {}
