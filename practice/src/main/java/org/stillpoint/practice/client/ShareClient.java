package org.stillpoint.practice.client;

import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** Another therapist is let in to a client, or no longer: by the client's own therapist, or by the owner. */
public final class ShareClient {

    /**
     * @param key made with the page
     * @param client who is shared
     * @param with who is let in
     */
    public record Command(Id<Deed> key, Id<Client> client, Id<Account> with) {}

    private final UnitOfWork work;

    public ShareClient(UnitOfWork work) {
        this.work = work;
    }

    /** Answers with who is let in, or {@link Answer.No} where the account treats nobody. */
    public Answer<Id<Account>> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.SHARE_CLIENT, wanted.key(), wanted.client(), wanted),
                        records -> {
                            Therapists.require(records, wanted.with());
                            records.care().share(wanted.client(), wanted.with());
                            return new Answer.Done<>(wanted.with());
                        },
                        records -> new Answer.Again<>(wanted.with())),
                wanted::with);
    }

    /** Takes it back. Answers with who is no longer let in. */
    public Answer<Id<Account>> end(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.END_SHARE, wanted.key(), wanted.client(), wanted),
                        records -> {
                            records.care().endShare(wanted.client(), wanted.with());
                            return new Answer.Done<>(wanted.with());
                        },
                        records -> new Answer.Again<>(wanted.with())),
                wanted::with);
    }
}
