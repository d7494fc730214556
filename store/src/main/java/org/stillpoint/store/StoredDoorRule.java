package org.stillpoint.store;

import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.signin.DoorRule;
import tools.jackson.databind.JsonNode;

/** What the practice asks of whoever comes in, under the installation's key. */
final class StoredDoorRule {
    static final String PLACE = Seal.place(Tables.DOOR_RULE.getName(), "content", 1);

    private final Keys keys;

    StoredDoorRule(Keys keys) {
        this.keys = keys;
    }

    DoorRule get(DSLContext transaction) {
        @Nullable
        Record row = transaction.select(Tables.CONTENT).from(Tables.DOOR_RULE).fetchOne();
        if (row == null) {
            return DoorRule.USUAL;
        }
        JsonNode content = Json.parse(keys.ofInstallation().open(row.get(Tables.CONTENT), PLACE));
        return new DoorRule(
                content.required("second_step").asBoolean(),
                content.required("link_days").asInt());
    }

    int set(DSLContext transaction, DoorRule rule) {
        byte[] content =
                Json.bytes(Json.object().put("second_step", rule.secondStep()).put("link_days", rule.linkDays()));
        transaction.deleteFrom(Tables.DOOR_RULE).execute();
        return transaction
                .insertInto(Tables.DOOR_RULE)
                .set(Tables.DOOR_RULE_ID, 1)
                .set(Tables.CONTENT, keys.ofInstallation().close(content, PLACE))
                .execute();
    }
}
