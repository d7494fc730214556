package org.stillpoint.web.signin;

import org.stillpoint.web.view.FormProblems;

/**
 * The page that makes the owner's account.
 *
 * @param name the sign-in name typed so far
 * @param problems what is wrong with the fields
 */
public record FirstStartPage(String name, FormProblems problems) {}
