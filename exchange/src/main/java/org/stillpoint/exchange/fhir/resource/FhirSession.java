package org.stillpoint.exchange.fhir.resource;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.stillpoint.exchange.fhir.code.BodySites;
import org.stillpoint.exchange.fhir.code.KnownCode;
import org.stillpoint.exchange.fhir.code.OwnExtension;
import org.stillpoint.exchange.fhir.code.OwnSystem;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.ReleaseSign;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.session.SpontaneousSign;

/**
 * A session: an encounter, the procedure in it, and an observation for each mark that counts, with who observed it. That a memory, an image or an
 * emotion surfaced does not leave, nor does anything that was said of it.
 */
public final class FhirSession implements FhirTranslator<Session> {
    private final Optional<Id<Account>> therapist;

    /** @param therapist who treats the client, by whose judgement is marked what hands found; empty where it is nobody's client */
    public FhirSession(Optional<Id<Account>> therapist) {
        this.therapist = therapist;
    }

    /** Whether a mark may leave the record: what surfaced in a session may not. */
    public static boolean leaves(Mark mark) {
        return !mark.moment().mayHaveWords();
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
            to.add(marks.get(i).id(), mark(marks.get(i), i + 1, session, procedureId));
        }
    }

    private Observation mark(Mark mark, int number, Session session, String procedure) {
        Observation written = new Observation()
                .setStatus(ObservationStatus.FINAL)
                .addCategory(KnownCode.CATEGORY_THERAPY.concept())
                .setCode(OwnSystem.MARK.concept(code(mark.moment())))
                .setSubject(FhirEntries.to(session.client()))
                .setEncounter(FhirEntries.to(session.id()))
                .addPartOf(FhirEntries.to(procedure))
                .setEffective(FhirValues.moment(mark.tappedAt()));
        written.setIssuedElement(FhirValues.exact(mark.recordedAt()));
        written.addIdentifier(FhirEntries.identifier(mark.id()));
        OwnExtension.MARK_NUMBER.add(written, new PositiveIntType(number));
        performer(mark.moment(), session).ifPresent(written::addPerformer);
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
    private Optional<Reference> performer(Moment moment, Session session) {
        return switch (moment) {
            case Moment.ReleaseFelt felt -> Optional.of(FhirEntries.to(session.client()));
            case Moment.Awareness said -> Optional.of(FhirEntries.to(session.client()));
            case Moment.Distress said -> Optional.of(FhirEntries.to(session.client()));
            case Moment.Grounded said -> Optional.of(FhirEntries.to(session.client()));
            case Moment.TouchAsked said -> Optional.of(FhirEntries.to(session.client()));
            case Moment.StopSignal said -> Optional.of(FhirEntries.to(session.client()));
            case Moment.ConsentEnded said -> Optional.of(FhirEntries.to(session.client()));
            default -> therapist.map(FhirEntries::to);
        };
    }

    private static String code(Moment moment) {
        return moment.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
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
            case Moment.Awareness(var score) -> to.setValue(FhirValues.score(score));
            case Moment.Distress(var score) -> to.setValue(FhirValues.score(score));
            case Moment.Grounded(var distress) -> to.setValue(FhirValues.score(distress));
            case Moment.Release(Site site, double extent) ->
                to.setBodySite(BodySites.concept(site)).setValue(FhirValues.quantity(extent, "1"));
            case Moment.ReleaseFelt(Site site, double extent) ->
                to.setBodySite(BodySites.concept(site)).setValue(FhirValues.quantity(extent, "1"));
            case Moment.TouchAsked(Site site, boolean yes) ->
                to.setBodySite(BodySites.concept(site)).setValue(new BooleanType(yes));
            default -> {}
        }
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
                new Moment.SignOfRelease(OwnSystem.RELEASE_SIGN
                        .find(in.getValueCodeableConcept())
                        .flatMap(sign -> OwnSystem.constant(ReleaseSign.class, sign))
                        .orElseThrow());
            case "observed" ->
                new Moment.Observed(OwnSystem.SPONTANEOUS_SIGN
                        .find(in.getValueCodeableConcept())
                        .flatMap(sign -> OwnSystem.constant(SpontaneousSign.class, sign))
                        .orElseThrow());
            case "position-taken" -> new Moment.PositionTaken(words(in));
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
            default -> throw new IllegalStateException("a mark of no known kind");
        };
    }

    private static Site site(Observation in) {
        return BodySites.find(in.getBodySite()).orElseThrow();
    }

    private static PrivateText words(Observation in) {
        return in.hasValueStringType() ? new PrivateText(in.getValueStringType().getValue()) : PrivateText.NONE;
    }
}
