package org.stillpoint.record.session;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.client.Client;

/**
 * That the author of a process note lets it leave with what of the client leaves by FHIR, or no longer does. It is never changed: whoever
 * changes their mind adds another, and the last counts.
 *
 * @param id the key of the deed, by which the account of acts names the note
 * @param note the mark whose words they are
 * @param by the author of the note
 * @param number 1 for the first that was said of this note, then one more each: clocks are set back, counting is not
 * @param leaves whether it leaves from then on
 */
public record NoteRelease(
        Id<NoteRelease> id,
        Id<Client> client,
        Id<Session> session,
        Id<Mark> note,
        Id<Account> by,
        Instant at,
        int number,
        boolean leaves) {

    /** In the order in which they were said. */
    public static final Comparator<NoteRelease> IN_ORDER =
            Comparator.comparingInt(NoteRelease::number).thenComparing(NoteRelease::id);

    public NoteRelease {
        if (number < 1) {
            throw new BadValue("number", String.valueOf(number), "1 or more");
        }
    }

    /** What counts of each note of which anything was said. */
    public static Map<Id<Mark>, NoteRelease> last(Collection<NoteRelease> said) {
        Map<Id<Mark>, NoteRelease> last = new LinkedHashMap<>();
        said.stream().sorted(IN_ORDER).forEach(each -> last.put(each.note(), each));
        return last;
    }

    /** Those by which a note leaves. */
    public static List<NoteRelease> leaving(Collection<NoteRelease> said) {
        return last(said).values().stream().filter(NoteRelease::leaves).toList();
    }
}
