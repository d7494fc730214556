package org.stillpoint.web.account;

import java.util.Optional;
import org.stillpoint.web.view.FormProblems;

/**
 * The page on which a passkey is made: first its name and the password, then the device.
 *
 * @param account the name they sign in with
 * @param name of the passkey, as typed so far
 * @param make what the device is asked to make, as JSON; empty until the password was shown
 * @param instead the address of this practice at which one can be made, where it cannot here
 * @param possible whether one can be made here
 * @param problems what is wrong with the fields
 */
public record PasskeysPage(
        String account,
        String name,
        Optional<String> make,
        Optional<String> instead,
        boolean possible,
        FormProblems problems) {}
