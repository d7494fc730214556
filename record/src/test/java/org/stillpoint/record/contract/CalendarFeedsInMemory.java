package org.stillpoint.record.contract;

import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Accounts;
import org.stillpoint.record.calendar.CalendarFeed;
import org.stillpoint.record.calendar.CalendarFeeds;

/** Feeds, in memory. */
final class CalendarFeedsInMemory implements CalendarFeeds {
    private final Memory memory;
    private final Accounts accounts;
    private final Memory.Table<Id<Account>, CalendarFeed> rows;

    CalendarFeedsInMemory(Memory memory, Accounts accounts) {
        this.memory = memory;
        this.accounts = accounts;
        this.rows = memory.table();
    }

    @Override
    public Optional<CalendarFeed> find(Id<Account> account) {
        return rows.find(account);
    }

    @Override
    public Optional<CalendarFeed> findByHash(String linkHash) {
        return accounts.list().stream()
                .flatMap(account -> rows.find(account.id()).stream())
                .filter(feed -> feed.linkHash().equals(linkHash))
                .findFirst();
    }

    @Override
    public void put(CalendarFeed feed) {
        memory.write(() -> {
            if (accounts.find(feed.account()).isEmpty()) {
                throw new NoSuchRecord("account", feed.account());
            }
            if (findByHash(feed.linkHash())
                    .filter(other -> !other.account().equals(feed.account()))
                    .isPresent()) {
                throw new AlreadyThere("feed", feed.account());
            }
            rows.put(feed.account(), feed);
            return feed;
        });
    }

    @Override
    public void remove(Id<Account> account) {
        memory.write(() -> {
            rows.remove(account);
            return account;
        });
    }
}
