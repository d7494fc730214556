package org.stillpoint.practice.outcome;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.ledger.Draft;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** What came of every claim that is due is sealed beside it; where the clock has jumped, once somebody has said that it is right. */
public final class ResolveForecasts {

    /** @param key of this run */
    public record Command(Id<Deed> key) {}

    /**
     * What one run did.
     *
     * @param resolved claims whose outcome is now known
     * @param voided claims with too few entries in their target
     * @param open claims that wait for their day
     */
    public record Resolved(int resolved, int voided, int open) {}

    private final UnitOfWork work;
    private final Clock clock;

    public ResolveForecasts(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    public Resolved by(Actor actor, Command wanted) {
        return work.run(
                actor,
                Deeds.of(Act.RESOLVE_FORECASTS, wanted.key(), wanted),
                records -> isClockTrusted(actor, records)
                        ? resolve(records)
                        : new Resolved(0, 0, open(records).size()),
                records -> new Resolved(0, 0, open(records).size()));
    }

    /** A clock that has jumped would void what it takes for overdue, for ever. The demo's story has a clock of its own. */
    private static boolean isClockTrusted(Actor actor, Records records) {
        if (actor.equals(Actor.program(Actor.ProgramPart.DEMO))) {
            return true;
        }
        records.keeping().noteClock();
        return records.keeping().findClockDoubt().isEmpty();
    }

    private Resolved resolve(Records records) {
        Instant now = clock.instant();
        int resolved = 0;
        int voided = 0;
        int open = 0;
        for (Forecast forecast : open(records)) {
            if (!forecast.isDue(now)) {
                open++;
                continue;
            }
            ClaimJson.OutcomeJson came = ForecastModel.outcome(
                    forecast.claim(),
                    ForecastModel.pain(records.checkIns().list(forecast.entry().client())));
            records.ledger().seal(Draft.resolution(forecast.entry(), ClaimJson.write(came)));
            resolved += came.outcome().isPresent() ? 1 : 0;
            voided += came.outcome().isPresent() ? 0 : 1;
        }
        return new Resolved(resolved, voided, open);
    }

    private static List<Forecast> open(Records records) {
        return Forecast.among(records.ledger().list()).stream()
                .filter(Forecast::isOpen)
                .toList();
    }
}
