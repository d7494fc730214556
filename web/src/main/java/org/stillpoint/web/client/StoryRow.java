package org.stillpoint.web.client;

/**
 * One line of a client's story in words: an entry, or several check-ins and maps with nothing between them.
 *
 * @param id of the first entry
 * @param look which sign it has: that of its layer
 * @param day when, in a few letters
 * @param title what it was
 * @param beside how long ago or how long, or empty
 * @param detail where and how it is known, or what was said
 * @param places codes of the places on the body, blank-separated
 * @param address its own page, or empty
 * @param first place of its first entry in the story
 * @param last place of its last
 */
public record StoryRow(
        String id,
        String look,
        String day,
        String title,
        String beside,
        String detail,
        String places,
        String address,
        int first,
        int last) {}
