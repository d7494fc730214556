package org.stillpoint.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.HabitsOfAccounts;
import org.stillpoint.record.account.KeyMark;
import org.stillpoint.record.account.SessionHabits;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How people hold sessions, under the installation's key. */
final class StoredHabits implements HabitsOfAccounts {
    private final Database database;
    private final Keys keys;

    StoredHabits(Database database, Keys keys) {
        this.database = database;
        this.keys = keys;
    }

    @Override
    public SessionHabits get(Id<Account> account) {
        return database.read(transaction -> find(transaction, account).orElse(SessionHabits.USUAL));
    }

    @Override
    public SessionHabits replace(Id<Account> account, SessionHabits changed) {
        return database.write(transaction -> {
            if (!transaction.fetchExists(Tables.ACCOUNT, Tables.ID.eq(account.toString()))) {
                throw new NoSuchRecord("account", account);
            }
            Optional<SessionHabits> kept = find(transaction, account);
            Version seen = kept.orElse(SessionHabits.USUAL).version();
            if (!seen.equals(changed.version())) {
                throw new StaleRecord(account, changed.version(), seen);
            }
            SessionHabits next = changed.at(seen.next());
            byte[] content = keys.ofInstallation().close(Json.bytes(content(next)), place(account, next.version()));
            if (kept.isEmpty()) {
                transaction
                        .insertInto(Tables.SESSION_HABITS)
                        .set(Tables.ACCOUNT_ID, account.toString())
                        .set(Tables.VERSION, next.version().number())
                        .set(Tables.CONTENT, content)
                        .execute();
            } else {
                int written = transaction
                        .update(Tables.SESSION_HABITS)
                        .set(Tables.VERSION, next.version().number())
                        .set(Tables.CONTENT, content)
                        .where(of(account).and(Tables.VERSION.eq(seen.number())))
                        .execute();
                if (written == 0) {
                    throw new StaleRecord(account, changed.version(), seen.next());
                }
            }
            return next;
        });
    }

    private Optional<SessionHabits> find(DSLContext transaction, Id<Account> account) {
        return transaction
                .select(Tables.VERSION, Tables.CONTENT)
                .from(Tables.SESSION_HABITS)
                .where(of(account))
                .fetchOptional()
                .map(row -> {
                    Version version = new Version(row.value1());
                    return habits(
                            Json.parse(keys.ofInstallation().open(row.value2(), place(account, version))), version);
                });
    }

    private static Condition of(Id<Account> account) {
        return Tables.ACCOUNT_ID.eq(account.toString());
    }

    private static ObjectNode content(SessionHabits habits) {
        ObjectNode content = Json.object().put("left_hand", habits.leftHand()).put("arcs_first", habits.arcsFirst());
        ArrayNode chosen = content.putArray("keys");
        habits.keys().forEach((key, mark) -> chosen.addObject().put("key", key).put("mark", mark.name()));
        Json.put(content, "licensed_in", habits.licensedIn());
        return content;
    }

    private static SessionHabits habits(JsonNode content, Version version) {
        Map<String, KeyMark> chosen = new HashMap<>();
        content.required("keys")
                .forEach(each -> chosen.put(Json.text(each, "key"), KeyMark.valueOf(Json.text(each, "mark"))));
        return new SessionHabits(
                content.required("left_hand").asBoolean(),
                content.path("arcs_first").asBoolean(false), // not asked before
                chosen,
                Json.privateText(content, "licensed_in"),
                version);
    }

    static String place(Id<Account> account, Version version) {
        return Seal.place("session_habits", account.toString(), String.valueOf(version.number()));
    }
}
