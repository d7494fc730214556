package org.stillpoint.web.client;

/**
 * Where nobody is here yet: what comes first.
 *
 * @param owner whether the reader runs the practice
 * @param contacts whether the practice has written whom to ring
 */
public record FirstStepsPage(boolean owner, boolean contacts) {}
