package org.stillpoint.web.note;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.ui.Model;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.Form;

/**
 * What was asked of a page of a note, and where the answer goes.
 *
 * @param form what was typed; empty where the page is only opened
 */
record NoteTurn(Actor actor, Form form, HttpServletRequest request, HttpServletResponse response, Model model) {}
