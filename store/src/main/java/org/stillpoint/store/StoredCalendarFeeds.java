package org.stillpoint.store;

import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.calendar.CalendarFeed;
import org.stillpoint.record.calendar.CalendarFeeds;
import org.stillpoint.record.calendar.FeedNames;
import tools.jackson.databind.JsonNode;

/** The feeds, under the installation's key, each bound to its account and its hash. */
final class StoredCalendarFeeds implements CalendarFeeds {
    private final Database database;
    private final Keys keys;

    StoredCalendarFeeds(Database database, Keys keys) {
        this.database = database;
        this.keys = keys;
    }

    @Override
    public Optional<CalendarFeed> find(Id<Account> account) {
        return database.read(transaction -> find(transaction, of(account)));
    }

    @Override
    public Optional<CalendarFeed> findByHash(String linkHash) {
        return database.read(transaction -> find(transaction, Tables.LINK_HASH.eq(linkHash)));
    }

    @Override
    public void put(CalendarFeed feed) {
        database.write(transaction -> {
            if (!transaction.fetchExists(
                    Tables.ACCOUNT, Tables.ID.eq(feed.account().toString()))) {
                throw new NoSuchRecord("account", feed.account());
            }
            if (transaction.fetchExists(
                    Tables.CALENDAR_FEED,
                    Tables.LINK_HASH
                            .eq(feed.linkHash())
                            .and(Tables.ACCOUNT_ID.ne(feed.account().toString())))) {
                throw new AlreadyThere("feed", feed.account());
            }
            remove(transaction, feed.account());
            return transaction
                    .insertInto(Tables.CALENDAR_FEED)
                    .set(Tables.ACCOUNT_ID, feed.account().toString())
                    .set(Tables.LINK_HASH, feed.linkHash())
                    .set(Tables.CONTENT, sealed(feed))
                    .execute();
        });
    }

    @Override
    public void remove(Id<Account> account) {
        database.write(transaction -> remove(transaction, account));
    }

    private static int remove(DSLContext transaction, Id<Account> account) {
        return transaction.deleteFrom(Tables.CALENDAR_FEED).where(of(account)).execute();
    }

    private Optional<CalendarFeed> find(DSLContext transaction, Condition which) {
        return transaction
                .select(Tables.ACCOUNT_ID, Tables.LINK_HASH, Tables.CONTENT)
                .from(Tables.CALENDAR_FEED)
                .where(which)
                .fetchOptional()
                .map(this::read);
    }

    private CalendarFeed read(Record row) {
        String account = row.get(Tables.ACCOUNT_ID);
        String hash = row.get(Tables.LINK_HASH);
        JsonNode content = Json.parse(keys.ofInstallation().open(row.get(Tables.CONTENT), place(account, hash)));
        return new CalendarFeed(
                Id.of(account), hash, FeedNames.valueOf(Json.text(content, "names")), Json.instant(content, "made_at"));
    }

    private byte[] sealed(CalendarFeed feed) {
        byte[] plain = Json.bytes(Json.object()
                .put("names", feed.names().name())
                .put("made_at", feed.madeAt().toString()));
        return keys.ofInstallation().close(plain, place(feed.account().toString(), feed.linkHash()));
    }

    private static Condition of(Id<Account> account) {
        return Tables.ACCOUNT_ID.eq(account.toString());
    }

    private static String place(String account, String linkHash) {
        return Seal.boundPlace(Seal.place("calendar_feed", "content", account), 1, List.of(linkHash));
    }
}
