package org.stillpoint.practice.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.stillpoint.practice.mail.MailReach.WhyNot;
import org.stillpoint.practice.mail.MailReading.ClientToRing;
import org.stillpoint.record.Id;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.MailWishes;
import org.stillpoint.record.mail.MailFault;
import org.stillpoint.record.mail.MailMatter;
import org.stillpoint.record.mail.MailState;
import org.stillpoint.record.mail.OutboxMail;
import org.stillpoint.record.work.Records;

/** Whom to ring, within a reading of the record. */
public final class RingList {
    /** Own choice, 2026: as many as one goes through. */
    private static final int MOST = 200;

    /** Own choice, 2026: what did not arrive a week ago is no longer worth a call of its own. */
    private static final Duration GIVEN_UP_WITHIN = Duration.ofDays(7);

    private final Clock clock;

    /** @param clock in the time zone of the practice */
    public RingList(Clock clock) {
        this.clock = clock;
    }

    /** Those whom {@link MailReading#toRing} names. */
    public List<ClientToRing> of(Records records) {
        return Stream.concat(expected(records), links(records)).toList();
    }

    private Stream<ClientToRing> expected(Records records) {
        int hours = records.settings().mail().hoursBefore();
        Instant now = clock.instant();
        return hours == 0
                ? Stream.empty()
                : records.appointments().listBetween(now, now.plus(Duration.ofHours(hours)), MOST).stream()
                        .sorted(Comparator.comparing(Appointment::start))
                        .flatMap(each -> read(records, each.client(), () -> expected(records, each)));
    }

    private Optional<ClientToRing> expected(Records records, Appointment each) {
        MailMatter matter = new MailMatter.AppointmentAhead(each.id(), each.start());
        Optional<OutboxMail> mail = records.outbox().find(each.client(), matter.mail());
        Optional<MailFault> fault = mail.flatMap(RingList::fault);
        MailReach reach = MailReach.of(records, each.client(), clock);
        boolean toRing = fault.isPresent()
                || mail.filter(one -> one.state() instanceof MailState.NotWanted)
                        .isPresent()
                || mail.isEmpty()
                        && reach.byMail()
                                .filter(by -> willBeTheHour(by.wishes(), each.start()))
                                .isEmpty();
        return toRing ? Optional.of(toRing(records, each.client(), matter, reach.whyNot(), fault)) : Optional.empty();
    }

    /** Whether one of the hours at which the client wants mail comes early enough. */
    private boolean willBeTheHour(MailWishes wishes, Instant start) {
        Instant latest = start.minus(Reminding.LEAST_NOTICE);
        return Stream.iterate(clock.instant(), at -> at.isBefore(latest), at -> at.plus(Duration.ofMinutes(30)))
                .anyMatch(at -> wishes.isTheHour(at, clock.getZone()));
    }

    private Stream<ClientToRing> links(Records records) {
        return records.outbox().listGivenUp(clock.instant().minus(GIVEN_UP_WITHIN), MOST).stream()
                .filter(mail -> mail.matter() instanceof MailMatter.LinkHandedOn
                        && Reminding.isWanted(records, mail.client(), mail.matter(), clock))
                .flatMap(mail -> read(
                        records,
                        mail.client(),
                        () -> Optional.of(
                                toRing(records, mail.client(), mail.matter(), Optional.empty(), fault(mail)))));
    }

    private static Stream<ClientToRing> read(
            Records records, Id<Client> client, Supplier<Optional<ClientToRing>> reading) {
        return records.keeping().tryReading(client, reading).stream().flatMap(Optional::stream);
    }

    private static ClientToRing toRing(
            Records records, Id<Client> client, MailMatter matter, Optional<WhyNot> whyNot, Optional<MailFault> fault) {
        return new ClientToRing(
                records.clients().get(client),
                records.aboutClients().contact(client).told().phone(),
                matter,
                whyNot,
                fault);
    }

    private static Optional<MailFault> fault(OutboxMail mail) {
        return mail.state() instanceof MailState.GivenUp up ? Optional.of(up.fault()) : Optional.empty();
    }
}
