package org.stillpoint.practice.outcome;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.stillpoint.record.Id;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.ledger.Ledger;

/** For whom a forecast can be sealed. */
public final class Forecasting {

    private final Ledger ledger;
    private final Clock clock;

    public Forecasting(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Whether there are enough check-ins to forecast anything: two, one of them within the last two weeks; the earliest first. */
    public boolean canForecast(List<CheckIn> diary) {
        return ForecastModel.possible(ForecastModel.pain(diary), clock.instant());
    }

    /** Clients with a forecast whose target has not begun: before their next session nothing is left to seal. */
    public Set<Id<Client>> sealedAndOpen() {
        Instant now = clock.instant();
        return Forecast.among(ledger.list()).stream()
                .filter(forecast ->
                        forecast.isOpen() && now.isBefore(forecast.claim().from()))
                .map(forecast -> forecast.entry().client())
                .collect(Collectors.toSet());
    }
}
