package org.stillpoint.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.calendar.BusyTime;
import org.stillpoint.record.calendar.CalendarsElsewhere;
import org.stillpoint.record.calendar.Elsewhere;
import org.stillpoint.record.calendar.TiedTime;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is known of people's other calendars, under the installation's key. */
final class StoredCalendarsElsewhere implements CalendarsElsewhere {
    private final Database database;
    private final Keys keys;

    StoredCalendarsElsewhere(Database database, Keys keys) {
        this.database = database;
        this.keys = keys;
    }

    @Override
    public Elsewhere get(Id<Account> account) {
        return database.read(transaction -> find(transaction, account).orElse(Elsewhere.NOTHING));
    }

    @Override
    public Elsewhere replace(Id<Account> account, Elsewhere changed) {
        return database.write(transaction -> {
            if (!transaction.fetchExists(Tables.ACCOUNT, Tables.ID.eq(account.toString()))) {
                throw new NoSuchRecord("account", account);
            }
            Optional<Elsewhere> kept = find(transaction, account);
            Version seen = kept.orElse(Elsewhere.NOTHING).version();
            if (!seen.equals(changed.version())) {
                throw new StaleRecord(account, changed.version(), seen);
            }
            Elsewhere next = changed.at(seen.next());
            byte[] content = keys.ofInstallation().close(Json.bytes(content(next)), place(account, next.version()));
            if (kept.isEmpty()) {
                transaction
                        .insertInto(Tables.CALENDAR_ELSEWHERE)
                        .set(Tables.ACCOUNT_ID, account.toString())
                        .set(Tables.VERSION, next.version().number())
                        .set(Tables.CONTENT, content)
                        .execute();
            } else {
                int written = transaction
                        .update(Tables.CALENDAR_ELSEWHERE)
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

    private Optional<Elsewhere> find(DSLContext transaction, Id<Account> account) {
        return transaction
                .select(Tables.VERSION, Tables.CONTENT)
                .from(Tables.CALENDAR_ELSEWHERE)
                .where(of(account))
                .fetchOptional()
                .map(row -> {
                    Version version = new Version(row.value1());
                    return elsewhere(
                            Json.parse(keys.ofInstallation().open(row.value2(), place(account, version))), version);
                });
    }

    private static Condition of(Id<Account> account) {
        return Tables.ACCOUNT_ID.eq(account.toString());
    }

    private static ObjectNode content(Elsewhere elsewhere) {
        ObjectNode content = Json.object();
        elsewhere.readAt().ifPresent(at -> content.put("read_at", at.toString()));
        ArrayNode busy = content.putArray("busy");
        elsewhere
                .busy()
                .forEach(each -> busy.addObject()
                        .put("start", each.start().toString())
                        .put("end", each.end().toString()));
        ArrayNode ties = content.putArray("ties");
        elsewhere
                .ties()
                .forEach(each -> ties.addObject()
                        .put("event", each.event())
                        .put("instance", each.instance())
                        .put("client", each.client().toString())
                        .put("appointment", each.appointment().toString())
                        .put("start", each.start().toString())
                        .put("seconds", each.length().toSeconds()));
        return content;
    }

    private static Elsewhere elsewhere(JsonNode content, Version version) {
        List<BusyTime> busy = new ArrayList<>();
        content.required("busy")
                .forEach(each -> busy.add(new BusyTime(Json.instant(each, "start"), Json.instant(each, "end"))));
        List<TiedTime> ties = new ArrayList<>();
        content.required("ties")
                .forEach(each -> ties.add(new TiedTime(
                        Json.text(each, "event"),
                        Json.text(each, "instance"),
                        Id.of(Json.text(each, "client")),
                        Id.of(Json.text(each, "appointment")),
                        Json.instant(each, "start"),
                        Duration.ofSeconds(each.required("seconds").asLong()))));
        return new Elsewhere(
                busy,
                ties,
                content.has("read_at") ? Optional.of(Json.instant(content, "read_at")) : Optional.empty(),
                version);
    }

    static String place(Id<Account> account, Version version) {
        return Seal.place("calendar_elsewhere", account.toString(), String.valueOf(version.number()));
    }
}
