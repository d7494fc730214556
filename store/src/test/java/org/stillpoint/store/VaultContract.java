package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stillpoint.record.contract.Practice.carAccident;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Unreadable;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.care.Bond;
import org.stillpoint.record.care.EmergencyAccess;
import org.stillpoint.record.care.Supervision;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.AboutPart;
import org.stillpoint.record.client.Background;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.ContactDetails;
import org.stillpoint.record.client.MailWishes;
import org.stillpoint.record.consent.ConsentEntry;
import org.stillpoint.record.contract.DiaryContract;
import org.stillpoint.record.contract.SafetyContract;
import org.stillpoint.record.examination.Examination;
import org.stillpoint.record.followup.AskedAfter;
import org.stillpoint.record.followup.WayOfAsking;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.intake.Intake;
import org.stillpoint.record.intake.IntakeHand;
import org.stillpoint.record.ledger.Draft;
import org.stillpoint.record.ledger.EntryKind;
import org.stillpoint.record.link.LinkPurpose;
import org.stillpoint.record.link.LinkState;
import org.stillpoint.record.link.PrivateLink;
import org.stillpoint.record.mail.Letter;
import org.stillpoint.record.mail.MailMatter;
import org.stillpoint.record.mail.OutboxMail;
import org.stillpoint.record.note.NoteDraft;
import org.stillpoint.record.note.OwnNote;
import org.stillpoint.record.note.SessionNote;
import org.stillpoint.record.plan.PlanChoice;
import org.stillpoint.record.plan.PlanDraft;
import org.stillpoint.record.plan.SessionPlan;
import org.stillpoint.record.questionnaire.AskMoment;
import org.stillpoint.record.questionnaire.FilledQuestionnaire;
import org.stillpoint.record.questionnaire.QuestionnairePlan;
import org.stillpoint.record.questionnaire.QuestionnaireScore;
import org.stillpoint.record.request.ClientRequest;
import org.stillpoint.record.request.RequestMatter;
import org.stillpoint.record.retention.LegalHold;
import org.stillpoint.record.safety.FlagOrigin;
import org.stillpoint.record.safety.RedFlag;
import org.stillpoint.record.session.AuthoredNote;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.NoteRelease;
import org.stillpoint.record.session.ProcessNote;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Tap;
import org.stillpoint.record.setting.PracticeLanguage;
import org.stillpoint.record.slip.EntryContent;
import org.stillpoint.record.slip.EntryCorrection;
import org.stillpoint.record.touch.TouchMap;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;

/** What every store does with its ciphertexts, its transactions and its many threads. */
interface VaultContract extends StoredPractice {

    /** A connection of its own to the same database, past the store. */
    Connection raw() throws SQLException;

    private void sql(String statement) throws SQLException {
        try (Connection connection = raw();
                Statement executed = connection.createStatement()) {
            executed.execute(statement);
        }
    }

    private byte[] content(String table, Id<?> id) throws SQLException {
        try (Connection connection = raw();
                PreparedStatement query =
                        connection.prepareStatement("select content from " + table + " where id = ?")) {
            query.setString(1, id.toString());
            try (ResultSet rows = query.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getBytes(1);
            }
        }
    }

    private void setContent(String table, Id<?> id, byte[] content) throws SQLException {
        try (Connection connection = raw();
                PreparedStatement update =
                        connection.prepareStatement("update " + table + " set content = ? where id = ?")) {
            update.setBytes(1, content);
            update.setString(2, id.toString());
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    default void ciphertext_movedToAnotherRow_doesNotOpen() throws SQLException {
        Client client = addClient("Ann");
        TraumaEvent first = addTold(client, carAccident("one"));
        TraumaEvent second = addTold(client, carAccident("two"));
        setContent("trauma_event", first.id(), content("trauma_event", second.id()));

        assertThatThrownBy(() -> store().history().get(first.client(), first.id()))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(first.id().toString());
        assertThat(store().history().get(second.client(), second.id())).isEqualTo(second);
    }

    @Test
    default void ciphertext_damagedOrFromAnotherTable_doesNotOpen() throws SQLException {
        Session session = startSession(addClient("Ann"));
        Mark mark = mark(session, new Moment.Settled());
        byte[] damaged = content("mark", mark.id());
        damaged[damaged.length / 2] ^= 1;
        setContent("mark", mark.id(), damaged);
        assertThatThrownBy(() -> store().sessions().get(session.client(), session.id()))
                .isInstanceOf(Unreadable.class);

        setContent("mark", mark.id(), content("session", session.id()));
        assertThatThrownBy(() -> store().sessions().get(session.client(), session.id()))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    default void ciphertext_broughtBackAfterErasure_cannotBeRead() throws SQLException {
        Client client = addClient("Ann");
        TraumaEvent event = addTold(client, carAccident("fear"));
        byte[] ciphertext = content("trauma_event", event.id());
        store().clients().erase(client.id());

        sql("insert into trauma_event (id, client_id, version, content) values ('%s', '%s', 1, %s)"
                .formatted(event.id(), client.id(), emptyBytes()));
        setContent("trauma_event", event.id(), ciphertext);

        assertThatThrownBy(() -> store().history().get(event.client(), event.id()))
                .isInstanceOf(NoSuchRecord.class);
        assertThatThrownBy(() -> store().history().list(client.id())).isInstanceOf(NoSuchRecord.class);
    }

    /** What stands in the clear beside a ciphertext cannot be changed without it, and no ciphertext of another version put back. */
    @Test
    default void columnsInTheClear_changedFromOutside_doNotOpen() throws SQLException {
        Client client = addClient("Ann");
        TraumaEvent event = addTold(client, carAccident("fear"));
        BodyMap map = BodyMap.drawn(client.id(), Map.of(), now());
        store().bodyMaps().add(map);
        byte[] earlier = content("body_map", map.id());
        store().bodyMaps().update(map.with(Map.of(DiaryContract.NECK, Score0To10.of(4))));
        Score0To10 one = Score0To10.of(1);
        store().checkIns().add(CheckIn.given(client.id(), Answers.of(one, one, one, one), now()));
        Session session = startSession(client);

        setContent("body_map", map.id(), earlier);
        assertThatThrownBy(() -> store().bodyMaps().get(map.client(), map.id())).isInstanceOf(Unreadable.class);
        sql("update trauma_event set locked_by = null");
        assertThatThrownBy(() -> store().history().get(event.client(), event.id()))
                .isInstanceOf(Unreadable.class);
        sql("update check_in set worse = 1");
        assertThatThrownBy(() -> store().checkIns().list(client.id())).isInstanceOf(Unreadable.class);
        sql("update check_in set worse = 0, at = at - 1");
        assertThatThrownBy(() -> store().checkIns().list(client.id())).isInstanceOf(Unreadable.class);
        sql("update session set is_open = 0");
        assertThatThrownBy(() -> store().sessions().get(session.client(), session.id()))
                .isInstanceOf(Unreadable.class);
    }

    /** Asks the database itself which tables hold something of a client, and that nothing of it is left after erasure. */
    @Test
    default void erase_leavesNothingInAnyTableThatNamesAClientASessionOrAMark() throws SQLException {
        Client client = addClient("Ann");
        Id<Client> ann = client.id();
        work((actor, act, whom) -> true)
                .run(
                        Actor.program(Actor.ProgramPart.DEMO),
                        new Deed(Act.MARK_PAIN, Id.random(), Optional.of(ann), ""),
                        records -> "",
                        records -> "");
        addTold(client, carAccident("fear"));
        store().bodyMaps().add(BodyMap.drawn(ann, Map.of(), now()));
        Score0To10 one = Score0To10.of(1);
        store().checkIns().add(CheckIn.given(ann, Answers.of(one, one, one, one), now()));
        store().aboutClients().updateContact(new AboutPart<>(ann, ContactDetails.NONE, Version.FIRST));
        store().aboutClients().updateBackground(new AboutPart<>(ann, Background.NONE, Version.FIRST));
        store().examinations().add(Examination.begun(ann, now()));
        store().questionnaireScores()
                .addAll(ann, List.of(QuestionnaireScore.of(ann, "gad7", LocalDate.of(2026, 3, 1), 3)));
        store().ledger().seal(Draft.ahead(EntryKind.CLAIM, ann, now().plusSeconds(60), PrivateText.NONE));
        store().corrections()
                .add(new EntryCorrection(
                        Id.random(),
                        ann,
                        ann,
                        Optional.empty(),
                        now(),
                        new EntryContent.ClientEntry(client.name(), client.yearOfBirth()),
                        Optional.empty(),
                        new PrivateText("twice")));
        store().retention()
                .add(new LegalHold(
                        Id.random(),
                        ann,
                        new PrivateText("a court asks"),
                        now(),
                        Optional.empty(),
                        Optional.empty(),
                        Version.FIRST));
        Session session = startSession(client);
        Tap tap = Tap.memory(Id.random(), now(), new ProcessNote(new PrivateText("a voice")));
        mark(session, tap);
        Map<String, Id<?>> named =
                Map.of("client_id", ann, "session_id", session.id(), "mark_id", tap.id(), "locked_by", session.id());
        Account sam = addTherapist();
        store().ownNotes()
                .add(OwnNote.written(Id.random(), ann, session.id(), sam.id(), new PrivateText("a thought"), now()));
        store().noteReleases().add(new NoteRelease(Id.random(), ann, session.id(), tap.id(), sam.id(), now(), 1, true));
        store().askedAfters()
                .add(new AskedAfter(
                        Id.random(),
                        ann,
                        session.id(),
                        now(),
                        Optional.of(sam.id()),
                        WayOfAsking.WROTE,
                        new PrivateText("better")));
        store().sessionPlans()
                .add(SessionPlan.begun(
                                Id.random(),
                                ann,
                                new PlanDraft(List.of(), List.of(), List.of()),
                                PlanChoice.NONE,
                                now())
                        .of(Optional.of(session.id())));
        store().consents().add(new ConsentEntry.ConsentWithdrawn(Id.random(), ann, now()));
        store().touchMaps().add(new TouchMap(Id.random(), ann, now(), Map.of(), IntakeHand.THERAPIST, Version.FIRST));
        store().intakes().add(Intake.begun(Id.random(), ann, now()));
        store().filledQuestionnaires()
                .add(FilledQuestionnaire.begun(Id.random(), ann, "peg", PracticeLanguage.ENGLISH, now(), List.of()));
        store().questionnairePlans()
                .keep(QuestionnairePlan.none(ann).with(Map.of("peg", Set.of(AskMoment.AT_END)), Optional.empty()));
        store().redFlags()
                .add(RedFlag.told(
                        Id.random(), ann, now(), FlagOrigin.CHECK_IN, Set.of(SafetyContract.condition("psychosis"))));
        store().sessionNotes().add(SessionNote.begun(Id.random(), session, NoteDraft.NONE, now()));
        store().appointments()
                .add(Appointment.booked(Id.random(), ann, Instant.parse("2026-03-02T09:00:00Z"), Appointment.USUAL));
        store().clientRequests()
                .add(ClientRequest.asked(Id.random(), ann, now(), new RequestMatter.ErasureAsked(PrivateText.NONE)));
        store().care().handOver(ann, sam.id());
        EmergencyAccess access = new EmergencyAccess(
                Id.random(), ann, sam.id(), new PrivateText("a reason"), now(), now().plusSeconds(9));
        store().emergencies().add(access, Set.of(sam.id()));
        store().supervisions()
                .add(new Supervision(
                        Id.random(),
                        ann,
                        sam.id(),
                        1,
                        Optional.empty(),
                        now(),
                        now().plusSeconds(9),
                        Optional.empty(),
                        Version.FIRST));
        store().privateLinks()
                .add(new PrivateLink(
                        Id.random(),
                        ann,
                        LinkPurpose.CHECK_IN,
                        "0a".repeat(32),
                        Optional.of(sam.id()),
                        now(),
                        now().plusSeconds(9),
                        new LinkState.Unopened(),
                        Version.FIRST));
        store().aboutClients()
                .updateMailWishes(store().aboutClients().mailWishes(ann).with(MailWishes.USUAL.switchedOff(now())));
        store().outbox()
                .add(OutboxMail.written(
                        ann,
                        new MailMatter.FollowUpDue(Id.random()),
                        "0b".repeat(32),
                        new Letter(
                                new PrivateText("ann@example.org"),
                                new PrivateText("A note"),
                                new PrivateText("Hello"),
                                Optional.empty(),
                                Locale.UK),
                        now()));
        List<String> columns = columnsNaming(named);
        assertThat(columns)
                .contains("check_in.client_id", "mark.session_id", "process_note.mark_id", "deed.client_id")
                .allSatisfy(column -> assertThat(rows(column, named)).as(column).isPositive());

        store().clients().erase(ann);

        // chains are only ever added to: of the ledger the content is gone with the key, of the account there is none
        columns.removeAll(List.of("ledger.client_id", "audit.client_id"));
        assertThat(columns)
                .allSatisfy(column -> assertThat(rows(column, named)).as(column).isZero());
    }

    private Account addTherapist() {
        Account sam = Account.added(new SignInName("sam"), "{kind}hash", Role.THERAPIST, now());
        store().accounts().add(sam);
        return sam;
    }

    /** A row of one client copied to another's, and one whose bond was changed. */
    @Test
    default void care_writtenFromOutside_letsNobodyIn() throws SQLException {
        Id<Client> ann = addClient("Ann").id();
        Id<Client> bea = addClient("Bea").id();
        Account sam = addTherapist();
        store().care().share(ann, sam.id());
        sql("insert into care (client_id, account_id, bond, until_at, content) select '" + bea
                + "', account_id, bond, until_at, content from care");

        assertThat(store().care().find(ann, sam.id())).contains(Bond.SHARED);
        assertThatThrownBy(() -> store().care().find(bea, sam.id())).isInstanceOf(Unreadable.class);
        sql("update care set bond = 'TREATS'");
        assertThatThrownBy(() -> store().care().find(ann, sam.id())).isInstanceOf(Unreadable.class);
    }

    private List<String> columnsNaming(Map<String, Id<?>> named) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = raw();
                ResultSet columns = connection.getMetaData().getColumns(null, null, "%", "%")) {
            while (columns.next()) {
                if (named.containsKey(columns.getString("COLUMN_NAME"))) {
                    found.add(columns.getString("TABLE_NAME") + "." + columns.getString("COLUMN_NAME"));
                }
            }
        }
        return found;
    }

    private int rows(String column, Map<String, Id<?>> named) throws SQLException {
        String name = column.substring(column.indexOf('.') + 1);
        try (Connection connection = raw();
                PreparedStatement query = connection.prepareStatement("select count(*) from "
                        + column.substring(0, column.indexOf('.')) + " where " + name + " = ?")) {
            query.setString(1, String.valueOf(named.get(name)));
            try (ResultSet count = query.executeQuery()) {
                count.next();
                return count.getInt(1);
            }
        }
    }

    /** Bytes, none, as the database writes them. */
    String emptyBytes();

    @Test
    default void write_thatFailsHalfway_keepsNothing() throws SQLException {
        Session session = startSession(addClient("Ann"));
        sql("alter table process_note rename to elsewhere");
        Tap tap = Tap.memory(Id.random(), now(), new ProcessNote(new PrivateText("words nobody else may see")));

        assertThatThrownBy(() -> mark(session, tap))
                .isInstanceOf(NotKept.class)
                .hasMessageNotContaining("words nobody");
        assertThat(store().sessions().get(session.client(), session.id()).marks())
                .isEmpty();

        sql("alter table elsewhere rename to process_note");
        Mark mark = mark(session, tap);
        assertThat(store().sessions().get(session.client(), session.id()).marks())
                .containsExactly(mark);
        assertThat(store().processNotes().listAll(session.client(), session.id()))
                .containsKey(mark.id());
    }

    /** One page asks several times whom its reader was let in to. */
    @Test
    default void question_askedAgainWhileReading_isAnsweredOnce_andWhileWritingEachTime() {
        record Question() {}
        AtomicInteger asked = new AtomicInteger();
        Database database = store().database();
        Function<DSLContext, Integer> twice = transaction -> database.once(new Question(), asked::incrementAndGet)
                + database.once(new Question(), asked::incrementAndGet);
        assertThat(database.read(twice)).isEqualTo(2);
        assertThat(database.write(twice)).isEqualTo(5);
        assertThat(database.read(twice)).isEqualTo(8);
    }

    @Test
    default void processNote_givenToAnotherFromOutside_doesNotOpen() throws SQLException {
        Session session = startSession(addClient("Ann"));
        Account sam = Account.added(new SignInName("sam"), "{kind}hash", Role.THERAPIST, now());
        Account kim = Account.added(new SignInName("kim"), "{kind}hash", Role.THERAPIST, now());
        records().accounts().add(sam);
        records().accounts().add(kim);
        Mark mark = new Mark(Id.random(), now(), now(), new Moment.MemorySurfaced());
        ProcessNote said = new ProcessNote(new PrivateText("a voice"));
        records()
                .sessions()
                .append(
                        session.client(),
                        session.id(),
                        mark,
                        Optional.of(new AuthoredNote(said, Optional.of(sam.id()))));
        for (String other : List.of("'" + kim.id() + "'", "null")) {
            sql("update process_note set account_id = " + other);
            assertThatThrownBy(() -> store().processNotes().list(session.client(), session.id(), kim.id()))
                    .isInstanceOf(Unreadable.class);
        }
    }

    @Test
    default void marks_fromManyThreads_areAllKeptInOneOrder() throws Exception {
        Session session = startSession(addClient("Ann"));
        List<Future<List<Mark>>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int thread = 0; thread < 8; thread++) {
                answers.add(threads.submit(() -> {
                    List<Mark> marks = new ArrayList<>();
                    for (int tap = 0; tap < 10; tap++) {
                        marks.add(mark(session, new Moment.Awareness(Score0To10.of(tap))));
                    }
                    return marks;
                }));
            }
        }
        List<Mark> acknowledged = new ArrayList<>();
        for (Future<List<Mark>> answer : answers) {
            acknowledged.addAll(answer.get());
        }

        assertThat(store().sessions().get(session.client(), session.id()).marks())
                .containsExactlyInAnyOrderElementsOf(acknowledged);
    }

    @Test
    default void update_fromManyThreads_letsExactlyOneThrough() throws Exception {
        BodyMap map = BodyMap.drawn(addClient("Ann").id(), Map.of(), now());
        store().bodyMaps().add(map);
        List<Future<Boolean>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int thread = 0; thread < 8; thread++) {
                Score0To10 pain = Score0To10.of(thread);
                answers.add(threads.submit(() -> {
                    try {
                        store().bodyMaps().update(map.with(Map.of(DiaryContract.NECK, pain)));
                        return true;
                    } catch (StaleRecord stale) {
                        return false;
                    }
                }));
            }
        }
        int through = 0;
        for (Future<Boolean> answer : answers) {
            through += answer.get() ? 1 : 0;
        }

        assertThat(through).isEqualTo(1);
        assertThat(store().bodyMaps().get(map.client(), map.id()).version().number())
                .isEqualTo(2);
    }

    @Test
    default void tables_ofTheProgram_areThoseOfTheDatabase() throws Exception {
        try (Connection connection = raw()) {
            for (var declared : Tables.class.getDeclaredFields()) {
                if (Table.class.isAssignableFrom(declared.getType())) {
                    @SuppressWarnings("unchecked")
                    Table<Record> table = (Table<Record>) declared.get(null);
                    assertThat(connection
                                    .getMetaData()
                                    .getColumns(null, null, table.getName(), null)
                                    .next())
                            .as(table.getName())
                            .isTrue();
                } else if (Field.class.isAssignableFrom(declared.getType())) {
                    Field<?> field = (Field<?>) declared.get(null);
                    assertThat(connection
                                    .getMetaData()
                                    .getColumns(null, null, null, field.getName())
                                    .next())
                            .as(field.getName())
                            .isTrue();
                }
            }
        }
    }
}
