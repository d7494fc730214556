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

/** A client goes over to another therapist: by their own therapist, or by the owner. */
public final class HandOverClient {

    /**
     * @param key made with the page
     * @param client who goes over
     * @param to whose they are from now on
     */
    public record Command(Id<Deed> key, Id<Client> client, Id<Account> to) {}

    private final UnitOfWork work;

    public HandOverClient(UnitOfWork work) {
        this.work = work;
    }

    /** Answers with the therapist, or {@link Answer.No} where the account treats nobody. */
    public Answer<Id<Account>> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.HAND_OVER_CLIENT, wanted.key(), wanted.client(), wanted),
                        records -> {
                            Therapists.require(records, wanted.to());
                            records.care().handOver(wanted.client(), wanted.to());
                            return new Answer.Done<>(wanted.to());
                        },
                        records -> new Answer.Again<>(wanted.to())),
                wanted::to);
    }
}
