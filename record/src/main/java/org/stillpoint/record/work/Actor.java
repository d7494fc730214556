package org.stillpoint.record.work;

import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.api.ApiGrant;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.link.PrivateLink;

/** Whoever acts: nothing is done or read in a practice by nobody. */
public sealed interface Actor {

    /**
     * Someone who has signed in.
     *
     * @param account whose
     * @param role what the account may do
     */
    record Person(Id<Account> account, Role role) implements Actor {}

    /**
     * A client who came by a link of their own: they have no account.
     *
     * @param client who, and the only one whom anything they do may concern
     * @param link by which they came
     */
    record Linked(Id<Client> client, Id<PrivateLink> link) implements Actor {}

    /**
     * A program of others that the owner registered; it has no account.
     *
     * @param program by what it was let in
     */
    record Registered(Id<ApiGrant> program) implements Actor {}

    /** The program itself, on behalf of whoever started it on this machine. */
    record Program(ProgramPart part) implements Actor {}

    /** The parts of the program that act of themselves. */
    enum ProgramPart {
        /** The very first start, before there is an account. */
        FIRST_START,
        /** The door, while it is not known who stands before it. */
        DOOR,
        /** Whoever holds the key, at the command line. */
        COMMAND_LINE,
        /** What happens by itself at its hour. */
        JOB,
        /** The made-up people of the demo practice. */
        DEMO
    }

    /** Whose account acts; empty where it is nobody's. */
    default Optional<Id<Account>> ownAccount() {
        return this instanceof Person person ? Optional.of(person.account()) : Optional.empty();
    }

    static Actor program(ProgramPart part) {
        return new Program(part);
    }
}
