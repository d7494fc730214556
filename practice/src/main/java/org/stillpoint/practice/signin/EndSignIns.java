package org.stillpoint.practice.signin;

import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.signin.SignIn;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** Somebody ends sign-ins of theirs that are open elsewhere. */
public final class EndSignIns {

    /**
     * @param key made for this once
     * @param which to end
     */
    public record Command(Id<Deed> key, SignInsToEnd which) {}

    /** Which of one's own. */
    public sealed interface SignInsToEnd {
        /** This one; nothing changes where it has ended, or is somebody else's. */
        record OneSignIn(Id<SignIn> signIn) implements SignInsToEnd {}

        /** All but the one that asks; empty for all. */
        record AllOtherSignIns(Optional<Id<SignIn>> here) implements SignInsToEnd {}
    }

    private final UnitOfWork work;

    public EndSignIns(UnitOfWork work) {
        this.work = work;
    }

    /** @throws NotAllowed if the actor has no account */
    public Answer<Id<Account>> by(Actor actor, Command wanted) {
        Id<Account> own = OwnAccount.of(actor, Act.END_SIGN_INS);
        return work.run(
                actor,
                Deeds.of(Act.END_SIGN_INS, wanted.key(), wanted),
                records -> {
                    records.signIns().list(own).stream()
                            .map(SignIn::id)
                            .filter(each -> switch (wanted.which()) {
                                case SignInsToEnd.OneSignIn one -> each.equals(one.signIn());
                                case SignInsToEnd.AllOtherSignIns others ->
                                    !others.here().equals(Optional.of(each));
                            })
                            .forEach(each -> records.signIns().end(own, each));
                    return new Answer.Done<>(own);
                },
                records -> new Answer.Again<>(own));
    }
}
