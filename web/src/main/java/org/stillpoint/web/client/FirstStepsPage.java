package org.stillpoint.web.client;

/**
 * Where nobody is here yet, of the reader's own at least: what comes first.
 *
 * @param owner whether the reader runs the practice
 * @param contacts whether the practice has written whom to ring
 * @param mayHaveAnEmergency whether the reader may open a client of somebody else's in one
 */
public record FirstStepsPage(boolean owner, boolean contacts, boolean mayHaveAnEmergency) {}
