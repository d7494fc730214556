package org.stillpoint.store;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.link.LinkPurpose;
import org.stillpoint.record.link.LinkState;
import org.stillpoint.record.link.PrivateLink;
import org.stillpoint.record.link.PrivateLinks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The clients' links, each under its client's key and bound to its hash: no hash can be put in the place of another's. */
final class StoredPrivateLinks implements PrivateLinks {
    private static final Comparator<PrivateLink> LATEST_FIRST = Comparator.comparing(PrivateLink::madeAt)
            .thenComparing(PrivateLink::id)
            .reversed();

    private final Database database;
    private final Clock clock;
    private final Shelf<PrivateLink> shelf;

    StoredPrivateLinks(Database database, Keys keys, Clock clock) {
        this.database = database;
        this.clock = clock;
        shelf = new Shelf<>(database, keys, new LinkForm());
    }

    @Override
    public void add(PrivateLink link) {
        shelf.add(link, PrivateLink::equals, transaction -> {
            if (findId(transaction, link.linkHash()).isPresent()) {
                throw new AlreadyThere("link", link.id());
            }
        });
    }

    @Override
    public Optional<PrivateLink> findByHash(String linkHash) {
        return database.read(transaction -> findId(transaction, linkHash).map(id -> shelf.get(transaction, Id.of(id))));
    }

    private static Optional<String> findId(DSLContext transaction, String linkHash) {
        return transaction
                .select(Tables.ID)
                .from(Tables.PRIVATE_LINK)
                .where(Tables.LINK_HASH.eq(linkHash))
                .fetchOptional(Tables.ID);
    }

    @Override
    public Optional<PrivateLink> findOpen(Id<Client> client, Id<PrivateLink> id) {
        return shelf.find(client, id)
                .filter(link -> link.state() instanceof LinkState.BoundToBrowser bound
                        && link.isOpenIn(bound.browserHash(), clock.instant()));
    }

    @Override
    public List<PrivateLink> list(Id<Client> client) {
        return shelf.list(client, LATEST_FIRST);
    }

    @Override
    public PrivateLink update(PrivateLink changed) {
        return shelf.replace(changed, (kept, wanted) -> wanted);
    }

    private static final class LinkForm implements RecordForm<PrivateLink> {
        @Override
        public Table<Record> table() {
            return Tables.PRIVATE_LINK;
        }

        @Override
        public String noun() {
            return "link";
        }

        @Override
        public Id<PrivateLink> id(PrivateLink link) {
            return link.id();
        }

        @Override
        public Id<Client> client(PrivateLink link) {
            return link.client();
        }

        @Override
        public Version version(PrivateLink link) {
            return link.version();
        }

        @Override
        public List<Field<?>> clearColumns() {
            return List.of(Tables.LINK_HASH);
        }

        @Override
        public List<@Nullable Object> clear(PrivateLink link) {
            return List.of(link.linkHash());
        }

        @Override
        public ObjectNode write(PrivateLink link) {
            ObjectNode content = Json.object()
                    .put("purpose", link.purpose().name())
                    .put("made_at", link.madeAt().toString())
                    .put("until", link.until().toString());
            link.by().ifPresent(account -> content.put("by", account.toString()));
            switch (link.state()) {
                case LinkState.Unopened unopened -> {}
                case LinkState.BoundToBrowser bound ->
                    content.put("opened_at", bound.at().toString()).put("browser", bound.browserHash());
                case LinkState.UsedUp used ->
                    content.put("used_at", used.at().toString())
                            .put("browser", used.browserHash())
                            .put("used_by", used.key().toString());
                case LinkState.TakenBack taken ->
                    content.put("taken_back_at", taken.at().toString());
            }
            return content;
        }

        @Override
        public PrivateLink read(Record row, JsonNode content) {
            return new PrivateLink(
                    RecordForm.idIn(row),
                    RecordForm.clientIn(row),
                    LinkPurpose.valueOf(Json.text(content, "purpose")),
                    row.get(Tables.LINK_HASH),
                    content.has("by") ? Optional.of(Id.of(Json.text(content, "by"))) : Optional.empty(),
                    Json.instant(content, "made_at"),
                    Json.instant(content, "until"),
                    state(content),
                    RecordForm.versionIn(row));
        }

        private static LinkState state(JsonNode content) {
            if (content.has("taken_back_at")) {
                return new LinkState.TakenBack(Json.instant(content, "taken_back_at"));
            }
            if (content.has("used_at")) {
                return new LinkState.UsedUp(
                        Json.instant(content, "used_at"),
                        Json.text(content, "browser"),
                        Id.of(Json.text(content, "used_by")));
            }
            return content.has("opened_at")
                    ? new LinkState.BoundToBrowser(Json.instant(content, "opened_at"), Json.text(content, "browser"))
                    : new LinkState.Unopened();
        }
    }
}
