package org.stillpoint.web.view;

import java.time.LocalDate;
import org.stillpoint.record.client.Client;
import org.stillpoint.words.ClientWords;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.Message;

/**
 * Whose page it is.
 *
 * @param id for addresses
 * @param name as kept
 * @param madeUp whether this person does not exist
 * @param archived whether they no longer come
 * @param age in years, as far as the year of birth tells; or nothing
 */
public record ClientHead(String id, String name, boolean madeUp, boolean archived, Message age) {

    public static ClientHead of(Client client, LocalDate today) {
        return new ClientHead(
                client.id().toString(),
                client.name().value(),
                client.madeUp(),
                client.isArchived(),
                client.yearOfBirth().isPresent()
                        ? new ClientWords.Age(Math.max(
                                0, today.getYear() - client.yearOfBirth().getAsInt()))
                        : new CommonWords.Verbatim(""));
    }

    public String path() {
        return "/clients/" + id;
    }
}
