package org.stillpoint.web.people;

import org.stillpoint.web.view.FormProblems;

/**
 * One's own name, to be changed.
 *
 * @param present as one signs in now
 * @param typed the new one, as it was typed
 * @param problems what is wrong with what was typed
 */
public record NamePage(String present, String typed, FormProblems problems) {}
