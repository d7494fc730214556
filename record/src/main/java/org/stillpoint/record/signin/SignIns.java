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
     * Keeps what has changed, but for account, device, form token and when it began.
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

    /**
     * 32 bytes with which the browsers of an account encrypt what waits there for the record: the same in all its sign-ins, so that what
     * waited in one is sent in the next.
     */
    byte[] browserKey(Id<Account> account);

    /** What an account is asked for after its password. */
    Optional<SecondFactor> findFactor(Id<Account> account);

    /**
     * Keeps this one from now on, in place of whatever is kept.
     *
     * @return as it is kept now, in a version of its own
     * @throws NoSuchRecord if there is no such account
     */
    SecondFactor keepFactor(SecondFactor factor);

    /**
     * Keeps that a code was taken.
     *
     * @param taken carries the version that was seen
     * @return as it is kept now
     * @throws StaleRecord if another version is kept
     * @throws NoSuchRecord if none is kept any more
     */
    SecondFactor updateFactor(SecondFactor taken);

    /** From now on the password is enough. */
    void removeFactor(Id<Account> account);

    /** What the practice asks of whoever comes in; the usual where nothing was set. */
    DoorRule rule();

    void setRule(DoorRule rule);

    /** The keys in people's devices that let in without a password. */
    Passkeys passkeys();

    /** What all servers know of who came to the door. */
    DoorBook book();

    /** Ends all that began or were last used before these. */
    void endOld(Instant begunBefore, Instant usedBefore);
}
