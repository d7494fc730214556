package org.stillpoint.practice.note;

import java.time.Instant;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.note.SignedAs;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;

/** Who signs: the account that acts, and no other. */
final class Signers {
    private Signers() {}

    /** @throws org.stillpoint.record.BadValue if the actor has no account */
    static SignedAs of(Records records, Actor actor, Instant now) {
        Id<Account> own = OwnNoteReading.author(actor);
        Account account = records.accounts().find(own).orElseThrow(() -> new NoSuchRecord("account", own));
        return new SignedAs(own, account.signInName(), now);
    }
}
