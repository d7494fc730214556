package org.stillpoint.practice.signin;

import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;

/** Whose ways in are changed: those of whoever acts, and nobody else's. */
final class OwnAccount {
    private OwnAccount() {}

    /** @throws NotAllowed if the actor has no account */
    static Id<Account> of(Actor actor, Act act) {
        return actor.ownAccount().orElseThrow(() -> new NotAllowed(act.name()));
    }
}
