package org.stillpoint.store;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.signin.Passkey;
import org.stillpoint.record.signin.Passkeys;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The passkeys, under the installation's key. */
final class StoredPasskeys implements Passkeys {
    private static final List<Field<?>> COLUMNS =
            List.of(Tables.ID, Tables.VERSION, Tables.ACCOUNT_ID, Tables.CREDENTIAL_ID, Tables.CONTENT);

    private final Database database;
    private final Keys keys;

    StoredPasskeys(Database database, Keys keys) {
        this.database = database;
        this.keys = keys;
    }

    @Override
    public void add(Passkey made) {
        database.write(transaction -> {
            if (!transaction.fetchExists(
                    Tables.ACCOUNT, Tables.ID.eq(made.account().toString()))) {
                throw new NoSuchRecord("account", made.account());
            }
            if (transaction.fetchExists(
                    Tables.PASSKEY,
                    Tables.ID.eq(made.id().toString()).or(Tables.CREDENTIAL_ID.eq(made.credentialId())))) {
                throw new AlreadyThere("passkey", made.id());
            }
            return transaction
                    .insertInto(Tables.PASSKEY)
                    .set(Tables.ID, made.id().toString())
                    .set(Tables.VERSION, made.version().number())
                    .set(Tables.ACCOUNT_ID, made.account().toString())
                    .set(Tables.CREDENTIAL_ID, made.credentialId())
                    .set(Tables.CONTENT, content(made, made.version()))
                    .execute();
        });
    }

    @Override
    public Optional<Passkey> find(String credentialId) {
        return database.read(transaction -> read(transaction, Tables.CREDENTIAL_ID.eq(credentialId)).stream()
                .findFirst());
    }

    @Override
    public List<Passkey> list(Id<Account> account) {
        return database.read(transaction -> read(transaction, Tables.ACCOUNT_ID.eq(account.toString())).stream()
                .sorted(Comparator.comparing(Passkey::addedAt).thenComparing(Passkey::id))
                .toList());
    }

    @Override
    public Passkey update(Passkey shown) {
        return database.write(transaction -> {
            Condition which = Tables.ID.eq(shown.id().toString());
            Passkey kept = read(transaction, which).stream()
                    .findFirst()
                    .orElseThrow(() -> new NoSuchRecord("passkey", shown.id()));
            Passkey next = new Passkey(
                    kept.id(),
                    kept.account(),
                    kept.credentialId(),
                    kept.place(),
                    kept.name(),
                    kept.publicKey(),
                    shown.signCount(),
                    kept.mayMove(),
                    kept.addedAt(),
                    shown.lastUsedAt(),
                    shown.version().next());
            int written = transaction
                    .update(Tables.PASSKEY)
                    .set(Tables.VERSION, next.version().number())
                    .set(Tables.CONTENT, content(next, next.version()))
                    .where(which.and(Tables.VERSION.eq(shown.version().number())))
                    .execute();
            if (written == 0) {
                throw new StaleRecord(shown.id(), shown.version(), kept.version());
            }
            return next;
        });
    }

    @Override
    public void remove(Id<Account> account, Id<Passkey> passkey) {
        database.write(transaction -> transaction
                .deleteFrom(Tables.PASSKEY)
                .where(Tables.ID.eq(passkey.toString()).and(Tables.ACCOUNT_ID.eq(account.toString())))
                .execute());
    }

    @Override
    public void removeAll(Id<Account> account) {
        database.write(transaction -> transaction
                .deleteFrom(Tables.PASSKEY)
                .where(Tables.ACCOUNT_ID.eq(account.toString()))
                .execute());
    }

    private List<Passkey> read(DSLContext transaction, Condition which) {
        return transaction.select(COLUMNS).from(Tables.PASSKEY).where(which).fetch(this::read);
    }

    private Passkey read(Record row) {
        Version version = RecordForm.versionIn(row);
        JsonNode content = Json.parse(keys.ofInstallation()
                .open(
                        row.get(Tables.CONTENT),
                        place(row.get(Tables.ID), version, row.get(Tables.ACCOUNT_ID), row.get(Tables.CREDENTIAL_ID))));
        return new Passkey(
                RecordForm.idIn(row),
                Id.of(row.get(Tables.ACCOUNT_ID)),
                row.get(Tables.CREDENTIAL_ID),
                Json.text(content, "place"),
                Json.text(content, "name"),
                Json.text(content, "public_key"),
                content.required("sign_count").asLong(),
                content.required("may_move").asBoolean(),
                Json.instant(content, "added_at"),
                content.has("last_used_at") ? Optional.of(Json.instant(content, "last_used_at")) : Optional.empty(),
                version);
    }

    private byte[] content(Passkey passkey, Version version) {
        ObjectNode plain = Json.object()
                .put("place", passkey.place())
                .put("name", passkey.name())
                .put("public_key", passkey.publicKey())
                .put("sign_count", passkey.signCount())
                .put("may_move", passkey.mayMove())
                .put("added_at", passkey.addedAt().toString());
        passkey.lastUsedAt().ifPresent(at -> plain.put("last_used_at", at.toString()));
        return keys.ofInstallation()
                .close(
                        Json.bytes(plain),
                        place(
                                passkey.id().toString(),
                                version,
                                passkey.account().toString(),
                                passkey.credentialId()));
    }

    static String place(String id, Version version, Object... clear) {
        return Seal.boundPlace(Seal.place("passkey", "content", id), version.number(), List.of(clear));
    }
}
