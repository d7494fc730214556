package org.stillpoint.store;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.api.ApiGrant;
import org.stillpoint.record.api.ApiGrants;
import org.stillpoint.record.api.ApiProgram;
import org.stillpoint.record.api.ApiScope;
import org.stillpoint.record.api.ApiToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who may read by FHIR, under the installation's key, each bound to its account and its hash. */
final class StoredApiGrants implements ApiGrants {
    private static final String DOOR = Seal.place(Tables.API_DOOR.getName(), "content", 1);

    private final Database database;
    private final Keys keys;
    private final Clock clock;

    StoredApiGrants(Database database, Keys keys, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public boolean isOpen() {
        return database.read(this::isOpen);
    }

    private boolean isOpen(DSLContext transaction) {
        @Nullable
        Record row = transaction.select(Tables.CONTENT).from(Tables.API_DOOR).fetchOne();
        return row != null
                && Json.parse(keys.ofInstallation().open(row.get(Tables.CONTENT), DOOR))
                        .required("open")
                        .asBoolean();
    }

    @Override
    public void setOpen(boolean open) {
        byte[] content = keys.ofInstallation().close(Json.bytes(Json.object().put("open", open)), DOOR);
        database.write(transaction -> {
            transaction.deleteFrom(Tables.API_DOOR).execute();
            return transaction
                    .insertInto(Tables.API_DOOR)
                    .set(Tables.API_DOOR_ID, 1)
                    .set(Tables.CONTENT, content)
                    .execute();
        });
    }

    @Override
    public void add(ApiGrant grant) {
        database.write(transaction -> {
            Optional<ApiGrant> there = find(transaction, of(grant.id()));
            if (there.isPresent() ? !there.get().equals(grant) : isTaken(transaction, grant)) {
                throw new AlreadyThere("grant", grant.id());
            }
            if (!transaction.fetchExists(
                    Tables.ACCOUNT, Tables.ID.eq(grant.account().toString()))) {
                throw new NoSuchRecord("account", grant.account());
            }
            return there.isPresent() ? 0 : insert(transaction, grant);
        });
    }

    private static boolean isTaken(DSLContext transaction, ApiGrant grant) {
        @Nullable String hash = hash(grant);
        return hash != null && transaction.fetchExists(Tables.API_GRANT, Tables.TOKEN_HASH.eq(hash));
    }

    private int insert(DSLContext transaction, ApiGrant grant) {
        return transaction
                .insertInto(Tables.API_GRANT)
                .set(Tables.ID, grant.id().toString())
                .set(Tables.ACCOUNT_ID, grant.account().toString())
                .set(Tables.TOKEN_HASH, hash(grant))
                .set(Tables.CONTENT, sealed(grant))
                .execute();
    }

    @Override
    public void replace(ApiGrant grant) {
        database.write(transaction -> {
            int rows = transaction
                    .update(Tables.API_GRANT)
                    .set(Tables.CONTENT, sealed(grant))
                    .where(of(grant.id()))
                    .execute();
            if (rows == 0) {
                throw new NoSuchRecord("grant", grant.id());
            }
            return rows;
        });
    }

    @Override
    public Optional<ApiGrant> find(Id<ApiGrant> id) {
        return database.read(transaction -> find(transaction, of(id)));
    }

    @Override
    public Optional<ApiGrant> findInForce(Id<ApiGrant> id) {
        return inForce(of(id));
    }

    @Override
    public Optional<ApiToken> findTokenInForce(String tokenHash) {
        return inForce(Tables.TOKEN_HASH.eq(tokenHash))
                .flatMap(grant -> grant instanceof ApiToken token ? Optional.of(token) : Optional.empty());
    }

    private Optional<ApiGrant> inForce(Condition which) {
        return database.read(transaction -> find(transaction, which)
                .filter(grant -> grant.isInForce(clock.instant()))
                .filter(grant -> isOpen(transaction)));
    }

    @Override
    public List<ApiGrant> list() {
        return database.read(transaction -> list(transaction, DSL.noCondition()));
    }

    private Optional<ApiGrant> find(DSLContext transaction, Condition which) {
        return list(transaction, which).stream().findFirst();
    }

    private List<ApiGrant> list(DSLContext transaction, Condition which) {
        return transaction
                .select(Tables.ID, Tables.ACCOUNT_ID, Tables.TOKEN_HASH, Tables.CONTENT)
                .from(Tables.API_GRANT)
                .where(which)
                .fetch(this::read)
                .stream()
                .sorted(Comparator.comparing(ApiGrant::madeAt)
                        .thenComparing(grant -> grant.id().toString()))
                .toList();
    }

    private ApiGrant read(Record row) {
        Id<ApiGrant> id = Id.of(row.get(Tables.ID));
        String account = row.get(Tables.ACCOUNT_ID);
        @Nullable String hash = row.get(Tables.TOKEN_HASH);
        JsonNode content =
                Json.parse(keys.ofInstallation().open(row.get(Tables.CONTENT), place(id.toString(), account, hash)));
        String name = Json.text(content, "name");
        Instant madeAt = Json.instant(content, "made_at");
        Instant endsAt = Json.instant(content, "ends_at");
        return hash != null
                ? new ApiToken(id, Id.of(account), hash, name, madeAt, endsAt)
                : new ApiProgram(
                        id,
                        Id.of(account),
                        name,
                        Json.text(content, "keys"),
                        ApiScope.list(Json.text(content, "scopes")).orElseThrow(),
                        madeAt,
                        endsAt);
    }

    private byte[] sealed(ApiGrant grant) {
        ObjectNode content = Json.object()
                .put("name", grant.name())
                .put("made_at", grant.madeAt().toString())
                .put("ends_at", grant.endsAt().toString());
        if (grant instanceof ApiProgram program) {
            content.put("keys", program.keys()).put("scopes", program.scopeText());
        }
        String place = place(grant.id().toString(), grant.account().toString(), hash(grant));
        return keys.ofInstallation().close(Json.bytes(content), place);
    }

    private static @Nullable String hash(ApiGrant grant) {
        return grant instanceof ApiToken token ? token.tokenHash() : null;
    }

    private static Condition of(Id<ApiGrant> id) {
        return Tables.ID.eq(id.toString());
    }

    private static String place(String id, String account, @Nullable String hash) {
        return Seal.boundPlace(
                Seal.place(Tables.API_GRANT.getName(), "content", id),
                1,
                hash == null ? List.of(account) : List.of(account, hash));
    }
}
