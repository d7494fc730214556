package org.stillpoint.practice.signin;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.signin.DoorRule;
import org.stillpoint.record.signin.SignIns;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** What is asked of whoever comes in, for the owner. */
public final class DoorRuleReading {

    /** @param passwordAlone who has neither a second step nor a passkey, in the order in which they came */
    public record DoorRuleView(DoorRule rule, List<SignInName> passwordAlone) {}

    private final UnitOfWork work;

    public DoorRuleReading(UnitOfWork work) {
        this.work = work;
    }

    public DoorRuleView by(Actor actor) {
        return work.read(actor, Act.SEE_DOOR_RULE, Optional.empty(), records -> {
            SignIns signIns = records.signIns();
            return new DoorRuleView(
                    signIns.rule(),
                    records.accounts().list().stream()
                            .filter(account -> !account.isEnded())
                            .filter(account -> signIns.findFactor(account.id()).isEmpty()
                                    && signIns.passkeys().list(account.id()).isEmpty())
                            .map(Account::signInName)
                            .toList());
        });
    }
}
