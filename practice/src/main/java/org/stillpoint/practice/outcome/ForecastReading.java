package org.stillpoint.practice.outcome;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.ledger.EntryKind;
import org.stillpoint.record.ledger.LedgerEntry;
import org.stillpoint.record.slip.EntryContent;
import org.stillpoint.record.slip.EntryCorrection;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** Whether a forecast can be sealed for a client, and what one that was sealed says. */
public final class ForecastReading {

    /**
     * @param client for whom
     * @param possible whether there are enough check-ins to forecast anything: two, one of them within the last two weeks
     */
    public record BeforeForecast(Client client, boolean possible) {}

    /**
     * A forecast that was sealed, with what came of it.
     *
     * @param mendedSince when a check-in that it was scored by was mended after it had been scored; the score stays as it was sealed
     */
    public record ClientForecast(Client client, Forecast forecast, Optional<Instant> mendedSince) {}

    private final UnitOfWork work;
    private final Clock clock;

    public ForecastReading(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** @throws NoSuchRecord if there is no such client */
    public BeforeForecast by(Actor actor, Id<Client> id) {
        return work.read(
                actor,
                Act.SEE_FORECAST,
                Optional.of(id),
                records -> new BeforeForecast(
                        records.clients().get(id),
                        ForecastModel.possible(
                                ForecastModel.pain(records.checkIns().list(id)), clock.instant())));
    }

    /** @throws NoSuchRecord if no such forecast was sealed for this client */
    public ClientForecast sealed(Actor actor, Id<Client> id, Id<LedgerEntry> claim) {
        return work.read(actor, Act.SEE_FORECAST, Optional.of(id), records -> {
            List<LedgerEntry> entries = records.ledger().list(id);
            Forecast forecast = Forecast.among(entries).stream()
                    .filter(each -> each.entry().id().equals(claim))
                    .findFirst()
                    .orElseThrow(() -> new NoSuchRecord("forecast", claim));
            return new ClientForecast(
                    records.clients().get(id), forecast, mendedSince(records, id, entries, forecast.claim(), claim));
        });
    }

    /** The latest correction that touches the target of a claim after what came of it was sealed. */
    private static Optional<Instant> mendedSince(
            Records records, Id<Client> client, List<LedgerEntry> entries, Claim says, Id<LedgerEntry> claim) {
        Optional<Instant> scoredAt = entries.stream()
                .filter(entry -> entry.kind() == EntryKind.RESOLUTION
                        && entry.about().filter(claim::equals).isPresent())
                .map(LedgerEntry::sealedAt)
                .findFirst();
        return scoredAt.flatMap(scored -> records.corrections().list(client).stream()
                .filter(mended -> mended.at().isAfter(scored))
                .filter(mended -> Stream.concat(Stream.of(mended.before()), mended.after().stream())
                        .anyMatch(content -> content instanceof EntryContent.CheckInEntry(var at, var answers)
                                && !at.isBefore(says.from())
                                && at.isBefore(says.to())))
                .map(EntryCorrection::at)
                .max(Comparator.naturalOrder()));
    }
}
