package org.stillpoint.record.work;

import java.util.List;
import org.stillpoint.record.ledger.Verification;

/** The account of everything done and read, as it can be read; it is written by the {@link UnitOfWork} alone. */
public interface Audit {

    /** The latest entries, the newest first. */
    List<AuditEntry> latest(int atMost);

    /** Reads the whole chain and tells the first thing that is wrong with it. */
    Verification verify();
}
