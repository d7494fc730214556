package org.stillpoint.store;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Invitation;
import org.stillpoint.record.account.Invitations;
import org.stillpoint.record.account.Role;
import tools.jackson.databind.JsonNode;

/** The invitations, under the installation's key. */
final class StoredInvitations implements Invitations {
    private final Database database;
    private final Keys keys;

    StoredInvitations(Database database, Keys keys) {
        this.database = database;
        this.keys = keys;
    }

    @Override
    public void add(Invitation invitation) {
        database.write(transaction -> {
            List<Invitation> kept = read(
                    transaction,
                    Tables.ID.eq(invitation.id().toString()).or(Tables.LINK_HASH.eq(invitation.linkHash())));
            if (!kept.isEmpty()) {
                if (!kept.equals(List.of(invitation))) {
                    throw new AlreadyThere("invitation", invitation.id());
                }
                return 0;
            }
            return transaction
                    .insertInto(Tables.INVITATION)
                    .set(Tables.ID, invitation.id().toString())
                    .set(Tables.LINK_HASH, invitation.linkHash())
                    .set(Tables.CONTENT, sealed(invitation))
                    .execute();
        });
    }

    @Override
    public Optional<Invitation> findByHash(String linkHash) {
        return database.read(transaction ->
                read(transaction, Tables.LINK_HASH.eq(linkHash)).stream().findFirst());
    }

    @Override
    public List<Invitation> list() {
        return database.read(transaction -> read(transaction, DSL.noCondition()).stream()
                .sorted(Comparator.comparing(Invitation::madeAt)
                        .thenComparing(Invitation::id)
                        .reversed())
                .toList());
    }

    @Override
    public void withdraw(Id<Invitation> id) {
        database.write(transaction -> transaction
                .deleteFrom(Tables.INVITATION)
                .where(Tables.ID.eq(id.toString()))
                .execute());
    }

    private List<Invitation> read(DSLContext transaction, Condition which) {
        return transaction
                .select(Tables.ID, Tables.LINK_HASH, Tables.CONTENT)
                .from(Tables.INVITATION)
                .where(which)
                .fetch(this::read);
    }

    private Invitation read(Record row) {
        String place = place(row.get(Tables.ID), row.get(Tables.LINK_HASH));
        JsonNode content = Json.parse(keys.ofInstallation().open(row.get(Tables.CONTENT), place));
        return new Invitation(
                RecordForm.idIn(row),
                Role.ofName(Json.text(content, "role")),
                row.get(Tables.LINK_HASH),
                Json.instant(content, "made_at"),
                Json.instant(content, "until"));
    }

    private byte[] sealed(Invitation invitation) {
        byte[] plain = Json.bytes(Json.object()
                .put("role", invitation.role().name())
                .put("made_at", invitation.madeAt().toString())
                .put("until", invitation.until().toString()));
        return keys.ofInstallation().close(plain, place(invitation.id().toString(), invitation.linkHash()));
    }

    /** Bound to its link: no hash can be put in the place of another's. */
    static String place(String id, String linkHash) {
        return Seal.boundPlace(Seal.place("invitation", "content", id), 1, List.of(linkHash));
    }
}
