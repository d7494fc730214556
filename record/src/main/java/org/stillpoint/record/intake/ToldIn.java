package org.stillpoint.record.intake;

import org.stillpoint.record.Id;

/**
 * Where a client told an event that is taken into their history.
 *
 * @param number of the event within the intake, from 1
 */
public record ToldIn(Id<Intake> intake, int number) {}
