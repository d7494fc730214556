package org.stillpoint.web.view;

import org.stillpoint.words.Message;

/**
 * The way back to a session that goes on.
 *
 * @param words with whom, and since when
 * @param address its page
 */
public record RunningSession(Message words, String address) {}
