package org.stillpoint.web.account;

import java.util.List;
import java.util.Optional;
import org.stillpoint.web.view.FormProblems;

/**
 * The page on which one-time codes are set up.
 *
 * @param name of the account
 * @param secret for the device
 * @param picture of the QR code that tells it
 * @param problems what is wrong with the fields
 * @param recovery codes that are shown once, after it was set up
 */
public record CodesPage(
        String name, String secret, Optional<QrPicture> picture, FormProblems problems, List<String> recovery) {}
