package org.stillpoint.practice.people;

import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Invitation;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** An invitation is taken back: its link opens nothing any more. */
public final class WithdrawInvitation {

    /** @param key made with the page */
    public record Command(Id<Deed> key, Id<Invitation> invitation) {}

    private final UnitOfWork work;

    public WithdrawInvitation(UnitOfWork work) {
        this.work = work;
    }

    /** Where it was used or withdrawn before, nothing changes. */
    public Id<Invitation> by(Actor actor, Command wanted) {
        return work.run(
                actor,
                Deeds.of(Act.WITHDRAW_INVITATION, wanted.key(), wanted),
                records -> {
                    records.invitations().withdraw(wanted.invitation());
                    return wanted.invitation();
                },
                records -> wanted.invitation());
    }
}
