package org.stillpoint.app.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.about.ChangeBackground;
import org.stillpoint.practice.about.ChangeCarers;
import org.stillpoint.practice.about.ChangeClientContact;
import org.stillpoint.practice.appointment.BookAppointment;
import org.stillpoint.practice.checkin.GiveCheckIn;
import org.stillpoint.practice.client.AddClient;
import org.stillpoint.practice.consent.ConsentCheck;
import org.stillpoint.practice.consent.ConsentReading;
import org.stillpoint.practice.consent.ConsentWording;
import org.stillpoint.practice.consent.SignAreas;
import org.stillpoint.practice.consent.SignConsent;
import org.stillpoint.practice.history.TellEvent;
import org.stillpoint.practice.intake.AnswerIntakeStep;
import org.stillpoint.practice.intake.BeginIntake;
import org.stillpoint.practice.pain.MarkPain;
import org.stillpoint.practice.plan.KeepPlan;
import org.stillpoint.practice.session.EndSession;
import org.stillpoint.practice.session.MarkMoment;
import org.stillpoint.practice.session.StartSession;
import org.stillpoint.practice.touch.ChangeTouchMap;
import org.stillpoint.practice.trace.Palpate;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.Version;
import org.stillpoint.record.address.AddressEntry;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.client.Background;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.ContactDetails;
import org.stillpoint.record.client.Psychotherapy;
import org.stillpoint.record.consent.ConsentDocument;
import org.stillpoint.record.consent.ConsentTerm;
import org.stillpoint.record.consent.InkStroke;
import org.stillpoint.record.consent.SensitiveArea;
import org.stillpoint.record.consent.Signature;
import org.stillpoint.record.consent.Signer;
import org.stillpoint.record.examination.Grade;
import org.stillpoint.record.history.Provenance;
import org.stillpoint.record.history.Told;
import org.stillpoint.record.intake.Intake;
import org.stillpoint.record.intake.IntakeHand;
import org.stillpoint.record.intake.IntakeStep;
import org.stillpoint.record.intake.StepAnswer.StepState;
import org.stillpoint.record.plan.PlanChoice;
import org.stillpoint.record.plan.PlanDraft;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Tap;
import org.stillpoint.record.touch.TouchWish;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;
import org.stillpoint.web.consent.SpokenConsent;
import org.stillpoint.words.Speaker;

/** What made-up people do in a practice, by the acts that everybody does. What an act refuses is a fault of the story. */
final class Visits {
    static final Actor WHO = Actor.program(Actor.ProgramPart.DEMO);

    /** A name as it is written in a hurry. */
    private static final Signature SCRAWL = new Signature.ByHand(List.of(
            scrawled(90, 220, 140, 90, 190, 220, 115, 165, 200, 160),
            scrawled(240, 200, 265, 150, 295, 205, 330, 150, 355, 205, 420, 145, 470, 205, 560, 170),
            scrawled(520, 110, 540, 100)));

    private final UnitOfWork work;
    private final ConsentReading consentReading;
    private final SignConsent signConsent;
    private final SignAreas signAreas;
    private final ChangeTouchMap changeTouchMap;
    private final AddClient addClient;
    private final TellEvent tellEvent;
    private final MarkPain markPain;
    private final Palpate palpate;
    private final GiveCheckIn giveCheckIn;
    private final BeginIntake beginIntake;
    private final AnswerIntakeStep answerStep;
    private final KeepPlan keepPlan;
    private final StartSession startSession;
    private final MarkMoment markMoment;
    private final EndSession endSession;
    private final BookAppointment bookAppointment;
    private final ChangeClientContact changeContact;
    private final ChangeBackground changeBackground;
    private final ChangeCarers changeCarers;

    Visits(UnitOfWork work, Clock clock) {
        this.work = work;
        ConsentWording wording = new SpokenConsent(new Speaker(Locale.ENGLISH, clock.getZone()));
        consentReading = new ConsentReading(work, wording, clock);
        signConsent = new SignConsent(work, wording, clock);
        signAreas = new SignAreas(work, wording, clock);
        changeTouchMap = new ChangeTouchMap(work, clock);
        addClient = new AddClient(work, clock);
        tellEvent = new TellEvent(work, clock);
        palpate = new Palpate(work, Atlas.standard(), clock);
        markPain = new MarkPain(work, clock);
        giveCheckIn = new GiveCheckIn(work, clock);
        beginIntake = new BeginIntake(work, clock);
        answerStep = new AnswerIntakeStep(work, clock);
        keepPlan = new KeepPlan(work, clock);
        startSession = new StartSession(work, clock);
        markMoment = new MarkMoment(work, clock);
        endSession = new EndSession(work, clock);
        bookAppointment = new BookAppointment(work, clock);
        changeContact = new ChangeClientContact(work, clock);
        changeBackground = new ChangeBackground(work, clock);
        changeCarers = new ChangeCarers(work, clock);
    }

    void comes(Id<Client> id, String name, int yearOfBirth) {
        done(addClient.by(WHO, new AddClient.Command(id, new PrivateText(name), OptionalInt.of(yearOfBirth), true)));
        agrees(id);
    }

    /** Reads what is to be read, and signs it: no to e-mail and to research, and for no sensitive area. */
    private void agrees(Id<Client> client) {
        ConsentDocument read = consentReading.by(WHO, client).now();
        done(signConsent.by(
                WHO,
                new SignConsent.Command(
                        Id.random(),
                        client,
                        read.hash(),
                        read.choices().stream().collect(Collectors.toMap(block -> block, block -> false)),
                        Set.of(),
                        ConsentTerm.USUAL,
                        new Signer.Oneself(),
                        SCRAWL)));
    }

    /** A sensitive area is signed on the day on which hands come there. */
    private void agreesTo(Id<Client> client, SensitiveArea area) {
        ConsentReading.ConsentView view = consentReading.by(WHO, client);
        if (!view.areas().contains(area)) {
            done(signAreas.by(
                    WHO,
                    new SignAreas.Command(
                            Id.random(), client, view.ofAreas().hash(), Set.of(area), new Signer.Oneself(), SCRAWL)));
        }
    }

    void isReached(Id<Client> client, ContactDetails told) {
        done(changeContact.by(WHO, new ChangeClientContact.Command(Id.random(), client, Version.FIRST, told)));
    }

    void tellsBeforehand(Id<Client> client, Background told) {
        done(changeBackground.by(
                WHO,
                new ChangeBackground.Command(
                        Id.random(),
                        client,
                        Version.FIRST,
                        told.reason(),
                        told.preferences(),
                        told.stopSign(),
                        told.cautions())));
    }

    void isSeenBy(Id<Client> client, AddressEntry carer) {
        done(changeCarers.by(
                WHO,
                new ChangeCarers.Command(
                        Id.random(),
                        client,
                        Version.FIRST.next(),
                        Optional.of(Psychotherapy.NO),
                        List.of(),
                        Optional.of(carer))));
    }

    void saysAboutTouch(Id<Client> client, Map<RegionCode, TouchWish> wishes) {
        done(changeTouchMap.by(
                WHO, new ChangeTouchMap.Command(Id.random(), client, Optional.empty(), wishes, IntakeHand.THERAPIST)));
    }

    void tells(Id<Client> client, Told told) {
        done(tellEvent.by(WHO, new TellEvent.Command(Id.random(), client, told, Provenance.TOLD_BEFORE_SESSION)));
    }

    void hurts(Id<Client> client, SortedMap<RegionCode, Score0To10> pain) {
        Optional<Id<BodyMap>> latest = work.read(
                WHO,
                Act.SEE_PAIN,
                Optional.of(client),
                records -> records.bodyMaps().findLatest(client).map(BodyMap::id));
        done(markPain.by(WHO, new MarkPain.Command(Id.random(), client, Id.random(), Optional.empty(), latest, pain)));
    }

    void handsFind(Id<Client> client, MuscleId muscle, Grade restricted) {
        done(palpate.by(
                WHO, new Palpate.Command(Id.random(), client, new Palpate.Found.Restriction(muscle, restricted))));
    }

    void checksIn(Id<Client> client, Answers answers) {
        done(giveCheckIn.by(WHO, new GiveCheckIn.Command(Id.random(), client, answers)));
    }

    /** One step of the intake, which begins with the first. */
    void answers(Id<Client> client, IntakeStep step, Map<String, String> typed, StepState state) {
        Id<Intake> intake = work.read(
                        WHO,
                        Act.SEE_INTAKE,
                        Optional.of(client),
                        records -> records.intakes().findOpen(client).map(Intake::id))
                .orElseGet(() -> begins(client));
        done(answerStep.by(
                WHO,
                new AnswerIntakeStep.Command(Id.random(), client, intake, step, typed, state, IntakeHand.CLIENT_HERE)));
    }

    private Id<Intake> begins(Id<Client> client) {
        Id<Intake> intake = Id.random();
        done(beginIntake.by(WHO, new BeginIntake.Command(intake, client)));
        return intake;
    }

    /** The plan for their next session, with a choice. */
    void plans(Id<Client> client, PlanDraft draft, PlanChoice choice) {
        done(keepPlan.by(WHO, new KeepPlan.Command(Id.random(), Id.random(), client, Version.FIRST, choice), draft));
    }

    /** A session on a safety check that found nothing. */
    Id<Session> starts(Id<Client> client) {
        Id<Session> session = Id.random();
        done(startSession.by(WHO, StartSession.Command.clear(session, client, Id.random())));
        return session;
    }

    void marks(Id<Client> client, Id<Session> session, Tap tap) {
        ConsentCheck.touched(tap.moment()).flatMap(SensitiveArea::of).ifPresent(area -> agreesTo(client, area));
        done(markMoment.by(WHO, client, new MarkMoment.Command(session, tap)));
    }

    void ends(Id<Client> client, Id<Session> session) {
        done(endSession.by(WHO, new EndSession.Command(client, session)));
    }

    void isToCome(Id<Client> client, LocalDate day, LocalTime time) {
        done(bookAppointment.by(
                WHO, new BookAppointment.Command(Id.random(), client, day, time, Appointment.USUAL, 1)));
    }

    /** A stroke by its places: left and down, one after the other. */
    private static InkStroke scrawled(int... places) {
        return new InkStroke(IntStream.range(0, places.length / 2)
                .mapToObj(i -> new InkStroke.InkPoint(places[2 * i], places[2 * i + 1]))
                .toList());
    }

    static void done(Answer<?> answer) {
        if (!(answer instanceof Answer.Done<?>)) {
            throw new IllegalStateException(
                    "the story does not hold together: " + answer.getClass().getSimpleName());
        }
    }
}
