package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.anatomy.JointId;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.address.AddressEntry;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.AboutPart;
import org.stillpoint.record.client.Archiving;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.MailWishes;
import org.stillpoint.record.contract.AboutContract;
import org.stillpoint.record.contract.Practice;
import org.stillpoint.record.contract.SafetyContract;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.examination.Examination;
import org.stillpoint.record.examination.Finding;
import org.stillpoint.record.examination.Grade;
import org.stillpoint.record.history.EventDate;
import org.stillpoint.record.history.EventKind;
import org.stillpoint.record.history.Told;
import org.stillpoint.record.mail.Letter;
import org.stillpoint.record.mail.MailMatter;
import org.stillpoint.record.mail.OutboxMail;
import org.stillpoint.record.questionnaire.QuestionnaireScore;
import org.stillpoint.record.safety.Clearance;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.ProcessNote;
import org.stillpoint.record.session.ReleaseSign;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.session.Tap;
import org.stillpoint.record.setting.MailServer;
import org.stillpoint.record.setting.MailSetting;
import org.stillpoint.record.setting.MailTls;

/** What someone finds who steals the files of the database, its log included. */
class RawBytesTest implements StoredPractice {
    /**
     * One word for every private field, each of which must not be found; names of enums and members with them. Numbers have four
     * decimals: the times of the migrations, which stand in the clear, have three.
     */
    private static final List<String> PRIVATE = List.of(
            "Nameword",
            "1987",
            "Mechanismword",
            "Feltword",
            "Overrideword",
            "Techniqueword",
            "Noteword",
            "Worseword",
            "Annie",
            "Emmy",
            "Some Street",
            "ann@example.org",
            "Reasonword",
            "lavender",
            "ON_THE_SIDE",
            "NO_CONTACT_WANTED",
            "Weberword",
            "Letterword",
            "Postword",
            "mail.hostword",
            "THURSDAY",
            "Archiveword",
            "signinword",
            "Hashword",
            "XREGION1",
            "XREGION2",
            "XREGION3",
            "CAR_ACCIDENT",
            "2014",
            "7.1875",
            "8.3125",
            "6.4375",
            "5.0625",
            "instrumentword",
            "2019-03-21",
            "11.0625",
            "ANEURYSM",
            "psoas_major_left",
            "masseter_right",
            "tenderness",
            "ankle_left",
            "SOFTENING",
            "0.4375",
            "TOLD_BEFORE",
            "OWNER\"",
            "severity",
            "tapped_at",
            "started_at",
            "made_up",
            "password_hash");

    private final TestClock clock = new TestClock();

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(new StoreSettings.Sqlite(folder), clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Client fillEveryPrivateField() {
        Client client = Client.added(new PrivateText("Nameword"), OptionalInt.of(1987), now());
        store.clients().add(client);
        AddressEntry weber = new AddressEntry(
                Id.random(),
                new PrivateText("Dr Weberword"),
                new PrivateText("physician"),
                PrivateText.NONE,
                PrivateText.NONE,
                PrivateText.NONE,
                true,
                Version.FIRST);
        store.addressBook().add(weber);
        store.aboutClients().updateContact(new AboutPart<>(client.id(), AboutContract.contact("030 1"), Version.FIRST));
        store.aboutClients()
                .updateBackground(new AboutPart<>(
                        client.id(), AboutContract.background("Reasonword", List.of(weber.id())), Version.FIRST));
        store.aboutClients()
                .updateMailWishes(new AboutPart<>(
                        client.id(),
                        new MailWishes(
                                7, Set.of(DayOfWeek.THURSDAY), Optional.of(ZoneId.of("Asia/Tokyo")), Optional.empty()),
                        Version.FIRST));
        store.outbox()
                .add(OutboxMail.written(
                        client.id(),
                        new MailMatter.FollowUpDue(Id.random()),
                        "0a".repeat(32),
                        new Letter(
                                new PrivateText("ann@example.org"),
                                new PrivateText("A note"),
                                new PrivateText("Letterword"),
                                Optional.empty(),
                                Locale.UK),
                        now()));
        store.settings()
                .replace(new MailSetting(
                        Optional.of(new MailServer(
                                "mail.hostword",
                                587,
                                MailTls.STARTTLS,
                                "practice",
                                new PrivateText("Postword"),
                                "practice@example.org",
                                "")),
                        "",
                        0,
                        Version.FIRST));
        addTold(
                client,
                new Told(
                        EventKind.CAR_ACCIDENT,
                        EventDate.about(2014),
                        List.of(new RegionCode("XREGION1")),
                        new PrivateText("Mechanismword"),
                        Score0To10.of(7.1875),
                        Score0To10.of(8.3125),
                        new PrivateText("Feltword")));
        Map<RegionCode, Score0To10> pain = Map.of(new RegionCode("XREGION2"), Score0To10.of(6.4375));
        store.bodyMaps().add(BodyMap.drawn(client.id(), pain, now()));
        SafetyCheck check = SafetyCheck.clear(client.id(), now())
                .with(
                        Set.of(SafetyContract.condition("fever")),
                        Optional.of(new Clearance(
                                new PrivateText("Physicianword"),
                                new PrivateText("Overrideword"),
                                Optional.of(LocalDate.of(2026, 3, 1)))));
        store.safetyChecks().add(check);
        Session session = Practice.start(store, check, now());
        Site muscle = new Site.MuscleSite(new MuscleId("psoas_major_left"));
        mark(session, new Moment.SiteEngaged(muscle, new PrivateText("Techniqueword")));
        mark(session, new Moment.SiteEngaged(new Site.RegionSite(new RegionCode("XREGION3")), PrivateText.NONE));
        mark(session, new Moment.SignOfRelease(ReleaseSign.SOFTENING));
        mark(session, new Moment.Release(muscle, 0.4375));
        mark(session, Tap.memory(Id.random(), now(), new ProcessNote(new PrivateText("Noteword"))));
        Answers answers = new Answers(
                Score0To10.of(5.0625),
                Score0To10.NONE,
                Score0To10.NONE,
                Score0To10.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new PrivateText("Worseword"));
        store.checkIns().add(CheckIn.given(client.id(), answers, now()));
        store.examinations()
                .add(Examination.begun(client.id(), now())
                        .with(new MuscleId("masseter_right"), Finding.NONE.withTenderness(new Grade(1)))
                        .withLimit(new JointId("ankle_left"), new Grade(2)));
        store.questionnaireScores()
                .addAll(
                        client.id(),
                        List.of(QuestionnaireScore.of(
                                client.id(), "instrumentword", LocalDate.of(2019, 3, 21), 11.0625)));
        store.accounts().add(Account.added(new SignInName("signinword"), "Hashword", Role.OWNER, now()));
        return store.clients()
                .update(client.with(
                        Optional.of(new Archiving(now(), Optional.empty(), new PrivateText("Archiveword")))));
    }

    /** Every file of the folder but the lock and the key, as one string of bytes. */
    private String bytesOfTheDatabase() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith(Database.SQLITE_FILE))
                    .toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    private List<String> wrappedKeysAndContents(Client client) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Database.SQLITE_FILE));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select wrapped_key from client where id = '%1$s' union all
                        select content from client where id = '%1$s' union all
                        select content from client_contact where client_id = '%1$s' union all
                        select content from client_background where client_id = '%1$s' union all
                        select content from client_mail_wishes where client_id = '%1$s' union all
                        select content from outbox where client_id = '%1$s' union all
                        select content from trauma_event where client_id = '%1$s' union all
                        select content from questionnaire_score union all
                        select content from mark union all
                        select content from process_note""".formatted(client.id()))) {
            while (rows.next()) {
                found.add(new String(rows.getBytes(1), StandardCharsets.ISO_8859_1));
            }
        }
        return found;
    }

    @Test
    void files_whileOpenAndAfterwards_holdNoPlaintext() throws IOException {
        Client client = fillEveryPrivateField();
        String open = bytesOfTheDatabase();
        assertThat(Files.size(folder.resolve(Database.SQLITE_FILE + "-wal"))).isPositive();
        assertThat(open).contains(client.id().toString()); // the scan does see what is in the clear
        store.close();
        String closed = bytesOfTheDatabase();

        assertThat(PRIVATE).allSatisfy(word -> {
            assertThat(open.contains(word)).as(word + " while open").isFalse();
            assertThat(closed.contains(word)).as(word + " when closed").isFalse();
        });
        open();
        assertThat(store.clients().search("nameword")).containsExactly(client);
    }

    @Test
    void erasure_overwritesKeyAndCiphertextsInTheFiles() throws Exception {
        Client client = fillEveryPrivateField();
        List<String> secrets = wrappedKeysAndContents(client);
        String before = bytesOfTheDatabase();
        assertThat(secrets)
                .hasSize(14)
                .allSatisfy(secret -> assertThat(before.contains(secret)).isTrue());

        store.clients().erase(client.id());

        String after = bytesOfTheDatabase();
        assertThat(secrets)
                .allSatisfy(secret -> assertThat(after.contains(secret)).isFalse());
    }

    @Test
    void errorsAndRecords_asText_holdNothingPrivate() {
        Client client = fillEveryPrivateField();
        String words = client + " " + store.aboutClients().contact(client.id())
                + store.aboutClients().background(client.id())
                + store.addressBook().list()
                + store.history().list(client.id())
                + store.sessions().list(client.id())
                + store.checkIns().list(client.id()) + store.accounts().list()
                + store.questionnaireScores().list(client.id())
                + store.safetyChecks().list(client.id());

        assertThat(words)
                .doesNotContain("Nameword", "Mechanismword", "Feltword", "Overrideword", "Techniqueword", "Noteword")
                .doesNotContain("Annie", "Reasonword", "Weberword", "Archiveword")
                .doesNotContain("Worseword", "signinword", "Hashword", "instrumentword", "11.0625");
    }

    @Override
    public void reopen() {
        store.close();
        store = Store.open(new StoreSettings.Sqlite(folder), clock);
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public TestClock clock() {
        return clock;
    }
}
