package org.stillpoint.web.erase;

import java.util.List;
import org.stillpoint.words.Message;

/**
 * The receipt of an erasure.
 *
 * @param id of who was erased
 * @param done what was done, in one sentence each
 * @param scanned each file in which the destroyed key was looked for
 */
public record ErasedPage(String id, List<Message> done, List<Message> scanned) {}
