package org.stillpoint.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.signin.SecondFactor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What accounts are asked for after their password, under the installation's key. */
final class StoredFactors {
    private final Keys keys;

    StoredFactors(Keys keys) {
        this.keys = keys;
    }

    Optional<SecondFactor> find(DSLContext transaction, Id<Account> account) {
        return transaction
                .select(Tables.ACCOUNT_ID, Tables.VERSION, Tables.CONTENT)
                .from(Tables.SECOND_FACTOR)
                .where(Tables.ACCOUNT_ID.eq(account.toString()))
                .fetchOptional(this::read);
    }

    SecondFactor keep(DSLContext transaction, SecondFactor factor) {
        String id = factor.account().toString();
        if (!transaction.fetchExists(Tables.ACCOUNT, Tables.ID.eq(id))) {
            throw new NoSuchRecord("account", factor.account());
        }
        Version version = find(transaction, factor.account())
                .map(kept -> kept.version().next())
                .orElse(Version.FIRST);
        remove(transaction, factor.account());
        transaction
                .insertInto(Tables.SECOND_FACTOR)
                .set(Tables.ACCOUNT_ID, id)
                .set(Tables.VERSION, version.number())
                .set(Tables.CONTENT, content(factor, version))
                .execute();
        return find(transaction, factor.account()).orElseThrow();
    }

    SecondFactor update(DSLContext transaction, SecondFactor taken) {
        SecondFactor kept = find(transaction, taken.account())
                .orElseThrow(() -> new NoSuchRecord("second factor", taken.account()));
        Version next = taken.version().next();
        int written = transaction
                .update(Tables.SECOND_FACTOR)
                .set(Tables.VERSION, next.number())
                .set(Tables.CONTENT, content(taken, next))
                .where(Tables.ACCOUNT_ID
                        .eq(taken.account().toString())
                        .and(Tables.VERSION.eq(taken.version().number())))
                .execute();
        if (written == 0) {
            throw new StaleRecord(taken.account(), taken.version(), kept.version());
        }
        return find(transaction, taken.account()).orElseThrow();
    }

    int remove(DSLContext transaction, Id<Account> account) {
        return transaction
                .deleteFrom(Tables.SECOND_FACTOR)
                .where(Tables.ACCOUNT_ID.eq(account.toString()))
                .execute();
    }

    private SecondFactor read(Record row) {
        Version version = RecordForm.versionIn(row);
        String id = row.get(Tables.ACCOUNT_ID);
        JsonNode content = Json.parse(keys.ofInstallation().open(row.get(Tables.CONTENT), place(id, version)));
        List<String> recovery = new ArrayList<>();
        content.required("recovery").forEach(code -> recovery.add(code.asString()));
        return new SecondFactor(
                Id.of(id),
                Json.text(content, "secret"),
                content.required("last_step").asLong(),
                recovery,
                version);
    }

    private byte[] content(SecondFactor factor, Version version) {
        ObjectNode plain = Json.object().put("secret", factor.secret()).put("last_step", factor.lastStep());
        factor.recovery().forEach(plain.putArray("recovery")::add);
        return keys.ofInstallation()
                .close(Json.bytes(plain), place(factor.account().toString(), version));
    }

    static String place(String account, Version version) {
        return Seal.boundPlace(Seal.place("second_factor", "content", account), version.number(), List.of());
    }
}
