package org.stillpoint.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.plan.SessionPlan;
import org.stillpoint.record.plan.SessionPlans;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The plans, one ciphertext each, bound to the session that each is kept with. */
final class StoredSessionPlans implements SessionPlans {
    private static final Comparator<SessionPlan> IN_TIME =
            Comparator.comparing(SessionPlan::keptAt).thenComparing(SessionPlan::id);

    private final Shelf<SessionPlan> shelf;

    StoredSessionPlans(Database database, Keys keys) {
        shelf = new Shelf<>(database, keys, new SessionPlanForm());
    }

    @Override
    public void add(SessionPlan plan) {
        shelf.add(
                plan,
                SessionPlan::equals,
                transaction -> plan.session()
                        .ifPresent(session -> StoredSessions.requireSession(transaction, plan.client(), session)));
    }

    @Override
    public List<SessionPlan> list(Id<Client> client) {
        return shelf.list(client, IN_TIME);
    }

    @Override
    public SessionPlan update(SessionPlan changed) {
        return shelf.replace(changed, (kept, wanted) -> wanted);
    }

    @Override
    public void remove(Id<Client> client, Id<SessionPlan> id, Version seen) {
        shelf.remove(client, id, seen);
    }

    private static final class SessionPlanForm implements RecordForm<SessionPlan> {
        @Override
        public Table<Record> table() {
            return Tables.SESSION_PLAN;
        }

        @Override
        public String noun() {
            return "plan";
        }

        @Override
        public Id<SessionPlan> id(SessionPlan plan) {
            return plan.id();
        }

        @Override
        public Id<Client> client(SessionPlan plan) {
            return plan.client();
        }

        @Override
        public Version version(SessionPlan plan) {
            return plan.version();
        }

        @Override
        public List<Field<?>> clearColumns() {
            return List.of(Tables.SESSION_ID);
        }

        @Override
        public List<@Nullable Object> clear(SessionPlan plan) {
            List<@Nullable Object> clear = new ArrayList<>();
            clear.add(plan.session().map(Id::toString).orElse(null));
            return clear;
        }

        @Override
        public ObjectNode write(SessionPlan plan) {
            ObjectNode content = Json.object().put("kept_at", plan.keptAt().toString());
            content.set("draft", PlanJson.write(plan.draft()));
            content.set("choice", PlanJson.write(plan.choice()));
            return content;
        }

        @Override
        public SessionPlan read(Record row, JsonNode content) {
            return new SessionPlan(
                    RecordForm.idIn(row),
                    RecordForm.clientIn(row),
                    Json.instant(content, "kept_at"),
                    PlanJson.readDraft(content.required("draft")),
                    PlanJson.readChoice(content.required("choice")),
                    Optional.ofNullable(row.get(Tables.SESSION_ID)).map(Id::of),
                    RecordForm.versionIn(row));
        }
    }
}
