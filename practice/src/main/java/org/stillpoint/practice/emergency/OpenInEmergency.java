package org.stillpoint.practice.emergency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.care.EmergencyAccess;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** A therapist opens the record of a client who is not theirs, for a reason. Their therapist and the owner are told. */
public final class OpenInEmergency {

    /**
     * How long it stays open.
     *
     * @param duration above nothing, at most {@link #LONGEST}
     */
    public record HowLong(Duration duration) {
        /** Own choice, 2026: whoever needs longer is let in by somebody. */
        public static final Duration LONGEST = Duration.ofHours(72);

        /** Own choice, 2026: an afternoon. */
        public static final HowLong USUAL = new HowLong(Duration.ofHours(4));

        public HowLong {
            if (!duration.isPositive() || duration.compareTo(LONGEST) > 0) {
                throw new BadValue("duration", duration.toString(), "up to " + LONGEST);
            }
        }
    }

    /**
     * @param id made with the page
     * @param client whose record
     * @param reason why, in words
     */
    public record Command(Id<EmergencyAccess> id, Id<Client> client, PrivateText reason) {}

    private final UnitOfWork work;
    private final Clock clock;
    private final HowLong howLong;

    public OpenInEmergency(UnitOfWork work, Clock clock, HowLong howLong) {
        this.work = work;
        this.clock = clock;
        this.howLong = howLong;
    }

    /**
     * Answers with the client; whoever is let in already stays so, and nobody is told.
     *
     * @throws BadValue if there is no reason
     */
    public Answer<Id<Client>> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.OPEN_IN_EMERGENCY, wanted.id(), wanted.client(), wanted),
                        records -> {
                            open(records, account(actor), wanted);
                            return new Answer.Done<>(wanted.client());
                        },
                        records -> new Answer.Again<>(wanted.client())),
                wanted::client);
    }

    private void open(Records records, Id<Account> by, Command wanted) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        EmergencyAccess access = new EmergencyAccess(
                wanted.id(), wanted.client(), by, wanted.reason(), now, now.plus(howLong.duration()));
        if (records.care().find(wanted.client(), by).isEmpty()) {
            records.emergencies().add(access, concerned(records, access));
        }
    }

    private static Set<Id<Account>> concerned(Records records, EmergencyAccess access) {
        return Stream.concat(
                        records.care().findTherapist(access.client()).stream(),
                        records.accounts().list().stream()
                                .filter(each -> each.role() == Role.OWNER)
                                .map(Account::id))
                .filter(each -> !each.equals(access.by()))
                .collect(Collectors.toSet());
    }

    private static Id<Account> account(Actor actor) {
        if (actor instanceof Actor.Person person) {
            return person.account();
        }
        throw new BadValue("actor", "without an account", "somebody of the practice");
    }
}
