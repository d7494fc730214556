package org.stillpoint.web.session;

/**
 * A mark, as listed.
 *
 * @param clock minutes and seconds since the start
 * @param words what was marked
 * @param address where it is mended; empty while the session goes on
 */
public record MarkRow(String clock, String words, String address) {}
