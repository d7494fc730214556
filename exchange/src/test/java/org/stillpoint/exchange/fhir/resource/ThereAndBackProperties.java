package org.stillpoint.exchange.fhir.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.stillpoint.exchange.fhir.MadeUpRecord;
import org.stillpoint.exchange.fhir.own.FhirR4;
import org.stillpoint.exchange.fhir.resource.FhirConsent.ConsentTold;
import org.stillpoint.record.Id;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.questionnaire.FilledImported;
import org.stillpoint.record.questionnaire.ImportedQuestionnaire;
import org.stillpoint.record.session.Session;

/** What each translator writes, as JSON, is read as the same. */
class ThereAndBackProperties {
    private static final int TRIES = 100;

    private static <T> void same(FhirTranslator<T> translator, T told) {
        FhirEntries entries = new FhirEntries();
        translator.write(told, entries);
        Bundle bundle = entries.bundle(BundleType.COLLECTION, FhirEntries.identifier(Id.random()), MadeUpRecord.NOW);
        FhirEntries read = FhirEntries.of(FhirR4.bundle(FhirR4.json(bundle)));

        assertThat(translator.read(read)).isEqualTo(List.of(told));
    }

    @Property(tries = TRIES)
    void event_thereAndBack_isTheSame(@ForAll long seed) {
        same(new FhirEvent(), new MadeUpRecord(seed).event());
    }

    @Property(tries = TRIES)
    void painMap_thereAndBack_isTheSame(@ForAll long seed) {
        same(new FhirPainMap(), new MadeUpRecord(seed).bodyMap());
    }

    @Property(tries = TRIES)
    void checkIn_thereAndBack_isTheSame(@ForAll long seed) {
        MadeUpRecord made = new MadeUpRecord(seed);
        same(new FhirCheckIn(), made.checkIn(Optional.of(made.bodyMap().id())));
    }

    @Property(tries = TRIES)
    void score_thereAndBack_isTheSame(@ForAll long seed) {
        same(new FhirScore(), new MadeUpRecord(seed).questionnaire());
    }

    @Property(tries = TRIES)
    void answered_thereAndBack_isTheSame(@ForAll long seed) {
        FilledImported told = new MadeUpRecord(seed).asking().imported();
        ImportedQuestionnaire another =
                new MadeUpRecord(seed + 1).asking().imported().form();
        same(new FhirAnswered(List.of(another, told.form())), told);
    }

    @Property(tries = TRIES)
    void processNote_thereAndBack_isTheSame(@ForAll long seed) {
        same(new FhirProcessNote(), new MadeUpRecord(seed).sessions().released(Id.random()));
    }

    @Property(tries = TRIES)
    void palpation_thereAndBack_isTheSame(@ForAll long seed) {
        same(new FhirPalpation(), new MadeUpRecord(seed).examination());
    }

    @Property(tries = TRIES)
    void safetyCheck_thereAndBack_isTheSame(@ForAll long seed) {
        same(new FhirSafety(MadeUpRecord.NOW), new MadeUpRecord(seed).safetyCheck());
    }

    @Property(tries = TRIES)
    void redFlag_thereAndBack_isTheSame(@ForAll long seed) {
        same(new FhirRedFlag(), new MadeUpRecord(seed).redFlag());
    }

    @Property(tries = TRIES)
    void consent_thereAndBack_isTheSame(@ForAll long seed) {
        same(
                new FhirConsent(),
                ConsentTold.of(new MadeUpRecord(seed).consents()).getFirst());
    }

    @Property(tries = TRIES)
    void touchMap_thereAndBack_isTheSame(@ForAll long seed) {
        same(new FhirTouch(), new MadeUpRecord(seed).touchMap());
    }

    @Property(tries = TRIES)
    void session_thereAndBack_isTheSame(@ForAll long seed) {
        MadeUpRecord made = new MadeUpRecord(seed);
        Session session = made.sessions().session(made.safetyCheck().id());
        same(new FhirSession(Optional.of(made.therapist)), session.with(session.standingMarks()));
    }

    @Property(tries = TRIES)
    void note_thereAndBack_isTheSame(@ForAll long seed) {
        MadeUpRecord made = new MadeUpRecord(seed);
        same(
                new FhirNote(),
                made.sessions().note(Optional.of(Id.random()), (int) Math.floorMod(seed, 3L), seed % 2 == 0));
    }

    @Property(tries = TRIES)
    void appointment_thereAndBack_isTheSame(@ForAll long seed) {
        same(new FhirAppointment(), new MadeUpRecord(seed).appointment());
    }

    @Property(tries = TRIES)
    void plan_thereAndBack_isTheSame(@ForAll long seed) {
        MadeUpRecord made = new MadeUpRecord(seed);
        List<TraumaEvent> events = List.of(made.event(), made.event());
        Optional<Id<Session>> held = seed % 2 == 0 ? Optional.of(Id.random()) : Optional.empty();
        same(new FhirPlan(events, List.of()), made.asking().plan(events, held));
    }

    @Property(tries = TRIES)
    void goal_thereAndBack_isTheSame(@ForAll long seed) {
        same(new FhirGoal(), new MadeUpRecord(seed).asking().goal());
    }

    @Property(tries = TRIES)
    void request_thereAndBack_isTheSame(@ForAll long seed) {
        same(new FhirRequest(), new MadeUpRecord(seed).asking().request());
    }

    @Property(tries = TRIES)
    void auditEntry_thereAndBack_isTheSame(@ForAll long seed) {
        MadeUpRecord made = new MadeUpRecord(seed);
        same(new FhirAudit(made.client), made.asking().auditEntry());
    }

    @Property(tries = TRIES)
    void person_thereAndBack_isTheSame(@ForAll long seed) {
        same(new FhirPerson(), new MadeUpRecord(seed).person());
    }

    @Property(tries = TRIES)
    void staff_thereAndBack_isTheSame(@ForAll long seed) {
        same(new FhirStaff(Optional.empty()), new MadeUpRecord(seed).staff());
    }
}
