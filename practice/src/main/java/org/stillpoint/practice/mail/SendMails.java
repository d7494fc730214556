package org.stillpoint.practice.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.RecordException;
import org.stillpoint.record.mail.Courier;
import org.stillpoint.record.mail.Courier.Delivery;
import org.stillpoint.record.mail.Letter;
import org.stillpoint.record.mail.MailFault;
import org.stillpoint.record.mail.MailState;
import org.stillpoint.record.mail.Outbox.MailDue;
import org.stillpoint.record.mail.OutboxMail;
import org.stillpoint.record.setting.MailServer;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/**
 * Sends the mails whose time has come. Each is taken first, so that nobody else sends it meanwhile; whether it is still wanted is asked then.
 * What a server did not take is tried again, later each time, and given up in the end.
 */
public final class SendMails {
    /** Own choice, 2026: so long after each try; most servers that are away are back within hours. */
    private static final List<Duration> AGAIN_AFTER = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6));

    /** Own choice, 2026: far longer than a try lasts; whoever has taken one and died is followed after that. */
    private static final Duration TAKEN_FOR = Duration.ofMinutes(10);

    /** Own choice, 2026. */
    private static final int AT_ONCE = 500;

    /** What came of it. */
    public record MailTally(int handedOver, int putOff, int givenUp, int notWanted) {
        private static final MailTally NOTHING = new MailTally(0, 0, 0, 0);

        private MailTally plus(MailTally other) {
            return new MailTally(
                    handedOver + other.handedOver,
                    putOff + other.putOff,
                    givenUp + other.givenUp,
                    notWanted + other.notWanted);
        }
    }

    /** What happened to one mail. */
    private sealed interface Tried {
        /** Somebody else has it. */
        record Passed() implements Tried {}

        /** @param goOn whether the server may take another */
        record Counted(MailTally tally, boolean goOn) implements Tried {}
    }

    /** What taking one came to. */
    private sealed interface MailTaking {
        /** Somebody else has it. */
        record ByAnother() implements MailTaking {}

        /** It is not wanted any more, and put away. */
        record PutAway() implements MailTaking {}

        /** It is sent now, like this. */
        record TakenMail(OutboxMail mail, int tries, MailServer server, Letter letter) implements MailTaking {}
    }

    /** What is wanted of one mail. */
    private record Command(Id<OutboxMail> mail) {}

    private final UnitOfWork work;
    private final Courier courier;
    private final Clock clock;

    /** @param clock in the time zone of the practice */
    public SendMails(UnitOfWork work, Courier courier, Clock clock) {
        this.work = work;
        this.courier = courier;
        this.clock = clock;
    }

    /** Until none waits any more, or the server is found to be away. */
    public MailTally by(Actor actor) {
        MailTally all = MailTally.NOTHING;
        boolean goOn = true;
        while (goOn) {
            List<MailDue> due = work.read(
                    actor,
                    Act.SEE_OUTBOX,
                    Optional.empty(),
                    records -> records.outbox().listDue(clock.instant(), AT_ONCE));
            goOn = false;
            for (MailDue each : due) {
                if (send(actor, each) instanceof Tried.Counted counted) {
                    all = all.plus(counted.tally());
                    goOn = counted.goOn();
                    if (!goOn) {
                        break;
                    }
                }
            }
        }
        return all;
    }

    private Tried send(Actor actor, MailDue due) {
        try {
            return switch (take(actor, due)) {
                case MailTaking.ByAnother another -> new Tried.Passed();
                case MailTaking.PutAway away -> new Tried.Counted(new MailTally(0, 0, 0, 1), true);
                case MailTaking.TakenMail taken ->
                    note(actor, taken, courier.deliver(taken.server(), due.mail(), taken.letter()));
            };
        } catch (
                RecordException
                        meanwhile) { // erased or switched off since, or it cannot be read: no other waits for it
            return new Tried.Passed();
        }
    }

    private MailTaking take(Actor actor, MailDue due) {
        return work.run(
                actor,
                Deeds.of(Act.TAKE_MAIL, Id.<Deed>random(), due.client(), new Command(due.mail())),
                records -> {
                    Instant now = clock.instant();
                    return records.outbox()
                            .find(due.client(), due.mail())
                            .filter(any -> records.outbox().take(due.mail(), now, now.plus(TAKEN_FOR)))
                            .<MailTaking>flatMap(mail -> mail.state() instanceof MailState.ToBeSent waits
                                    ? Optional.of(taken(records, mail, waits))
                                    : Optional.empty())
                            .orElseGet(MailTaking.ByAnother::new);
                },
                records -> new MailTaking.ByAnother());
    }

    private MailTaking taken(Records records, OutboxMail mail, MailState.ToBeSent waits) {
        Optional<MailReach.ByMail> by = MailReach.of(records, mail.client(), clock)
                .byMail()
                .filter(any -> Reminding.isWanted(records, mail.client(), mail.matter(), clock));
        if (by.isEmpty()) {
            records.outbox().update(mail.in(new MailState.NotWanted(clock.instant())));
            return new MailTaking.PutAway();
        }
        return new MailTaking.TakenMail(
                mail,
                waits.tries(),
                by.get().server(),
                waits.letter().sentTo(by.get().address()));
    }

    private Tried note(Actor actor, MailTaking.TakenMail taken, Delivery delivery) {
        return switch (delivery) {
            case Delivery.Delivered over -> {
                put(actor, Act.HAND_OVER_MAIL, taken.mail(), new MailState.HandedOver(clock.instant()));
                yield new Tried.Counted(new MailTally(1, 0, 0, 0), true);
            }
            case Delivery.Undelivered(MailFault fault, boolean forGood)
            when forGood || taken.tries() >= AGAIN_AFTER.size() -> {
                put(actor, Act.GIVE_UP_MAIL, taken.mail(), new MailState.GivenUp(clock.instant(), fault));
                yield new Tried.Counted(new MailTally(0, 0, 1, 0), fault.isOfThisMail());
            }
            case Delivery.Undelivered(MailFault fault, boolean forGood) -> {
                Instant next = clock.instant().plus(AGAIN_AFTER.get(taken.tries()));
                put(
                        actor,
                        Act.PUT_OFF_MAIL,
                        taken.mail(),
                        new MailState.ToBeSent(next, taken.tries() + 1, taken.letter()));
                yield new Tried.Counted(new MailTally(0, 1, 0, 0), fault.isOfThisMail());
            }
        };
    }

    /** What became of it in the end is accounted for under the id of the mail, for it happens once. */
    private void put(Actor actor, Act act, OutboxMail mail, MailState next) {
        Id<?> key = next instanceof MailState.ToBeSent ? Id.<Deed>random() : mail.id();
        work.run(
                actor,
                Deeds.of(act, key, mail.client(), new Command(mail.id())),
                records -> records.outbox().update(mail.in(next)),
                records -> mail);
    }
}
