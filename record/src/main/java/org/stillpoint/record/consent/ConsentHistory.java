package org.stillpoint.record.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.stillpoint.record.consent.ConsentEntry.ConsentGiven;
import org.stillpoint.record.consent.ConsentEntry.ConsentWithdrawn;
import org.stillpoint.record.consent.ConsentEntry.SignedEntry;

/**
 * Everything that was said about one client's consent.
 *
 * @param entries the earliest first
 */
public record ConsentHistory(List<ConsentEntry> entries) {

    /** Of what was said in one instant a withdrawal has the last word. */
    public static final Comparator<ConsentEntry> IN_TIME = Comparator.comparing(ConsentEntry::at)
            .thenComparing(entry -> entry instanceof ConsentWithdrawn)
            .thenComparing(ConsentEntry::id);

    public ConsentHistory {
        entries = List.copyOf(entries);
    }

    /**
     * How it stands.
     *
     * @param zone by which days are counted
     * @param sessionSince when the first session after an instant started; asked only of a consent for one session
     */
    public ConsentStanding standing(Instant now, ZoneId zone, Function<Instant, Optional<Instant>> sessionSince) {
        Optional<ConsentEntry> last = last(entry -> entry instanceof ConsentGiven || entry instanceof ConsentWithdrawn);
        return switch (last.orElse(null)) {
            case null -> new ConsentStanding.NeverGiven();
            case ConsentGiven given -> standing(given, now, zone, sessionSince);
            case ConsentEntry withdrawn -> new ConsentStanding.IsWithdrawn(LocalDate.ofInstant(withdrawn.at(), zone));
        };
    }

    private static ConsentStanding standing(
            ConsentGiven given, Instant now, ZoneId zone, Function<Instant, Optional<Instant>> sessionSince) {
        Optional<LocalDate> until = given.term().lastDay(LocalDate.ofInstant(given.at(), zone));
        Optional<LocalDate> over = until.isPresent()
                ? until.filter(day -> LocalDate.ofInstant(now, zone).isAfter(day))
                : sessionSince.apply(given.at()).map(started -> LocalDate.ofInstant(started, zone));
        return over.<ConsentStanding>map(day -> new ConsentStanding.HasRunOut(given, day))
                .orElseGet(() -> new ConsentStanding.InForce(given, until));
    }

    /** Whether touch at this area is agreed to at an instant: signed before it, on its day where that is asked for, and not withdrawn since. */
    public boolean isSigned(SensitiveArea area, Instant at, ZoneId zone) {
        boolean signed = false;
        for (ConsentEntry entry : entries) {
            if (entry.at().isAfter(at)) {
                break;
            }
            switch (entry) {
                case ConsentWithdrawn withdrawn -> signed = false;
                case SignedEntry paper ->
                    signed |= paper.areas().contains(area)
                            && (!area.eachSession()
                                    || LocalDate.ofInstant(paper.at(), zone).equals(LocalDate.ofInstant(at, zone)));
            }
        }
        return signed;
    }

    /** Whether the last thing said is that it is withdrawn. */
    public boolean isWithdrawn() {
        return !entries.isEmpty() && entries.getLast() instanceof ConsentWithdrawn;
    }

    /** When what was signed was withdrawn. */
    public Optional<Instant> withdrawnAfter(SignedEntry paper) {
        return entries.stream()
                .filter(entry ->
                        entry instanceof ConsentWithdrawn && !entry.at().isBefore(paper.at()))
                .map(ConsentEntry::at)
                .findFirst();
    }

    private Optional<ConsentEntry> last(java.util.function.Predicate<ConsentEntry> which) {
        return entries.reversed().stream().filter(which).findFirst();
    }
}
