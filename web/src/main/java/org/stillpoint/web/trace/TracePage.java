package org.stillpoint.web.trace;

import org.stillpoint.web.view.ClientHead;

/**
 * The page that asks for a trace.
 *
 * @param head whose
 * @param layers what lies on the body before the answer, as JSON
 * @param view from where the body is seen
 * @param mapOf when the pain was marked, in words; empty where it has not been
 */
public record TracePage(ClientHead head, String layers, String view, String mapOf) {}
