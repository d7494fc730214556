package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jooq.Field;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.checkin.FollowUp;
import org.stillpoint.record.client.AboutPart;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.AboutContract;
import org.stillpoint.record.contract.ImportedQuestionnairesContract;
import org.stillpoint.record.contract.Practice;
import org.stillpoint.record.intake.IntakeHand;
import org.stillpoint.record.ledger.Draft;
import org.stillpoint.record.ledger.EntryKind;
import org.stillpoint.record.plan.ClientGoal;
import org.stillpoint.record.plan.PlanChoice;
import org.stillpoint.record.plan.PlanDraft;
import org.stillpoint.record.plan.PlanReason;
import org.stillpoint.record.plan.PlanTurn;
import org.stillpoint.record.plan.PlannedPlace;
import org.stillpoint.record.plan.SessionPlan;
import org.stillpoint.record.questionnaire.FilledQuestionnaire;
import org.stillpoint.record.questionnaire.ImportedQuestionnaire;
import org.stillpoint.record.questionnaire.ItemAnswer;
import org.stillpoint.record.request.ClientRequest;
import org.stillpoint.record.request.RequestMatter;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.NoteRelease;
import org.stillpoint.record.session.ProcessNote;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.session.Tap;
import org.stillpoint.record.setting.Country;
import org.stillpoint.record.setting.PracticeLanguage;
import org.stillpoint.record.setting.PracticeProfile;
import org.stillpoint.record.whole.RowMembers;
import org.stillpoint.record.whole.WhoseRows;

/** What all that is taken out, and taken in elsewhere, is held to on either database. */
interface TakeInContract extends StoredPractice {
    StoreSettings settings();

    /** A place for files of the test. */
    Path place();

    /** Tables in the clear, each as its text. */
    record TakenOut(int schema, Map<String, String> tables) implements TakeIn.RowsTakenOut {
        static TakenOut of(StoreSettings settings, WhoseRows whose) {
            Map<String, String> tables = new LinkedHashMap<>();
            RowMembers into = (name, rows) -> {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                long told = rows.to(out);
                String text = out.toString(StandardCharsets.UTF_8);
                assertThat(text.lines().count()).as(name).isEqualTo(told);
                tables.put(name, text);
            };
            return new TakenOut(new RowsBeside(settings).write(whose, into), tables);
        }

        @Override
        public void each(TakeIn.TableToPut put) throws IOException {
            for (Map.Entry<String, String> table : tables.entrySet()) {
                put.put(
                        table.getKey(),
                        new ByteArrayInputStream(table.getValue().getBytes(StandardCharsets.UTF_8)));
            }
        }

        TakenOut with(String table, String from, String to) {
            Map<String, String> changed = new LinkedHashMap<>(tables);
            changed.computeIfPresent(table, (name, text) -> text.replace(from, to));
            assertThat(changed).isNotEqualTo(tables);
            return new TakenOut(schema, changed);
        }
    }

    /** Two who treat, a client with all that hangs together, one who was erased, and a clock that was set right. */
    default Session fillAll() {
        Account owner = Account.added(new SignInName("Olga"), "hash of a password", Role.OWNER, now());
        store().accounts().add(owner);
        store().accounts().add(Account.added(new SignInName("Tom"), "another hash", Role.THERAPIST, now()));
        PracticeProfile profile = store().settings().profile();
        store().settings()
                .replace(new PracticeProfile(
                        "Am Bach",
                        "Bachweg 1",
                        profile.zones(),
                        PracticeLanguage.GERMAN,
                        Optional.of(new Country("CH")),
                        profile.version()));
        Client ann = addClient("Ann");
        store().care().handOver(ann.id(), owner.id());
        addTold(ann, Practice.carAccident("fear"));
        store().aboutClients().updateContact(new AboutPart<>(ann.id(), AboutContract.contact("030 1"), Version.FIRST));
        Session session = startSession(ann);
        mark(session, new Moment.Distress(Score0To10.of(4)));
        Mark heard = mark(session, Tap.memory(Id.random(), now(), new ProcessNote(new PrivateText("what was said"))));
        store().noteReleases()
                .add(new NoteRelease(Id.random(), ann.id(), session.id(), heard.id(), owner.id(), now(), 1, true));
        end(session);
        store().sessionPlans().add(plan(ann, session));
        ClientRequest asked = ClientRequest.asked(
                Id.random(), ann.id(), now(), new RequestMatter.ErasureAsked(new PrivateText("all of it")));
        store().clientRequests().add(asked);
        store().clientRequests()
                .update(asked.followedBy(
                        new FollowUp(now(), Optional.of(owner.id()), new PrivateText("told them what stays"))));
        store().filledQuestionnaires()
                .add(FilledQuestionnaire.begun(
                                Id.random(),
                                ann.id(),
                                "psfs",
                                PracticeLanguage.ENGLISH,
                                now(),
                                List.of(new PrivateText("climb stairs")))
                        .handedIn(now()));
        ImportedQuestionnaire garden =
                ImportedQuestionnaire.of(Id.random(), ImportedQuestionnairesContract.garden("1"), now());
        store().importedQuestionnaires().add(garden);
        store().importedQuestionnaires()
                .add(ImportedQuestionnaire.of(Id.random(), ImportedQuestionnairesContract.garden("unused"), now())
                        .offered(false));
        store().filledQuestionnaires()
                .add(FilledQuestionnaire.begun(Id.random(), ann.id(), garden, now())
                        .with(3, new ItemAnswer.YesNoAnswer(true), IntakeHand.CLIENT_BY_LINK, now())
                        .with(
                                7,
                                new ItemAnswer.SeveralAnswers(new TreeSet<>(Set.of(1, 2)), new PrivateText("a bucket")),
                                IntakeHand.CLIENT_BY_LINK,
                                now()));
        store().settings().speak(owner.id(), Optional.of(PracticeLanguage.FRENCH));
        clock().pass(Duration.ofDays(60));
        guess(ann);
        clock().pass(Duration.ofDays(-60));
        store().keeping().trustClock();
        guess(ann);
        Client bea = addClient("Bea");
        guess(bea);
        store().clients().erase(bea.id());
        addClient("Cara");
        return session;
    }

    private SessionPlan plan(Client client, Session session) {
        PlannedPlace place = new PlannedPlace(
                new Site.RegionSite(new RegionCode("X118")), PlanReason.FOUND, LocalDate.of(2026, 1, 2), true);
        return SessionPlan.begun(
                        Id.random(),
                        client.id(),
                        new PlanDraft(List.of(place), List.of(), List.of()),
                        new PlanChoice(
                                Map.of(place.site(), PlanTurn.MOVED_UP),
                                List.of(),
                                OptionalInt.of(25),
                                new PrivateText("slowly")),
                        now())
                .of(Optional.of(session.id()));
    }

    private void guess(Client client) {
        store().ledger()
                .seal(Draft.ahead(
                        EntryKind.GUESS,
                        client.id(),
                        now().plus(Duration.ofDays(1)),
                        new PrivateText("{\"pain\":4,\"chance\":0.5}")));
    }

    /** Settings of a folder with a master key of its own. */
    default StoreSettings.Sqlite elsewhere(String name) throws IOException {
        Path folder = Files.createDirectories(place().resolve(name));
        StoreSettings.Sqlite settings = new StoreSettings.Sqlite(folder);
        KeyCare.create(settings.key(), Optional.empty());
        return settings;
    }

    WhoseRows WHOLE = new WhoseRows.OfEverybody(true);

    @Test
    default void takeIn_ofAWholePractice_isTheSameRowByRowUnderAnotherKey() throws IOException {
        Session session = fillAll();
        TakenOut out = TakenOut.of(settings(), WHOLE);

        StoreSettings other = elsewhere("other");
        CheckedRecord taken = TakeIn.into(other, "the file", out);

        assertThat(taken.faults()).isEmpty();
        assertThat(taken).isEqualTo(Backup.check(settings()));
        assertThat(TakenOut.of(other, WHOLE)).isEqualTo(out);
        try (Store there = Store.open(other, clock())) {
            assertThat(there.sessions().get(session.client(), session.id())).isEqualTo(kept(session));
            assertThat(there.processNotes().listAll(session.client(), session.id()))
                    .isEqualTo(store().processNotes().listAll(session.client(), session.id()))
                    .hasSize(1);
            assertWhatLeavesByFhir(there, session.client());
            assertThat(there.audit().listOf(session.client()))
                    .isEqualTo(store().audit().listOf(session.client()));
            assertThat(there.ledger().list(session.client()))
                    .isEqualTo(store().ledger().list(session.client()))
                    .hasSize(2);
            assertThat(there.ledger().verify().fault()).isEmpty();
            assertThat(there.ledger().verify()).isEqualTo(store().ledger().verify());
            assertThat(there.accounts().find(new SignInName("olga")))
                    .isEqualTo(store().accounts().find(new SignInName("olga")))
                    .isPresent();
            assertThat(there.care().findTherapist(session.client()))
                    .isEqualTo(store().care().findTherapist(session.client()))
                    .isPresent();
        }
    }

    private void assertWhatLeavesByFhir(Store there, Id<Client> client) {
        assertThat(there.sessionPlans().list(client))
                .isEqualTo(store().sessionPlans().list(client))
                .hasSize(1);
        assertThat(there.clientRequests().list(client))
                .isEqualTo(store().clientRequests().list(client))
                .hasSize(1);
        assertThat(ClientGoal.of(there.filledQuestionnaires().list(client)))
                .isEqualTo(ClientGoal.of(store().filledQuestionnaires().list(client)))
                .hasSize(1);
    }

    @Test
    default void write_ofAPractice_isReadableAndHoldsNoKeyOfTheInstallation() {
        fillAll();
        Map<String, String> tables = TakenOut.of(settings(), WHOLE).tables();
        assertThat(tables.get("client")).contains("\"Ann\"").doesNotContain("Bea");
        assertThat(tables.get("trauma_event")).contains("fear");
        assertThat(tables.get("process_note")).contains("what was said");
        assertThat(tables.get("ledger")).contains("\"_content\":{\"pain\":4,\"chance\":0.5}");
        assertThat(tables.get("account")).contains("\"sign_in_name\":\"olga\"");
        assertThat(tables).doesNotContainKeys("installation", "deed", "sign_in", "private_link", "calendar_feed");
        assertThat(TakenOut.of(settings(), new WhoseRows.OfEverybody(false)).tables())
                .doesNotContainKeys("process_note", "note_release", "own_note")
                .containsKey("mark");
    }

    @Test
    default void takeIn_ofOneClient_isTheSameRowByRowAndLetsNobodySignIn() throws IOException {
        Session session = fillAll();
        WhoseRows ann = new WhoseRows.OfOneClient(session.client(), true);
        TakenOut out = TakenOut.of(settings(), ann);
        assertThat(out.tables().get("client").lines()).hasSize(1);
        assertThat(out.tables().get("account").lines())
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("olga", "\"password_hash\":\"none\"");
        assertThat(out.tables()).doesNotContainKeys("ledger", "audit", "second_factor");
        assertThat(out.tables().get("account")).contains("\"language\":null");
        assertThat(out.tables().get("imported_questionnaire").lines())
                .as("what they filled in, offered to nobody")
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("Time in the garden", "\"offered\":false");

        StoreSettings other = elsewhere("other");
        assertThat(TakeIn.into(other, "the file", out).faults()).isEmpty();
        assertThat(TakenOut.of(other, ann)).isEqualTo(out);
        try (Store there = Store.open(other, clock())) {
            assertThat(there.clients().list()).containsExactly(store().clients().get(session.client()));
            assertWhatLeavesByFhir(there, session.client());
            assertThat(there.sessions().get(session.client(), session.id())).isEqualTo(kept(session));
            assertThat(there.accounts().list()).allMatch(Account::isEnded);
            assertThat(there.accounts().hasOwner()).isFalse();
            there.accounts().add(Account.added(new SignInName("new"), "a hash", Role.OWNER, now()));
            assertThat(there.accounts().hasOwner()).isTrue();
        }
    }

    @Test
    default void takeIn_ofRowsThatHangTogetherNoMore_putsNothing() throws IOException {
        Session session = fillAll();
        TakenOut out = TakenOut.of(settings(), WHOLE);
        StoreSettings other = elsewhere("other");

        assertThatThrownBy(
                        () -> TakeIn.into(other, "the file", out.with("ledger", "\"sealed_at\":", "\"sealed_at\":1")))
                .isInstanceOfSatisfying(
                        BadBackup.class, bad -> assertThat(bad.fault()).isEqualTo(BadBackup.BackupFault.UNSOUND));
        assertThatThrownBy(() -> TakeIn.into(
                        other,
                        "the file",
                        out.with("mark", session.id().toString(), Id.random().toString())))
                .isInstanceOfSatisfying(
                        BadBackup.class, bad -> assertThat(bad.fault()).isEqualTo(BadBackup.BackupFault.UNSOUND));
        assertThatThrownBy(() -> TakeIn.into(other, "the file", out.with("client", "{", "[")))
                .isInstanceOfSatisfying(
                        BadBackup.class, bad -> assertThat(bad.fault()).isEqualTo(BadBackup.BackupFault.UNSOUND));
        assertThatThrownBy(() -> TakeIn.into(other, "the file", new TakenOut(9_999, out.tables())))
                .isInstanceOfSatisfying(
                        BadBackup.class, bad -> assertThat(bad.fault()).isEqualTo(BadBackup.BackupFault.NEWER));
        assertThat(other.folder().resolve(Database.SQLITE_FILE)).doesNotExist();
        TakeIn.into(other, "the file", out);
        assertThatThrownBy(() -> TakeIn.into(other, "the file", out))
                .isInstanceOfSatisfying(
                        BadBackup.class, bad -> assertThat(bad.fault()).isEqualTo(BadBackup.BackupFault.RECORD_THERE));
    }

    @Test
    default void sealedColumns_ofEveryTable_nameEveryColumnOfBytes() {
        List<String> unknown = new ArrayList<>();
        store().database().read(transaction -> {
            for (TableShape shape : TableShape.all(transaction)) {
                for (Field<?> column : shape.columns()) {
                    if (column.getType() == byte[].class
                            && store().keys()
                                    .sealed()
                                    .find(shape.name(), column.getName())
                                    .isEmpty()) {
                        unknown.add(shape.name() + "." + column.getName());
                    }
                }
            }
            return 0;
        });
        assertThat(unknown)
                .as("stay as they are: what is of one machine alone, and what the ledger's hashes are of")
                .containsExactlyInAnyOrder(
                        "deed.digest", "installation.wrapped_key", "installation.wrapped_name_key", "ledger.content");
    }
}
