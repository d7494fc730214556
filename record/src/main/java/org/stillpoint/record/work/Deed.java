package org.stillpoint.record.work;

import java.util.Optional;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;

/**
 * One act as it is wanted: what, under which key, for whom, and all that was said with it.
 *
 * @param act what is to be done; an act that changes something
 * @param key made by whoever asks, once for each thing wanted: the same key again is a retry
 * @param client whom it concerns; empty where it concerns the practice
 * @param content the whole command in one form, by which a retry is told from another wish under the same key; private,
 *     kept only as a keyed digest
 */
public record Deed(Act act, Id<?> key, Optional<Id<Client>> client, String content) {

    public Deed {
        if (act.kind() == Act.ActKind.READS) {
            throw new BadValue("act", act.name(), "an act that changes something");
        }
    }

    /** Hides what was said. */
    @Override
    public String toString() {
        return "Deed[" + act + ", " + key + "]";
    }
}
