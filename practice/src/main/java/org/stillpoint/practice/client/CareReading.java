package org.stillpoint.practice.client;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** Who sees to a client, for whoever decides it. */
public final class CareReading {

    /**
     * @param client who
     * @param therapist whose they are; empty for a client of nobody
     * @param shared who else is let in
     * @param others the therapists who are neither
     */
    public record CareView(Client client, Optional<Account> therapist, List<Account> shared, List<Account> others) {}

    private final UnitOfWork work;

    public CareReading(UnitOfWork work) {
        this.work = work;
    }

    /** @throws org.stillpoint.record.NoSuchRecord if there is no such client */
    public CareView by(Actor actor, Id<Client> id) {
        return work.read(actor, Act.SEE_CARE, Optional.of(id), records -> view(records, id));
    }

    private static CareView view(Records records, Id<Client> id) {
        Optional<Account> therapist = records.care()
                .findTherapist(id)
                .flatMap(account -> records.accounts().find(account));
        List<Account> shared = records.care().listShared(id).stream()
                .flatMap(account -> records.accounts().find(account).stream())
                .toList();
        List<Account> others = Therapists.list(records).stream()
                .filter(each -> !therapist.equals(Optional.of(each)) && !shared.contains(each))
                .toList();
        return new CareView(records.clients().get(id), therapist, shared, others);
    }
}
