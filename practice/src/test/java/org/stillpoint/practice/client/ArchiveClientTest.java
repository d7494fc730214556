package org.stillpoint.practice.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stillpoint.practice.PeopleInMemory.by;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.PeopleInMemory;
import org.stillpoint.practice.about.AboutReading;
import org.stillpoint.practice.appointment.BookAppointment;
import org.stillpoint.practice.outcome.PracticeReading;
import org.stillpoint.practice.session.EndSession;
import org.stillpoint.practice.session.StartSession;
import org.stillpoint.practice.today.SeeToday;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.care.Bond;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.checkin.FollowUp;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.link.LinkPurpose;
import org.stillpoint.record.link.LinkState;
import org.stillpoint.record.link.PrivateLink;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.slip.EntryContent;

/** Whoever no longer comes is archived with a reason and brought back; what would be lost from sight is seen to first. */
class ArchiveClientTest {
    private final PeopleInMemory people = new PeopleInMemory();
    private final Account sam = people.account("sam", Role.THERAPIST);
    private final Account kim = people.account("kim", Role.THERAPIST);
    private final Account desk = people.account("desk", Role.ASSISTANT);
    private final Id<Client> ann = people.add(sam, "Ann Example", OptionalInt.empty());
    private final ArchiveClient archive = new ArchiveClient(people.work(), people.clock());
    private final SeeToday today = new SeeToday(people.work(), people.clock());

    private ArchiveClient.Command because(String reason, Version seen) {
        return new ArchiveClient.Command(Id.random(), ann, seen, new PrivateText(reason));
    }

    private Answer<Client> archived() {
        return archive.by(by(sam), because("moved away", Version.FIRST));
    }

    private Client kept() {
        return people.records().clients().get(ann);
    }

    @Test
    void archived_isOutOfSight_foundBySearch_andBroughtBack() {
        people.add(sam, "Bea Example", OptionalInt.empty());
        ArchiveClient.Command wanted = because("moved away", Version.FIRST);
        assertThat(archive.by(by(sam), wanted)).isInstanceOf(Answer.Done.class);
        assertThat(archive.by(by(sam), wanted)).isInstanceOf(Answer.Again.class);
        assertThat(archived()).isInstanceOf(Answer.Changed.class);

        assertThat(kept().archiving()).hasValueSatisfying(since -> {
            assertThat(since.by()).contains(sam.id());
            assertThat(since.reason()).isEqualTo(new PrivateText("moved away"));
        });
        assertThat(today.by(by(sam)).recent()).hasSize(1);
        assertThat(today.byName(by(sam), Optional.empty()).rows()).hasSize(1);
        assertThat(today.archived(by(sam), Optional.empty()).rows())
                .extracting(row -> row.standing().client().id())
                .containsExactly(ann);
        assertThat(today.find(by(sam), "ann").rows())
                .extracting(row -> row.standing().client().isArchived())
                .containsExactly(true);
        assertThat(new PracticeReading(people.work(), Atlas.standard(), people.clock())
                        .by(by(sam))
                        .everybody())
                .as("figures keep whoever went")
                .hasSize(2);

        assertThat(archive.bringBack(by(sam), because("", new Version(2)))).isInstanceOf(Answer.Done.class);
        assertThat(kept().isArchived()).isFalse();
        assertThat(today.archived(by(sam), Optional.empty()).rows()).isEmpty();
        assertThat(new AboutReading(people.work(), people.clock())
                        .by(by(sam), ann)
                        .history())
                .extracting(each -> each.correction().before())
                .hasOnlyElementsOfType(EntryContent.ArchiveEntry.class)
                .hasSize(2);
    }

    @Test
    void archived_nothingIsBegun_andOpenLinksAreTakenBack() {
        PrivateLink link = new PrivateLink(
                Id.random(),
                ann,
                LinkPurpose.CHECK_IN,
                "0a".repeat(32),
                Optional.of(sam.id()),
                people.clock().instant(),
                people.clock().instant().plus(Duration.ofDays(7)),
                new LinkState.Unopened(),
                Version.FIRST);
        people.records().privateLinks().add(link);
        archived();

        assertThat(people.records().privateLinks().list(ann).getFirst().state())
                .isInstanceOf(LinkState.TakenBack.class);
        assertThat(new StartSession(people.work(), people.clock())
                        .by(by(sam), StartSession.Command.clear(Id.random(), ann, Id.random())))
                .isEqualTo(new Answer.No<>(Rule.CLIENT_IS_ARCHIVED));
        assertThat(book()).isEqualTo(new Answer.No<>(Rule.CLIENT_IS_ARCHIVED));
    }

    private Answer<Appointment> book() {
        LocalDate tomorrow =
                LocalDate.ofInstant(people.clock().instant(), ZoneOffset.UTC).plusDays(1);
        return new BookAppointment(people.work(), people.clock())
                .by(
                        by(sam),
                        new BookAppointment.Command(Id.random(), ann, tomorrow, LocalTime.NOON, Appointment.USUAL, 1));
    }

    @Test
    void whatWouldBeLostFromSight_isSeenToFirst() {
        Id<Session> session = Id.random();
        new StartSession(people.work(), people.clock())
                .by(by(sam), StartSession.Command.clear(session, ann, Id.random()));
        assertThat(archived()).isEqualTo(new Answer.No<>(Rule.SESSION_IS_OPEN));
        new EndSession(people.work(), people.clock()).by(by(sam), new EndSession.Command(ann, session));

        Score0To10 one = Score0To10.of(1);
        CheckIn worse = CheckIn.given(
                ann,
                new Answers(
                        one,
                        one,
                        one,
                        one,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new PrivateText("dizzy")),
                people.clock().instant());
        people.records().checkIns().add(worse);
        assertThat(archived()).isEqualTo(new Answer.No<>(Rule.MATTER_IS_OPEN));
        people.records()
                .checkIns()
                .update(worse.followedBy(Optional.of(
                        new FollowUp(people.clock().instant(), Optional.empty(), new PrivateText("rang her")))));

        Appointment booked = ((Answer.Done<Appointment>) book()).kept();
        assertThat(archived()).isEqualTo(new Answer.No<>(Rule.APPOINTMENT_STANDS));
        people.records().appointments().update(booked.cancelled(people.clock().instant()));
        assertThat(archived()).isInstanceOf(Answer.Done.class);
    }

    @Test
    void archiving_isForWhoeverTreats_withAReason() {
        people.records().care().share(ann, kim.id());
        assertThat(people.records().care().find(ann, kim.id())).contains(Bond.SHARED);
        assertThatThrownBy(() -> archive.by(by(kim), because("moved away", Version.FIRST)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> archive.by(by(desk), because("moved away", Version.FIRST)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> archive.by(by(sam), because(" ", Version.FIRST)))
                .isInstanceOf(BadValue.class);
        assertThat(kept().isArchived()).isFalse();
    }
}
