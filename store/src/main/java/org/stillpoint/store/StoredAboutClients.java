package org.stillpoint.store;

import java.util.function.Function;
import org.jooq.Record;
import org.jooq.Table;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.AboutClients;
import org.stillpoint.record.client.AboutPart;
import org.stillpoint.record.client.Background;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.ContactDetails;
import org.stillpoint.record.client.MailWishes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is told about clients: a row each and part, once something was told. */
final class StoredAboutClients implements AboutClients {
    private final Database database;
    private final Shelf<AboutPart<ContactDetails>> contacts;
    private final Shelf<AboutPart<Background>> backgrounds;
    private final Shelf<AboutPart<MailWishes>> mailWishes;

    StoredAboutClients(Database database, Keys keys) {
        this.database = database;
        contacts = new Shelf<>(
                database,
                keys,
                new PartForm<>(
                        Tables.CLIENT_CONTACT,
                        "contact",
                        told -> AboutJson.write(Json.object(), told),
                        AboutJson::readContact));
        backgrounds = new Shelf<>(
                database,
                keys,
                new PartForm<>(
                        Tables.CLIENT_BACKGROUND,
                        "background",
                        told -> AboutJson.write(Json.object(), told),
                        AboutJson::readBackground));
        mailWishes = new Shelf<>(
                database,
                keys,
                new PartForm<>(
                        Tables.CLIENT_MAIL_WISHES,
                        "wishes for mail",
                        told -> AboutJson.write(Json.object(), told),
                        AboutJson::readMailWishes));
    }

    @Override
    public AboutPart<ContactDetails> contact(Id<Client> client) {
        return kept(contacts, nothing(client, ContactDetails.NONE));
    }

    @Override
    public AboutPart<ContactDetails> updateContact(AboutPart<ContactDetails> changed) {
        return update(contacts, changed, ContactDetails.NONE);
    }

    @Override
    public AboutPart<Background> background(Id<Client> client) {
        return kept(backgrounds, nothing(client, Background.NONE));
    }

    @Override
    public AboutPart<Background> updateBackground(AboutPart<Background> changed) {
        return update(backgrounds, changed, Background.NONE);
    }

    @Override
    public AboutPart<MailWishes> mailWishes(Id<Client> client) {
        return kept(mailWishes, nothing(client, MailWishes.USUAL));
    }

    @Override
    public AboutPart<MailWishes> updateMailWishes(AboutPart<MailWishes> changed) {
        return update(mailWishes, changed, MailWishes.USUAL);
    }

    private static <T> AboutPart<T> nothing(Id<Client> client, T none) {
        return new AboutPart<>(client, none, Version.FIRST);
    }

    private static <T> Id<AboutPart<T>> id(Id<Client> client) {
        return new Id<>(client.value());
    }

    private static <T> AboutPart<T> kept(Shelf<AboutPart<T>> shelf, AboutPart<T> nothing) {
        return shelf.find(nothing.client(), id(nothing.client())).orElse(nothing);
    }

    /** The first version is that nothing was told: it is kept with the second. */
    private <T> AboutPart<T> update(Shelf<AboutPart<T>> shelf, AboutPart<T> changed, T none) {
        return database.write(transaction -> {
            shelf.add(nothing(changed.client(), none), (kept, added) -> true, within -> {});
            return shelf.replace(changed, (kept, wanted) -> wanted);
        });
    }

    /** One part as a row. */
    private record PartForm<T>(
            Table<Record> table, String noun, Function<T, ObjectNode> writing, Function<JsonNode, T> reading)
            implements RecordForm<AboutPart<T>> {
        @Override
        public Id<AboutPart<T>> id(AboutPart<T> part) {
            return StoredAboutClients.id(part.client());
        }

        @Override
        public Id<Client> client(AboutPart<T> part) {
            return part.client();
        }

        @Override
        public Version version(AboutPart<T> part) {
            return part.version();
        }

        @Override
        public ObjectNode write(AboutPart<T> part) {
            return writing.apply(part.told());
        }

        @Override
        public AboutPart<T> read(Record row, JsonNode content) {
            return new AboutPart<>(RecordForm.clientIn(row), reading.apply(content), RecordForm.versionIn(row));
        }
    }
}
