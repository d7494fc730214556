package org.stillpoint.practice.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stillpoint.practice.PeopleInMemory.by;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.PeopleInMemory;
import org.stillpoint.practice.checkin.GiveCheckIn;
import org.stillpoint.practice.client.ArchiveClient;
import org.stillpoint.practice.followup.FollowUpReading;
import org.stillpoint.practice.link.OpenLink;
import org.stillpoint.practice.link.OpenLink.LinkSeen;
import org.stillpoint.practice.link.TakeLinkBack;
import org.stillpoint.practice.mail.MailReach.WhyNot;
import org.stillpoint.practice.mail.MailReading.ClientToRing;
import org.stillpoint.practice.mail.SendMails.MailTally;
import org.stillpoint.practice.today.SeeToday;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.MailWishes;
import org.stillpoint.record.contract.MailOnRecord;
import org.stillpoint.record.contract.Practice;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.link.LinkPurpose;
import org.stillpoint.record.link.PrivateLink;
import org.stillpoint.record.mail.Letter;
import org.stillpoint.record.mail.MailFault;
import org.stillpoint.record.mail.MailMatter;
import org.stillpoint.record.mail.MailState;
import org.stillpoint.record.mail.OutboxMail;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.setting.MailSetting;
import org.stillpoint.record.signin.DoorRule;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.AuditEntry;
import org.stillpoint.record.work.UnitOfWork;

/** What is due is reminded of once, at the client's hour, by mail where they have agreed to it; else somebody rings. */
class RemindersTest {
    private static final Actor JOB = Actor.program(Actor.ProgramPart.JOB);
    private static final Actor DOOR = Actor.program(Actor.ProgramPart.DOOR);
    private static final Duration DAY = Duration.ofDays(1);
    private static final String HTTPS = "https://door.example";

    private static final MailWording WORDING = (to, content, door, off, language) -> new Letter(
            to,
            new PrivateText("A note"),
            new PrivateText(content.getClass().getSimpleName()),
            off.map(link -> new PrivateText(door + "/off/" + link.secret())),
            Locale.UK);

    private final PeopleInMemory people = new PeopleInMemory();
    private final TestClock clock = people.clock();
    private final RecordsInMemory records = people.records();
    private final UnitOfWork work = people.work();
    private final Account sam = people.account("sam", Role.THERAPIST);
    private final Account kim = people.account("kim", Role.THERAPIST);
    private final Account desk = people.account("desk", Role.ASSISTANT);
    private final Id<Client> ann = people.add(sam, "Ann", OptionalInt.empty());
    private final ScriptedCourier courier = new ScriptedCourier();
    private final PlanReminders plan = new PlanReminders(work, WORDING, clock);
    private final SendMails send = new SendMails(work, courier, clock);
    private final MailReading reading = new MailReading(work, clock);
    private final SwitchOffMail switchOff = new SwitchOffMail(work, clock);
    private final ChangeMailWishes changeWishes = new ChangeMailWishes(work, clock);
    private final MailLink mailLink = new MailLink(work, WORDING, clock);

    @BeforeEach
    void everythingIsThereForAMail() {
        MailOnRecord.set(records, MailOnRecord.server(25), HTTPS, 24);
        MailOnRecord.tellAddress(records, ann, "ann@example.org", "");
        clock.pass(Duration.ofSeconds(1));
        MailOnRecord.agree(records, ann, clock.instant(), true);
    }

    private Id<Session> held(Id<Client> client) {
        SafetyCheck check = SafetyCheck.clear(client, clock.instant());
        records.safetyChecks().add(check);
        OpenSession session = Practice.start(records, check, clock.instant());
        records.sessions().keep(session.end(clock.instant()));
        return session.id();
    }

    private Id<Session> heldAndDue(Id<Client> client) {
        Id<Session> session = held(client);
        clock.pass(DAY.multipliedBy(2));
        return session;
    }

    private Appointment expected(Id<Client> client, Duration from) {
        Instant start = clock.instant().plus(from).truncatedTo(ChronoUnit.SECONDS);
        Appointment booked = Appointment.booked(Id.random(), client, start, Appointment.USUAL);
        records.appointments().add(booked);
        return booked;
    }

    private MailTally run() {
        plan.by(JOB);
        return send.by(JOB);
    }

    private MailState state(MailMatter matter) {
        return records.outbox().find(ann, matter.mail()).orElseThrow().state();
    }

    private void wishes(Id<Client> client, MailWishes wishes) {
        records.aboutClients()
                .updateMailWishes(records.aboutClients().mailWishes(client).with(wishes));
    }

    private static MailTally tally(int handedOver, int putOff, int givenUp, int notWanted) {
        return new MailTally(handedOver, putOff, givenUp, notWanted);
    }

    @Test
    void followUp_thatIsDue_isAskedByOneMail_andAccountedForByIds() {
        Id<Session> session = held(ann);
        clock.pass(Duration.ofHours(47));
        assertThat(run()).isEqualTo(tally(0, 0, 0, 0));
        clock.pass(Duration.ofHours(1));
        assertThat(plan.by(JOB)).isEqualTo(1);
        assertThat(plan.by(JOB)).isZero();
        assertThat(send.by(JOB)).isEqualTo(tally(1, 0, 0, 0));
        clock.pass(DAY);
        assertThat(run()).isEqualTo(tally(0, 0, 0, 0));

        MailMatter matter = new MailMatter.FollowUpDue(session);
        assertThat(courier.tried()).singleElement().satisfies(carried -> {
            assertThat(carried.id()).isEqualTo(matter.mail());
            assertThat(carried.letter().to().value()).isEqualTo("ann@example.org");
        });
        assertThat(state(matter)).isInstanceOf(MailState.HandedOver.class);
        assertThat(records.audit().listOf(ann))
                .filteredOn(entry -> entry.act() == Act.HAND_OVER_MAIL)
                .extracting(AuditEntry::key)
                .containsExactly(Optional.of(matter.mail()));
        assertThat(records.privateLinks().list(ann))
                .extracting(PrivateLink::purpose)
                .containsExactly(LinkPurpose.CHECK_IN);
        assertThat(new FollowUpReading(work, clock)
                        .by(by(sam), ann)
                        .due()
                        .orElseThrow()
                        .mail())
                .containsInstanceOf(MailState.HandedOver.class);
    }

    @Test
    void followUp_withoutADoor_isAskedWithoutALink() {
        MailOnRecord.set(records, MailOnRecord.server(25), "", 24);
        heldAndDue(ann);
        assertThat(run()).isEqualTo(tally(1, 0, 0, 0));
        assertThat(records.privateLinks().list(ann)).isEmpty();
    }

    @Test
    void nothing_isSent_withoutServer_address_consent_orAgainstTheirWish() {
        heldAndDue(ann);
        MailOnRecord.tellAddress(records, ann, "", "");
        assertThat(whyNot()).contains(WhyNot.NO_ADDRESS);
        assertThat(run()).isEqualTo(tally(0, 0, 0, 0));
        MailOnRecord.tellAddress(records, ann, "ann@example.org", "");

        MailOnRecord.agree(records, ann, clock.instant(), false);
        assertThat(whyNot()).contains(WhyNot.NOT_AGREED);
        assertThat(run()).isEqualTo(tally(0, 0, 0, 0));
        clock.pass(Duration.ofSeconds(1));
        MailOnRecord.agree(records, ann, clock.instant(), true);

        MailWishes off = MailWishes.USUAL.switchedOff(clock.instant());
        wishes(ann, off);
        assertThat(whyNot()).contains(WhyNot.SWITCHED_OFF);
        assertThat(run()).isEqualTo(tally(0, 0, 0, 0));
        wishes(ann, MailWishes.USUAL);

        var setting = records.settings().mail();
        records.settings().replace(new MailSetting(Optional.empty(), HTTPS, 24, setting.version()));
        assertThat(whyNot()).contains(WhyNot.NO_SERVER);
        assertThat(run()).isEqualTo(tally(0, 0, 0, 0));

        MailOnRecord.set(records, MailOnRecord.server(25), HTTPS, 24);
        assertThat(whyNot()).isEmpty();
        assertThat(run()).isEqualTo(tally(1, 0, 0, 0));
    }

    private Optional<WhyNot> whyNot() {
        return reading.by(by(sam), ann).whyNot();
    }

    @Test
    void reminder_comesAtTheHour_andOnTheDays_thatTheClientWants() {
        held(ann); // on a Sunday at ten
        wishes(ann, new MailWishes(18, Set.of(DayOfWeek.WEDNESDAY), Optional.empty(), Optional.empty()));
        clock.pass(DAY.multipliedBy(2).plusHours(9)); // Tuesday at seven in the evening
        assertThat(run()).isEqualTo(tally(0, 0, 0, 0));
        clock.pass(Duration.ofHours(22)); // Wednesday at five
        assertThat(run()).isEqualTo(tally(0, 0, 0, 0));
        clock.pass(Duration.ofHours(1));
        assertThat(run()).isEqualTo(tally(1, 0, 0, 0));
    }

    @Test
    void reminder_ofWhoeverLivesElsewhere_comesAtTheHourThere() {
        held(ann);
        ZoneId kolkata = ZoneId.of("Asia/Kolkata"); // 05:30 before UTC the whole year
        wishes(ann, new MailWishes(18, MailWishes.USUAL.days(), Optional.of(kolkata), Optional.empty()));
        clock.pass(DAY.multipliedBy(2));
        clock.pass(Duration.between(clock.instant().atZone(kolkata).toLocalTime(), LocalTime.of(17, 59)));
        assertThat(run()).isEqualTo(tally(0, 0, 0, 0));
        clock.pass(Duration.ofMinutes(1));
        assertThat(run()).isEqualTo(tally(1, 0, 0, 0));
    }

    @Test
    void mail_thatIsRefusedForNow_isTriedAgainLater_underTheSameId_andWithTheSameWords() {
        MailMatter matter = new MailMatter.FollowUpDue(heldAndDue(ann));
        courier.refuses(MailFault.NO_CONNECTION, false);
        courier.refuses(MailFault.BROKEN_OFF, false);
        assertThat(run()).isEqualTo(tally(0, 1, 0, 0));
        assertThat(run()).isEqualTo(tally(0, 0, 0, 0));
        clock.pass(Duration.ofMinutes(1));
        assertThat(run()).isEqualTo(tally(0, 1, 0, 0));
        clock.pass(Duration.ofMinutes(4));
        assertThat(run()).isEqualTo(tally(0, 0, 0, 0));
        clock.pass(Duration.ofMinutes(1));
        assertThat(run()).isEqualTo(tally(1, 0, 0, 0));
        assertThat(courier.tried()).hasSize(3).containsOnly(courier.tried().getFirst());
        assertThat(courier.tried().getFirst().id()).isEqualTo(matter.mail());
    }

    @Test
    void mail_thatIsNeverTaken_isGivenUpInTheEnd_andSomebodyIsTold() {
        MailMatter matter = new MailMatter.FollowUpDue(heldAndDue(ann));
        for (int i = 0; i < 6; i++) {
            courier.refuses(MailFault.TIMED_OUT, false);
            run();
            clock.pass(Duration.ofHours(6));
        }
        assertThat(courier.tried()).hasSize(6);
        assertThat(state(matter)).isInstanceOf(MailState.GivenUp.class);
        assertThat(run()).isEqualTo(tally(0, 0, 0, 0));
        assertThat(new FollowUpReading(work, clock).all(by(sam)).getFirst().mail())
                .containsInstanceOf(MailState.GivenUp.class);
        assertThat(records.audit().listOf(ann))
                .extracting(AuditEntry::act)
                .contains(Act.GIVE_UP_MAIL)
                .doesNotContain(Act.HAND_OVER_MAIL);
    }

    @Test
    void mail_thatIsRefusedForGood_isGivenUpAtOnce_andOthersAreSent() {
        Id<Client> bea = people.add(sam, "Bea", OptionalInt.empty());
        MailOnRecord.tellAddress(records, bea, "bea@example.org", "");
        MailOnRecord.agree(records, bea, clock.instant().plusSeconds(1), true);
        held(ann);
        heldAndDue(bea);
        courier.refuses(MailFault.ADDRESS_REFUSED, true);
        assertThat(run()).isEqualTo(tally(1, 0, 1, 0));
    }

    @Test
    void server_thatIsAway_isAskedOnceInARun() {
        Id<Client> bea = people.add(sam, "Bea", OptionalInt.empty());
        MailOnRecord.tellAddress(records, bea, "bea@example.org", "");
        MailOnRecord.agree(records, bea, clock.instant().plusSeconds(1), true);
        held(ann);
        heldAndDue(bea);
        courier.refuses(MailFault.HOST_UNKNOWN, false);
        assertThat(run()).isEqualTo(tally(0, 1, 0, 0));
        assertThat(courier.tried()).hasSize(1);
    }

    @Test
    void twoProcesses_sendOneMailOnce() {
        heldAndDue(ann);
        plan.by(JOB);
        courier.meanwhile(
                () -> assertThat(new SendMails(work, courier, clock).by(JOB)).isEqualTo(tally(0, 0, 0, 0)));
        assertThat(send.by(JOB)).isEqualTo(tally(1, 0, 0, 0));
        assertThat(courier.tried()).hasSize(1);
    }

    @Test
    void mail_whoseSenderDied_isSentByTheNext_underTheSameId() {
        heldAndDue(ann);
        plan.by(JOB);
        courier.meanwhile(() -> {
            throw new IllegalStateException("killed");
        });
        assertThatThrownBy(() -> send.by(JOB)).isInstanceOf(IllegalStateException.class);
        courier.meanwhile(() -> {});
        assertThat(send.by(JOB)).isEqualTo(tally(0, 0, 0, 0));
        clock.pass(Duration.ofMinutes(10));
        assertThat(send.by(JOB)).isEqualTo(tally(1, 0, 0, 0));
        assertThat(courier.tried()).hasSize(2).containsOnly(courier.tried().getFirst());
    }

    @Test
    void mail_thatIsAnsweredBefore_orOfWhoeverIsArchivedOrErased_isNotSent() {
        Id<Client> bea = people.add(sam, "Bea", OptionalInt.empty());
        Id<Client> cara = people.add(sam, "Cara", OptionalInt.empty());
        for (Id<Client> each : List.of(bea, cara)) {
            MailOnRecord.tellAddress(records, each, "b@example.org", "");
            MailOnRecord.agree(records, each, clock.instant().plusSeconds(1), true);
        }
        held(ann);
        held(bea);
        heldAndDue(cara);
        assertThat(plan.by(JOB)).isEqualTo(3);
        Score0To10 one = Score0To10.of(1);
        new GiveCheckIn(work, clock)
                .by(by(sam), new GiveCheckIn.Command(Id.random(), ann, Answers.of(one, one, one, one)));
        new ArchiveClient(work, clock)
                .by(
                        by(sam),
                        new ArchiveClient.Command(
                                Id.random(), bea, records.clients().get(bea).version(), new PrivateText("moved")));
        records.clients().erase(cara);
        assertThat(send.by(JOB)).isEqualTo(tally(0, 0, 0, 2));
        assertThat(courier.tried()).isEmpty();
        assertThat(records.outbox().list(cara)).isEmpty();
        assertThat(records.outbox().list(ann))
                .extracting(OutboxMail::state)
                .allMatch(MailState.NotWanted.class::isInstance);
    }

    @Test
    void link_ofAMail_switchesAllMailOff_untilTheClientSaysOtherwise() {
        heldAndDue(ann);
        plan.by(JOB);
        String off = records.outbox().list(ann).getFirst().offHash();
        assertThat(switchOff.see(DOOR, off).orElseThrow().off()).isFalse();
        assertThat(switchOff.see(DOOR, "0a".repeat(32))).isEmpty();
        assertThat(switchOff.by(DOOR, ann)).isInstanceOf(Answer.Done.class);
        assertThat(switchOff.by(DOOR, ann)).isInstanceOf(Answer.Again.class);
        assertThat(switchOff.see(DOOR, off).orElseThrow().off()).isTrue();
        assertThat(send.by(JOB)).isEqualTo(tally(0, 0, 0, 0));
        assertThat(courier.tried()).isEmpty();
        assertThat(whyNot()).contains(WhyNot.SWITCHED_OFF);

        var kept = records.aboutClients().mailWishes(ann);
        var wanted = new ChangeMailWishes.Command(
                Id.random(),
                ann,
                kept.version(),
                new MailWishes(8, EnumSet.allOf(DayOfWeek.class), Optional.empty(), Optional.empty()));
        assertThat(changeWishes.by(by(desk), wanted)).isInstanceOf(Answer.Done.class);
        assertThat(changeWishes.by(by(desk), wanted)).isInstanceOf(Answer.Again.class);
        assertThat(changeWishes.by(
                        by(sam), new ChangeMailWishes.Command(Id.random(), ann, kept.version(), MailWishes.USUAL)))
                .isInstanceOf(Answer.Changed.class);
        assertThat(whyNot()).isEmpty();
        assertThatThrownBy(() -> changeWishes.by(by(kim), wanted)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void appointment_isRemindedOf_someHoursBefore_andAnewWhereItIsMoved() {
        Appointment booked = expected(ann, DAY.plusHours(2));
        assertThat(run()).isEqualTo(tally(0, 0, 0, 0)); // at ten, 26 hours before
        clock.pass(Duration.ofHours(3)); // at one
        assertThat(run()).isEqualTo(tally(0, 0, 0, 0));
        assertThat(reading.toRing(by(sam))).isEmpty();
        clock.pass(Duration.ofHours(20)); // at nine on the day
        assertThat(run()).isEqualTo(tally(1, 0, 0, 0));
        assertThat(run()).isEqualTo(tally(0, 0, 0, 0));

        Appointment moved =
                records.appointments().update(booked.movedTo(booked.start().plus(DAY), booked.length()));
        assertThat(run()).isEqualTo(tally(0, 0, 0, 0));
        clock.pass(DAY.minusHours(1)); // at eight
        assertThat(run()).isEqualTo(tally(0, 0, 0, 0));
        clock.pass(Duration.ofHours(1));
        assertThat(plan.by(JOB)).isEqualTo(1);
        records.appointments().update(moved.cancelled(clock.instant()));
        assertThat(send.by(JOB)).isEqualTo(tally(0, 0, 0, 1));
    }

    @Test
    void appointment_thatIsRemindedOf_hasOneLink_untilItIsOver_theSameWithEachTry() {
        Appointment booked = expected(ann, Duration.ofHours(20));
        courier.refuses(MailFault.NO_CONNECTION, false);
        assertThat(run()).isEqualTo(tally(0, 1, 0, 0));
        clock.pass(Duration.ofMinutes(1));
        assertThat(run()).isEqualTo(tally(1, 0, 0, 0));
        assertThat(courier.tried()).hasSize(2).containsOnly(courier.tried().getFirst());
        assertThat(records.privateLinks().list(ann)).singleElement().satisfies(link -> {
            assertThat(link.purpose()).isEqualTo(LinkPurpose.APPOINTMENT);
            assertThat(link.until()).isEqualTo(booked.end());
            assertThat(link.by()).isEmpty();
        });

        PrivateLink link = records.privateLinks().list(ann).getFirst();
        OpenLink open = new OpenLink(work, clock);
        assertThat(open.see(DOOR, link.linkHash(), "")).isInstanceOf(LinkSeen.ToBeOpened.class);
        new TakeLinkBack(work, clock).by(by(sam), new TakeLinkBack.Command(Id.random(), ann, link.id()));
        assertThat(open.see(DOOR, link.linkHash(), "")).isInstanceOf(LinkSeen.OpensNothing.class);
    }

    @Test
    void appointment_withoutADoor_isRemindedOfWithoutALink_andNoneLastsLongerThanThePracticeAllows() {
        MailOnRecord.set(records, MailOnRecord.server(25), "", 48);
        Appointment booked = expected(ann, Duration.ofHours(40));
        assertThat(run()).isEqualTo(tally(1, 0, 0, 0));
        assertThat(records.privateLinks().list(ann)).isEmpty();

        MailOnRecord.set(records, MailOnRecord.server(25), HTTPS, 48);
        records.signIns().setRule(new DoorRule(false, 1));
        records.appointments().update(booked.movedTo(booked.start().plusSeconds(60), booked.length()));
        assertThat(run()).isEqualTo(tally(1, 0, 0, 0));
        assertThat(records.privateLinks().list(ann))
                .extracting(PrivateLink::until)
                .containsExactly(clock.instant().truncatedTo(ChronoUnit.MILLIS).plus(DAY));
    }

    @Test
    void appointment_ofWhoeverNoMailReaches_standsOnTheListToRing() {
        MailOnRecord.tellAddress(records, ann, "", "");
        Appointment booked = expected(ann, Duration.ofHours(20));
        expected(people.add(kim, "Bea", OptionalInt.empty()), Duration.ofHours(20));
        run();
        assertThat(reading.toRing(by(sam))).singleElement().satisfies(ring -> {
            assertThat(ring.client().id()).isEqualTo(ann);
            assertThat(ring.whyNot()).contains(WhyNot.NO_ADDRESS);
            assertThat(ring.matter()).isEqualTo(new MailMatter.AppointmentAhead(booked.id(), booked.start()));
        });
        assertThat(reading.toRing(by(desk))).hasSize(2);
        assertThat(new SeeToday(work, clock).by(by(sam)).toRing()).isEqualTo(1);
    }

    @Test
    void appointment_whoseMailWasRefused_orWhoseHourIsOver_standsOnTheListToRing() {
        expected(ann, Duration.ofHours(20));
        courier.refuses(MailFault.ADDRESS_REFUSED, true);
        assertThat(run()).isEqualTo(tally(0, 0, 1, 0));
        assertThat(reading.toRing(by(sam)))
                .extracting(ClientToRing::fault)
                .containsExactly(Optional.of(MailFault.ADDRESS_REFUSED));
        clock.pass(Duration.ofHours(20));
        assertThat(reading.toRing(by(sam))).isEmpty();

        clock.pass(Duration.ofHours(7)); // at one
        expected(ann, Duration.ofHours(5));
        assertThat(run()).isEqualTo(tally(0, 0, 0, 0));
        assertThat(reading.toRing(by(sam))).hasSize(1);
    }

    @Test
    void link_byMail_isSentAtOnce_whereTheClientMayBeWrittenTo() {
        clock.pass(Duration.ofHours(11)); // in the evening
        var wanted = new MailLink.Command(Id.random(), ann, LinkPurpose.CONSENT, DAY);
        assertThat(mailLink.by(by(sam), wanted)).isInstanceOf(Answer.Done.class);
        assertThat(mailLink.by(by(sam), wanted)).isInstanceOf(Answer.Again.class);
        assertThat(send.by(JOB)).isEqualTo(tally(1, 0, 0, 0));
        assertThat(records.privateLinks().list(ann)).extracting(PrivateLink::id).containsExactly(wanted.id());
        assertThatThrownBy(() -> mailLink.by(by(desk), wanted)).isInstanceOf(NotAllowed.class);

        wishes(ann, MailWishes.USUAL.switchedOff(clock.instant()));
        assertThat(mailLink.by(by(sam), new MailLink.Command(Id.random(), ann, LinkPurpose.CONSENT, DAY)))
                .isInstanceOf(Answer.No.class);
        assertThat(records.privateLinks().list(ann)).hasSize(1);
    }

    @Test
    void link_thatCouldNotBeSent_standsOnTheListToRing_asLongAsItOpens() {
        mailLink.by(by(sam), new MailLink.Command(Id.random(), ann, LinkPurpose.CONSENT, DAY));
        courier.refuses(MailFault.ADDRESS_REFUSED, true);
        assertThat(send.by(JOB)).isEqualTo(tally(0, 0, 1, 0));
        assertThat(reading.toRing(by(sam))).hasSize(1);
        assertThat(reading.toRing(by(kim))).isEmpty();
        clock.pass(DAY);
        assertThat(reading.toRing(by(sam))).isEmpty();
    }

    @Test
    void address_thatIsToldAnew_isWrittenTo() {
        heldAndDue(ann);
        courier.refuses(MailFault.MAIL_REFUSED, false);
        run();
        MailOnRecord.tellAddress(records, ann, "new@example.org", "");
        clock.pass(Duration.ofMinutes(1));
        assertThat(run()).isEqualTo(tally(1, 0, 0, 0));
        assertThat(courier.tried().getLast().letter().to().value()).isEqualTo("new@example.org");
    }

    @Test
    void job_andDoor_mayDoThisAndNoMore() {
        assertThatThrownBy(() -> plan.by(by(sam))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> send.by(DOOR)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> reading.setting(by(sam))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> reading.setting(JOB)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> switchOff.by(by(sam), ann)).isInstanceOf(NotAllowed.class);
    }
}
