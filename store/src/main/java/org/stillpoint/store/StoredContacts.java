package org.stillpoint.store;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.contact.Contact;
import org.stillpoint.record.contact.ContactList;
import org.stillpoint.record.contact.Contacts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The practice's contacts, under the installation's key. */
final class StoredContacts implements Contacts {
    private final Database database;
    private final Keys keys;

    StoredContacts(Database database, Keys keys) {
        this.database = database;
        this.keys = keys;
    }

    @Override
    public ContactList get() {
        return database.read(this::get);
    }

    private ContactList get(DSLContext transaction) {
        @Nullable
        Record row = transaction
                .select(Tables.VERSION, Tables.CONTENT)
                .from(Tables.CONTACT_LIST)
                .fetchOne();
        return row == null ? ContactList.NONE : read(row);
    }

    @Override
    public ContactList replace(ContactList changed) {
        return database.write(transaction -> {
            ContactList kept = get(transaction);
            if (!kept.version().equals(changed.version())) {
                throw new StaleRecord(ContactList.ID, changed.version(), kept.version());
            }
            ContactList next =
                    new ContactList(changed.contacts(), kept.version().next());
            byte[] content = keys.ofInstallation()
                    .close(Json.bytes(write(next)), place(next.version().number()));
            transaction
                    .insertInto(Tables.CONTACT_LIST)
                    .set(Tables.CONTACT_LIST_ID, 1)
                    .set(Tables.VERSION, next.version().number())
                    .set(Tables.CONTENT, content)
                    .onConflict(Tables.CONTACT_LIST_ID)
                    .doUpdate()
                    .set(Tables.VERSION, next.version().number())
                    .set(Tables.CONTENT, content)
                    .execute();
            return next;
        });
    }

    private static ObjectNode write(ContactList list) {
        ObjectNode content = Json.object();
        ArrayNode contacts = content.putArray("contacts");
        list.contacts()
                .forEach(each -> contacts.addObject().put("who", each.who()).put("number", each.number()));
        return content;
    }

    private ContactList read(Record row) {
        int version = row.get(Tables.VERSION);
        JsonNode content = Json.parse(keys.ofInstallation().open(row.get(Tables.CONTENT), place(version)));
        List<Contact> contacts = new ArrayList<>();
        content.required("contacts")
                .forEach(each -> contacts.add(new Contact(Json.text(each, "who"), Json.text(each, "number"))));
        return new ContactList(contacts, new Version(version));
    }

    static String place(int version) {
        return Seal.place("contact_list", "content", String.valueOf(version));
    }
}
