package org.stillpoint.web.session;

/**
 * A mark, as listed.
 *
 * @param id its id
 * @param clock minutes and seconds since the start
 * @param words what was marked
 * @param address where it is mended; empty while the session goes on, and once its note is signed
 */
public record MarkRow(String id, String clock, String words, String address) {}
