package org.stillpoint.web.client;

import org.stillpoint.web.view.ClientHead;
import org.stillpoint.words.Message;

/**
 * What the front desk sees of a client.
 *
 * @param head who
 * @param latest when they came last
 * @param thanked whether a check-in was just given
 */
public record DeskPage(ClientHead head, Message latest, boolean thanked) {}
