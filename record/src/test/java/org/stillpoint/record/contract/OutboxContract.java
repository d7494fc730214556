package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.client.AboutPart;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.MailWishes;
import org.stillpoint.record.mail.Letter;
import org.stillpoint.record.mail.MailFault;
import org.stillpoint.record.mail.MailMatter;
import org.stillpoint.record.mail.MailState;
import org.stillpoint.record.mail.Outbox.MailDue;
import org.stillpoint.record.mail.OutboxMail;
import org.stillpoint.record.setting.MailServer;
import org.stillpoint.record.setting.MailSetting;
import org.stillpoint.record.setting.MailTls;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Rights;
import org.stillpoint.record.work.Sight;

/** What every keeping does with mail to clients. */
public interface OutboxContract extends Practice {
    Duration LEASE = Duration.ofMinutes(10);

    private Letter letter() {
        return new Letter(
                new PrivateText("ann@example.org"),
                new PrivateText("A note"),
                new PrivateText("Hello,\nä note."),
                Optional.of(new PrivateText("https://door.example/mail-off/secret")),
                Locale.GERMANY);
    }

    private OutboxMail mail(Id<Client> client, MailMatter matter, String hash, Instant from) {
        return OutboxMail.written(client, matter, hash.repeat(32), letter(), from);
    }

    private OutboxMail mail(Id<Client> client, String hash, Instant from) {
        return mail(client, new MailMatter.FollowUpDue(Id.random()), hash, from);
    }

    private OutboxMail added(OutboxMail mail) {
        records().outbox().add(mail);
        return mail;
    }

    @Test
    default void mail_isKeptOnceForEachMatter_inEveryState_andGoesWithItsClient() {
        Id<Client> ann = addClient("Ann").id();
        MailMatter matter = new MailMatter.FollowUpDue(Id.random());
        assertThat(records().outbox().isWritten(matter)).isFalse();
        OutboxMail first = added(mail(ann, matter, "0a", now()));
        records().outbox().add(first);
        assertThat(records().outbox().isWritten(matter)).isTrue();
        assertThatThrownBy(() -> added(mail(ann, matter, "0b", now()))).isInstanceOf(AlreadyThere.class);
        assertThatThrownBy(() -> added(mail(ann, "0a", now()))).isInstanceOf(AlreadyThere.class);
        assertThatThrownBy(() -> added(mail(Id.random(), "0c", now()))).isInstanceOf(NoSuchRecord.class);
        OutboxMail second = added(mail(
                ann, new MailMatter.AppointmentAhead(Id.random(), now().plus(LEASE)), "0d", now().plusSeconds(60)));
        OutboxMail third = added(mail(ann, new MailMatter.LinkHandedOn(Id.random()), "0e", now().plusSeconds(120)));
        reopen();
        assertThat(records().outbox().list(ann)).containsExactly(third, second, first);
        assertThat(records().outbox().findByOffHash(second.offHash())).contains(second);
        assertThat(records().outbox().find(ann, first.id())).contains(first);
        assertThat(records().outbox().find(addClient("Bea").id(), first.id())).isEmpty();

        OutboxMail over = records().outbox().update(first.in(new MailState.HandedOver(now())));
        assertThat(over.version()).isEqualTo(Version.FIRST.next());
        assertThatThrownBy(() -> records().outbox().update(first.in(new MailState.NotWanted(now()))))
                .isInstanceOf(StaleRecord.class);
        OutboxMail up = records()
                .outbox()
                .update(second.in(new MailState.GivenUp(now().plusSeconds(60), MailFault.ADDRESS_REFUSED)));
        OutboxMail not = records().outbox().update(third.in(new MailState.NotWanted(now().plusSeconds(120))));
        reopen();
        assertThat(records().outbox().list(ann)).containsExactly(not, up, over);

        records().clients().erase(ann);
        assertThat(records().outbox().isWritten(matter)).isFalse();
        assertThat(records().outbox().findByOffHash(second.offHash())).isEmpty();
    }

    @Test
    default void take_isOnce_untilItsTimeIsOver_orSomethingWasHeard() {
        Id<Client> ann = addClient("Ann").id();
        OutboxMail later = added(mail(ann, "0a", now().plus(LEASE)));
        OutboxMail due = added(mail(ann, "0b", now()));
        assertThat(records().outbox().listDue(now(), 9)).containsExactly(new MailDue(due.id(), ann));
        assertThat(records().outbox().take(later.id(), now(), now().plus(LEASE)))
                .isFalse();
        assertThat(records().outbox().take(Id.random(), now(), now().plus(LEASE)))
                .isFalse();

        assertThat(records().outbox().take(due.id(), now(), now().plus(LEASE))).isTrue();
        assertThat(records().outbox().take(due.id(), now(), now().plus(LEASE))).isFalse();
        assertThat(records().outbox().listDue(now(), 9)).isEmpty();
        reopen();
        assertThat(records().outbox().take(due.id(), now(), now().plus(LEASE))).isFalse();

        clock().pass(LEASE);
        assertThat(records().outbox().listDue(now(), 9))
                .containsExactly(new MailDue(due.id(), ann), new MailDue(later.id(), ann));
        assertThat(records().outbox().listDue(now(), 1)).containsExactly(new MailDue(due.id(), ann));
        assertThat(records().outbox().take(due.id(), now(), now().plus(LEASE))).isTrue();
        OutboxMail again = records().outbox().update(due.in(new MailState.ToBeSent(now(), 1, letter())));
        assertThat(records().outbox().take(due.id(), now(), now().plus(LEASE))).isTrue();
        records().outbox().update(again.in(new MailState.HandedOver(now())));
        assertThat(records().outbox().take(due.id(), now(), now().plus(LEASE))).isFalse();
    }

    @Test
    default void take_byManyAtOnce_isOfOneOfThem() throws Exception {
        OutboxMail due = added(mail(addClient("Ann").id(), "0a", now()));
        try (ExecutorService many = Executors.newFixedThreadPool(4)) {
            var tries = IntStream.range(0, 16)
                    .mapToObj(any -> many.submit(() -> records().outbox().take(due.id(), now(), now().plus(LEASE))))
                    .toList();
            int taken = 0;
            for (var each : tries) {
                taken += each.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        }
    }

    @Test
    default void listGivenUp_isOfClientsWhomTheActorSees() {
        Account sam = Account.added(new SignInName("sam"), "{kind}hash", Role.THERAPIST, now());
        records().accounts().add(sam);
        Client own = addClient("Own");
        records().care().handOver(own.id(), sam.id());
        OutboxMail theirs = givenUp(own, "0a");
        OutboxMail anothers = givenUp(addClient("Other"), "0b");
        added(mail(own.id(), "0c", now()));

        assertThat(givenUp(Sight.EVERYONE)).containsExactlyInAnyOrder(theirs.id(), anothers.id());
        assertThat(givenUp(new Sight.OwnClients(sam.id()))).containsExactly(theirs.id());
        assertThat(givenUp(Sight.NOBODY)).isEmpty();
        assertThat(records().outbox().listGivenUp(now().plusSeconds(1), 9)).isEmpty();
    }

    private OutboxMail givenUp(Client client, String hash) {
        return records()
                .outbox()
                .update(added(mail(client.id(), hash, now())).in(new MailState.GivenUp(now(), MailFault.TIMED_OUT)));
    }

    private java.util.List<Id<OutboxMail>> givenUp(Sight sight) {
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
                        records -> records.outbox().listGivenUp(now(), 9).stream()
                                .map(OutboxMail::id)
                                .toList());
    }

    @Test
    default void wishesForMail_areTheUsual_untilTheyAreSaid() {
        Id<Client> ann = addClient("Ann").id();
        AboutPart<MailWishes> usual = records().aboutClients().mailWishes(ann);
        assertThat(usual.told()).isEqualTo(MailWishes.USUAL);
        MailWishes wanted = new MailWishes(
                18,
                Set.of(DayOfWeek.FRIDAY, DayOfWeek.MONDAY),
                Optional.of(ZoneId.of("Asia/Tokyo")),
                Optional.of(now()));
        AboutPart<MailWishes> said = records().aboutClients().updateMailWishes(usual.with(wanted));
        assertThatThrownBy(() -> records().aboutClients().updateMailWishes(usual))
                .isInstanceOf(StaleRecord.class);
        reopen();
        assertThat(records().aboutClients().mailWishes(ann)).isEqualTo(said);
        assertThat(said.told()).isEqualTo(wanted);
        records().clients().erase(ann);
        assertThat(records().aboutClients().mailWishes(ann).told()).isEqualTo(MailWishes.USUAL);
    }

    @Test
    default void mailSetting_isReplaced_asItWasSeen() {
        assertThat(records().settings().mail()).isEqualTo(MailSetting.NONE);
        MailServer server = new MailServer(
                "mail.example.org",
                587,
                MailTls.STARTTLS,
                "practice",
                new PrivateText("ottér"),
                "practice@example.org",
                "Praxis am Fluß");
        MailSetting set = records()
                .settings()
                .replace(new MailSetting(Optional.of(server), "https://door.example", 48, Version.FIRST));
        assertThatThrownBy(() -> records().settings().replace(MailSetting.NONE)).isInstanceOf(StaleRecord.class);
        reopen();
        assertThat(records().settings().mail()).isEqualTo(set);
        MailSetting none = records().settings().replace(new MailSetting(Optional.empty(), "", 0, set.version()));
        assertThat(records().settings().mail()).isEqualTo(none);
    }
}
