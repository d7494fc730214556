package org.stillpoint.web.checkin;

import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;

/**
 * A check-in to be answered.
 *
 * @param head whose
 * @param id made before it is answered, so that sending it twice keeps one
 * @param form what was answered so far
 */
public record CheckInPage(ClientHead head, String id, Form form) {}
