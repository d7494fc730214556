package org.stillpoint.store;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.Unreadable;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.care.Bond;
import org.stillpoint.record.care.Care;
import org.stillpoint.record.care.EmergencyAccess;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Sight;

/** Who treats whom. A row that was not written by this program with the installation's key opens nothing to anybody. */
final class StoredCare implements Care {
    private static final byte[] NOTHING = {};
    private static final List<Field<?>> COLUMNS =
            List.of(Tables.CLIENT_ID, Tables.ACCOUNT_ID, Tables.BOND, Tables.UNTIL_AT, Tables.CONTENT);

    private final Database database;
    private final Keys keys;
    private final Clock clock;

    StoredCare(Database database, Keys keys, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Optional<Bond> find(Id<Client> client, Id<Account> account) {
        return database.read(transaction -> find(transaction, client, account));
    }

    private Optional<Bond> find(DSLContext transaction, Id<Client> client, Id<Account> account) {
        return list(transaction, ofClient(client).and(ofAccount(account)).and(lasts())).stream()
                .map(row -> Bond.valueOf(row.get(Tables.BOND)))
                .findFirst();
    }

    @Override
    public Optional<Id<Account>> findTherapist(Id<Client> client) {
        return database.read(transaction ->
                accounts(transaction, client, Bond.TREATS).stream().findFirst());
    }

    @Override
    public List<Id<Account>> listShared(Id<Client> client) {
        return database.read(transaction -> accounts(transaction, client, Bond.SHARED));
    }

    private List<Id<Account>> accounts(DSLContext transaction, Id<Client> client, Bond bond) {
        return list(transaction, ofClient(client).and(Tables.BOND.eq(bond.name()))).stream()
                .map(row -> Id.<Account>of(row.get(Tables.ACCOUNT_ID)))
                .sorted()
                .toList();
    }

    @Override
    public int countTreated(Id<Account> therapist) {
        return database.read(transaction ->
                transaction.fetchCount(Tables.CARE, ofAccount(therapist).and(Tables.BOND.eq(Bond.TREATS.name()))));
    }

    @Override
    public List<Id<Client>> listTreated(Id<Account> therapist) {
        return database.read(transaction ->
                list(transaction, ofAccount(therapist).and(Tables.BOND.eq(Bond.TREATS.name()))).stream()
                        .map(row -> Id.<Client>of(row.get(Tables.CLIENT_ID)))
                        .sorted()
                        .toList());
    }

    @Override
    public void handOver(Id<Client> client, Id<Account> therapist) {
        database.write(transaction -> {
            transaction
                    .deleteFrom(Tables.CARE)
                    .where(ofClient(client).and(Tables.BOND.eq(Bond.TREATS.name())))
                    .execute();
            put(transaction, client, therapist, Bond.TREATS, null);
            return transaction
                    .update(Tables.CLIENT)
                    .set(Tables.THERAPIST_ID, therapist.toString())
                    .set(Tables.CHANGED, StoredClients.nextChange(transaction))
                    .where(Tables.ID.eq(client.toString()))
                    .execute();
        });
    }

    @Override
    public void share(Id<Client> client, Id<Account> with) {
        database.write(transaction -> find(transaction, client, with).equals(Optional.of(Bond.TREATS))
                ? 0
                : put(transaction, client, with, Bond.SHARED, null));
    }

    @Override
    public void endShare(Id<Client> client, Id<Account> with) {
        database.write(transaction -> transaction
                .deleteFrom(Tables.CARE)
                .where(ofClient(client).and(ofAccount(with)).and(Tables.BOND.eq(Bond.SHARED.name())))
                .execute());
    }

    /** Lets an account in for a while; whoever is let in stays so. */
    void letIn(DSLContext transaction, EmergencyAccess access) {
        if (find(transaction, access.client(), access.by()).isEmpty()) {
            put(
                    transaction,
                    access.client(),
                    access.by(),
                    Bond.EMERGENCY,
                    access.until().toEpochMilli());
        }
    }

    private int put(DSLContext transaction, Id<Client> client, Id<Account> account, Bond bond, @Nullable Long until) {
        keys.lockClient(transaction, client);
        if (!transaction.fetchExists(Tables.ACCOUNT, Tables.ID.eq(account.toString()))) {
            throw new NoSuchRecord("account", account);
        }
        transaction
                .deleteFrom(Tables.CARE)
                .where(ofClient(client).and(ofAccount(account)))
                .execute();
        return transaction
                .insertInto(Tables.CARE)
                .set(Tables.CLIENT_ID, client.toString())
                .set(Tables.ACCOUNT_ID, account.toString())
                .set(Tables.BOND, bond.name())
                .set(Tables.UNTIL_AT, until)
                .set(
                        Tables.CONTENT,
                        keys.ofInstallation()
                                .close(NOTHING, place(client.toString(), account.toString(), bond.name(), until)))
                .execute();
    }

    /** Every row, opened. */
    private List<Record> list(DSLContext transaction, Condition which) {
        List<Record> rows = List.copyOf(
                transaction.select(COLUMNS).from(Tables.CARE).where(which).fetch());
        rows.forEach(row -> keys.ofInstallation().open(row.get(Tables.CONTENT), place(row)));
        return rows;
    }

    /**
     * Whom the actor sees, in parts that have nobody in common, each found by an index of its own.
     *
     * @param treats the rows of those whom an account treats
     * @param client the column of whose a row is
     */
    List<Condition> seen(DSLContext transaction, Function<Id<Account>, Condition> treats, Field<String> client) {
        return switch (database.sight()) {
            case Sight.Nobody nobody -> List.of();
            case Sight.Everyone everyone -> List.of(DSL.noCondition());
            case Sight.OwnClients own ->
                Stream.concat(
                                Stream.of(treats.apply(own.account())),
                                Batch.portions(listLent(transaction, own.account())).stream()
                                        .map(client::in))
                        .toList();
        };
    }

    /** The clients that an account is let in to and does not treat, by their ids as they stand; a row that does not open is none. */
    List<String> listLent(DSLContext transaction, Id<Account> account) {
        record LentTo(Id<Account> account) {}
        return database.once(new LentTo(account), () -> openLent(transaction, account));
    }

    private List<String> openLent(DSLContext transaction, Id<Account> account) {
        return transaction
                .select(COLUMNS)
                .from(Tables.CARE)
                .where(ofAccount(account)
                        .and(Tables.BOND.ne(Bond.TREATS.name()))
                        .and(lasts()))
                .fetch()
                .stream()
                .filter(this::opens)
                .map(row -> row.get(Tables.CLIENT_ID))
                .toList();
    }

    private boolean opens(Record row) {
        try {
            return keys.ofInstallation().open(row.get(Tables.CONTENT), place(row)).length == 0;
        } catch (Unreadable forged) {
            return false;
        }
    }

    private Condition lasts() {
        return Tables.UNTIL_AT.isNull().or(Tables.UNTIL_AT.gt(clock.instant().toEpochMilli()));
    }

    private static Condition ofClient(Id<Client> client) {
        return Tables.CLIENT_ID.eq(client.toString());
    }

    private static Condition ofAccount(Id<Account> account) {
        return Tables.ACCOUNT_ID.eq(account.toString());
    }

    private static String place(Record row) {
        return place(
                row.get(Tables.CLIENT_ID), row.get(Tables.ACCOUNT_ID), row.get(Tables.BOND), row.get(Tables.UNTIL_AT));
    }

    static String place(String client, String account, String bond, @Nullable Long until) {
        return Seal.boundPlace(Seal.place("care", "content", client, account), 1, Arrays.asList(bond, until));
    }
}
