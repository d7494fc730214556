package org.stillpoint.exchange.fhir.resource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.AdverseEvent.AdverseEventActuality;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.stillpoint.exchange.fhir.code.KnownCode;
import org.stillpoint.exchange.fhir.code.OwnExtension;
import org.stillpoint.exchange.fhir.code.OwnSystem;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.checkin.FollowUp;

/** A check-in: what was answered, an observation for each answer that derives from it, and what is worse as a possible adverse event. */
public final class FhirCheckIn implements FhirTranslator<CheckIn> {
    /** The questions, as they are published. */
    public static final String QUESTIONNAIRE = OwnSystem.BASE + "/Questionnaire/check-in";

    private static final String PAIN = "pain";
    private static final String STRESS = "stress";
    private static final String TENSION = "tension";
    private static final String ANXIETY = "anxiety";
    private static final String MOOD = "mood";
    private static final String SLEEP = "sleep";
    private static final String AWARENESS = "body-awareness";
    private static final String WORSE = "anything-worse";

    @Override
    public void write(CheckIn given, FhirEntries to) {
        QuestionnaireResponse response = new QuestionnaireResponse()
                .setQuestionnaire(QUESTIONNAIRE)
                .setStatus(QuestionnaireResponseStatus.COMPLETED)
                .setSubject(FhirEntries.to(given.client()))
                .setSource(FhirEntries.to(given.client()))
                .setIdentifier(FhirEntries.identifier(given.id()));
        response.setAuthoredElement(FhirValues.moment(given.at(), given.offset()));
        scores(given.answers()).forEach((question, score) -> {
            item(response, question).addAnswer().setValue(FhirValues.decimal(score.value()));
            observation(given, question, score, to);
        });
        FhirText.of(given.answers().anythingWorse())
                .ifPresent(words -> item(response, WORSE).addAnswer().setValue(new StringType(words)));
        given.map().ifPresent(map -> OwnExtension.DRAWN_MAP.add(response, FhirEntries.to(map)));
        if (given.turnedWorse()) {
            OwnExtension.TURNED_WORSE.add(response, new BooleanType(true));
        }
        given.followUp().ifPresent(done -> OwnExtension.DONE_ABOUT_IT.add(response, done(done)));
        FhirValues.version(response, given.version());
        FhirValues.narrate(
                response,
                OwnSystem.ENTRY.coding("check-in").getDisplay(),
                given.at().toString());
        to.add(given.id(), response);
        if (given.saysWorse() || given.turnedWorse()) {
            worse(given, to);
        }
    }

    private static QuestionnaireResponseItemComponent item(QuestionnaireResponse response, String question) {
        return response.addItem()
                .setLinkId(question)
                .setText(OwnSystem.CHECK_IN_ANSWER.coding(question).getDisplay());
    }

    private static Map<String, Score0To10> scores(Answers answers) {
        Map<String, Score0To10> scores = new LinkedHashMap<>();
        scores.put(PAIN, answers.pain());
        answers.stress().ifPresent(score -> scores.put(STRESS, score));
        answers.tension().ifPresent(score -> scores.put(TENSION, score));
        answers.anxiety().ifPresent(score -> scores.put(ANXIETY, score));
        answers.mood().ifPresent(score -> scores.put(MOOD, score));
        answers.sleep().ifPresent(score -> scores.put(SLEEP, score));
        answers.bodyAwareness().ifPresent(score -> scores.put(AWARENESS, score));
        return scores;
    }

    private static void observation(CheckIn given, String question, Score0To10 score, FhirEntries to) {
        Observation observation = new Observation()
                .setStatus(ObservationStatus.FINAL)
                .addCategory(KnownCode.CATEGORY_SURVEY.concept())
                .setCode(OwnSystem.CHECK_IN_ANSWER.concept(question))
                .setSubject(FhirEntries.to(given.client()))
                .addPerformer(FhirEntries.to(given.client()))
                .setEffective(FhirValues.moment(given.at(), given.offset()))
                .setValue(FhirValues.score(score))
                .addDerivedFrom(FhirEntries.to(given.id()));
        if (question.equals(PAIN)) {
            observation.getCode().addCoding(KnownCode.PAIN_NOW.coding());
        }
        FhirValues.narrate(observation, observation.getCode().getText() + ": " + score.value());
        to.add(FhirEntries.derived("answer " + question, given.id()), observation);
    }

    private static void worse(CheckIn given, FhirEntries to) {
        AdverseEvent event = new AdverseEvent()
                .setActuality(AdverseEventActuality.ACTUAL)
                .setSubject(FhirEntries.to(given.client()))
                .setRecorder(FhirEntries.to(given.client()))
                .setEvent(OwnSystem.ENTRY.concept("worse"));
        event.setDateElement(FhirValues.moment(given.at(), given.offset()));
        FhirText.of(given.answers().anythingWorse())
                .ifPresent(words -> event.getEvent().setText(words));
        given.followUp().ifPresent(done -> OwnExtension.DONE_ABOUT_IT.add(event, done(done)));
        FhirValues.narrate(
                event,
                OwnSystem.ENTRY.coding("worse").getDisplay(),
                event.getEvent().getText());
        to.add(FhirEntries.derived("worse", given.id()), event);
    }

    static Annotation done(FollowUp followUp) {
        Annotation done = FhirValues.annotation(FhirText.of(followUp.done()).orElse("-"));
        done.setTimeElement(FhirValues.moment(followUp.at()));
        followUp.by().ifPresent(account -> done.setAuthor(FhirEntries.to(account)));
        return done;
    }

    static FollowUp done(Annotation written) {
        return new FollowUp(
                FhirValues.instant(written.getTimeElement()),
                written.hasAuthorReference()
                        ? Optional.of(FhirEntries.recordId(written.getAuthorReference()))
                        : Optional.empty(),
                FhirValues.words(written));
    }

    @Override
    public List<CheckIn> read(FhirEntries from) {
        return from.list(QuestionnaireResponse.class).stream()
                .filter(each -> QUESTIONNAIRE.equals(each.getQuestionnaire()))
                .map(FhirCheckIn::read)
                .toList();
    }

    private static CheckIn read(QuestionnaireResponse response) {
        return new CheckIn(
                FhirEntries.recordId(response),
                FhirEntries.recordId(response.getSubject()),
                FhirValues.instant(response.getAuthoredElement()),
                FhirValues.offset(response.getAuthoredElement()),
                new Answers(
                        score(response, PAIN).orElseThrow(),
                        score(response, STRESS),
                        score(response, TENSION),
                        score(response, ANXIETY),
                        score(response, MOOD),
                        score(response, SLEEP),
                        score(response, AWARENESS),
                        find(response, WORSE)
                                .map(item -> new PrivateText(item.getAnswerFirstRep()
                                        .getValueStringType()
                                        .getValue()))
                                .orElse(PrivateText.NONE)),
                OwnExtension.DRAWN_MAP.find(response, Reference.class).map(FhirEntries::recordId),
                OwnExtension.TURNED_WORSE.find(response, BooleanType.class).isPresent(),
                OwnExtension.DONE_ABOUT_IT.find(response, Annotation.class).map(FhirCheckIn::done),
                FhirValues.version(response));
    }

    private static Optional<QuestionnaireResponseItemComponent> find(QuestionnaireResponse in, String question) {
        return in.getItem().stream()
                .filter(item -> question.equals(item.getLinkId()))
                .findFirst();
    }

    private static Optional<Score0To10> score(QuestionnaireResponse in, String question) {
        return find(in, question)
                .map(item -> item.getAnswerFirstRep().getValueDecimalType())
                .map((DecimalType value) -> FhirValues.score(value));
    }
}
