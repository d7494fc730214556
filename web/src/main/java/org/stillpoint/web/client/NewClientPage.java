package org.stillpoint.web.client;

import org.stillpoint.web.view.Form;

/**
 * Adding a client.
 *
 * @param id made before the form is filled in, so that sending it twice adds one client
 * @param form what was typed
 */
public record NewClientPage(String id, Form form) {}
