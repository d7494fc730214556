package org.stillpoint.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.mail.MailFault;
import org.stillpoint.record.mail.MailMatter;
import org.stillpoint.record.mail.MailState;
import org.stillpoint.record.mail.Outbox;
import org.stillpoint.record.mail.OutboxMail;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The mails to clients, each under its client's key; those whose time has come are found by what stands in the clear. */
final class StoredOutbox implements Outbox {
    private static final String TO_BE_SENT = "TO_BE_SENT";
    private static final String GIVEN_UP = "GIVEN_UP";
    private static final String HANDED_OVER = "HANDED_OVER";
    private static final String NOT_WANTED = "NOT_WANTED";

    private static final Comparator<OutboxMail> IN_TIME =
            Comparator.<OutboxMail, Instant>comparing(mail -> at(mail.state())).thenComparing(OutboxMail::id);

    /** In the words of its own index, which only such a condition is answered by. */
    private static final Condition WAITS = Tables.MAIL_STATE.eq(DSL.inline(TO_BE_SENT));

    private final Database database;
    private final Shelf<OutboxMail> shelf;
    private final SeenRows<OutboxMail> seen;

    StoredOutbox(Database database, Keys keys, StoredCare care, StoredKeeping keeping) {
        this.database = database;
        shelf = new Shelf<>(database, keys, new MailForm());
        seen = new SeenRows<>(database, care, keeping, shelf, Tables.OUTBOX, IN_TIME);
    }

    @Override
    public void add(OutboxMail mail) {
        shelf.add(mail, OutboxMail::equals, transaction -> {
            if (findId(transaction, mail.offHash()).isPresent()) {
                throw new AlreadyThere("mail", mail.id());
            }
        });
    }

    @Override
    public boolean isWritten(MailMatter matter) {
        return database.read(transaction -> transaction.fetchExists(
                Tables.OUTBOX, Tables.ID.eq(matter.mail().toString())));
    }

    @Override
    public Optional<OutboxMail> find(Id<Client> client, Id<OutboxMail> id) {
        return shelf.find(client, id);
    }

    @Override
    public Optional<OutboxMail> findByOffHash(String offHash) {
        return database.read(transaction -> findId(transaction, offHash).map(id -> shelf.get(transaction, Id.of(id))));
    }

    private static Optional<String> findId(DSLContext transaction, String offHash) {
        return transaction
                .select(Tables.ID)
                .from(Tables.OUTBOX)
                .where(Tables.LINK_HASH.eq(offHash))
                .fetchOptional(Tables.ID);
    }

    @Override
    public List<OutboxMail> list(Id<Client> client) {
        return shelf.list(client, IN_TIME.reversed());
    }

    @Override
    public List<MailDue> listDue(Instant now, int atMost) {
        return database.read(transaction -> transaction
                .select(Tables.ID, Tables.CLIENT_ID)
                .from(Tables.OUTBOX)
                .where(isFree(now))
                .orderBy(Tables.AT, Tables.ID)
                .limit(atMost)
                .fetch(row -> new MailDue(RecordForm.idIn(row), RecordForm.clientIn(row))));
    }

    private static Condition isFree(Instant now) {
        long then = now.toEpochMilli();
        return WAITS.and(Tables.AT.le(then)).and(Tables.TAKEN_UNTIL.le(then));
    }

    @Override
    public List<OutboxMail> listGivenUp(Instant since, int atMost) {
        return seen.list(Tables.MAIL_STATE.eq(DSL.inline(GIVEN_UP)).and(Tables.AT.ge(since.toEpochMilli())), atMost);
    }

    @Override
    public boolean take(Id<OutboxMail> id, Instant now, Instant until) {
        return database.write(transaction -> transaction
                        .update(Tables.OUTBOX)
                        .set(Tables.TAKEN_UNTIL, until.toEpochMilli())
                        .where(Tables.ID.eq(id.toString()).and(isFree(now)))
                        .execute()
                == 1);
    }

    @Override
    public OutboxMail update(OutboxMail changed) {
        return database.write(transaction -> {
            OutboxMail kept = shelf.replace(changed, (before, wanted) -> wanted);
            transaction
                    .update(Tables.OUTBOX)
                    .set(Tables.TAKEN_UNTIL, 0L)
                    .where(Tables.ID.eq(kept.id().toString()))
                    .execute();
            return kept;
        });
    }

    private static Instant at(MailState state) {
        return switch (state) {
            case MailState.ToBeSent waits -> waits.next();
            case MailState.HandedOver over -> over.at();
            case MailState.GivenUp up -> up.at();
            case MailState.NotWanted not -> not.at();
        };
    }

    private static final class MailForm implements RecordForm<OutboxMail> {
        @Override
        public Table<Record> table() {
            return Tables.OUTBOX;
        }

        @Override
        public String noun() {
            return "mail";
        }

        @Override
        public Id<OutboxMail> id(OutboxMail mail) {
            return mail.id();
        }

        @Override
        public Id<Client> client(OutboxMail mail) {
            return mail.client();
        }

        @Override
        public Version version(OutboxMail mail) {
            return mail.version();
        }

        @Override
        public List<Field<?>> clearColumns() {
            return List.of(Tables.LINK_HASH, Tables.MAIL_STATE, Tables.AT);
        }

        @Override
        public List<@Nullable Object> clear(OutboxMail mail) {
            String state =
                    switch (mail.state()) {
                        case MailState.ToBeSent waits -> TO_BE_SENT;
                        case MailState.HandedOver over -> HANDED_OVER;
                        case MailState.GivenUp up -> GIVEN_UP;
                        case MailState.NotWanted not -> NOT_WANTED;
                    };
            return List.of(mail.offHash(), state, at(mail.state()).toEpochMilli());
        }

        @Override
        public ObjectNode write(OutboxMail mail) {
            ObjectNode content = Json.object().put("at", at(mail.state()).toString());
            MailJson.write(content, mail.matter());
            switch (mail.state()) {
                case MailState.ToBeSent waits -> {
                    content.put("tries", waits.tries());
                    MailJson.write(content, waits.letter());
                }
                case MailState.HandedOver over -> {}
                case MailState.GivenUp up -> content.put("fault", up.fault().name());
                case MailState.NotWanted not -> {}
            }
            return content;
        }

        @Override
        public OutboxMail read(Record row, JsonNode content) {
            return new OutboxMail(
                    RecordForm.idIn(row),
                    RecordForm.clientIn(row),
                    MailJson.matter(content),
                    row.get(Tables.LINK_HASH),
                    state(row.get(Tables.MAIL_STATE), content),
                    RecordForm.versionIn(row));
        }

        private static MailState state(String state, JsonNode content) {
            Instant at = Json.instant(content, "at");
            return switch (state) {
                case TO_BE_SENT ->
                    new MailState.ToBeSent(at, content.required("tries").asInt(), MailJson.letter(content));
                case HANDED_OVER -> new MailState.HandedOver(at);
                case GIVEN_UP -> new MailState.GivenUp(at, MailFault.valueOf(Json.text(content, "fault")));
                default -> new MailState.NotWanted(at);
            };
        }
    }
}
