package org.stillpoint.web.account;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.setting.PracticeLanguage;
import org.stillpoint.web.view.FormProblems;
import org.stillpoint.words.Message;

/**
 * What somebody may do with their own account.
 *
 * @param name they sign in with
 * @param language in which they have chosen to read the pages; empty for the practice's
 * @param happened what was just done
 * @param problems what is wrong with the password's fields
 * @param signIns where they are signed in, this one first
 * @param lasts how long a sign-in does
 * @param elsewhere how another device comes here, where it can
 * @param codes how many recovery codes are left, where a second step is asked for
 * @param passkeys that let in without the password
 */
public record AccountPage(
        String name,
        Optional<PracticeLanguage> language,
        Optional<Message> happened,
        FormProblems problems,
        List<SignInRow> signIns,
        Message lasts,
        Optional<OtherDevice> elsewhere,
        Optional<Message> codes,
        List<PasskeyRow> passkeys) {

    /** Whether they read the pages in this one by their own choice. */
    public boolean speaks(PracticeLanguage one) {
        return language.filter(one::equals).isPresent();
    }

    /**
     * How another device comes here.
     *
     * @param address to be read from the picture, or typed
     * @param fingerprint of the certificate that it shows then
     */
    public record OtherDevice(String address, QrPicture picture, String fingerprint) {}

    /**
     * One passkey.
     *
     * @param id of the passkey
     * @param name that its owner gave it
     * @param since where it was made, when, and when it was last used
     */
    public record PasskeyRow(String id, String name, Message since) {}

    /**
     * One sign-in.
     *
     * @param id of the sign-in
     * @param since on what device, since when, and when it was last used
     * @param here whether it is the one that asks
     */
    public record SignInRow(String id, Message since, boolean here) {}
}
