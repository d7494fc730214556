package org.stillpoint.web.copy;

import org.stillpoint.web.view.Form;

/**
 * The page on which the owner takes everything out.
 *
 * @param name with which they sign in, for whatever fills passwords in
 * @param takesCode whether a code of their device will do
 * @param form as it was typed
 */
public record TakeOutPage(String name, boolean takesCode, Form form) {}
