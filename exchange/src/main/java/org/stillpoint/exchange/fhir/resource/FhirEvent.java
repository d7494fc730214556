package org.stillpoint.exchange.fhir.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.Reference;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.exchange.fhir.code.BodySites;
import org.stillpoint.exchange.fhir.code.KnownCode;
import org.stillpoint.exchange.fhir.code.OwnExtension;
import org.stillpoint.exchange.fhir.code.OwnSystem;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.EventDate;
import org.stillpoint.record.history.EventDate.Precision;
import org.stillpoint.record.history.EventKind;
import org.stillpoint.record.history.ForceDirection;
import org.stillpoint.record.history.Mechanism;
import org.stillpoint.record.history.Provenance;
import org.stillpoint.record.history.Told;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.session.Session;

/**
 * A told event: an injury as a condition that nobody has confirmed, an operation as a procedure, a challenging life experience as an
 * observation, for it is no diagnosis. The client asserts each. What surfaced in a session never leaves.
 */
public final class FhirEvent implements FhirTranslator<TraumaEvent> {
    private static final String ABOUT_MECHANISM = "mechanism";
    private static final String ABOUT_FELT = "felt";
    private static final String ABOUT_POSTURE = "posture";

    /** Whether an event may leave the record. */
    public static boolean leaves(TraumaEvent event) {
        return event.provenance() != Provenance.SURFACED_IN_SESSION;
    }

    @Override
    public void write(TraumaEvent event, FhirEntries to) {
        if (!leaves(event)) {
            return;
        }
        DomainResource written =
                switch (event.told().kind()) {
                    case INJURY, PHYSICAL_TRAUMA, CAR_ACCIDENT -> condition(event);
                    case SURGERY -> procedure(event);
                    case CHALLENGING_LIFE_EXPERIENCE -> experience(event);
                };
        common(event, written);
        to.add(event.id(), written);
    }

    private static Condition condition(TraumaEvent event) {
        Condition condition = new Condition()
                .setVerificationStatus(KnownCode.UNCONFIRMED.concept())
                .setCode(code(event.told()))
                .setSubject(FhirEntries.to(event.client()))
                .setAsserter(FhirEntries.to(event.client()))
                .setOnset(date(event.told().when()))
                .setNote(notes(event));
        condition.setRecordedDateElement(FhirValues.moment(event.recordedAt()));
        condition.addIdentifier(FhirEntries.identifier(event.id()));
        event.told().places().forEach(place -> condition.addBodySite(BodySites.concept(place)));
        return condition;
    }

    private static Procedure procedure(TraumaEvent event) {
        Procedure procedure = new Procedure()
                .setStatus(ProcedureStatus.COMPLETED)
                .setCode(code(event.told()))
                .setSubject(FhirEntries.to(event.client()))
                .setAsserter(FhirEntries.to(event.client()))
                .setPerformed(date(event.told().when()))
                .setNote(notes(event));
        procedure.addIdentifier(FhirEntries.identifier(event.id()));
        event.told().places().forEach(place -> procedure.addBodySite(BodySites.concept(place)));
        return procedure;
    }

    private static Observation experience(TraumaEvent event) {
        Observation observation = new Observation()
                .setStatus(ObservationStatus.FINAL)
                .addCategory(KnownCode.CATEGORY_SOCIAL_HISTORY.concept())
                .setCode(OwnSystem.ENTRY.concept("life-experience"))
                .setSubject(FhirEntries.to(event.client()))
                .addPerformer(FhirEntries.to(event.client()))
                .setEffective(date(event.told().when()))
                .setNote(notes(event));
        observation.addIdentifier(FhirEntries.identifier(event.id()));
        event.told().coded().ifPresent(coded -> observation.setValue(OwnSystem.MECHANISM.concept(coded)));
        event.told().places().stream()
                .findFirst()
                .ifPresent(place -> observation.setBodySite(BodySites.concept(place))); // R4 has room for one
        return observation;
    }

    /** Our own code says which of the five it is; the code of others is as near as one was found. */
    private static CodeableConcept code(Told told) {
        CodeableConcept code = OwnSystem.EVENT_KIND.concept(told.kind());
        near(told).ifPresent(known -> code.addCoding(known.coding()));
        return code;
    }

    private static Optional<KnownCode> near(Told told) {
        return switch (told.kind()) {
            case CAR_ACCIDENT -> Optional.of(KnownCode.TRAFFIC_ACCIDENT);
            case SURGERY -> Optional.of(KnownCode.SURGICAL_PROCEDURE);
            case INJURY ->
                Optional.of(
                        told.coded().filter(Mechanism.ANKLE_SPRAIN::equals).isPresent()
                                ? KnownCode.ANKLE_SPRAIN_INJURY
                                : KnownCode.INJURY_ANY);
            case PHYSICAL_TRAUMA ->
                told.coded()
                        .filter(coded -> coded != Mechanism.BLOW_TO_THE_HEAD)
                        .map(fall -> KnownCode.FALL);
            case CHALLENGING_LIFE_EXPERIENCE -> Optional.empty();
        };
    }

    private static void common(TraumaEvent event, DomainResource to) {
        Told told = event.told();
        OwnExtension.EVENT_KIND.add(to, OwnSystem.EVENT_KIND.coding(told.kind()));
        OwnExtension.EVENT_PROVENANCE.add(to, OwnSystem.EVENT_PROVENANCE.coding(event.provenance()));
        told.coded().ifPresent(coded -> OwnExtension.MECHANISM.add(to, OwnSystem.MECHANISM.coding(coded)));
        told.force().forEach(from -> OwnExtension.FORCE_DIRECTION.add(to, OwnSystem.FORCE_DIRECTION.coding(from)));
        told.places().forEach(place -> OwnExtension.REGION.add(to, OwnSystem.REGION.coding(place.value())));
        told.severity().ifPresent(score -> OwnExtension.SEVERITY_TOLD.add(to, FhirValues.decimal(score.value())));
        told.emotionalIntensity()
                .ifPresent(score -> OwnExtension.INTENSITY_FELT.add(to, FhirValues.decimal(score.value())));
        event.lockedBy().ifPresent(session -> OwnExtension.LOCKED_BY.add(to, FhirEntries.to(session)));
        FhirValues.recorded(to, event.recordedAt(), event.version());
        FhirValues.narrate(
                to,
                OwnSystem.EVENT_KIND.coding(told.kind()).getDisplay() + " " + told.when(),
                told.mechanism().value(),
                told.posture().value(),
                told.felt().value());
    }

    private static List<Annotation> notes(TraumaEvent event) {
        List<Annotation> notes = new ArrayList<>();
        note(event.told().mechanism(), ABOUT_MECHANISM, event).ifPresent(notes::add);
        note(event.told().felt(), ABOUT_FELT, event).ifPresent(notes::add);
        note(event.told().posture(), ABOUT_POSTURE, event).ifPresent(notes::add);
        return notes;
    }

    private static Optional<Annotation> note(PrivateText words, String about, TraumaEvent event) {
        return FhirText.of(words).map(text -> {
            Annotation note = FhirValues.annotation(text).setAuthor(FhirEntries.to(event.client()));
            OwnExtension.NOTE_KIND.add(note, new CodeType(about));
            return note;
        });
    }

    private static DateTimeType date(EventDate date) {
        DateTimeType written = new DateTimeType(
                date.precision() == Precision.ABOUT ? date.toString().substring(1) : date.toString());
        if (date.precision() == Precision.ABOUT) {
            OwnExtension.DATE_IS_ABOUT.add(written, new BooleanType(true));
        }
        return written;
    }

    @Override
    public List<TraumaEvent> read(FhirEntries from) {
        return Stream.of(
                        from.list(Condition.class).stream()
                                .map(each ->
                                        read(each, each.getSubject(), each.getOnsetDateTimeType(), each.getNote())),
                        from.list(Procedure.class).stream()
                                .filter(each -> each.hasPerformedDateTimeType())
                                .map(each ->
                                        read(each, each.getSubject(), each.getPerformedDateTimeType(), each.getNote())),
                        from.list(Observation.class).stream()
                                .filter(each -> OwnExtension.EVENT_KIND
                                        .find(each, Coding.class)
                                        .isPresent())
                                .map(each ->
                                        read(each, each.getSubject(), each.getEffectiveDateTimeType(), each.getNote())))
                .flatMap(each -> each)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<TraumaEvent> read(
            DomainResource in, Reference subject, DateTimeType date, List<Annotation> notes) {
        return constant(in, OwnExtension.EVENT_KIND, EventKind.class)
                .map(kind -> new TraumaEvent(
                        FhirEntries.recordId(in),
                        FhirEntries.<Client>recordId(subject),
                        new Told(
                                kind,
                                date(date),
                                OwnExtension.REGION.values(in, Coding.class).stream()
                                        .map(each -> new RegionCode(each.getCode()))
                                        .toList(),
                                words(notes, ABOUT_MECHANISM),
                                constant(in, OwnExtension.MECHANISM, Mechanism.class),
                                OwnExtension.SEVERITY_TOLD
                                        .find(in, DecimalType.class)
                                        .map(FhirValues::score),
                                OwnExtension.INTENSITY_FELT
                                        .find(in, DecimalType.class)
                                        .map(FhirValues::score),
                                words(notes, ABOUT_FELT),
                                force(in),
                                words(notes, ABOUT_POSTURE)),
                        constant(in, OwnExtension.EVENT_PROVENANCE, Provenance.class)
                                .orElse(Provenance.TOLD_BEFORE_SESSION),
                        FhirValues.recordedAt(in).orElseThrow(),
                        OwnExtension.LOCKED_BY.find(in, Reference.class).map(FhirEntries::<Session>recordId),
                        FhirValues.version(in)));
    }

    private static <E extends Enum<E>> Optional<E> constant(DomainResource in, OwnExtension which, Class<E> type) {
        return which.find(in, Coding.class).flatMap(coding -> OwnSystem.constant(type, coding.getCode()));
    }

    private static Set<ForceDirection> force(DomainResource in) {
        return OwnExtension.FORCE_DIRECTION.values(in, Coding.class).stream()
                .flatMap(from -> OwnSystem.constant(ForceDirection.class, from.getCode()).stream())
                .collect(Collectors.toSet());
    }

    private static PrivateText words(List<Annotation> notes, String about) {
        return notes.stream()
                .filter(note -> OwnExtension.NOTE_KIND
                        .find(note, CodeType.class)
                        .filter(kind -> about.equals(kind.getValue()))
                        .isPresent())
                .findFirst()
                .map(FhirValues::words)
                .orElse(PrivateText.NONE);
    }

    private static EventDate date(DateTimeType written) {
        boolean about =
                OwnExtension.DATE_IS_ABOUT.find(written, BooleanType.class).isPresent();
        return EventDate.parse((about ? "~" : "") + written.getValueAsString());
    }
}
