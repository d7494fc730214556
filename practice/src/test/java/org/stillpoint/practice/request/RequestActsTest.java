package org.stillpoint.practice.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stillpoint.practice.PeopleInMemory.by;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.PeopleInMemory;
import org.stillpoint.practice.client.ArchiveClient;
import org.stillpoint.practice.client.CopyClient;
import org.stillpoint.practice.link.MakeLink;
import org.stillpoint.practice.link.OpenLink;
import org.stillpoint.practice.own.OwnAppointmentReading;
import org.stillpoint.practice.today.SeeToday;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.link.LinkPurpose;
import org.stillpoint.record.link.PrivateLink;
import org.stillpoint.record.request.ClientRequest;
import org.stillpoint.record.request.RequestMatter;
import org.stillpoint.record.request.RequestMatter.CannotCome;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** What a client asks by a link is open on Today until somebody wrote what was done; whoever sits at the desk is told who cannot come. */
class RequestActsTest {
    private static final Actor DOOR = Actor.program(Actor.ProgramPart.DOOR);
    private static final String BROWSER = "0b".repeat(32);

    private final PeopleInMemory people = new PeopleInMemory();
    private final TestClock clock = people.clock();
    private final RecordsInMemory records = people.records();
    private final UnitOfWork work = people.work();
    private final Account sam = people.account("sam", Role.THERAPIST);
    private final Account kim = people.account("kim", Role.THERAPIST);
    private final Account desk = people.account("desk", Role.ASSISTANT);
    private final Id<Client> ann = people.add(sam, "Ann", OptionalInt.empty());
    private final AskPractice askPractice = new AskPractice(work, clock);
    private final SayCannotCome sayCannotCome = new SayCannotCome(work, clock);
    private final AnswerRequest answer = new AnswerRequest(work, clock);
    private final RequestReading reading = new RequestReading(work);

    private Actor.Linked linked(LinkPurpose purpose) {
        Id<PrivateLink> id = Id.random();
        String hash = (purpose == LinkPurpose.OWN_VIEW ? "1a" : "1b").repeat(32);
        new MakeLink(work, clock).by(by(sam), new MakeLink.Command(id, ann, purpose, hash, MakeLink.USUAL));
        OpenLink open = new OpenLink(work, clock);
        assertThat(open.open(DOOR, records.privateLinks().findByHash(hash).orElseThrow(), BROWSER))
                .isTrue();
        return new Actor.Linked(ann, id);
    }

    private static RequestMatter wrong(String words) {
        return new RequestMatter.CorrectionAsked(new PrivateText(words));
    }

    private Id<ClientRequest> ask(Actor.Linked who, RequestMatter matter) {
        var wanted = new AskPractice.Command(Id.random(), ann, matter);
        assertThat(askPractice.by(who, wanted)).isEqualTo(new Answer.Done<>(wanted.id()));
        assertThat(askPractice.by(who, wanted)).isEqualTo(new Answer.Again<>(wanted.id()));
        return wanted.id();
    }

    private Appointment booked(Duration ahead) {
        Instant start = clock.instant().plus(ahead).truncatedTo(ChronoUnit.SECONDS);
        Appointment booked = Appointment.booked(Id.random(), ann, start, Appointment.USUAL);
        records.appointments().add(booked);
        return booked;
    }

    private AnswerRequest.Command answering(ClientRequest asked, boolean cancel) {
        return new AnswerRequest.Command(
                Id.random(),
                ann,
                asked.id(),
                asked.isOfAnAppointment(),
                asked.version(),
                new PrivateText("We spoke."),
                cancel);
    }

    private ClientRequest kept(Id<ClientRequest> id) {
        return records.clientRequests().find(ann, id).orElseThrow();
    }

    @Test
    void correctionAndErasure_areOpenForWhoeverTreats_untilTheyWroteWhatWasDone_andStandInTheCopy() {
        Actor.Linked own = linked(LinkPurpose.OWN_VIEW);
        Id<ClientRequest> correction = ask(own, wrong("It was the left knee."));
        clock.pass(Duration.ofMinutes(1));
        Id<ClientRequest> erasure = ask(own, new RequestMatter.ErasureAsked(PrivateText.NONE));
        SeeToday today = new SeeToday(work, clock);
        assertThat(today.by(by(sam)).asked())
                .extracting(each -> each.request().id())
                .containsExactly(correction, erasure);
        assertThat(today.by(by(kim)).asked()).isEmpty();
        assertThat(today.by(by(desk)).asked()).as("about the record").isEmpty();
        assertThat(reading.by(by(desk), ann).requests()).isEmpty();
        assertThatThrownBy(() -> reading.by(by(kim), ann)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> reading.by(own, ann)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> answer.by(by(desk), answering(kept(correction), false)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> answer.by(own, answering(kept(correction), false)))
                .isInstanceOf(NotAllowed.class);

        ClientRequest seen = kept(correction);
        assertThat(answer.by(by(sam), answering(seen, false))).isInstanceOf(Answer.Done.class);
        assertThat(answer.by(by(sam), answering(seen, false)))
                .as("answered meanwhile")
                .isInstanceOf(Answer.Changed.class);
        assertThat(today.by(by(sam)).asked())
                .extracting(each -> each.request().id())
                .containsExactly(erasure);
        assertThat(kept(correction).followUp())
                .hasValueSatisfying(done -> assertThat(done.by()).contains(sam.id()));
        assertThat(new CopyClient(work, records.audit(), clock)
                        .by(by(sam), ann, false)
                        .requests())
                .hasSize(2);
    }

    @Test
    void openRequest_keepsAClientFromBeingArchived_asAnOpenMatterDoes() {
        ask(linked(LinkPurpose.OWN_VIEW), new RequestMatter.ErasureAsked(PrivateText.NONE));
        Client client = records.clients().get(ann);
        var wanted = new ArchiveClient.Command(Id.random(), ann, client.version(), new PrivateText("moved away"));
        assertThat(new ArchiveClient(work, clock).by(by(sam), wanted)).isEqualTo(new Answer.No<>(Rule.MATTER_IS_OPEN));
    }

    @Test
    void cannotCome_isRung_cancelsNothingByItself_andIsAnsweredByTheDesk() {
        Appointment next = booked(Duration.ofDays(2));
        Actor.Linked own = linked(LinkPurpose.APPOINTMENT);
        OwnAppointmentReading ownReading = new OwnAppointmentReading(work, clock);
        assertThat(ownReading.by(own, ann).next()).contains(next);
        var wanted = new SayCannotCome.Command(Id.random(), ann, next.id(), next.version());
        assertThat(sayCannotCome.by(own, wanted)).isInstanceOf(Answer.Done.class);
        assertThat(sayCannotCome.by(own, wanted)).isInstanceOf(Answer.Again.class);
        var twice = new SayCannotCome.Command(Id.random(), ann, next.id(), next.version());
        assertThat(sayCannotCome.by(own, twice)).isEqualTo(new Answer.Done<>(wanted.id()));

        assertThat(records.clientRequests().list(ann))
                .singleElement()
                .satisfies(asked -> assertThat(asked.matter()).isEqualTo(new CannotCome(next.id(), next.start())));
        assertThat(records.appointments().get(ann, next.id()).stands()).isTrue();
        assertThat(ownReading.by(own, ann).cannotCome()).isPresent();
        assertThat(new SeeToday(work, clock).by(by(desk)).asked()).hasSize(1);
        assertThat(reading.by(by(desk), ann).requests())
                .singleElement()
                .satisfies(seen -> assertThat(seen.stillStands()).isTrue());

        ClientRequest asked = kept(wanted.id());
        assertThatThrownBy(() -> answer.by(
                        by(sam),
                        new AnswerRequest.Command(
                                Id.random(), ann, asked.id(), false, asked.version(), new PrivateText("x"), false)))
                .as("of another kind")
                .isInstanceOf(NoSuchRecord.class);
        assertThat(answer.by(by(desk), answering(asked, true))).isInstanceOf(Answer.Done.class);
        assertThat(records.appointments().get(ann, next.id()).stands()).isFalse();
        assertThat(ownReading.by(own, ann)).satisfies(seen -> {
            assertThat(seen.next()).isEmpty();
            assertThat(seen.cannotCome()).isEmpty();
        });
    }

    @Test
    void cannotCome_ofAnAppointmentThatWasMovedOrIsOver_isNotSaid_andAMovedOneIsNotCancelled() {
        Appointment next = booked(Duration.ofDays(2));
        Actor.Linked own = linked(LinkPurpose.APPOINTMENT);
        var said = new SayCannotCome.Command(Id.random(), ann, next.id(), next.version());
        sayCannotCome.by(own, said);
        Appointment moved =
                records.appointments().update(next.movedTo(next.start().plus(Duration.ofDays(1)), next.length()));
        var stale = new SayCannotCome.Command(Id.random(), ann, next.id(), Version.FIRST);
        assertThat(sayCannotCome.by(own, stale)).isInstanceOf(Answer.Changed.class);
        assertThat(new OwnAppointmentReading(work, clock).by(own, ann).cannotCome())
                .as("of the new time nobody said so")
                .isEmpty();
        answer.by(by(sam), answering(kept(said.id()), true));
        assertThat(records.appointments().get(ann, next.id())).isEqualTo(moved);

        clock.pass(Duration.ofDays(4));
        Actor.Linked later = linkedAgain();
        var late = new SayCannotCome.Command(Id.random(), ann, next.id(), moved.version());
        assertThatThrownBy(() -> sayCannotCome.by(later, late)).isInstanceOf(NoSuchRecord.class);
    }

    private Actor.Linked linkedAgain() {
        Id<PrivateLink> id = Id.random();
        String hash = "1c".repeat(32);
        new MakeLink(work, clock)
                .by(by(sam), new MakeLink.Command(id, ann, LinkPurpose.APPOINTMENT, hash, MakeLink.USUAL));
        new OpenLink(work, clock)
                .open(DOOR, records.privateLinks().findByHash(hash).orElseThrow(), BROWSER);
        return new Actor.Linked(ann, id);
    }

    @Test
    void asking_withMuchOpenAlready_isRefused_andWithoutWordsOrOfAnAppointmentIsNone() {
        Actor.Linked own = linked(LinkPurpose.OWN_VIEW);
        IntStream.range(0, AskPractice.MOST_OPEN).forEach(each -> ask(own, wrong("No. " + each)));
        assertThat(askPractice.by(own, new AskPractice.Command(Id.random(), ann, wrong("one more"))))
                .isEqualTo(new Answer.No<>(Rule.MUCH_IS_ASKED));
        assertThatThrownBy(() -> wrong(" ")).isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> askPractice.by(
                        own, new AskPractice.Command(Id.random(), ann, new CannotCome(Id.random(), Instant.EPOCH))))
                .isInstanceOf(BadValue.class);
        assertThat(Optional.of(records.clientRequests().list(ann)))
                .hasValueSatisfying(all -> assertThat(all).hasSize(AskPractice.MOST_OPEN));
    }
}
