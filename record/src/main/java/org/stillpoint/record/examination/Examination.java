package org.stillpoint.record.examination;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.Site;

/**
 * What hands found on one client in one state of the body.
 *
 * @param at when it was begun
 * @param findings by muscle, by id; a muscle that is not named was not felt
 * @param version grows with each change
 */
public record Examination(
        Id<Examination> id, Id<Client> client, Instant at, SortedMap<String, Finding> findings, Version version) {

    /** @throws org.stillpoint.record.BadValue if a muscle's id is not in its form */
    public Examination {
        findings.keySet().forEach(Site.Muscle::new);
        findings = Collections.unmodifiableSortedMap(new TreeMap<>(findings));
    }

    /** A new examination, in which nothing has been felt yet. */
    public static Examination begun(Id<Client> client, Instant at) {
        return new Examination(Id.random(), client, at, new TreeMap<>(), Version.FIRST);
    }

    /** The same with a finding added, or in place of the earlier one; hand it to {@link Examinations#update}. */
    public Examination with(String muscle, Finding finding) {
        SortedMap<String, Finding> more = new TreeMap<>(findings);
        more.put(muscle, finding);
        return new Examination(id, client, at, more, version);
    }

    /** The same with no finding of this muscle. */
    public Examination without(String muscle) {
        SortedMap<String, Finding> fewer = new TreeMap<>(findings);
        fewer.remove(muscle);
        return new Examination(id, client, at, fewer, version);
    }
}
