package org.stillpoint.web;

/**
 * What the pages must be told before they open.
 *
 * @param demo whether this is the demo practice: every client is made up, and the sign-in page tells the name and password
 * @param firstStartCode the one-time code that the terminal printed and that the first account must be created with; blank
 *     when an account already exists, and then no account can be created this way
 * @param cookieName of the sign-in: one for each installation, for all that listen on this machine share their cookies
 * @param limits of a sign-in
 * @param way where the door is
 */
public record WebSettings(boolean demo, String firstStartCode, String cookieName, DoorLimits limits, DoorWay way) {

    /** The sign-in name and the password of the demo practice; accepted nowhere else, for nothing else creates them. */
    public static final String DEMO_NAME = "demo";
}
