package org.stillpoint.practice.outcome;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.ledger.Draft;
import org.stillpoint.record.ledger.EntryKind;
import org.stillpoint.record.ledger.LedgerEntry;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** A plan is drawn by lot and sealed before it begins, once: while it stands another needs a reason, which stops it. Whoever asks says which plans are possible, and never which is drawn. */
public final class DrawLot {

    private static final int LEAST_DAYS = 5;
    private static final int MOST_DAYS = 60;
    private static final int LEAST_IN_PAIRS = 2;
    private static final int LEAST_PAIRS = 2;
    private static final int MOST_PAIRS = 8;

    /** Days to spare beyond four phases of the fewest days: with 30 there are 5,456 plans; own bound. */
    private static final int MOST_TO_SPARE = 30;

    /** Whole numbers, both ends included. */
    public record Range(int from, int to) {
        private int check(String what, int value) {
            if (value < from || value > to) {
                throw new BadValue(what, String.valueOf(value), from + " to " + to);
            }
            return value;
        }
    }

    /** Fewest days of a phase or block that may be asked for. */
    public static Range least(Lot.PlanKind kind) {
        return new Range(kind == Lot.PlanKind.PAIRS ? LEAST_IN_PAIRS : LEAST_DAYS, MOST_DAYS);
    }

    /** Possible first days, pairs of blocks, or days to spare that may be asked for. */
    public static Range count(Lot.PlanKind kind) {
        return switch (kind) {
            case START -> new Range(2, MOST_DAYS);
            case PAIRS -> new Range(LEAST_PAIRS, MOST_PAIRS);
            case PHASES -> new Range(1, MOST_TO_SPARE);
        };
    }

    /**
     * @param id of the plan, made with the form, so that sending it twice draws once
     * @param client whose
     * @param kind which plans are possible
     * @param first day of the plan
     * @param least fewest days of a phase; days of a block
     * @param count possible first days, pairs of blocks, or days to spare
     * @param stops why the plan that stands is stopped, which is sealed with the new one; empty where none stands
     */
    public record Command(
            Id<LedgerEntry> id,
            Id<Client> client,
            Lot.PlanKind kind,
            LocalDate first,
            int least,
            int count,
            PrivateText stops) {
        public Command {
            DrawLot.least(kind).check("fewest days", least);
            DrawLot.count(kind).check("count", count);
        }

        private int days() {
            return switch (kind) {
                case START -> 2 * least + count - 1;
                case PAIRS -> 2 * count * least;
                case PHASES -> 4 * least + count;
            };
        }
    }

    private final UnitOfWork work;
    private final Clock clock;
    private final RandomGenerator lot;

    /**
     * @param clock in the time zone of the practice
     * @param lot which nobody can foresee
     */
    public DrawLot(UnitOfWork work, Clock clock, RandomGenerator lot) {
        this.work = work;
        this.clock = clock;
        this.lot = lot;
    }

    public Answer<Lot> by(Actor actor, Command wanted) {
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
        if (wanted.first().isBefore(tomorrow) || wanted.first().isAfter(tomorrow.plusYears(1))) {
            throw new BadValue("first day", wanted.first().toString(), tomorrow + " to " + tomorrow.plusYears(1));
        }
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.DRAW_LOT, wanted.id(), wanted.client(), wanted),
                        records -> new Answer.Done<>(draw(records, wanted)),
                        records -> new Answer.Again<>(kept(records, wanted))),
                () -> work.read(
                        actor, Act.SEE_OUTCOME, Optional.of(wanted.client()), records -> kept(records, wanted)));
    }

    private Lot draw(Records records, Command wanted) {
        requireNoneStands(records, wanted);
        int possible =
                Lot.possible(wanted.kind(), wanted.days(), wanted.least()).size();
        Lot drawn = new Lot(wanted.kind(), wanted.first(), wanted.days(), wanted.least(), lot.nextInt(possible));
        Instant from = wanted.first().atStartOfDay(clock.getZone()).toInstant();
        Ahead.requireUnseen(records, wanted.client(), from, wanted.id());
        records.ledger()
                .seal(new Draft(
                        wanted.id(),
                        wanted.client(),
                        EntryKind.DRAW,
                        Optional.empty(),
                        Optional.of(from),
                        drawn.write(wanted.stops())));
        return drawn;
    }

    /** Whoever dislikes what was drawn says why it is stopped, and that is sealed, before anything else is drawn. */
    private static void requireNoneStands(Records records, Command wanted) {
        boolean stands =
                Lot.among(records.ledger().list(wanted.client())).stream().anyMatch(lot -> !lot.isOver(wanted.first()));
        if (stands && wanted.stops().value().isBlank()) {
            throw new Refused(Rule.LOT_IS_DRAWN, wanted.client());
        }
    }

    private static Lot kept(Records records, Command wanted) {
        return records.ledger().list(wanted.client()).stream()
                .filter(entry -> entry.kind() == EntryKind.DRAW && entry.id().equals(wanted.id()))
                .findFirst()
                .map(Lot::read)
                .orElseThrow(() -> new NoSuchRecord("plan", wanted.id()));
    }
}
