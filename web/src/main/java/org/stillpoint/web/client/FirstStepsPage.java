package org.stillpoint.web.client;

/**
 * Where nobody is here yet, of the reader's own at least: what comes first.
 *
 * @param owner whether the reader runs the practice
 * @param practice what the practice is called, or empty
 * @param contacts whether the practice has written whom to ring
 * @param consentText whether the practice has written its own consent text
 * @param mayHaveAnEmergency whether the reader may open a client of somebody else's in one
 */
public record FirstStepsPage(
        boolean owner, String practice, boolean contacts, boolean consentText, boolean mayHaveAnEmergency) {}
