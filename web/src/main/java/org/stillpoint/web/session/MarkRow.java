package org.stillpoint.web.session;

/**
 * A mark, as listed.
 *
 * @param clock minutes and seconds since the start
 * @param words what was marked
 */
public record MarkRow(String clock, String words) {}
