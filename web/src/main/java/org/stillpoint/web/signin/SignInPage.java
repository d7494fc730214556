package org.stillpoint.web.signin;

import java.util.Optional;
import org.stillpoint.words.Message;

/**
 * The sign-in page.
 *
 * @param happened what just happened
 * @param demo whether the demo practice's name and password are shown
 */
public record SignInPage(Optional<Message> happened, boolean demo) {}
