package org.stillpoint.web.view;

import java.time.LocalDate;
import org.stillpoint.record.client.Client;

/**
 * Whose page it is.
 *
 * @param id for addresses
 * @param name as kept
 * @param madeUp whether this person does not exist
 * @param age such as {@code about 47}, or empty
 */
public record ClientHead(String id, String name, boolean madeUp, String age) {

    public static ClientHead of(Client client, LocalDate today) {
        return new ClientHead(
                client.id().toString(),
                client.name().value(),
                client.madeUp(),
                client.yearOfBirth().isPresent()
                        ? "about "
                                + Math.max(
                                        0,
                                        today.getYear() - client.yearOfBirth().getAsInt()) + " years old"
                        : "");
    }

    public String path() {
        return "/clients/" + id;
    }
}
