package org.stillpoint.web.account;

import java.util.List;
import java.util.Optional;
import org.stillpoint.web.view.FormProblems;
import org.stillpoint.words.Message;

/**
 * What somebody may do with their own account.
 *
 * @param name they sign in with
 * @param happened what was just done
 * @param problems what is wrong with the password's fields
 * @param signIns where they are signed in, this one first
 */
public record AccountPage(String name, Optional<Message> happened, FormProblems problems, List<SignInRow> signIns) {

    /**
     * One sign-in.
     *
     * @param since when, and when it was last used
     * @param here whether it is the one that asks
     */
    public record SignInRow(Message since, boolean here) {}
}
