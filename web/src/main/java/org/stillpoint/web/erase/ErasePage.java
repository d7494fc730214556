package org.stillpoint.web.erase;

import java.util.List;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Message;

/**
 * The page that asks twice.
 *
 * @param head who would be erased
 * @param key of the deed
 * @param form as it was typed
 * @param holds the legal holds that stand
 */
public record ErasePage(ClientHead head, String key, Form form, List<Message> holds) {}
