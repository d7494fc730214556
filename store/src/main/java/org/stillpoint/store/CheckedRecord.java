package org.stillpoint.store;

import java.util.List;

/**
 * What a check of a whole record found: every page, every ciphertext, both chains.
 *
 * @param clients who are kept, erased ones not among them
 * @param records rows that belong to these clients, and their accounts' and the ledger's
 * @param ledgerHead hash of the ledger's last entry, 64 hexadecimal digits
 * @param auditEntries how many entries the account has
 * @param auditHead hash of the account's last entry, 64 hexadecimal digits
 * @param faults what does not hold, in words, ids only; empty where all does
 */
public record CheckedRecord(
        long clients, long records, String ledgerHead, long auditEntries, String auditHead, List<String> faults) {
    public CheckedRecord {
        faults = List.copyOf(faults);
    }

    public boolean holds() {
        return faults.isEmpty();
    }
}
