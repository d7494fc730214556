package org.stillpoint.practice.outcome;

import java.time.Clock;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.ledger.LedgerEntry;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** Whether a forecast can be sealed for a client, and what one that was sealed says. */
public final class ForecastReading {

    /**
     * @param client for whom
     * @param possible whether there are enough check-ins to forecast anything: two, one of them within the last two weeks
     */
    public record BeforeForecast(Client client, boolean possible) {}

    /** A forecast that was sealed, with what came of it. */
    public record ClientForecast(Client client, Forecast forecast) {}

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
        return work.read(
                actor,
                Act.SEE_FORECAST,
                Optional.of(id),
                records -> new ClientForecast(
                        records.clients().get(id),
                        Forecast.among(records.ledger().list(id)).stream()
                                .filter(forecast -> forecast.entry().id().equals(claim))
                                .findFirst()
                                .orElseThrow(() -> new NoSuchRecord("forecast", claim))));
    }
}
