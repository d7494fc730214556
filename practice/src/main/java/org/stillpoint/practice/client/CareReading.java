package org.stillpoint.practice.client;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.care.Supervision;
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
     * @param supervisions by which somebody sees the case now
     * @param supervisors to whom it can be handed
     */
    public record CareView(
            Client client,
            Optional<Account> therapist,
            List<Account> shared,
            List<Account> others,
            List<NamedSupervision> supervisions,
            List<Account> supervisors) {}

    /** With the name of the supervisor. */
    public record NamedSupervision(Supervision supervision, SignInName supervisor) {}

    private final UnitOfWork work;
    private final Clock clock;

    public CareReading(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** @throws org.stillpoint.record.NoSuchRecord if there is no such client */
    public CareView by(Actor actor, Id<Client> id) {
        return work.read(actor, Act.SEE_CARE, Optional.of(id), records -> view(records, id));
    }

    private CareView view(Records records, Id<Client> id) {
        Optional<Account> therapist = records.care()
                .findTherapist(id)
                .flatMap(account -> records.accounts().find(account));
        List<Account> shared = records.care().listShared(id).stream()
                .flatMap(account -> records.accounts().find(account).stream())
                .toList();
        List<Account> others = Therapists.list(records).stream()
                .filter(each -> !therapist.equals(Optional.of(each)) && !shared.contains(each))
                .toList();
        List<NamedSupervision> supervisions = records.supervisions().list(id).stream()
                .filter(each -> each.lasts(clock.instant()))
                .flatMap(each -> records.accounts().find(each.supervisor()).stream()
                        .map(account -> new NamedSupervision(each, account.signInName())))
                .toList();
        List<Account> supervisors = records.accounts().list().stream()
                .filter(each -> each.role() == Role.SUPERVISOR && !each.isEnded())
                .filter(each -> supervisions.stream()
                        .noneMatch(there -> there.supervision().supervisor().equals(each.id())))
                .toList();
        return new CareView(records.clients().get(id), therapist, shared, others, supervisions, supervisors);
    }
}
