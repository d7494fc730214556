package org.stillpoint.exchange.fhir.served;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;

/**
 * The id of a client's resource, as it is asked for: the client's and its own, 64 hexadecimal digits, which is as long as an id of FHIR may be.
 * So asking for one resource reads one client's record, and nothing is kept to find it by.
 */
public final class ServedId {
    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})[0-9a-f]{32}");

    private ServedId() {}

    /** @param own the id of the resource among the client's, a UUID */
    public static String of(Id<Client> client, String own) {
        return (client + own).replace("-", "");
    }

    /** Whose it is; empty where it is no such id. */
    public static Optional<Id<Client>> client(String served) {
        Matcher matcher = FORM.matcher(served);
        return matcher.matches()
                ? Optional.of(Id.of(String.join(
                        "-", matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4), matcher.group(5))))
                : Optional.empty();
    }
}
