package org.stillpoint.practice.outcome;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.ledger.Draft;
import org.stillpoint.record.ledger.EntryKind;
import org.stillpoint.record.ledger.LedgerEntry;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/**
 * The practitioner's guess and the model's claim, sealed before the session they speak of: both, or neither. For one session day one
 * forecast, for a guess after it is not unseen.
 */
public final class SealForecast {

    /** Days ahead for which a session may be forecast; own bound. */
    public static final int MOST_DAYS_AHEAD = 60;

    /**
     * @param id of the claim, made before the guess is typed, so that sending it twice seals once
     * @param client whose
     * @param sessionDay the day of the session; the target begins the day after
     * @param guessedPain mean pain of the week after the session, as the practitioner guesses it
     * @param guessedChance of a meaningful change, 0 to 1, likewise
     */
    public record Command(
            Id<LedgerEntry> id, Id<Client> client, LocalDate sessionDay, Score0To10 guessedPain, double guessedChance) {
        public Command {
            if (!(guessedChance >= 0 && guessedChance <= 1)) {
                throw new BadValue("chance", String.valueOf(guessedChance), "0 to 1");
            }
        }
    }

    private final UnitOfWork work;
    private final Clock clock;

    /** @param clock in the time zone of the practice */
    public SealForecast(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    public Answer<Forecast> by(Actor actor, Command wanted) {
        LocalDate today = LocalDate.now(clock);
        if (wanted.sessionDay().isBefore(today) || wanted.sessionDay().isAfter(today.plusDays(MOST_DAYS_AHEAD))) {
            throw new BadValue(
                    "day of the session",
                    wanted.sessionDay().toString(),
                    today + " to " + today.plusDays(MOST_DAYS_AHEAD));
        }
        return Answer.of(
                () -> {
                    // What the practice has learned is read first: it takes long, and holds up nobody who writes.
                    ForecastModel.EarlierSessions learned = work.read(
                            actor,
                            Act.SEE_FORECAST,
                            Optional.empty(),
                            records -> ForecastModel.learned(records, wanted.client(), clock));
                    return work.run(
                            actor,
                            Deeds.of(Act.SEAL_FORECAST, wanted.id(), wanted.client(), wanted),
                            records -> new Answer.Done<>(seal(records, wanted, learned)),
                            records -> new Answer.Again<>(kept(records, wanted)));
                },
                () -> work.read(
                        actor, Act.SEE_FORECAST, Optional.of(wanted.client()), records -> kept(records, wanted)));
    }

    private Forecast seal(Records records, Command wanted, ForecastModel.EarlierSessions learned) {
        Instant now = clock.instant();
        Instant from = ForecastModel.from(wanted.sessionDay(), clock.getZone());
        List<LedgerEntry> sealed = records.ledger().list(wanted.client());
        if (Forecast.among(sealed).stream()
                .anyMatch(forecast -> forecast.claim().from().equals(from))) {
            throw new Refused(Rule.FORECAST_IS_SEALED, wanted.id());
        }
        Ahead.requireUnseen(records, wanted.client(), from, wanted.id());
        Course course = ForecastModel.pain(records.checkIns().list(wanted.client()));
        if (!ForecastModel.possible(course, now)) {
            throw new Refused(Rule.TOO_FEW_TO_FORECAST, wanted.id());
        }
        LedgerEntry guess = records.ledger()
                .seal(Draft.ahead(
                        EntryKind.GUESS,
                        wanted.client(),
                        from,
                        ClaimJson.write(new ClaimJson.Guess(wanted.guessedPain().value(), wanted.guessedChance()))));
        Claim claim = ForecastModel.claim(course, learned, now, from);
        records.ledger()
                .seal(new Draft(
                        wanted.id(),
                        wanted.client(),
                        EntryKind.CLAIM,
                        Optional.of(guess.id()),
                        Optional.of(from),
                        ClaimJson.write(claim)));
        return kept(records, wanted);
    }

    private static Forecast kept(Records records, Command wanted) {
        return Forecast.among(records.ledger().list(wanted.client())).stream()
                .filter(forecast -> forecast.entry().id().equals(wanted.id()))
                .findFirst()
                .orElseThrow(() -> new NoSuchRecord("forecast", wanted.id()));
    }
}
