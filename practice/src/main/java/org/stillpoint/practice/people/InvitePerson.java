package org.stillpoint.practice.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Invitation;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** Somebody is invited to the practice: whoever has the link makes their account, once. */
public final class InvitePerson {

    /** Own choice, 2026: a letter and a holiday. */
    public static final Duration LASTS = Duration.ofDays(7);

    /**
     * @param id made by whoever asks
     * @param role what their account may do; not the owner's
     * @param linkHash SHA-256 of what the link ends in
     */
    public record Command(Id<Invitation> id, Role role, String linkHash) {}

    private final UnitOfWork work;
    private final Clock clock;

    public InvitePerson(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** @throws org.stillpoint.record.BadValue if the role is the owner's or the hash none */
    public Answer<Id<Invitation>> by(Actor actor, Command wanted) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.INVITE, wanted.id(), wanted),
                        records -> {
                            records.invitations()
                                    .add(new Invitation(
                                            wanted.id(), wanted.role(), wanted.linkHash(), now, now.plus(LASTS)));
                            return new Answer.Done<>(wanted.id());
                        },
                        records -> new Answer.Again<>(wanted.id())),
                wanted::id);
    }
}
