package org.stillpoint.exchange.fhir.resource;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.stillpoint.exchange.fhir.code.BodySites;
import org.stillpoint.exchange.fhir.code.OwnExtension;
import org.stillpoint.exchange.fhir.code.OwnSystem;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.plan.ClientGoal;
import org.stillpoint.record.plan.LeftOutPlace;
import org.stillpoint.record.plan.LeftOutReason;
import org.stillpoint.record.plan.PlanChoice;
import org.stillpoint.record.plan.PlanDraft;
import org.stillpoint.record.plan.PlanReason;
import org.stillpoint.record.plan.PlanTurn;
import org.stillpoint.record.plan.PlannedPlace;
import org.stillpoint.record.plan.SessionPlan;
import org.stillpoint.record.plan.Slower;
import org.stillpoint.record.plan.SlowerReason;
import org.stillpoint.record.session.Site;

/**
 * What was planned before a session: an activity for each place, with its one reason and the day of the fact, and beside it what the therapist
 * chose. Their own words stay in the record, for nobody has signed them; and so does a place that stands there only for what surfaced in a session.
 */
public final class FhirPlan implements FhirTranslator<SessionPlan> {
    private static final String PLANNED = "planned-place";
    private static final String LEFT_OUT = "left-out-place";
    private static final String OWN = "own-place";
    private static final String WHY = "why";
    private static final String DAY = "day";

    /** A day is that of the practice, whose zone is not told here: a day by it is at most one from that by UTC. */
    private static final Duration ANY_ZONE = Duration.ofDays(1);

    private final List<TraumaEvent> told;
    private final List<ClientGoal> goals;

    /**
     * @param events of the client, those too that do not leave
     * @param goals of the client, which are told of
     */
    public FhirPlan(List<TraumaEvent> events, List<ClientGoal> goals) {
        this.told = events.stream().filter(FhirEvent::leaves).toList();
        this.goals = goals;
    }

    /** What of a plan leaves: every place but those that stand there for an event that does not, and what was chosen for these. */
    SessionPlan leaving(SessionPlan plan) {
        PlanDraft draft = plan.draft();
        List<PlannedPlace> places = draft.places().stream().filter(this::leaves).toList();
        Map<Site, PlanTurn> turns = new HashMap<>(plan.choice().turns());
        turns.keySet()
                .removeIf(
                        site -> places.stream().noneMatch(place -> place.site().equals(site)));
        return new SessionPlan(
                plan.id(),
                plan.client(),
                plan.keptAt(),
                new PlanDraft(places, draft.leftOut(), draft.slower()),
                new PlanChoice(turns, plan.choice().own(), plan.choice().minutes(), PrivateText.NONE),
                plan.session(),
                plan.version());
    }

    private boolean leaves(PlannedPlace place) {
        return place.reason() != PlanReason.TOLD
                || told.stream()
                        .anyMatch(event -> event.told().places().stream()
                                        .anyMatch(region -> place.site().equals(new Site.RegionSite(region)))
                                && isAbout(event, place.day()));
    }

    private static boolean isAbout(TraumaEvent event, LocalDate day) {
        LocalDate recorded = LocalDate.ofInstant(event.recordedAt(), ZoneOffset.UTC);
        return Math.abs(recorded.toEpochDay() - day.toEpochDay()) <= ANY_ZONE.toDays();
    }

    @Override
    public void write(SessionPlan kept, FhirEntries to) {
        SessionPlan plan = leaving(kept);
        boolean held = plan.session().isPresent();
        String title = OwnSystem.ENTRY.coding("session-plan").getDisplay();
        CarePlan written = new CarePlan()
                .setStatus(held ? CarePlanStatus.COMPLETED : CarePlanStatus.ACTIVE)
                .setIntent(CarePlanIntent.PLAN)
                .setTitle(title)
                .setDescription("%d to %d minutes"
                        .formatted(
                                plan.draft().length().least(),
                                plan.draft().length().most()))
                .addCategory(OwnSystem.ENTRY.concept("session-plan"))
                .setSubject(FhirEntries.to(plan.client()));
        written.addIdentifier(FhirEntries.identifier(plan.id()));
        written.setCreatedElement(FhirValues.moment(plan.keptAt()));
        written.getPeriod().setStartElement(FhirValues.moment(plan.keptAt()));
        plan.session().ifPresent(session -> written.setEncounter(FhirEntries.to(session)));
        goals.stream()
                .filter(goal -> !goal.named().at().isAfter(plan.keptAt()))
                .forEach(goal -> written.addGoal(FhirEntries.to(FhirGoal.id(goal))));
        plan.draft().places().forEach(place -> written.addActivity(planned(place, plan.choice(), held)));
        plan.draft().leftOut().forEach(place -> written.addActivity(leftOut(place)));
        plan.choice()
                .own()
                .forEach(site -> written.addActivity(activity(OWN, site, status(PlanTurn.AS_PLANNED, held))));
        plan.draft().slower().forEach(reason -> written.addExtension(slower(reason)));
        plan.choice()
                .minutes()
                .ifPresent(minutes -> OwnExtension.PLANNED_MINUTES.add(written, new PositiveIntType(minutes)));
        FhirValues.version(written, plan.version());
        FhirText.narrate(written, lines(written, title + " " + plan.keptAt()));
        to.add(plan.id(), written);
    }

    private static CarePlanActivityComponent planned(PlannedPlace place, PlanChoice choice, boolean held) {
        PlanTurn turn = choice.turn(place.site());
        CarePlanActivityComponent activity = activity(PLANNED, place.site(), status(turn, held));
        CarePlanActivityDetailComponent detail = activity.getDetail();
        detail.addReasonCode(OwnSystem.PLAN_REASON.concept(place.reason()));
        OwnExtension.FACT_DAY.add(detail, new DateType(place.day().toString()));
        OwnExtension.ASK_FIRST.add(detail, new BooleanType(place.askFirst()));
        OwnExtension.PLAN_TURN.add(detail, OwnSystem.PLAN_TURN.coding(turn));
        return activity;
    }

    private static CarePlanActivityComponent leftOut(LeftOutPlace place) {
        CarePlanActivityComponent activity = activity(LEFT_OUT, place.site(), CarePlanActivityStatus.CANCELLED);
        CarePlanActivityDetailComponent detail = activity.getDetail().setDoNotPerform(true);
        detail.addReasonCode(OwnSystem.LEFT_OUT_REASON.concept(place.why()));
        OwnExtension.FACT_DAY.add(detail, new DateType(place.day().toString()));
        return activity;
    }

    private static CarePlanActivityComponent activity(String what, Site site, CarePlanActivityStatus status) {
        CodeableConcept place = BodySites.concept(site);
        CarePlanActivityComponent activity = new CarePlanActivityComponent();
        CarePlanActivityDetailComponent detail = activity.getDetail()
                .setCode(OwnSystem.ENTRY.concept(what))
                .setStatus(status)
                .setDescription(Objects.requireNonNullElseGet(
                        place.getText(), () -> place.getCodingFirstRep().getCode()));
        OwnExtension.PLANNED_SITE.add(detail, place);
        return activity;
    }

    /** Whether hands came there is told by the session. */
    private static CarePlanActivityStatus status(PlanTurn turn, boolean held) {
        if (turn == PlanTurn.NOT_TODAY) {
            return CarePlanActivityStatus.CANCELLED;
        }
        return held ? CarePlanActivityStatus.UNKNOWN : CarePlanActivityStatus.NOTSTARTED;
    }

    private static Extension slower(Slower reason) {
        Extension slower = FhirValues.parts(OwnExtension.PLAN_SLOWER);
        FhirValues.part(slower, WHY, new CodeType(OwnSystem.code(reason.why())));
        FhirValues.part(slower, DAY, new DateType(reason.day().toString()));
        return slower;
    }

    private static List<String> lines(CarePlan plan, String title) {
        return Stream.concat(
                        Stream.of(title, plan.getDescription()),
                        plan.getActivity().stream()
                                .map(CarePlanActivityComponent::getDetail)
                                .map(detail -> Stream.of(
                                                detail.getCode().getText(),
                                                detail.getDescription(),
                                                detail.getReasonCodeFirstRep().getText())
                                        .filter(Objects::nonNull)
                                        .reduce("", (some, more) -> some.isEmpty() ? more : some + ": " + more)))
                .toList();
    }

    @Override
    public List<SessionPlan> read(FhirEntries from) {
        return from.list(CarePlan.class).stream()
                .filter(plan -> plan.getCategory().stream()
                        .anyMatch(category -> OwnSystem.ENTRY.says("session-plan", category)))
                .map(FhirPlan::read)
                .toList();
    }

    private static SessionPlan read(CarePlan plan) {
        List<PlannedPlace> places = new ArrayList<>();
        List<LeftOutPlace> leftOut = new ArrayList<>();
        List<Site> own = new ArrayList<>();
        Map<Site, PlanTurn> turns = new HashMap<>();
        for (CarePlanActivityComponent activity : plan.getActivity()) {
            CarePlanActivityDetailComponent detail = activity.getDetail();
            Site site = BodySites.find(OwnExtension.PLANNED_SITE
                            .find(detail, CodeableConcept.class)
                            .orElseThrow())
                    .orElseThrow();
            switch (OwnSystem.ENTRY.find(detail.getCode()).orElseThrow()) {
                case PLANNED -> {
                    places.add(new PlannedPlace(
                            site,
                            constant(detail.getReasonCodeFirstRep(), OwnSystem.PLAN_REASON, PlanReason.class),
                            day(detail),
                            OwnExtension.ASK_FIRST
                                    .find(detail, BooleanType.class)
                                    .filter(BooleanType::booleanValue)
                                    .isPresent()));
                    OwnExtension.PLAN_TURN
                            .find(detail, Coding.class)
                            .flatMap(turn -> OwnSystem.constant(PlanTurn.class, turn.getCode()))
                            .ifPresent(turn -> turns.put(site, turn));
                }
                case LEFT_OUT ->
                    leftOut.add(new LeftOutPlace(
                            site,
                            constant(detail.getReasonCodeFirstRep(), OwnSystem.LEFT_OUT_REASON, LeftOutReason.class),
                            day(detail)));
                default -> own.add(site);
            }
        }
        return new SessionPlan(
                FhirEntries.recordId(plan),
                FhirEntries.recordId(plan.getSubject()),
                FhirValues.instant(plan.getCreatedElement()),
                new PlanDraft(
                        places,
                        leftOut,
                        OwnExtension.PLAN_SLOWER.list(plan).stream()
                                .map(FhirPlan::slower)
                                .toList()),
                new PlanChoice(turns, own, minutes(plan), PrivateText.NONE),
                plan.hasEncounter() ? Optional.of(FhirEntries.recordId(plan.getEncounter())) : Optional.empty(),
                FhirValues.version(plan));
    }

    private static Slower slower(Extension told) {
        return new Slower(
                FhirValues.part(told, WHY)
                        .flatMap(code -> OwnSystem.constant(SlowerReason.class, code))
                        .orElseThrow(),
                FhirValues.part(told, DAY).map(LocalDate::parse).orElseThrow());
    }

    private static OptionalInt minutes(CarePlan plan) {
        return OwnExtension.PLANNED_MINUTES
                .find(plan, PositiveIntType.class)
                .map(minutes -> OptionalInt.of(minutes.getValue()))
                .orElseGet(OptionalInt::empty);
    }

    private static LocalDate day(CarePlanActivityDetailComponent detail) {
        return LocalDate.parse(
                OwnExtension.FACT_DAY.find(detail, DateType.class).orElseThrow().getValueAsString());
    }

    private static <E extends Enum<E>> E constant(CodeableConcept in, OwnSystem system, Class<E> type) {
        return system.find(in).flatMap(code -> OwnSystem.constant(type, code)).orElseThrow();
    }
}
