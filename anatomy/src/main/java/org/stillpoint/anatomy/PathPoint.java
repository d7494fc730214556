package org.stillpoint.anatomy;

/**
 * A place that a muscle line passes, fixed to a segment.
 *
 * @param body id of a segment
 * @param position m
 */
public record PathPoint(String body, Point position) {}
