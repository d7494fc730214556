package org.stillpoint.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.Record;
import org.jooq.Table;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.ledger.Verification;
import org.stillpoint.record.session.Session;

/** Reads everything that a record holds, and tells what cannot be read or is missing. */
final class RecordCheck {
    /** What belongs to a client, by the name that a fault calls it. */
    private record OfClient(String what, BiConsumer<Store, Id<Client>> reading) {}

    private static final List<OfClient> KINDS = List.of(
            new OfClient("the name", (store, client) -> store.clients().get(client)),
            new OfClient("what is told about them", (store, client) -> {
                store.aboutClients().contact(client);
                store.aboutClients().background(client);
                store.aboutClients().mailWishes(client);
            }),
            new OfClient("who treats them", (store, client) -> {
                store.care().findTherapist(client);
                store.care().listShared(client);
                store.emergencies().list(client);
                store.supervisions().list(client);
            }),
            new OfClient("the links", (store, client) -> store.privateLinks().list(client)),
            new OfClient("the mails", (store, client) -> store.outbox().list(client)),
            new OfClient("the history", (store, client) -> store.history().list(client)),
            new OfClient("the pain maps", (store, client) -> store.bodyMaps().list(client)),
            new OfClient("the check-ins", (store, client) -> store.checkIns().list(client)),
            new OfClient(
                    "the examinations", (store, client) -> store.examinations().list(client)),
            new OfClient(
                    "the scores", (store, client) -> store.questionnaireScores().list(client)),
            new OfClient(
                    "the questionnaires",
                    (store, client) -> store.filledQuestionnaires().list(client)),
            new OfClient(
                    "what is asked",
                    (store, client) -> List.of(store.questionnairePlans().get(client))),
            new OfClient(
                    "the safety checks", (store, client) -> store.safetyChecks().list(client)),
            new OfClient("the red flags", (store, client) -> store.redFlags().list(client)),
            new OfClient("the intakes", (store, client) -> store.intakes().list(client)),
            new OfClient("the sessions", (store, client) -> store.sessions().list(client)),
            new OfClient("the holds", (store, client) -> store.retention().list(client)),
            new OfClient(
                    "the corrections", (store, client) -> store.corrections().list(client)),
            new OfClient(
                    "the appointments", (store, client) -> store.appointments().list(client)),
            new OfClient(
                    "what they ask", (store, client) -> store.clientRequests().list(client)),
            new OfClient("the consents", (store, client) -> store.consents().list(client)),
            new OfClient("the touch maps", (store, client) -> store.touchMaps().list(client)),
            new OfClient(
                    "the session notes", (store, client) -> store.sessionNotes().list(client)),
            new OfClient(
                    "the follow-ups", (store, client) -> store.askedAfters().list(client)),
            new OfClient("the plans", (store, client) -> store.sessionPlans().list(client)),
            new OfClient("the own notes", (store, client) -> store.ownNotes().listReleased(client)),
            new OfClient("the process notes", RecordCheck::notes),
            new OfClient(
                    "which process notes leave",
                    (store, client) -> store.noteReleases().list(client)));

    private final Store store;
    private final List<String> faults = new ArrayList<>();

    private RecordCheck(Store store) {
        this.store = store;
    }

    static CheckedRecord of(Store store) {
        return new RecordCheck(store).run();
    }

    private CheckedRecord run() {
        read(
                "the end of the account",
                () -> store.findLossNow()
                        .ifPresent(loss -> faults.add("the record is shorter than it was: of " + loss.had()
                                + " entries that the account had at " + loss.last() + ", " + loss.has()
                                + " are there")));
        read("the database's own check", () -> faults.addAll(store.database().selfCheck()));
        read("the account's taps", () -> faults.addAll(missingMarks()));
        List<Id<Client>> clients = new ArrayList<>();
        read("the list of clients", () -> clients.addAll(clients()));
        for (Id<Client> client : clients) {
            for (OfClient kind : KINDS) {
                read(
                        kind.what() + " of the client " + client,
                        () -> kind.reading().accept(store, client));
            }
        }
        read(
                "the accounts",
                () -> store.accounts().list().forEach(account -> {
                    store.signIns().list(account.id());
                    store.signIns().findFactor(account.id());
                    store.signIns().passkeys().list(account.id());
                    store.habits().get(account.id());
                    store.calendarFeeds().find(account.id());
                    store.calendarsElsewhere().get(account.id());
                }));
        read("who reads by FHIR", () -> {
            store.apiGrants().isOpen();
            store.apiGrants().list();
        });
        read("the invitations", () -> store.invitations().list());
        read("the studies of the practice", () -> store.addedStudies().list());
        read("what is asked of whoever comes in", () -> store.signIns().rule());
        read("the imported questionnaires", () -> store.importedQuestionnaires().list());
        read("the address book of the practice", () -> store.addressBook().list());
        read("the contacts of the practice", () -> store.contacts().get());
        read("the settings of the practice", () -> {
            store.settings().profile();
            store.settings().consentBlocks();
            store.settings().groundingSteps();
            store.settings().safetyList();
            store.settings().techniques();
            store.settings().sessionTimer();
            store.settings().aftercareText();
            store.settings().mail();
        });
        Optional<Verification> ledger = chain("the ledger", () -> store.ledger().verify());
        Optional<Verification> audit = chain("the account", () -> store.audit().verify());
        return new CheckedRecord(
                clients.size(),
                records(),
                ledger.map(Verification::head).orElse(Chain.NONE_BEFORE),
                audit.map(Verification::entries).orElse(0L),
                audit.map(Verification::head).orElse(Chain.NONE_BEFORE),
                faults);
    }

    private List<Id<Client>> clients() {
        return store.database()
                .read(transaction -> transaction
                        .select(Tables.ID)
                        .from(Tables.CLIENT)
                        .where(Tables.WRAPPED_KEY.isNotNull())
                        .orderBy(Tables.ID)
                        .fetch(RecordForm::<Client>idIn));
    }

    private static void notes(Store store, Id<Client> client) {
        for (Session session : store.sessions().heads(client)) {
            store.processNotes().listAll(client, session.id());
        }
    }

    /** Taps that the account tells of as done, of clients who are kept, and whose marks are gone. */
    private List<String> missingMarks() {
        return store.database()
                .read(transaction -> transaction
                        .fetch("""
                        select audit.client_id, count(*) from audit
                        join client on client.id = audit.client_id
                        where audit.act in ('TAP', 'AMEND_MARK') and audit.outcome = 'DONE' and client.wrapped_key is not null
                          and not exists (select 1 from mark where mark.id = audit.deed_key)
                        group by audit.client_id order by audit.client_id""")
                        .map(row -> "of the client " + row.get(0) + " " + row.get(1)
                                + " marks are missing that the account tells of"));
    }

    private long records() {
        List<Table<Record>> tables = Stream.of(
                        Tables.OF_A_CLIENT, Tables.OF_A_SESSION, List.of(Tables.LEDGER, Tables.ACCOUNT))
                .flatMap(List::stream)
                .filter(table -> table != Tables.PRIVATE_LINK) // in no backup, whose count this is held against
                .toList();
        long all = 0;
        for (Table<Record> table : tables) {
            try {
                all += store.database().read(transaction -> transaction.fetchCount(table));
            } catch (RuntimeException damaged) {
                faults.add("the table " + table.getName() + " cannot be counted");
            }
        }
        return all;
    }

    /** Whatever fails here is damage: a page, a ciphertext, an id in the clear. */
    private void read(String what, Runnable reading) {
        try {
            reading.run();
        } catch (RuntimeException damaged) {
            faults.add(what + " cannot be read");
        }
    }

    private Optional<Verification> chain(String what, Supplier<Verification> reading) {
        try {
            Verification found = reading.get();
            found.fault()
                    .ifPresent(fault ->
                            faults.add(what + " does not hold from entry " + fault.number() + " on: " + fault.what()));
            return Optional.of(found);
        } catch (RuntimeException damaged) {
            faults.add(what + " cannot be read");
            return Optional.empty();
        }
    }
}
