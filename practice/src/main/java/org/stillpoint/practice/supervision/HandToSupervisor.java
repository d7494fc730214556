package org.stillpoint.practice.supervision;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.care.Supervision;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** A client's case is handed to a named supervisor for a while, by whoever treats the client or by the owner; or taken back. */
public final class HandToSupervisor {

    /** Own choice, 2026: a year of supervision, and then it is decided again. */
    public static final Duration LONGEST = Duration.ofDays(366);

    /**
     * @param id made with the page
     * @param lasts above nothing, at most {@link #LONGEST}
     */
    public record Command(Id<Supervision> id, Id<Client> client, Id<Account> supervisor, Duration lasts) {}

    /** @param key made with the page */
    public record TakeCaseBack(Id<Deed> key, Id<Client> client, Id<Supervision> supervision) {}

    private final UnitOfWork work;
    private final Clock clock;

    public HandToSupervisor(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * Answers {@link Answer.No} where the account is no supervisor's.
     *
     * @throws BadValue if it lasts too long
     */
    public Answer<Id<Supervision>> by(Actor actor, Command wanted) {
        if (!wanted.lasts().isPositive() || wanted.lasts().compareTo(LONGEST) > 0) {
            throw new BadValue("period of supervision", wanted.lasts().toString(), "up to " + LONGEST);
        }
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.HAND_TO_SUPERVISOR, wanted.id(), wanted.client(), wanted),
                        records -> {
                            hand(records, actor, wanted);
                            return new Answer.Done<>(wanted.id());
                        },
                        records -> new Answer.Again<>(wanted.id())),
                wanted::id);
    }

    private void hand(Records records, Actor actor, Command wanted) {
        if (records.accounts()
                .find(wanted.supervisor())
                .filter(account -> account.role() == Role.SUPERVISOR && !account.isEnded())
                .isEmpty()) {
            throw new Refused(Refused.Rule.SUPERVISES_NOBODY, wanted.supervisor());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        records.supervisions()
                .add(new Supervision(
                        wanted.id(),
                        wanted.client(),
                        wanted.supervisor(),
                        number(records.supervisions().listTo(wanted.supervisor()), wanted.client()),
                        actor.ownAccount(),
                        now,
                        now.plus(wanted.lasts()),
                        Optional.empty(),
                        Version.FIRST));
    }

    /** A case that comes again has the number that it had. */
    private static int number(List<Supervision> before, Id<Client> client) {
        return before.stream()
                .filter(one -> one.client().equals(client))
                .mapToInt(Supervision::number)
                .findFirst()
                .orElseGet(() ->
                        1 + before.stream().mapToInt(Supervision::number).max().orElse(0));
    }

    /** Where it has ended, nothing changes. */
    public Answer<Id<Supervision>> end(Actor actor, TakeCaseBack wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.END_SUPERVISION, wanted.key(), wanted.client(), wanted),
                        records -> {
                            records.supervisions().list(wanted.client()).stream()
                                    .filter(one -> one.id().equals(wanted.supervision()) && one.lasts(clock.instant()))
                                    .forEach(one -> records.supervisions().update(one.ended(clock.instant())));
                            return new Answer.Done<>(wanted.supervision());
                        },
                        records -> new Answer.Again<>(wanted.supervision())),
                wanted::supervision);
    }
}
