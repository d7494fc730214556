package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.appointment.Attendance;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Rights;
import org.stillpoint.record.work.Sight;

/** What every keeping does with the appointments. */
public interface AppointmentsContract extends Practice {
    Duration HOUR = Duration.ofHours(1);

    private Instant noon() {
        return now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(12));
    }

    private Appointment book(Client client, Instant start) {
        Appointment booked = Appointment.booked(Id.random(), client.id(), start, HOUR);
        records().appointments().add(booked);
        return booked;
    }

    @Test
    default void appointment_isKeptWhole_movedAndCancelled_eachAsItWasSeen() {
        Client ann = addClient("Ann");
        Appointment later = book(ann, noon().plus(HOUR));
        Appointment booked = book(ann, noon());
        records().appointments().add(booked);
        assertThat(records().appointments().list(ann.id())).containsExactly(booked, later);
        assertThat(records().appointments().get(ann.id(), booked.id())).isEqualTo(booked);
        assertThat(records().appointments().find(addClient("Bea").id(), booked.id()))
                .isEmpty();

        Appointment moved =
                records().appointments().update(booked.movedTo(noon().plus(HOUR.multipliedBy(3)), HOUR.dividedBy(2)));
        assertThat(moved.version()).isEqualTo(new Version(2));
        assertThat(records().appointments().list(ann.id())).containsExactly(later, moved);
        assertThatThrownBy(() -> records().appointments().update(booked.cancelled(now())))
                .isInstanceOf(StaleRecord.class);
        Appointment cancelled = records().appointments().update(moved.cancelled(now()));
        assertThat(cancelled.cancelledAt()).isPresent();
        Appointment missed = records()
                .appointments()
                .update(later.attended(new Attendance(now(), false, new PrivateText("The train was late."))));
        reopen();
        assertThat(records().appointments().list(ann.id())).containsExactly(missed, cancelled);
    }

    @Test
    default void appointment_ofNobody_orUnderAKnownId_isRefused_andGoesWithItsClient() {
        Client ann = addClient("Ann");
        Appointment booked = book(ann, noon());
        assertThatThrownBy(() -> records()
                        .appointments()
                        .add(Appointment.booked(booked.id(), ann.id(), noon().plus(HOUR), HOUR)))
                .isInstanceOf(AlreadyThere.class);
        assertThatThrownBy(
                        () -> records().appointments().add(Appointment.booked(Id.random(), Id.random(), noon(), HOUR)))
                .isInstanceOf(NoSuchRecord.class);
        assertThatThrownBy(() -> Appointment.booked(Id.random(), ann.id(), noon(), Duration.ofSeconds(301)))
                .isInstanceOf(BadValue.class);

        records().clients().erase(ann.id());
        assertThat(records().appointments().list(ann.id())).isEmpty();
        assertThat(records().appointments().listBetween(noon(), noon().plus(HOUR), 9))
                .isEmpty();
    }

    @Test
    default void listBetween_isThoseThatStand_byTheirStart() {
        Client ann = addClient("Ann");
        Client bea = addClient("Bea");
        Appointment second = book(ann, noon().plus(HOUR));
        Appointment first = book(bea, noon());
        book(bea, noon().plus(HOUR.multipliedBy(2)));
        book(ann, noon().minusSeconds(1));
        records().appointments().update(book(ann, noon().plusSeconds(60)).cancelled(now()));

        Instant until = noon().plus(HOUR.multipliedBy(2));
        assertThat(records().appointments().listBetween(noon(), until, 9)).containsExactly(first, second);
        assertThat(records().appointments().listBetween(noon(), until, 1)).containsExactly(first);
        assertThat(records().appointments().listBetween(until.plus(HOUR), until.plus(HOUR.multipliedBy(2)), 9))
                .isEmpty();
    }

    @Test
    default void listBetween_isThoseOfClientsWhomTheActorSees() {
        Account sam = Account.added(new SignInName("sam"), "{kind}hash", Role.THERAPIST, now());
        records().accounts().add(sam);
        Client own = addClient("Own");
        Client lent = addClient("Lent");
        Client other = addClient("Other");
        records().care().handOver(own.id(), sam.id());
        records().care().share(lent.id(), sam.id());
        Appointment theirs = book(own, noon());
        Appointment shared = book(lent, noon().plusSeconds(60));
        Appointment anothers = book(other, noon().plusSeconds(120));

        assertThat(seen(new Sight.OwnClients(sam.id()))).containsExactly(theirs, shared);
        assertThat(seen(Sight.EVERYONE)).containsExactly(theirs, shared, anothers);
        assertThat(seen(Sight.NOBODY)).isEmpty();
    }

    private List<Appointment> seen(Sight sight) {
        Rights rights = new Rights() {
            @Override
            public boolean may(Actor actor, Act act, Optional<Id<Client>> client) {
                return true;
            }

            @Override
            public Sight sight(Actor actor, Act act) {
                return sight;
            }
        };
        return work(rights)
                .read(
                        Actor.program(Actor.ProgramPart.DEMO),
                        Act.SEE_TODAY,
                        Optional.empty(),
                        records -> records.appointments().listBetween(noon(), noon().plus(HOUR), 9));
    }
}
