package org.stillpoint.record.questionnaire;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;

/** Where what clients answered is kept, and what they are being asked. */
public interface FilledQuestionnaires {

    /**
     * Adds one; adding the very same again changes nothing.
     *
     * @throws AlreadyThere if another is kept under this id
     * @throws NoSuchRecord if there is no such client
     */
    void add(FilledQuestionnaire filled);

    /**
     * Writes what is answered; client, instrument, language and beginning stay as they are kept.
     *
     * @throws StaleRecord if another version is kept
     * @throws NoSuchRecord if this client has none such
     */
    FilledQuestionnaire update(FilledQuestionnaire changed);

    /**
     * Takes one back that was asked for by mistake.
     *
     * @throws StaleRecord if another version is kept
     * @throws NoSuchRecord if this client has none such
     */
    void remove(Id<Client> client, Id<FilledQuestionnaire> id, Version seen);

    Optional<FilledQuestionnaire> find(Id<Client> client, Id<FilledQuestionnaire> id);

    /** The client's, the earliest first. */
    List<FilledQuestionnaire> list(Id<Client> client);

    /** @throws NoSuchRecord if this client has none such */
    default FilledQuestionnaire get(Id<Client> client, Id<FilledQuestionnaire> id) {
        return find(client, id).orElseThrow(() -> new NoSuchRecord("questionnaire", id));
    }

    /** Those that go on, the earliest first. */
    default List<FilledQuestionnaire> listOpen(Id<Client> client) {
        return list(client).stream().filter(FilledQuestionnaire::isOpen).toList();
    }
}
