package org.stillpoint.store;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Accounts;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The accounts, under the installation's key. */
final class StoredAccounts implements Accounts {
    /** No hash of any password. */
    private static final String NO_PASSWORD = "none";

    private static final Comparator<Account> IN_TIME =
            Comparator.comparing(Account::addedAt).thenComparing(Account::id);
    private static final List<Field<?>> COLUMNS = List.of(Tables.ID, Tables.VERSION, Tables.IS_OWNER, Tables.CONTENT);

    private final Database database;
    private final Keys keys;

    StoredAccounts(Database database, Keys keys) {
        this.database = database;
        this.keys = keys;
    }

    @Override
    public void add(Account account) {
        database.write(transaction -> {
            Optional<Account> kept = find(transaction, account.id());
            if (kept.isPresent()) {
                if (!kept.get().equals(account)) {
                    throw new AlreadyThere("account", account.id());
                }
                return 0;
            }
            requireFree(transaction, account);
            return transaction
                    .insertInto(Tables.ACCOUNT)
                    .set(Tables.ID, account.id().toString())
                    .set(Tables.VERSION, Version.FIRST.number())
                    .set(Tables.IS_OWNER, account.role() == Role.OWNER ? 1 : 0)
                    .set(
                            Tables.SIGN_IN_NAME,
                            keys.signInName(account.signInName().value()))
                    .set(Tables.CONTENT, content(account, Version.FIRST))
                    .execute();
        });
    }

    private void requireFree(DSLContext transaction, Account account) {
        if (account.role() == Role.OWNER && transaction.fetchExists(Tables.ACCOUNT, Tables.IS_OWNER.eq(1))) {
            throw new Refused(Rule.OWNER_EXISTS, account.id());
        }
        if (transaction.fetchExists(Tables.ACCOUNT, named(account.signInName()))) {
            throw new AlreadyThere("account", account.id());
        }
    }

    @Override
    public Account update(Account changed) {
        return database.write(transaction -> {
            Account kept = find(transaction, changed.id()).orElseThrow(() -> new NoSuchRecord("account", changed.id()));
            requireOwnerStays(kept, changed);
            if (transaction.fetchExists(
                    Tables.ACCOUNT,
                    named(changed.signInName()).and(Tables.ID.ne(changed.id().toString())))) {
                throw new AlreadyThere("account", changed.id());
            }
            int written = transaction
                    .update(Tables.ACCOUNT)
                    .set(Tables.VERSION, changed.version().next().number())
                    .set(
                            Tables.SIGN_IN_NAME,
                            keys.signInName(changed.signInName().value()))
                    .set(Tables.CONTENT, content(changed, changed.version().next()))
                    .where(Tables.ID
                            .eq(changed.id().toString())
                            .and(Tables.VERSION.eq(changed.version().number())))
                    .execute();
            if (written == 0) {
                throw new StaleRecord(changed.id(), changed.version(), kept.version());
            }
            StoredSignIns.endAll(transaction, changed.id());
            return find(transaction, changed.id()).orElseThrow();
        });
    }

    private static void requireOwnerStays(Account kept, Account changed) {
        boolean owners = kept.role() == Role.OWNER || changed.role() == Role.OWNER;
        if (owners && (kept.role() != changed.role() || changed.isEnded())) {
            throw new Refused(Rule.OWNER_STAYS, kept.id());
        }
    }

    @Override
    public Optional<Account> find(SignInName name) {
        return database.read(
                transaction -> read(transaction, named(name)).stream().findFirst());
    }

    @Override
    public Optional<Account> find(Id<Account> id) {
        return database.read(transaction -> find(transaction, id));
    }

    @Override
    public List<Account> list() {
        return database.read(transaction ->
                read(transaction, DSL.noCondition()).stream().sorted(IN_TIME).toList());
    }

    private Optional<Account> find(DSLContext transaction, Id<Account> id) {
        return read(transaction, Tables.ID.eq(id.toString())).stream().findFirst();
    }

    private Condition named(SignInName name) {
        return Tables.SIGN_IN_NAME.eq(keys.signInName(name.value()));
    }

    private List<Account> read(DSLContext transaction, Condition which) {
        return transaction.select(COLUMNS).from(Tables.ACCOUNT).where(which).fetch(row -> read(row));
    }

    private Account read(Record row) {
        String place = place(row.get(Tables.ID), row.get(Tables.VERSION), row.get(Tables.IS_OWNER));
        return read(row, keys.ofInstallation().open(row.get(Tables.CONTENT), place));
    }

    private static Account read(Record row, byte[] plain) {
        JsonNode content = Json.parse(plain);
        return new Account(
                RecordForm.idIn(row),
                new SignInName(Json.text(content, "sign_in_name")),
                Json.text(content, "password_hash"),
                role(row, content),
                Json.instant(content, "added_at"),
                content.has("ended_at") ? Optional.of(Json.instant(content, "ended_at")) : Optional.empty(),
                RecordForm.versionIn(row));
    }

    /** Who is not the owner was a therapist before roles were written. */
    private static Role role(Record row, JsonNode content) {
        if (row.get(Tables.IS_OWNER) == 1) {
            return Role.OWNER;
        }
        return content.has("role") ? Role.ofName(Json.text(content, "role")) : Role.THERAPIST;
    }

    /** Binds what programs before schema 60 left. */
    void bind(DSLContext transaction) {
        transaction
                .select(COLUMNS)
                .from(Tables.ACCOUNT)
                .fetch(row -> read(
                        row, keys.ofInstallation().open(row.get(Tables.CONTENT), unboundPlace(row.get(Tables.ID)))))
                .forEach(account -> transaction
                        .update(Tables.ACCOUNT)
                        .set(Tables.CONTENT, content(account, account.version()))
                        .where(Tables.ID.eq(account.id().toString()))
                        .execute());
    }

    private byte[] content(Account account, Version version) {
        ObjectNode content = Json.object()
                .put("sign_in_name", account.signInName().value())
                .put("password_hash", account.passwordHash())
                .put("role", account.role().name())
                .put("added_at", account.addedAt().toString());
        account.endedAt().ifPresent(at -> content.put("ended_at", at.toString()));
        byte[] plain = Json.bytes(content);
        int isOwner = account.role() == Role.OWNER ? 1 : 0;
        return keys.ofInstallation().close(plain, place(account.id().toString(), version.number(), isOwner));
    }

    static String place(String id, int version, int isOwner) {
        return Seal.boundPlace(unboundPlace(id), version, List.of(isOwner));
    }

    /** Leaves of a row in the clear who it was, and nothing by which anybody signs in: it is an account that has ended. */
    static void keepTheName(ObjectNode row) {
        ObjectNode content = (ObjectNode) row.required(Tables.CONTENT.getName());
        if (row.required(Tables.IS_OWNER.getName()).asInt() == 1 || !content.has("role")) {
            content.put("role", Role.THERAPIST.name());
        }
        row.put(Tables.IS_OWNER.getName(), 0);
        row.putNull(Tables.LANGUAGE.getName());
        content.put("password_hash", NO_PASSWORD);
        if (!content.has("ended_at")) {
            content.put("ended_at", Json.text(content, "added_at"));
        }
    }

    private static String unboundPlace(String id) {
        return Seal.place("account", "content", id);
    }
}
