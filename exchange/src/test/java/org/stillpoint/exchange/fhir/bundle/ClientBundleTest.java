package org.stillpoint.exchange.fhir.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.CompositionStatus;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.exchange.fhir.MadeUpRecord;
import org.stillpoint.exchange.fhir.check.FhirCheck;
import org.stillpoint.exchange.fhir.check.FhirValidation;
import org.stillpoint.exchange.fhir.check.OneValidation;
import org.stillpoint.exchange.fhir.code.KnownCode;
import org.stillpoint.exchange.fhir.own.FhirR4;
import org.stillpoint.exchange.fhir.resource.FhirEntries;
import org.stillpoint.exchange.fhir.resource.FhirPlan;
import org.stillpoint.exchange.fhir.resource.FhirProcessNote;
import org.stillpoint.exchange.fhir.resource.FhirSession;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.history.EventDate;
import org.stillpoint.record.history.EventKind;
import org.stillpoint.record.history.Provenance;
import org.stillpoint.record.history.Told;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.note.NoteAmendment;
import org.stillpoint.record.note.SessionNote;
import org.stillpoint.record.plan.PlanChoice;
import org.stillpoint.record.plan.PlanDraft;
import org.stillpoint.record.plan.PlanReason;
import org.stillpoint.record.plan.PlanTurn;
import org.stillpoint.record.plan.PlannedPlace;
import org.stillpoint.record.plan.SessionPlan;
import org.stillpoint.record.session.DialogueKind;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.ReleasedNote;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.SessionDevice;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.work.AuditEntry;
import org.stillpoint.record.work.ClientFile;

/** What leaves of one client, and what never does; HL7's validator finds no error in it. */
class ClientBundleTest {
    private static final FhirValidation VALIDATION = OneValidation.VALIDATION;

    private static ClientFile with(
            ClientFile file, List<TraumaEvent> events, List<Session> sessions, List<SessionNote> notes) {
        return new ClientFile(
                file.madeAt(),
                file.practice(),
                file.therapist(),
                file.staff(),
                file.client(),
                file.contact(),
                events,
                file.bodyMaps(),
                file.checkIns(),
                file.scores(),
                file.imported(),
                file.examinations(),
                file.safetyChecks(),
                file.redFlags(),
                file.consents(),
                file.touchMap(),
                sessions,
                notes,
                file.released(),
                file.appointments(),
                file.plans(),
                file.goals(),
                file.requests());
    }

    private static List<Resource> resources(Bundle bundle) {
        return bundle.getEntry().stream().map(BundleEntryComponent::getResource).toList();
    }

    private static List<Composition> documents(Bundle bundle) {
        return resources(bundle).stream()
                .filter(Bundle.class::isInstance)
                .map(each -> (Composition) ((Bundle) each).getEntryFirstRep().getResource())
                .toList();
    }

    @Test
    void bundle_lifeExperience_isNoConditionAndNoProcedure() {
        MadeUpRecord made = new MadeUpRecord(1);
        Told told = new Told(
                EventKind.CHALLENGING_LIFE_EXPERIENCE,
                EventDate.year(2001),
                List.of(),
                PrivateText.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new PrivateText("the winter alone"));
        TraumaEvent event =
                made.event(Provenance.TOLD_BEFORE_SESSION).with(told).lockedBy(Optional.empty());
        ClientFile file = with(made.file(), List.of(event), List.of(), List.of());

        Bundle bundle = ClientBundle.of(file);

        assertThat(resources(bundle)).filteredOn(Condition.class::isInstance).isEmpty();
        assertThat(FhirR4.json(bundle)).contains("the winter alone").contains("\"social-history\"");
        assertThat(FhirR4.json(SummaryDocument.of(file))).doesNotContain("the winter alone");
    }

    @Test
    void bundle_whatSurfacedInASession_isNotInIt() {
        MadeUpRecord made = new MadeUpRecord(2);
        TraumaEvent surfaced = made.event(Provenance.SURFACED_IN_SESSION);
        Session session = made.sessions().session(made.safetyCheck().id());
        Mark memory = made.sessions().memory(session);
        ClientFile file = with(made.file(), List.of(surfaced), List.of(session.with(List.of(memory))), List.of());

        String json = FhirR4.json(ClientBundle.of(file)) + FhirR4.json(SummaryDocument.of(file));

        assertThat(json)
                .doesNotContain(surfaced.id().toString())
                .doesNotContain(memory.id().toString())
                .contains(session.id().toString());
    }

    @Test
    void bundle_releasedNote_isADocumentUnderARestrictedLabel_thatNobodySigned() {
        MadeUpRecord made = new MadeUpRecord(16);
        ClientFile file = made.file();
        ReleasedNote note = file.released().getFirst();

        Bundle bundle = ClientBundle.of(with(file, List.of(), file.sessions(), List.of()));

        DocumentReference reference = resources(bundle).stream()
                .filter(DocumentReference.class::isInstance)
                .map(DocumentReference.class::cast)
                .reduce((one, other) -> {
                    throw new AssertionError("two documents");
                })
                .orElseThrow();
        assertThat(new String(reference.getContentFirstRep().getAttachment().getData(), StandardCharsets.UTF_8))
                .isEqualTo(note.said().words().value());
        assertThat(reference.getSecurityLabelFirstRep().getCodingFirstRep().getCode())
                .isEqualTo("R");
        assertThat(reference.getMeta().getSecurityFirstRep().getCode()).isEqualTo("R");
        assertThat(reference.getContext().getEncounterFirstRep().getReference())
                .isEqualTo("urn:uuid:" + file.sessions().getFirst().id());
        assertThat(resources(bundle).stream()
                        .filter(org.hl7.fhir.r4.model.Provenance.class::isInstance)
                        .map(org.hl7.fhir.r4.model.Provenance.class::cast)
                        .filter(org.hl7.fhir.r4.model.Provenance::hasSignature)
                        .flatMap(signed -> signed.getTarget().stream())
                        .map(Reference::getReference))
                .doesNotContain("urn:uuid:" + reference.getIdElement().getIdPart());
        assertThat(new FhirProcessNote().read(FhirEntries.of(bundle))).containsExactly(note);
    }

    @Test
    void session_everyKindOfMoment_leavesOrIsKnownToStay() {
        MadeUpRecord made = new MadeUpRecord(5);
        Session session = made.sessions().session(made.safetyCheck().id());
        Set<Class<?>> kinds = new HashSet<>(Set.of(
                Moment.MemorySurfaced.class,
                Moment.ImageAppeared.class,
                Moment.EmotionFelt.class,
                Moment.HandTaken.class,
                Moment.Annotated.class,
                Moment.AfterSigning.class,
                Moment.Undone.class,
                Moment.Amended.class));
        session.marks().forEach(mark -> kinds.add(mark.moment().getClass()));

        assertThat(session.marks()).allMatch(FhirSession::leaves);
        assertThat(kinds).containsExactlyInAnyOrder(Moment.class.getPermittedSubclasses());
    }

    @Test
    void session_talk_leavesItsKindAndItsAuthorAndNoWordsAndNoDevice() {
        MadeUpRecord made = new MadeUpRecord(6);
        Session session = made.sessions().session(made.safetyCheck().id());
        Id<Account> author = Id.random();
        Mark talk = made.sessions().mark(session, new Moment.Dialogue(DialogueKind.REFLECTED, Optional.of(author)));
        Mark nobodys = made.sessions().mark(session, new Moment.Dialogue(DialogueKind.LISTENED, Optional.empty()));
        Mark words = made.sessions().mark(session, new Moment.Annotated(talk.id(), new PrivateText("what was said")));
        SessionDevice device = SessionDevice.of("a token");
        Mark hand = made.sessions().mark(session, new Moment.HandTaken(device));
        ClientFile file =
                with(made.file(), List.of(), List.of(session.with(List.of(hand, talk, nobodys, words))), List.of());

        Bundle bundle = ClientBundle.of(file);

        assertThat(FhirR4.json(bundle))
                .contains("\"reflected\"")
                .contains("urn:uuid:" + author)
                .doesNotContain("what was said")
                .doesNotContain(words.id().toString())
                .doesNotContain(device.hash())
                .doesNotContain(hand.id().toString());
        assertThat(resources(bundle))
                .filteredOn(each -> each.getId().equals(nobodys.id().toString()))
                .singleElement()
                .matches(each -> !((Observation) each).hasPerformer(), "names nobody");
        assertThat(FhirSession.leaves(hand)).isFalse();
    }

    @Test
    void note_amended_isADocumentOfItsOwnWithReasonAuthorAndMomentAndLeavesTheOriginalReadable() {
        MadeUpRecord made = new MadeUpRecord(3);
        SessionNote note = made.sessions().note(Optional.empty(), 1, false);
        NoteAmendment amendment = note.amendments().getFirst();

        Bundle bundle = ClientBundle.of(with(made.file(), List.of(), List.of(), List.of(note)));

        List<Composition> documents = documents(bundle);
        assertThat(documents)
                .extracting(Composition::getStatus)
                .containsExactly(CompositionStatus.FINAL, CompositionStatus.AMENDED);
        Composition amended = documents.getLast();
        String added = amended.getSection().getLast().getText().getDivAsString();
        assertThat(added)
                .contains("the reason 1")
                .contains("ann")
                .contains(amendment.by().at().toString());
        assertThat(amended.getRelatesToFirstRep().getTargetIdentifier().getValue())
                .isEqualTo(firstDocument(bundle).getIdentifier().getValue());
        assertThat(documents.getFirst().getSection()).hasSize(4);
        assertThat(documents.getFirst().getAttesterFirstRep().getParty().getReference())
                .isEqualTo("urn:uuid:" + made.therapist);
        assertThat(resources(bundle).stream()
                        .filter(DocumentReference.class::isInstance)
                        .map(DocumentReference.class::cast)
                        .filter(each -> KnownCode.PROGRESS_NOTE.isIn(each.getType()))
                        .map(each -> each.getStatus().toCode()))
                .containsExactly("superseded", "current");
    }

    private static Bundle firstDocument(Bundle bundle) {
        return resources(bundle).stream()
                .filter(Bundle.class::isInstance)
                .map(Bundle.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void note_struckOut_isToldAsEnteredInErrorAndStaysReadable() {
        MadeUpRecord made = new MadeUpRecord(4);
        SessionNote note = made.sessions().note(Optional.empty(), 0, true);

        List<Composition> documents =
                documents(ClientBundle.of(with(made.file(), List.of(), List.of(), List.of(note))));

        assertThat(documents)
                .extracting(Composition::getStatus)
                .containsExactly(CompositionStatus.FINAL, CompositionStatus.ENTEREDINERROR);
        assertThat(documents.getLast().getSection().getLast().getText().getDivAsString())
                .contains("wrong day");
    }

    /** The plan is worked out of all that is known; what leaves of it is of what leaves. */
    @Test
    void plan_ofWhatSurfaced_tellsNeitherThePlaceNorItsTurnNorTheTherapistsWords() {
        MadeUpRecord made = new MadeUpRecord(8);
        RegionCode there = new RegionCode("X101");
        RegionCode told = new RegionCode("X118");
        TraumaEvent surfaced = at(made.event(Provenance.SURFACED_IN_SESSION), there);
        TraumaEvent before = at(made.event(Provenance.TOLD_BEFORE_SESSION), told);
        SessionPlan plan = new SessionPlan(
                Id.random(),
                made.client,
                MadeUpRecord.NOW,
                new PlanDraft(List.of(place(surfaced, there), place(before, told)), List.of(), List.of()),
                new PlanChoice(
                        Map.of(new Site.RegionSite(there), PlanTurn.MOVED_UP),
                        List.of(),
                        OptionalInt.empty(),
                        new PrivateText("go where the winter came up")),
                Optional.empty(),
                Version.FIRST);
        FhirEntries entries = new FhirEntries();
        FhirPlan translator = new FhirPlan(List.of(surfaced, before), List.of());
        translator.write(plan, entries);

        SessionPlan left = translator.read(entries).getFirst();
        assertThat(left.draft().places()).containsExactly(place(before, told));
        assertThat(left.choice()).isEqualTo(PlanChoice.NONE);
        assertThat(FhirR4.json((CarePlan) entries.all().iterator().next())).doesNotContain("winter");
    }

    private static TraumaEvent at(TraumaEvent event, RegionCode where) {
        return event.with(new Told(
                EventKind.INJURY,
                EventDate.year(2001),
                List.of(where),
                PrivateText.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                PrivateText.NONE));
    }

    private static PlannedPlace place(TraumaEvent event, RegionCode where) {
        return new PlannedPlace(
                new Site.RegionSite(where),
                PlanReason.TOLD,
                LocalDate.ofInstant(event.recordedAt(), ZoneOffset.UTC),
                false);
    }

    @Test
    void goals_areTheClientsOwnActivities_andOneThatIsAskedAboutNoMoreIsOnHold() {
        ClientFile file = new MadeUpRecord(10).file();

        Bundle bundle = ClientBundle.of(file);

        assertThat(resources(bundle).stream()
                        .filter(Goal.class::isInstance)
                        .map(Goal.class::cast)
                        .map(goal -> goal.getDescription().getText() + " "
                                + goal.getLifecycleStatus().toCode()))
                .containsExactly(
                        "climb the stairs active", "carry <b>the child</b> on-hold", "sit through a meal  active");
        assertThat(resources(bundle))
                .filteredOn(Goal.class::isInstance)
                .allMatch(each -> !((Goal) each).hasTarget(), "promises no figure");
        assertThat(resources(bundle)).filteredOn(Task.class::isInstance).hasSize(3);
    }

    @Test
    void signatures_ofConsentsAndNotes_areTheirsWhoSigned() {
        ClientFile file = new MadeUpRecord(14).file();

        List<Resource> all = resources(ClientBundle.of(file));

        assertThat(all.stream()
                        .filter(org.hl7.fhir.r4.model.Provenance.class::isInstance)
                        .map(org.hl7.fhir.r4.model.Provenance.class::cast)
                        .filter(org.hl7.fhir.r4.model.Provenance::hasSignature)
                        .map(each -> each.getTargetFirstRep().getReference() + " "
                                + each.getSignatureFirstRep().getTypeFirstRep().getDisplay() + " "
                                + each.getSignatureFirstRep().getWho().getReference()))
                .containsExactlyInAnyOrderElementsOf(all.stream()
                        .flatMap(each -> switch (each) {
                            case Consent paper ->
                                Stream.of("urn:uuid:" + paper.getId() + " Consent Signature "
                                        + paper.getPerformerFirstRep().getReference());
                            case DocumentReference note
                            when KnownCode.PROGRESS_NOTE.isIn(note.getType()) ->
                                Stream.of("urn:uuid:" + note.getId() + " Author's Signature "
                                        + note.getAuthorFirstRep().getReference());
                            default -> Stream.<String>empty();
                        })
                        .toList())
                .hasSizeGreaterThan(4);
    }

    @Test
    void account_holdsIdsAndCodesAlone_andIsNotInTheRecordsBundle() {
        MadeUpRecord made = new MadeUpRecord(12);
        ClientFile file = made.file();
        List<AuditEntry> account =
                Stream.generate(made.asking()::auditEntry).limit(20).toList();

        Bundle bundle = ClientBundle.account(file, account);

        assertThat(bundle.getEntry()).hasSameSizeAs(account);
        assertThat(FhirR4.json(bundle))
                .doesNotContain(file.client().name().value())
                .doesNotContain("\"ann\"");
        assertThat(resources(ClientBundle.of(file))).noneMatch(AuditEvent.class::isInstance);
        FhirCheck check = VALIDATION.check(FhirR4.json(bundle));
        assertThat(check.errors()).isEmpty();
        assertThat(check.warnings()).isEmpty();
    }

    @Test
    void bundles_ofAWholeRecord_passTheValidator() {
        for (long seed = 1; seed <= 4; seed++) {
            ClientFile file = new MadeUpRecord(seed).file();
            for (Bundle bundle : List.of(ClientBundle.of(file), SummaryDocument.of(file))) {
                FhirCheck check = VALIDATION.check(FhirR4.json(bundle));
                assertThat(check.errors()).as("errors of seed %d", seed).isEmpty();
                assertThat(check.warnings())
                        .as("warnings that nobody has explained")
                        .isEmpty();
            }
        }
    }
}
