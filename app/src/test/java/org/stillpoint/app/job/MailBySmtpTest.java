package org.stillpoint.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.exchange.mail.CutLine;
import org.stillpoint.exchange.mail.MailServerInTests;
import org.stillpoint.exchange.mail.SmtpCourier;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.link.OpenLink;
import org.stillpoint.practice.link.OpenLink.LinkSeen;
import org.stillpoint.practice.mail.PlanReminders;
import org.stillpoint.practice.mail.SendMails;
import org.stillpoint.practice.mail.SendMails.MailTally;
import org.stillpoint.practice.mail.SwitchOffMail;
import org.stillpoint.practice.own.OwnAppointmentReading;
import org.stillpoint.practice.request.SayCannotCome;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.MailOnRecord;
import org.stillpoint.record.contract.Practice;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.link.Link;
import org.stillpoint.record.link.PrivateLink;
import org.stillpoint.record.mail.MailFault;
import org.stillpoint.record.mail.MailState;
import org.stillpoint.record.mail.OutboxMail;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;
import org.stillpoint.store.Store;
import org.stillpoint.store.StoreSettings;
import org.stillpoint.web.link.SpokenMail;
import org.stillpoint.words.Speaker;

/** From a session that is over to a mail in somebody's box: the record on a disk, and a mail server that listens. */
class MailBySmtpTest {
    private static final Actor JOB = Actor.program(Actor.ProgramPart.JOB);
    private static final String DOOR = "https://door.example";

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock();
    private final MailServerInTests smtp = new MailServerInTests();
    private Store store;
    private UnitOfWork work;
    private Id<Client> ann = Id.random();

    @BeforeEach
    void aSessionWasHeldTwoDaysAgo() {
        open();
        Client client = Client.added(new PrivateText("Ann Namenlos"), OptionalInt.of(1980), clock.instant());
        store.clients().add(client);
        ann = client.id();
        MailOnRecord.tellAddress(store, ann, "ann@example.org", "Deutsch");
        MailOnRecord.agree(store, ann, clock.instant(), true);
        SafetyCheck check = SafetyCheck.clear(ann, clock.instant());
        store.safetyChecks().add(check);
        OpenSession session = Practice.start(store, check, clock.instant());
        store.sessions().keep(session.end(clock.instant()));
        clock.pass(Duration.ofDays(2));
    }

    private void open() {
        store = Store.open(new StoreSettings.Sqlite(folder), clock);
        work = store.unitOfWork(new Membership(store));
    }

    @AfterEach
    void everythingIsClosed() {
        store.close();
        smtp.close();
    }

    private MailTally run() {
        new PlanReminders(work, new SpokenMail(new Speaker(Locale.UK, clock.getZone())), clock).by(JOB);
        return new SendMails(work, new SmtpCourier(), clock).by(JOB);
    }

    private OutboxMail onlyMail() {
        assertThat(store.outbox().list(ann)).hasSize(1);
        return store.outbox().list(ann).getFirst();
    }

    @Test
    void reminder_refusedOnce_isTakenTheNextTime_andIsOneMail() throws Exception {
        MailOnRecord.set(store, MailOnRecord.server(smtp.port()), DOOR, 0);
        smtp.refusesMail(451);
        assertThat(run()).isEqualTo(new MailTally(0, 1, 0, 0));
        store.close();
        open();
        assertThat(run()).isEqualTo(new MailTally(0, 0, 0, 0));
        clock.pass(Duration.ofMinutes(1));
        assertThat(run()).isEqualTo(new MailTally(1, 0, 0, 0));
        assertThat(run()).isEqualTo(new MailTally(0, 0, 0, 0));
        assertThat(onlyMail().state()).isInstanceOf(MailState.HandedOver.class);
        assertThat(smtp.taken()).hasSize(1);

        MimeMessage mail = smtp.taken().getFirst();
        assertThat(mail.getSubject()).isEqualTo("Eine Nachricht von Ihrer Praxis");
        assertThat(mail.getContent().toString())
                .contains(DOOR + "/link/", DOOR + "/mail-off/")
                .doesNotContain("Namenlos");
        assertThat(mail.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");

        String secret = mail.getHeader("List-Unsubscribe", null).replaceFirst(".*/mail-off/([^>]+)>.*", "$1");
        SwitchOffMail off = new SwitchOffMail(work, clock);
        Actor door = Actor.program(Actor.ProgramPart.DOOR);
        assertThat(off.see(door, new Link(secret).hash()).orElseThrow().client())
                .isEqualTo(ann);
    }

    @Test
    void reminderOfAnAppointment_carriesAPage_byWhichItsReaderSaysThatTheyCannotCome() throws Exception {
        MailOnRecord.set(store, MailOnRecord.server(smtp.port()), DOOR, 24);
        Appointment booked = Appointment.booked(
                Id.random(),
                ann,
                clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(20)),
                Appointment.USUAL);
        store.appointments().add(booked);
        run();
        String text = smtp.taken().stream()
                .map(MailBySmtpTest::text)
                .filter(each -> each.contains("Wir erwarten Sie"))
                .findFirst()
                .orElseThrow();
        assertThat(text)
                .contains("sagen Sie es bitte dort")
                .doesNotContain("Namenlos", ann.toString(), booked.id().toString());

        String secret = text.replaceFirst("(?s).*" + DOOR + "/link/(\\S+).*", "$1");
        OpenLink open = new OpenLink(work, clock);
        Actor door = Actor.program(Actor.ProgramPart.DOOR);
        String browser = Link.random().hash();
        PrivateLink link = ((LinkSeen.ToBeOpened) open.see(door, new Link(secret).hash(), browser)).link();
        assertThat(open.open(door, link, browser)).isTrue();
        Actor reader = new Actor.Linked(ann, link.id());
        Appointment seen =
                new OwnAppointmentReading(work, clock).by(reader, ann).next().orElseThrow();
        assertThat(seen.id()).isEqualTo(booked.id());
        assertThat(new SayCannotCome(work, clock)
                        .by(reader, new SayCannotCome.Command(Id.random(), ann, seen.id(), seen.version())))
                .isInstanceOf(Answer.Done.class);
        assertThat(store.clientRequests().list(ann)).hasSize(1);
        clock.pass(Duration.between(clock.instant(), booked.end()));
        assertThat(open.see(door, new Link(secret).hash(), browser)).isInstanceOf(LinkSeen.OpensNothing.class);
    }

    private static String text(MimeMessage mail) {
        try {
            return mail.getContent().toString();
        } catch (IOException | MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Test
    void line_cutAfterTheMail_leavesOneMailInTheOutbox_andTwoOfOneIdAtTheServer() throws Exception {
        try (CutLine line = new CutLine(smtp.port(), 1)) {
            MailOnRecord.set(store, MailOnRecord.server(line.port()), DOOR, 0);
            assertThat(run()).isEqualTo(new MailTally(0, 1, 0, 0));
            assertThat(onlyMail().state())
                    .isInstanceOfSatisfying(
                            MailState.ToBeSent.class,
                            waits -> assertThat(waits.tries()).isEqualTo(1));
            clock.pass(Duration.ofMinutes(1));
            assertThat(run()).isEqualTo(new MailTally(1, 0, 0, 0));
            assertThat(run()).isEqualTo(new MailTally(0, 0, 0, 0));
        }
        Id<OutboxMail> id = onlyMail().id();
        assertThat(onlyMail().state()).isInstanceOf(MailState.HandedOver.class);
        assertThat(smtp.taken())
                .isNotEmpty()
                .extracting(MimeMessage::getMessageID)
                .containsOnly("<" + id + "@example.org>");
    }

    @Test
    void address_thatTheServerDoesNotKnow_isGivenUpAtOnce() {
        MailOnRecord.set(store, MailOnRecord.server(smtp.port()), DOOR, 0);
        smtp.refusesAddress(550);
        assertThat(run()).isEqualTo(new MailTally(0, 0, 1, 0));
        assertThat(onlyMail().state()).isEqualTo(new MailState.GivenUp(clock.instant(), MailFault.ADDRESS_REFUSED));
    }
}
