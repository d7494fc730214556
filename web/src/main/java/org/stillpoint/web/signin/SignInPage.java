package org.stillpoint.web.signin;

import java.util.Optional;
import org.stillpoint.words.Message;

/**
 * The sign-in page.
 *
 * @param happened what just happened
 * @param demo whether the demo practice's name and password are shown
 * @param kept what was typed before, to go on with once somebody has signed in
 */
public record SignInPage(Optional<Message> happened, boolean demo, Optional<KeptForm> kept) {}
