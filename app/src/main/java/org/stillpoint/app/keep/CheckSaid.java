package org.stillpoint.app.keep;

import java.io.PrintWriter;
import org.stillpoint.app.cli.JsonAnswer;
import org.stillpoint.store.CheckedRecord;

/** What a check of a record found, on the terminal. */
final class CheckSaid {
    private CheckSaid() {}

    static JsonAnswer json(CheckedRecord checked) {
        return new JsonAnswer()
                .put("holds", checked.holds())
                .put("clients", checked.clients())
                .put("records", checked.records())
                .put("ledgerHead", checked.ledgerHead())
                .put("auditEntries", checked.auditEntries())
                .put("auditHead", checked.auditHead())
                .put("faults", checked.faults());
    }

    static void print(PrintWriter out, CheckedRecord checked) {
        out.printf("Read whole: %d clients, %d records.%n", checked.clients(), checked.records());
        out.println("Head of the ledger:  " + checked.ledgerHead());
        out.printf("Head of the account: %s (%d entries)%n", checked.auditHead(), checked.auditEntries());
        if (checked.holds()) {
            out.println("All of it holds.");
        } else {
            out.println("It does not hold:");
            checked.faults().forEach(fault -> out.println("  " + fault + "."));
        }
    }
}
