package org.stillpoint.web.security;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Accounts;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.work.Audit;
import org.stillpoint.record.work.AuditEntry.Outcome;

/** Writes into the account who came in at the door, and who was turned away. */
@Component
public final class AccountedSignIns {

    private final Audit audit;
    private final Accounts accounts;

    public AccountedSignIns(Audit audit, Accounts accounts) {
        this.audit = audit;
        this.accounts = accounts;
    }

    void letIn(Id<Account> account) {
        audit.signIn(Optional.of(account), Outcome.DONE);
    }

    /** @param name as it was typed, which may be anybody's or nobody's; it is not kept */
    void turnedAway(String name) {
        turnedAway(account(name));
    }

    /** @param account whose it would have been, where that is known */
    void turnedAway(Optional<Id<Account>> account) {
        audit.signIn(account, Outcome.NOT_ALLOWED);
    }

    private Optional<Id<Account>> account(String name) {
        try {
            return accounts.find(new SignInName(name)).map(Account::id);
        } catch (BadValue notAName) {
            return Optional.empty();
        }
    }
}
