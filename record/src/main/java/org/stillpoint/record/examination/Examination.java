package org.stillpoint.record.examination;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.stillpoint.anatomy.JointId;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.Site;

/**
 * What hands found on one client in one state of the body.
 *
 * @param at when it was begun
 * @param findings by muscle; a muscle that is not named was not felt
 * @param limits of motion, by joint; a joint that is not named was not moved
 * @param version grows with each change
 */
public record Examination(
        Id<Examination> id,
        Id<Client> client,
        Instant at,
        SortedMap<MuscleId, Finding> findings,
        SortedMap<JointId, Grade> limits,
        Version version) {
    private static final Pattern JOINT = Pattern.compile("[a-z][a-z0-9_]{0,79}");

    /** @throws BadValue if the id of a muscle or joint is not in its form */
    public Examination {
        findings.keySet().forEach(Site.MuscleSite::new);
        for (JointId joint : limits.keySet()) {
            if (!JOINT.matcher(joint.value()).matches()) {
                throw new BadValue(
                        "joint",
                        "of " + joint.value().length() + " characters",
                        "a small letter, then up to 79 small letters, digits or underscores");
            }
        }
        findings = Collections.unmodifiableSortedMap(new TreeMap<>(findings));
        limits = Collections.unmodifiableSortedMap(new TreeMap<>(limits));
    }

    /** A new examination, in which nothing has been felt yet. */
    public static Examination begun(Id<Client> client, Instant at) {
        return new Examination(Id.random(), client, at, new TreeMap<>(), new TreeMap<>(), Version.FIRST);
    }

    /** The same with a finding added, or in place of the earlier one; hand it to {@link Examinations#update}. */
    public Examination with(MuscleId muscle, Finding finding) {
        SortedMap<MuscleId, Finding> more = new TreeMap<>(findings);
        more.put(muscle, finding);
        return new Examination(id, client, at, more, limits, version);
    }

    /** The same with no finding of this muscle. */
    public Examination without(MuscleId muscle) {
        SortedMap<MuscleId, Finding> fewer = new TreeMap<>(findings);
        fewer.remove(muscle);
        return new Examination(id, client, at, fewer, limits, version);
    }

    /** The same with the limit of a joint's motion added, or in place of the earlier one. */
    public Examination withLimit(JointId joint, Grade limit) {
        SortedMap<JointId, Grade> more = new TreeMap<>(limits);
        more.put(joint, limit);
        return new Examination(id, client, at, findings, more, version);
    }

    /** The same with nothing said of this joint. */
    public Examination withoutLimit(JointId joint) {
        SortedMap<JointId, Grade> fewer = new TreeMap<>(limits);
        fewer.remove(joint);
        return new Examination(id, client, at, findings, fewer, version);
    }

    /** The same with everything that was found in its place. */
    public Examination with(SortedMap<MuscleId, Finding> allFindings, SortedMap<JointId, Grade> allLimits) {
        return new Examination(id, client, at, allFindings, allLimits, version);
    }

    /** Whether nothing has been found or asked. */
    public boolean isEmpty() {
        return findings.isEmpty() && limits.isEmpty();
    }
}
