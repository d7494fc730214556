package org.stillpoint.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.stillpoint.exchange.mail.SmtpCourier;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.mail.PlanReminders;
import org.stillpoint.practice.mail.SendMails;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Version;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.ContactDetails;
import org.stillpoint.record.consent.ConsentBlock;
import org.stillpoint.record.consent.ConsentDocument;
import org.stillpoint.record.consent.ConsentEntry.ConsentGiven;
import org.stillpoint.record.consent.ConsentPart;
import org.stillpoint.record.consent.ConsentTerm;
import org.stillpoint.record.consent.Signature;
import org.stillpoint.record.consent.Signer;
import org.stillpoint.record.setting.MailServer;
import org.stillpoint.record.setting.MailSetting;
import org.stillpoint.record.setting.MailTls;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Actor.ProgramPart;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;
import org.stillpoint.store.Store;
import org.stillpoint.store.StoreSettings;
import org.stillpoint.web.link.SpokenMail;
import org.stillpoint.words.Speaker;
import org.subethamail.smtp.server.SMTPServer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Many appointments of a made-up practice on SQLite, all of the same day, reminded of at once: written into the outbox, and handed to a mail
 * server of this machine, one connection each. How long it takes, and the highest heap.
 */
@Command(name = "reminders", mixinStandardHelpOptions = true)
public final class Reminders implements Callable<Integer> {
    private static final Instant MORNING = Instant.parse("2026-11-30T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(MORNING, ZoneOffset.UTC);
    private static final int OF_EACH = 10;
    private static final int AT_ONCE = 200;

    @Option(names = "--reminders")
    private int reminders = 100_000;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Reminders()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("reminders");
        AtomicInteger arrived = new AtomicInteger();
        SMTPServer smtp = new SMTPServer.Builder()
                .bindAddress(InetAddress.getLoopbackAddress())
                .port(0)
                .messageHandler((context, from, to, mail) -> arrived.incrementAndGet())
                .build();
        smtp.start();
        try (Store store = Store.open(new StoreSettings.Sqlite(folder), CLOCK)) {
            fill(store, smtp.getPortAllocated());
            UnitOfWork work = store.unitOfWork(new Membership(store));
            Actor job = Actor.program(ProgramPart.JOB);
            resetPeaks();
            long begun = System.nanoTime();
            int written =
                    new PlanReminders(work, new SpokenMail(new Speaker(Locale.UK, ZoneOffset.UTC)), CLOCK).by(job);
            double planned = (System.nanoTime() - begun) / 1e9;
            System.out.printf(Locale.ROOT, "written: %,d in %.1f s, peak heap %d MB%n", written, planned, peak());
            begun = System.nanoTime();
            SendMails.MailTally sent = new SendMails(work, new SmtpCourier(), CLOCK).by(job);
            double handedOver = (System.nanoTime() - begun) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "sent: %,d in %.1f s, arrived %,d, peak heap %d MB; %s%n",
                    sent.handedOver(),
                    handedOver,
                    arrived.get(),
                    peak(),
                    sent);
            return written == reminders && arrived.get() == reminders ? 0 : 1;
        } finally {
            smtp.stop();
        }
    }

    private void fill(Store store, int port) {
        MailServer server = new MailServer(
                "127.0.0.1", port, MailTls.NONE, "", PrivateText.NONE, "practice@example.org", "By the river");
        store.settings().replace(new MailSetting(Optional.of(server), "https://door.example", 24, Version.FIRST));
        UnitOfWork work = store.unitOfWork((actor, act, client) -> true);
        for (int from = 0; from < reminders; from += AT_ONCE * OF_EACH) {
            int first = from;
            work.run(
                    Actor.program(ProgramPart.DEMO),
                    new Deed(Act.ADD_CLIENT, Id.random(), Optional.empty(), ""),
                    records -> {
                        for (int i = first; i < Math.min(reminders, first + AT_ONCE * OF_EACH); i += OF_EACH) {
                            add(records, i, Math.min(OF_EACH, reminders - i));
                        }
                        return first;
                    },
                    records -> first);
        }
    }

    private static void add(Records records, int number, int appointments) {
        Client client = Client.added(new PrivateText("Client " + number), OptionalInt.empty(), MORNING);
        records.clients().add(client);
        records.aboutClients()
                .updateContact(records.aboutClients()
                        .contact(client.id())
                        .with(new ContactDetails(
                                PrivateText.NONE,
                                PrivateText.NONE,
                                PrivateText.NONE,
                                PrivateText.NONE,
                                new PrivateText("client" + number + "@example.org"),
                                PrivateText.NONE,
                                Optional.empty(),
                                Optional.empty())));
        records.consents()
                .add(new ConsentGiven(
                        Id.random(),
                        client.id(),
                        MORNING.minus(Duration.ofDays(1)),
                        new ConsentDocument(
                                Version.FIRST,
                                List.of(new ConsentPart(ConsentBlock.CONTACT_BY_EMAIL, "E-mail", "May we write?"))),
                        Map.of(ConsentBlock.CONTACT_BY_EMAIL, true),
                        Set.of(),
                        ConsentTerm.ONE_YEAR,
                        new Signer.Oneself(),
                        new Signature.ByName(new PrivateText("A. Client"))));
        for (int i = 0; i < appointments; i++) {
            Instant start = MORNING.plus(Duration.ofHours(3 + i)).plusSeconds(number % 3_600);
            records.appointments().add(Appointment.booked(Id.random(), client.id(), start, Appointment.USUAL));
        }
    }

    private static void resetPeaks() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / 1_000_000;
    }
}
