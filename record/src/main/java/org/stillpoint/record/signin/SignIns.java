package org.stillpoint.record.signin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.account.Account;

/**
 * Where the open sign-ins are kept; those that have ended are gone. Whatever changes an account ends all of its sign-ins, in the same
 * transaction.
 */
public interface SignIns {

    /**
     * Adds one that has just begun.
     *
     * @throws NoSuchRecord if there is no such account
     */
    void add(SignIn begun);

    /** The sign-in of a token; it is asked for with each request, and costs one look-up. */
    Optional<SignIn> find(String tokenHash);

    /** The open sign-ins of an account, the last used first. */
    List<SignIn> list(Id<Account> account);

    /**
     * Keeps what has changed of {@code lastUsed}, {@code locked} and {@code live}.
     *
     * @param changed carries the version that was seen
     * @return as it is kept now
     * @throws StaleRecord if another version is kept
     * @throws NoSuchRecord if it has ended
     */
    SignIn update(SignIn changed);

    /** Ends one of an account; nothing happens where it has ended. */
    void end(Id<Account> account, Id<SignIn> signIn);

    /** Ends all of an account. */
    void endAll(Id<Account> account);

    /** Ends all that began or were last used before these. */
    void endOld(Instant begunBefore, Instant usedBefore);
}
