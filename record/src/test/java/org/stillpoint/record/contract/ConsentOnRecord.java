package org.stillpoint.record.contract;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.consent.ConsentBlock;
import org.stillpoint.record.consent.ConsentDocument;
import org.stillpoint.record.consent.ConsentEntry.ConsentGiven;
import org.stillpoint.record.consent.ConsentPart;
import org.stillpoint.record.consent.ConsentTerm;
import org.stillpoint.record.consent.Signature;
import org.stillpoint.record.consent.Signer;
import org.stillpoint.record.work.Records;

/** A consent as the act of signing writes it, without its rules: for tests in which a session starts. */
public final class ConsentOnRecord {
    private ConsentOnRecord() {}

    /** Signed at an instant, for a year. */
    public static ConsentGiven add(Records records, Id<Client> client, Instant at) {
        ConsentGiven given = new ConsentGiven(
                Id.random(),
                client,
                at,
                new ConsentDocument(
                        Version.FIRST, List.of(new ConsentPart(ConsentBlock.YOUR_CHOICE, "A", "You can stop."))),
                Map.of(),
                Set.of(),
                ConsentTerm.ONE_YEAR,
                new Signer.Oneself(),
                new Signature.ByName(new PrivateText("A. Client")));
        records.consents().add(given);
        return given;
    }
}
