package org.stillpoint.web.signin;

/**
 * The page that sends on what was typed before the sign-in had run out.
 *
 * @param form what was typed
 * @param atOnce whether a script sends it without being asked: right after signing in, and never a second time
 */
public record GoOnPage(KeptForm form, boolean atOnce) {}
