package org.stillpoint.record.client;

import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;

/** Where it is kept what is told about clients, beside their names: each part by itself, for not everybody reads all. */
public interface AboutClients {

    /** How a client is reached; {@link ContactDetails#NONE} before anything was told. */
    AboutPart<ContactDetails> contact(Id<Client> client);

    /**
     * Replaces it.
     *
     * @param changed carries the version that was seen
     * @return as it is kept now, at the next version
     * @throws StaleRecord if another version is kept
     * @throws NoSuchRecord if there is no such client
     */
    AboutPart<ContactDetails> updateContact(AboutPart<ContactDetails> changed);

    /** What whoever treats a client knows beforehand; {@link Background#NONE} before anything was told. */
    AboutPart<Background> background(Id<Client> client);

    /**
     * Replaces it.
     *
     * @param changed carries the version that was seen
     * @return as it is kept now, at the next version
     * @throws StaleRecord if another version is kept
     * @throws NoSuchRecord if there is no such client
     */
    AboutPart<Background> updateBackground(AboutPart<Background> changed);

    /** When they want mail from the practice; {@link MailWishes#USUAL} before anybody has said. */
    AboutPart<MailWishes> mailWishes(Id<Client> client);

    /**
     * Replaces it.
     *
     * @param changed carries the version that was seen
     * @return as it is kept now, at the next version
     * @throws StaleRecord if another version is kept
     * @throws NoSuchRecord if there is no such client
     */
    AboutPart<MailWishes> updateMailWishes(AboutPart<MailWishes> changed);
}
