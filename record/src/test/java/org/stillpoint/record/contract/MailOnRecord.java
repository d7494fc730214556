package org.stillpoint.record.contract;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.ContactDetails;
import org.stillpoint.record.consent.ConsentBlock;
import org.stillpoint.record.consent.ConsentDocument;
import org.stillpoint.record.consent.ConsentEntry.ConsentGiven;
import org.stillpoint.record.consent.ConsentPart;
import org.stillpoint.record.consent.ConsentTerm;
import org.stillpoint.record.consent.Signature;
import org.stillpoint.record.consent.Signer;
import org.stillpoint.record.setting.MailServer;
import org.stillpoint.record.setting.MailSetting;
import org.stillpoint.record.setting.MailTls;
import org.stillpoint.record.work.Records;

/** What it takes to write to a client, as the acts write it, without their rules. */
public final class MailOnRecord {
    private MailOnRecord() {}

    /** A server on this machine. */
    public static MailServer server(int port) {
        return new MailServer(
                "127.0.0.1", port, MailTls.NONE, "", PrivateText.NONE, "practice@example.org", "By the river");
    }

    public static void set(Records records, MailServer server, String door, int hoursBefore) {
        records.settings()
                .replace(new MailSetting(
                        Optional.of(server),
                        door,
                        hoursBefore,
                        records.settings().mail().version()));
    }

    /** They have told an address, and in which language they read. */
    public static void tellAddress(Records records, Id<Client> client, String address, String language) {
        records.aboutClients()
                .updateContact(records.aboutClients()
                        .contact(client)
                        .with(new ContactDetails(
                                PrivateText.NONE,
                                PrivateText.NONE,
                                new PrivateText(language),
                                new PrivateText("020 7946 0001"),
                                new PrivateText(address),
                                PrivateText.NONE,
                                Optional.empty(),
                                Optional.empty())));
    }

    /** They have signed a consent for a year, and said whether they may be written to. */
    public static void agree(Records records, Id<Client> client, Instant at, boolean byMail) {
        records.consents()
                .add(new ConsentGiven(
                        Id.random(),
                        client,
                        at,
                        new ConsentDocument(
                                Version.FIRST,
                                List.of(new ConsentPart(ConsentBlock.CONTACT_BY_EMAIL, "A", "May we write?"))),
                        Map.of(ConsentBlock.CONTACT_BY_EMAIL, byMail),
                        Set.of(),
                        ConsentTerm.ONE_YEAR,
                        new Signer.Oneself(),
                        new Signature.ByName(new PrivateText("A. Client"))));
    }
}
