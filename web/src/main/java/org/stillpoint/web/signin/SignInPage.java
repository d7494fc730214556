package org.stillpoint.web.signin;

/**
 * The sign-in page.
 *
 * @param message what just happened, or empty
 * @param demo whether the demo practice's name and password are shown
 */
public record SignInPage(String message, boolean demo) {}
