package org.stillpoint.web.handbook;

/**
 * What stands under one heading.
 *
 * @param anchor the heading's id within its page
 * @param level of the heading: 2 for a section, 3 for one within it
 * @param text what stands under it, to the next heading, without marks
 */
public record HandbookSection(String anchor, String heading, int level, String text) {}
