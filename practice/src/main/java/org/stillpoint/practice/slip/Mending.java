package org.stillpoint.practice.slip;

import java.time.Instant;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.slip.EntryContent;
import org.stillpoint.record.slip.EntryCorrection;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;

/**
 * Notes within an act that an entry is mended by it.
 *
 * @param actor who mends it
 * @param key of the deed: one deed mends one entry
 * @param client whose entry
 * @param now when
 */
public record Mending(Actor actor, Id<?> key, Id<Client> client, Instant now) {

    /** The entry says something else from now on; where both are alike nothing is noted. */
    public void corrected(Records records, Id<?> entry, EntryContent before, EntryContent after, PrivateText reason) {
        if (!before.equals(after)) {
            note(records, entry, before, Optional.of(after), reason);
        }
    }

    /**
     * The entry counts no more.
     *
     * @throws org.stillpoint.record.BadValue if no reason is given
     */
    public void struckOut(Records records, Id<?> entry, EntryContent before, PrivateText reason) {
        note(records, entry, before, Optional.empty(), reason);
    }

    private void note(
            Records records, Id<?> entry, EntryContent before, Optional<EntryContent> after, PrivateText reason) {
        records.corrections()
                .add(new EntryCorrection(
                        new Id<>(key.value()), client, entry, actor.ownAccount(), now, before, after, reason));
    }
}
