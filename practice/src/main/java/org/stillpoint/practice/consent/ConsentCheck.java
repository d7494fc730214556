package org.stillpoint.practice.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.consent.ConsentStanding;
import org.stillpoint.record.consent.SensitiveArea;
import org.stillpoint.record.consent.Signer;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.work.Records;

/** What of a consent the acts of a practice ask for, within their own unit of work. */
public final class ConsentCheck {

    /**
     * In years. Own choice, 2026: the age that most countries have; the retention of the records of minors counts from it too. Where only the year of birth is known, whoever turns 18 in this year may be either,
     * and signs as they say.
     */
    public static final int FULL_AGE = 18;

    private ConsentCheck() {}

    /** How it stands now. */
    public static ConsentStanding standing(Records records, Id<Client> client, Clock clock) {
        return records.consents()
                .list(client)
                .standing(clock.instant(), clock.getZone(), signed -> firstSince(records, client, signed));
    }

    private static Optional<Instant> firstSince(Records records, Id<Client> client, Instant signed) {
        return records.sessions().heads(client).stream()
                .map(Session::startedAt)
                .filter(started -> !started.isBefore(signed))
                .findFirst();
    }

    /** @throws Refused if none is in force: what stands against it is its rule */
    public static void requireInForce(Records records, Id<Client> client, Clock clock) {
        switch (standing(records, client, clock)) {
            case ConsentStanding.InForce any -> {}
            case ConsentStanding.NeverGiven any -> throw new Refused(Rule.CONSENT_IS_MISSING, client);
            case ConsentStanding.HasRunOut any -> throw new Refused(Rule.CONSENT_HAS_RUN_OUT, client);
            case ConsentStanding.IsWithdrawn any -> throw new Refused(Rule.CONSENT_IS_WITHDRAWN, client);
        }
    }

    /** The same, but that a consent for one session holds as long as that session goes on. */
    public static void requireInForceOrRunning(Records records, Id<Client> client, Clock clock) {
        boolean withdrawn = records.consents().list(client).isWithdrawn();
        if (withdrawn || records.sessions().findOpen(client).isEmpty()) {
            requireInForce(records, client, clock);
        }
    }

    /**
     * Asks for the signature where a moment says that hands are at a sensitive area.
     *
     * @param at when they are
     * @throws Refused if it is not signed: for which area is its rule
     */
    public static void requireSigned(Records records, Id<Client> client, Moment moment, Instant at, Clock clock) {
        Optional<SensitiveArea> area = touched(moment).flatMap(SensitiveArea::of);
        if (area.isPresent() && !records.consents().list(client).isSigned(area.get(), at, clock.getZone())) {
            throw new Refused(area.get().missing(), client);
        }
    }

    /** Where hands are, by a moment. */
    public static Optional<Site> touched(Moment moment) {
        return switch (moment) {
            case Moment.SiteEngaged(Site site, var technique) -> Optional.of(site);
            case Moment.Release(Site site, double extent) -> Optional.of(site);
            default -> Optional.empty();
        };
    }

    /** Whether a guardian signs for this client. */
    public static boolean needsGuardian(Client client, Clock clock) {
        return age(client, clock).filter(age -> age < FULL_AGE).isPresent();
    }

    /** Whether it depends on the day of birth, which is not known. */
    public static boolean comesOfAge(Client client, Clock clock) {
        return age(client, clock).filter(age -> age == FULL_AGE).isPresent();
    }

    private static Optional<Integer> age(Client client, Clock clock) {
        return client.yearOfBirth().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        LocalDate.now(clock).getYear() - client.yearOfBirth().getAsInt());
    }

    static void requireSigner(Records records, Id<Client> client, Signer signer, Clock clock) {
        if (signer instanceof Signer.Oneself && needsGuardian(records.clients().get(client), clock)) {
            throw new Refused(Rule.NEEDS_A_GUARDIAN, client);
        }
    }
}
