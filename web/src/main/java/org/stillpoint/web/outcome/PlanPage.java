package org.stillpoint.web.outcome;

import java.util.List;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Message;

/**
 * Plans drawn by lot for one client.
 *
 * @param head whose
 * @param plans what was drawn, the newest first
 * @param id of the plan to be drawn, so that sending the form twice draws one
 * @param form what was typed so far
 */
public record PlanPage(ClientHead head, List<Message> plans, String id, Form form) {}
