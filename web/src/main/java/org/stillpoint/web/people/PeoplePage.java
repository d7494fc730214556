package org.stillpoint.web.people;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.account.Role;
import org.stillpoint.words.Message;

/**
 * The people of the practice.
 *
 * @param people who may sign in
 * @param gone whose account was ended
 * @param invited whom somebody has yet to become
 * @param link the link of the invitation that was just made; shown this once
 * @param refused why nothing was changed
 */
public record PeoplePage(
        List<PersonRow> people,
        List<PersonRow> gone,
        List<InvitedRow> invited,
        Optional<String> link,
        Optional<Message> refused) {

    /** The roles that somebody can be given. */
    public static final List<Role> ROLES = List.of(Role.THERAPIST, Role.ASSISTANT, Role.SUPERVISOR);

    /**
     * Somebody.
     *
     * @param told in a few lines: since when, when they came last, whom they treat
     * @param clients whether there are any to be handed over
     * @param owner whether it is the owner, who stays
     * @param heirs to whom their clients can go
     */
    public record PersonRow(
            String id, String name, Role role, List<Message> told, boolean clients, boolean owner, List<Heir> heirs) {}

    /** Somebody who treats clients. */
    public record Heir(String id, String name) {}

    /** An invitation that nobody has used yet. */
    public record InvitedRow(String id, Message told) {}
}
