package org.stillpoint.web.erase;

import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;

/**
 * The page that asks twice.
 *
 * @param head who would be erased
 * @param key of the deed
 * @param form as it was typed
 */
public record ErasePage(ClientHead head, String key, Form form) {}
