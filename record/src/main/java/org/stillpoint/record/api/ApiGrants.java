package org.stillpoint.record.api;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;

/**
 * Who may read the record by FHIR, those whose time is over too, for the account names them. Nothing of it is in a backup: whoever puts an
 * earlier state back opens nothing by it.
 */
public interface ApiGrants {

    /** Whether the practice lets anybody read by FHIR; it does not, before its owner has said so. */
    boolean isOpen();

    void setOpen(boolean open);

    /**
     * Adds one; adding the very same again changes nothing.
     *
     * @throws NoSuchRecord if there is no such account
     * @throws AlreadyThere if another is kept under this id or hash
     */
    void add(ApiGrant grant);

    /**
     * Keeps it from now on as it says.
     *
     * @throws NoSuchRecord if there is none
     */
    void replace(ApiGrant grant);

    Optional<ApiGrant> find(Id<ApiGrant> id);

    /** The one, if it opens something now by the record's own clock, and the practice is open. */
    Optional<ApiGrant> findInForce(Id<ApiGrant> id);

    /** The token of this hash, on the same terms. */
    Optional<ApiToken> findTokenInForce(String tokenHash);

    /** All, in the order in which they were made. */
    List<ApiGrant> list();
}
