package org.stillpoint.exchange.fhir.resource;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.stillpoint.anatomy.Point;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.exchange.fhir.code.BodySites;
import org.stillpoint.exchange.fhir.code.KnownCode;
import org.stillpoint.exchange.fhir.code.OwnExtension;
import org.stillpoint.exchange.fhir.code.OwnSystem;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.session.AfterStop;
import org.stillpoint.record.session.DialogueKind;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Heading;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.ReleaseSign;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.SignToStop;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.session.SpontaneousSign;

/**
 * A session: an encounter, the procedure in it, and an observation for each mark that counts, with who observed it. That a memory, an image or an
 * emotion surfaced does not leave, nor does anything that was said of it; of talk leave its kind and who marked it, never words.
 */
public final class FhirSession implements FhirTranslator<Session> {
    private static final String FROM_FORWARD = "from-forward";
    private static final String FROM_UP = "from-up";
    private static final String FROM_RIGHT = "from-right";
    private static final String TOWARDS_FORWARD = "towards-forward";
    private static final String TOWARDS_UP = "towards-up";
    private static final String TOWARDS_RIGHT = "towards-right";
    private static final String TRACE_SEEN = "trace-seen";
    private static final String STEP_NUMBER = "step-number";

    private final Optional<Id<Account>> therapist;

    /** @param therapist who treats the client, by whose judgement is marked what hands found; empty where it is nobody's client */
    public FhirSession(Optional<Id<Account>> therapist) {
        this.therapist = therapist;
    }

    /** Whether a mark may leave the record: what surfaced in a session may not, nor what is none of what happened in it. */
    public static boolean leaves(Mark mark) {
        return code(mark.moment()).isPresent();
    }

    @Override
    public void write(Session session, FhirEntries to) {
        Optional<EndedSession> ended = session instanceof EndedSession over ? Optional.of(over) : Optional.empty();
        Period period = new Period().setStartElement(FhirValues.moment(session.startedAt()));
        ended.ifPresent(over -> period.setEndElement(FhirValues.moment(over.endedAt())));
        String title = OwnSystem.ENTRY.coding("session").getDisplay() + " " + session.startedAt();

        Encounter encounter = new Encounter()
                .setStatus(ended.isPresent() ? EncounterStatus.FINISHED : EncounterStatus.INPROGRESS)
                .setClass_(KnownCode.AMBULATORY.coding())
                .setSubject(FhirEntries.to(session.client()))
                .setPeriod(period);
        encounter.addIdentifier(FhirEntries.identifier(session.id()));
        OwnExtension.SAFETY_CHECK.add(encounter, FhirEntries.to(session.safetyCheck()));
        therapist.ifPresent(who -> encounter.addParticipant().setIndividual(FhirEntries.to(who)));
        FhirValues.narrate(encounter, title);
        to.add(session.id(), encounter);

        String procedureId = FhirEntries.derived("procedure", session.id());
        List<Mark> marks =
                session.standingMarks().stream().filter(FhirSession::leaves).toList();
        Procedure procedure = new Procedure()
                .setStatus(ended.isPresent() ? ProcedureStatus.COMPLETED : ProcedureStatus.INPROGRESS)
                .setCode(OwnSystem.ENTRY.concept("session"))
                .setSubject(FhirEntries.to(session.client()))
                .setEncounter(FhirEntries.to(session.id()))
                .setPerformed(period.copy());
        therapist.ifPresent(who -> procedure.addPerformer().setActor(FhirEntries.to(who)));
        marks.stream()
                .flatMap(mark -> mark.moment() instanceof Moment.SiteEngaged(Site site, var how)
                        ? Stream.of(site)
                        : Stream.empty())
                .distinct()
                .forEach(site -> procedure.addBodySite(BodySites.concept(site)));
        marks.stream()
                .filter(mark -> mark.moment() instanceof Moment.Release)
                .findFirst()
                .ifPresent(any -> procedure.setOutcome(OwnSystem.MARK.concept("release")));
        FhirValues.narrate(procedure, title);
        to.add(procedureId, procedure);

        for (int i = 0; i < marks.size(); i++) {
            to.add(marks.get(i).id(), mark(marks.get(i), i + 1, session, procedureId, to));
        }
    }

    private Observation mark(Mark mark, int number, Session session, String procedure, FhirEntries to) {
        Observation written = new Observation()
                .setStatus(ObservationStatus.FINAL)
                .addCategory(KnownCode.CATEGORY_THERAPY.concept())
                .setCode(OwnSystem.MARK.concept(code(mark.moment()).orElseThrow()))
                .setSubject(FhirEntries.to(session.client()))
                .setEncounter(FhirEntries.to(session.id()))
                .addPartOf(FhirEntries.to(procedure))
                .setEffective(FhirValues.moment(mark.tappedAt()));
        written.setIssuedElement(FhirValues.exact(mark.recordedAt()));
        written.addIdentifier(FhirEntries.identifier(mark.id()));
        OwnExtension.MARK_NUMBER.add(written, new PositiveIntType(number));
        performer(mark.moment(), session, to).ifPresent(written::addPerformer);
        fill(written, mark.moment());
        FhirValues.narrate(
                written,
                written.getCode().getText(),
                written.getBodySite().getText() == null
                        ? ""
                        : written.getBodySite().getText());
        return written;
    }

    /** By whom is part of it: what the client says is observed by the client, what hands found by whoever treats them. */
    private Optional<Reference> performer(Moment moment, Session session, FhirEntries to) {
        return switch (moment) {
            case Moment.ReleaseFelt felt -> Optional.of(FhirEntries.to(session.client()));
            case Moment.Awareness said -> Optional.of(FhirEntries.to(session.client()));
            case Moment.Distress said -> Optional.of(FhirEntries.to(session.client()));
            case Moment.Grounded said -> Optional.of(FhirEntries.to(session.client()));
            case Moment.TouchAsked said -> Optional.of(FhirEntries.to(session.client()));
            case Moment.StopSignal said -> Optional.of(FhirEntries.to(session.client()));
            case Moment.ConsentEnded said -> Optional.of(FhirEntries.to(session.client()));
            case Moment.Dialogue(var what, Optional<Id<Account>> by) -> by.map(who -> author(who, to));
            default -> therapist.map(FhirEntries::to);
        };
    }

    /** Whoever talked need not be among the staff that the bundle tells of, so that they are named by what others know them by. */
    private static Reference author(Id<Account> who, FhirEntries to) {
        Reference author = to.has(who) ? FhirEntries.to(who) : new Reference();
        return author.setType("Practitioner").setIdentifier(FhirEntries.identifier(who));
    }

    /** The code of a mark; empty where it stays in the record. Each kind of moment is named here, so that a new one is decided on. */
    /** By what name a moment leaves; empty where it does not. */
    public static Optional<String> code(Moment moment) {
        return switch (moment) {
            case Moment.Settled _ -> Optional.of("settled");
            case Moment.SiteEngaged _ -> Optional.of("site-engaged");
            case Moment.Stillpoint _ -> Optional.of("stillpoint");
            case Moment.SignificanceStop _ -> Optional.of("significance-stop");
            case Moment.SignOfRelease _ -> Optional.of("sign-of-release");
            case Moment.PositionTaken _ -> Optional.of("position-taken");
            case Moment.Observed _ -> Optional.of("observed");
            case Moment.Arced _ -> Optional.of("arced");
            case Moment.Dialogue _ -> Optional.of("dialogue");
            case Moment.Integrated _ -> Optional.of("integrated");
            case Moment.GroundingStep _ -> Optional.of("grounding-step");
            case Moment.Awareness _ -> Optional.of("awareness");
            case Moment.Distress _ -> Optional.of("distress");
            case Moment.Release _ -> Optional.of("release");
            case Moment.ReleaseFelt _ -> Optional.of("release-felt");
            case Moment.Paused _ -> Optional.of("paused");
            case Moment.Resumed _ -> Optional.of("resumed");
            case Moment.StopSignal _ -> Optional.of("stop-signal");
            case Moment.TouchAsked _ -> Optional.of("touch-asked");
            case Moment.ConsentEnded _ -> Optional.of("consent-ended");
            case Moment.SignNoticed _ -> Optional.of("sign-noticed");
            case Moment.StepTaken _ -> Optional.of("step-taken");
            case Moment.AskedAfterStop _ -> Optional.of("asked-after-stop");
            case Moment.Grounded _ -> Optional.of("grounded");
            case Moment.HelpCalled _ -> Optional.of("help-called");
            // what surfaced
            case Moment.MemorySurfaced _, Moment.ImageAppeared _, Moment.EmotionFelt _ -> Optional.empty();
            // nothing that happened in the session
            case Moment.HandTaken _ -> Optional.empty();
            // what is said of another mark, or came too late to count
            case Moment.Annotated _, Moment.Undone _, Moment.Amended _, Moment.AfterSigning _ -> Optional.empty();
        };
    }

    private static void fill(Observation to, Moment moment) {
        switch (moment) {
            case Moment.SiteEngaged(Site site, PrivateText technique) -> {
                to.setBodySite(BodySites.concept(site));
                FhirText.of(technique).ifPresent(how -> to.setValue(new StringType(how)));
            }
            case Moment.SignOfRelease(ReleaseSign sign) -> to.setValue(OwnSystem.RELEASE_SIGN.concept(sign));
            case Moment.Observed(SpontaneousSign sign) -> to.setValue(OwnSystem.SPONTANEOUS_SIGN.concept(sign));
            case Moment.PositionTaken(PrivateText how) ->
                FhirText.of(how).ifPresent(words -> to.setValue(new StringType(words)));
            case Moment.Arced(RegionCode station, Point from, Heading towards, boolean traceSeen) -> {
                to.setBodySite(BodySites.concept(station));
                part(to, FROM_FORWARD, FhirValues.quantity(from.x(), "m"));
                part(to, FROM_UP, FhirValues.quantity(from.y(), "m"));
                part(to, FROM_RIGHT, FhirValues.quantity(from.z(), "m"));
                part(to, TOWARDS_FORWARD, FhirValues.quantity(towards.x(), "1"));
                part(to, TOWARDS_UP, FhirValues.quantity(towards.y(), "1"));
                part(to, TOWARDS_RIGHT, FhirValues.quantity(towards.z(), "1"));
                part(to, TRACE_SEEN, new BooleanType(traceSeen));
            }
            case Moment.Dialogue(DialogueKind what, var by) -> to.setValue(OwnSystem.DIALOGUE_KIND.concept(what));
            case Moment.Awareness(var score) -> to.setValue(FhirValues.score(score));
            case Moment.Distress(var score) -> to.setValue(FhirValues.score(score));
            case Moment.Grounded(var distress) -> to.setValue(FhirValues.score(distress));
            case Moment.Release(Site site, double extent) ->
                to.setBodySite(BodySites.concept(site)).setValue(FhirValues.quantity(extent, "1"));
            case Moment.ReleaseFelt(Site site, double extent) ->
                to.setBodySite(BodySites.concept(site)).setValue(FhirValues.quantity(extent, "1"));
            case Moment.TouchAsked(Site site, boolean yes) ->
                to.setBodySite(BodySites.concept(site)).setValue(new BooleanType(yes));
            case Moment.SignNoticed(SignToStop sign) -> to.setValue(OwnSystem.SIGN_TO_STOP.concept(sign));
            case Moment.StepTaken(int number, PrivateText sentence) -> {
                part(to, STEP_NUMBER, new IntegerType(number));
                FhirText.of(sentence).ifPresent(words -> to.setValue(new StringType(words)));
            }
            case Moment.AskedAfterStop(AfterStop what, boolean yes) ->
                to.addComponent().setCode(OwnSystem.AFTER_STOP.concept(what)).setValue(new BooleanType(yes));
            // the code says all of it
            case Moment.Settled _, Moment.Stillpoint _, Moment.SignificanceStop _, Moment.Integrated _ -> {}
            case Moment.GroundingStep _, Moment.Paused _, Moment.Resumed _, Moment.StopSignal _ -> {}
            case Moment.ConsentEnded _, Moment.HelpCalled _ -> {}
            // these have no code and are never filled in
            case Moment.MemorySurfaced _, Moment.ImageAppeared _, Moment.EmotionFelt _, Moment.HandTaken _ -> {}
            case Moment.Annotated _, Moment.Undone _, Moment.Amended _, Moment.AfterSigning _ -> {}
        }
    }

    private static void part(Observation of, String code, Type value) {
        of.addComponent().setCode(OwnSystem.MARK_PART.concept(code)).setValue(value);
    }

    @Override
    public List<Session> read(FhirEntries from) {
        return from.list(Encounter.class).stream()
                .filter(each ->
                        OwnExtension.SAFETY_CHECK.find(each, Reference.class).isPresent())
                .map(each -> read(each, from))
                .toList();
    }

    private static Session read(Encounter encounter, FhirEntries from) {
        Id<Session> id = FhirEntries.recordId(encounter);
        Id<SafetyCheck> check = FhirEntries.recordId(
                OwnExtension.SAFETY_CHECK.find(encounter, Reference.class).orElseThrow());
        var started = FhirValues.instant(encounter.getPeriod().getStartElement());
        List<Mark> marks = from.list(Observation.class).stream()
                .filter(each -> OwnSystem.MARK.find(each.getCode()).isPresent()
                        && FhirEntries.recordId(each.getEncounter()).equals(id))
                .sorted(Comparator.comparing(each -> OwnExtension.MARK_NUMBER
                        .find(each, PositiveIntType.class)
                        .orElseThrow()
                        .getValue()))
                .map(each -> new Mark(
                        FhirEntries.recordId(each),
                        FhirValues.instant(each.getEffectiveDateTimeType()),
                        FhirValues.instant(each.getIssuedElement()),
                        moment(each)))
                .toList();
        return encounter.getPeriod().hasEnd()
                ? new EndedSession(
                        id,
                        FhirEntries.recordId(encounter.getSubject()),
                        check,
                        started,
                        FhirValues.instant(encounter.getPeriod().getEndElement()),
                        marks)
                : new OpenSession(id, FhirEntries.recordId(encounter.getSubject()), check, started, marks);
    }

    private static Moment moment(Observation in) {
        String code = OwnSystem.MARK.find(in.getCode()).orElseThrow();
        return switch (code) {
            case "settled" -> new Moment.Settled();
            case "site-engaged" -> new Moment.SiteEngaged(site(in), words(in));
            case "stillpoint" -> new Moment.Stillpoint();
            case "significance-stop" -> new Moment.SignificanceStop();
            case "sign-of-release" ->
                new Moment.SignOfRelease(
                        constant(in.getValueCodeableConcept(), OwnSystem.RELEASE_SIGN, ReleaseSign.class));
            case "observed" ->
                new Moment.Observed(
                        constant(in.getValueCodeableConcept(), OwnSystem.SPONTANEOUS_SIGN, SpontaneousSign.class));
            case "position-taken" -> new Moment.PositionTaken(words(in));
            case "arced" -> arced(in);
            case "dialogue" ->
                new Moment.Dialogue(
                        constant(in.getValueCodeableConcept(), OwnSystem.DIALOGUE_KIND, DialogueKind.class),
                        in.getPerformer().stream()
                                .findFirst()
                                .map(who -> FhirEntries.<Account>recordId(who.getIdentifier())));
            case "integrated" -> new Moment.Integrated();
            case "grounding-step" -> new Moment.GroundingStep();
            case "awareness" -> new Moment.Awareness(FhirValues.score(in.getValueQuantity()));
            case "distress" -> new Moment.Distress(FhirValues.score(in.getValueQuantity()));
            case "release" ->
                new Moment.Release(site(in), in.getValueQuantity().getValue().doubleValue());
            case "release-felt" ->
                new Moment.ReleaseFelt(
                        site(in), in.getValueQuantity().getValue().doubleValue());
            case "paused" -> new Moment.Paused();
            case "resumed" -> new Moment.Resumed();
            case "stop-signal" -> new Moment.StopSignal();
            case "touch-asked" ->
                new Moment.TouchAsked(site(in), in.getValueBooleanType().booleanValue());
            case "consent-ended" -> new Moment.ConsentEnded();
            case "grounded" -> new Moment.Grounded(FhirValues.score(in.getValueQuantity()));
            case "sign-noticed" ->
                new Moment.SignNoticed(
                        constant(in.getValueCodeableConcept(), OwnSystem.SIGN_TO_STOP, SignToStop.class));
            case "step-taken" -> new Moment.StepTaken(((IntegerType) part(in, STEP_NUMBER)).getValue(), words(in));
            case "asked-after-stop" -> {
                ObservationComponentComponent asked = in.getComponentFirstRep();
                yield new Moment.AskedAfterStop(
                        constant(asked.getCode(), OwnSystem.AFTER_STOP, AfterStop.class),
                        asked.getValueBooleanType().booleanValue());
            }
            case "help-called" -> new Moment.HelpCalled();
            default -> throw new IllegalStateException("a mark of no known kind");
        };
    }

    private static Moment arced(Observation in) {
        if (!(site(in) instanceof Site.RegionSite(RegionCode station))) {
            throw new IllegalStateException("arcing from no region");
        }
        return new Moment.Arced(
                station,
                new Point(number(in, FROM_FORWARD), number(in, FROM_UP), number(in, FROM_RIGHT)),
                new Heading(number(in, TOWARDS_FORWARD), number(in, TOWARDS_UP), number(in, TOWARDS_RIGHT)),
                ((BooleanType) part(in, TRACE_SEEN)).booleanValue());
    }

    private static double number(Observation in, String code) {
        return ((Quantity) part(in, code)).getValue().doubleValue();
    }

    private static Type part(Observation in, String code) {
        return in.getComponent().stream()
                .filter(each -> OwnSystem.MARK_PART.says(code, each.getCode()))
                .map(ObservationComponentComponent::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static <E extends Enum<E>> E constant(CodeableConcept in, OwnSystem system, Class<E> type) {
        return system.find(in).flatMap(code -> OwnSystem.constant(type, code)).orElseThrow();
    }

    private static Site site(Observation in) {
        return BodySites.find(in.getBodySite()).orElseThrow();
    }

    private static PrivateText words(Observation in) {
        return in.hasValueStringType() ? new PrivateText(in.getValueStringType().getValue()) : PrivateText.NONE;
    }
}
