package org.stillpoint.practice;

import java.util.OptionalInt;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.client.AddClient;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.ConsentOnRecord;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** A practice in memory with the rights of one, to which people come in their roles. */
public final class PeopleInMemory {
    private final TestClock clock = new TestClock();
    private final RecordsInMemory records = new RecordsInMemory(clock);
    private final Membership rights = new Membership(records);
    private final UnitOfWork work = records.unitOfWork(rights);

    public TestClock clock() {
        return clock;
    }

    public RecordsInMemory records() {
        return records;
    }

    public Membership rights() {
        return rights;
    }

    public UnitOfWork work() {
        return work;
    }

    public Account account(String name, Role role) {
        Account account = Account.added(new SignInName(name), "{kind}hash", role, clock.instant());
        records.accounts().add(account);
        return account;
    }

    public static Actor by(Account account) {
        return new Actor.Person(account.id(), account.role());
    }

    /** Somebody adds a client, whom they treat from then on, and who has signed a consent. */
    public Id<Client> add(Account whose, String name, OptionalInt yearOfBirth) {
        Id<Client> id = Id.random();
        new AddClient(work, clock).by(by(whose), new AddClient.Command(id, new PrivateText(name), yearOfBirth, false));
        ConsentOnRecord.add(records, id, clock.instant());
        return id;
    }
}
