package org.stillpoint.web.people;

import java.util.Optional;
import org.stillpoint.record.account.Role;
import org.stillpoint.web.view.FormProblems;

/**
 * Where somebody who was invited makes their account.
 *
 * @param role for which; empty where the link opens nothing
 * @param address of the form
 * @param name as it was typed
 * @param problems what is wrong with what was typed
 */
public record InvitationPage(Optional<Role> role, String address, String name, FormProblems problems) {}
