package org.stillpoint.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.signin.DoorBook;
import org.stillpoint.record.signin.DoorRule;
import org.stillpoint.record.signin.HandedScreen;
import org.stillpoint.record.signin.HandedScreen.HandedTask;
import org.stillpoint.record.signin.Passkeys;
import org.stillpoint.record.signin.SecondFactor;
import org.stillpoint.record.signin.SignIn;
import org.stillpoint.record.signin.SignIns;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The open sign-ins, under the installation's key. What was decrypted is kept in memory for as long as its row stays the same. */
final class StoredSignIns implements SignIns {
    private static final int REMEMBERED = 1_000; // own choice, 2026: more than are open at once in any practice
    private static final List<Field<?>> COLUMNS = List.of(
            Tables.ID,
            Tables.VERSION,
            Tables.TOKEN_HASH,
            Tables.ACCOUNT_ID,
            Tables.BEGAN,
            Tables.LAST_USED,
            Tables.IS_LOCKED,
            Tables.CONTENT);

    /** A sign-in as it was read, and the row that it was read from. */
    private record ReadSignIn(Record row, SignIn signIn) {
        boolean isOf(Record now) {
            return Arrays.deepEquals(row.intoArray(), now.intoArray());
        }
    }

    private final StoredFactors factors;
    private final StoredPasskeys passkeys;
    private final StoredDoorRule doorRule;
    private final StoredDoorBook book;
    private final Database database;
    private final Keys keys;
    private final Map<String, ReadSignIn> opened = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ReadSignIn> eldest) {
            return size() > REMEMBERED;
        }
    };

    StoredSignIns(Database database, Keys keys) {
        this.database = database;
        this.keys = keys;
        this.factors = new StoredFactors(keys);
        this.passkeys = new StoredPasskeys(database, keys);
        this.doorRule = new StoredDoorRule(keys);
        this.book = new StoredDoorBook(database, keys);
    }

    @Override
    public void add(SignIn begun) {
        database.write(transaction -> {
            if (!transaction.fetchExists(
                    Tables.ACCOUNT, Tables.ID.eq(begun.account().toString()))) {
                throw new NoSuchRecord("account", begun.account());
            }
            return transaction
                    .insertInto(Tables.SIGN_IN)
                    .set(Tables.ID, begun.id().toString())
                    .set(Tables.VERSION, begun.version().number())
                    .set(Tables.TOKEN_HASH, begun.tokenHash())
                    .set(Tables.ACCOUNT_ID, begun.account().toString())
                    .set(Tables.BEGAN, begun.began().toEpochMilli())
                    .set(Tables.LAST_USED, begun.lastUsed().toEpochMilli())
                    .set(Tables.IS_LOCKED, begun.locked() ? 1 : 0)
                    .set(Tables.CONTENT, content(begun, begun.version()))
                    .execute();
        });
    }

    @Override
    public Optional<SignIn> find(String tokenHash) {
        return database.readOnce(connection -> connection
                        .select(COLUMNS)
                        .from(Tables.SIGN_IN)
                        .where(Tables.TOKEN_HASH.eq(tokenHash))
                        .fetchOptional(row -> (Record) row))
                .map(this::opened);
    }

    private SignIn opened(Record row) {
        String tokenHash = row.get(Tables.TOKEN_HASH);
        synchronized (opened) {
            ReadSignIn before = opened.get(tokenHash);
            if (before != null && before.isOf(row)) {
                return before.signIn();
            }
        }
        SignIn signIn = read(row);
        synchronized (opened) {
            opened.put(tokenHash, new ReadSignIn(row, signIn));
        }
        return signIn;
    }

    @Override
    public List<SignIn> list(Id<Account> account) {
        return database.read(transaction -> transaction
                .select(COLUMNS)
                .from(Tables.SIGN_IN)
                .where(Tables.ACCOUNT_ID.eq(account.toString()))
                .orderBy(Tables.LAST_USED.desc(), Tables.ID)
                .fetch(this::read));
    }

    @Override
    public SignIn update(SignIn changed) {
        return database.write(transaction -> {
            SignIn kept = find(transaction, Tables.ID.eq(changed.id().toString()))
                    .orElseThrow(() -> new NoSuchRecord("sign-in", changed.id()));
            Version next = changed.version().next();
            SignIn wanted = new SignIn(
                    kept.id(),
                    changed.tokenHash(),
                    kept.account(),
                    kept.began(),
                    changed.lastUsed(),
                    changed.locked(),
                    kept.device(),
                    kept.formToken(),
                    changed.live(),
                    changed.awaitsCode(),
                    changed.awaitsStep(),
                    changed.handed(),
                    next);
            int written = transaction
                    .update(Tables.SIGN_IN)
                    .set(Tables.VERSION, next.number())
                    .set(Tables.TOKEN_HASH, wanted.tokenHash())
                    .set(Tables.LAST_USED, wanted.lastUsed().toEpochMilli())
                    .set(Tables.IS_LOCKED, wanted.locked() ? 1 : 0)
                    .set(Tables.CONTENT, content(wanted, next))
                    .where(Tables.ID
                            .eq(changed.id().toString())
                            .and(Tables.VERSION.eq(changed.version().number())))
                    .execute();
            if (written == 0) {
                throw new StaleRecord(changed.id(), changed.version(), kept.version());
            }
            return wanted;
        });
    }

    private Optional<SignIn> find(DSLContext transaction, Condition which) {
        return transaction.select(COLUMNS).from(Tables.SIGN_IN).where(which).fetchOptional(this::read);
    }

    @Override
    public void end(Id<Account> account, Id<SignIn> signIn) {
        database.write(transaction -> transaction
                .deleteFrom(Tables.SIGN_IN)
                .where(Tables.ID.eq(signIn.toString()).and(Tables.ACCOUNT_ID.eq(account.toString())))
                .execute());
    }

    @Override
    public void endAll(Id<Account> account) {
        database.write(transaction -> endAll(transaction, account));
    }

    static int endAll(DSLContext transaction, Id<Account> account) {
        return transaction
                .deleteFrom(Tables.SIGN_IN)
                .where(Tables.ACCOUNT_ID.eq(account.toString()))
                .execute();
    }

    @Override
    public byte[] browserKey(Id<Account> account) {
        return keys.digest(Seal.place("sign_in", "browser_key", account));
    }

    @Override
    public Optional<SecondFactor> findFactor(Id<Account> account) {
        return database.read(transaction -> factors.find(transaction, account));
    }

    @Override
    public SecondFactor keepFactor(SecondFactor factor) {
        return database.write(transaction -> factors.keep(transaction, factor));
    }

    @Override
    public SecondFactor updateFactor(SecondFactor taken) {
        return database.write(transaction -> factors.update(transaction, taken));
    }

    @Override
    public void removeFactor(Id<Account> account) {
        database.write(transaction -> factors.remove(transaction, account));
    }

    @Override
    public DoorRule rule() {
        return database.read(doorRule::get);
    }

    @Override
    public void setRule(DoorRule rule) {
        database.write(transaction -> doorRule.set(transaction, rule));
    }

    @Override
    public Passkeys passkeys() {
        return passkeys;
    }

    @Override
    public DoorBook book() {
        return book;
    }

    @Override
    public void endOld(Instant begunBefore, Instant usedBefore) {
        database.write(transaction -> transaction
                .deleteFrom(Tables.SIGN_IN)
                .where(Tables.BEGAN.lt(begunBefore.toEpochMilli()).or(Tables.LAST_USED.lt(usedBefore.toEpochMilli())))
                .execute());
    }

    private SignIn read(Record row) {
        Version version = RecordForm.versionIn(row);
        JsonNode content = Json.parse(keys.ofInstallation()
                .open(
                        row.get(Tables.CONTENT),
                        place(
                                row.get(Tables.ID),
                                version,
                                row.get(Tables.TOKEN_HASH),
                                row.get(Tables.ACCOUNT_ID),
                                row.get(Tables.BEGAN),
                                row.get(Tables.LAST_USED),
                                row.get(Tables.IS_LOCKED))));
        String live = Json.text(content, "live");
        return new SignIn(
                RecordForm.idIn(row),
                row.get(Tables.TOKEN_HASH),
                Id.of(row.get(Tables.ACCOUNT_ID)),
                Instant.ofEpochMilli(row.get(Tables.BEGAN)),
                Instant.ofEpochMilli(row.get(Tables.LAST_USED)),
                row.get(Tables.IS_LOCKED) == 1,
                Json.text(content, "device"),
                Json.text(content, "form_token"),
                live.isEmpty() ? Optional.empty() : Optional.of(Id.<Session>of(live)),
                content.path("awaits_code").asBoolean(false),
                content.path("awaits_step").asBoolean(false),
                handed(content),
                version);
    }

    /** Those that began before screens were handed over do not say. */
    private static Optional<HandedScreen> handed(JsonNode content) {
        return Optional.of(content.path("handed_for").asString(""))
                .filter(id -> !id.isEmpty())
                .map(id -> new HandedScreen(
                        Id.of(id),
                        HandedTask.valueOf(content.path("handed_task").asString(HandedTask.CHECK_IN.name()))));
    }

    private byte[] content(SignIn signIn, Version version) {
        ObjectNode plain = Json.object()
                .put("device", signIn.device())
                .put("form_token", signIn.formToken())
                .put("awaits_code", signIn.awaitsCode())
                .put("awaits_step", signIn.awaitsStep())
                .put(
                        "handed_for",
                        signIn.handed().map(to -> to.client().toString()).orElse(""))
                .put(
                        "handed_task",
                        signIn.handed()
                                .map(HandedScreen::task)
                                .orElse(HandedTask.CHECK_IN)
                                .name())
                .put("live", signIn.live().map(Id::toString).orElse(""));
        return keys.ofInstallation()
                .close(
                        Json.bytes(plain),
                        place(
                                signIn.id().toString(),
                                version,
                                signIn.tokenHash(),
                                signIn.account().toString(),
                                signIn.began().toEpochMilli(),
                                signIn.lastUsed().toEpochMilli(),
                                signIn.locked() ? 1 : 0));
    }

    private static String place(String id, Version version, Object... clear) {
        return Seal.boundPlace(Seal.place("sign_in", "content", id), version.number(), List.of(clear));
    }
}
