package org.stillpoint.record.account;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;

/** The invitations that are neither used nor withdrawn, those that have run out too. */
public interface Invitations {

    /**
     * Adds an invitation; adding the very same again changes nothing.
     *
     * @throws AlreadyThere if another is kept under this id or hash
     */
    void add(Invitation invitation);

    /** The one whose link has this hash. */
    Optional<Invitation> findByHash(String linkHash);

    /** All of them, the latest first. */
    List<Invitation> list();

    /** Takes one away: it was used, or withdrawn. Where there is none, nothing changes. */
    void withdraw(Id<Invitation> id);
}
