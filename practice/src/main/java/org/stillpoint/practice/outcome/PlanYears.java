package org.stillpoint.practice.outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.plan.SessionPlan;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Session;

/**
 * Sessions by calendar year and by whether their plan was followed, with how pain went. It claims no cause: whoever follows a plan may differ in
 * anything else.
 *
 * @param years the latest first
 */
public record PlanYears(List<PlanYear> years) {

    /** With fewer sessions than this nothing can be read from a figure; own choice, 2026, as of clients. */
    public static final int SMALL = PracticeNumbers.SMALL;

    public static final PlanYears NONE = new PlanYears(List.of());

    /** @param groups those that have sessions, in the order of their constants */
    public record PlanYear(int year, Map<PlanFollowed, PlanGroup> groups) {}

    /**
     * @param sessions how many
     * @param measured of how many check-ins before and after allow a change to be said
     * @param change mean change of pain of these, points; empty where there is none
     */
    public record PlanGroup(int sessions, int measured, OptionalDouble change) {
        public boolean small() {
            return measured < SMALL;
        }
    }

    /**
     * One session, as it counts.
     *
     * @param change mean pain of the week after it less that of the two weeks before, points; empty where check-ins do not suffice
     */
    record PlannedOutcome(int year, PlanFollowed followed, OptionalDouble change) {}

    /** Of one client. */
    static List<PlannedOutcome> of(
            List<CheckIn> diary, List<Session> held, List<SessionPlan> plans, ZoneId zone, Instant now) {
        Course course = ForecastModel.pain(diary);
        return held.stream()
                .filter(EndedSession.class::isInstance)
                .flatMap(session -> PlanFollowed.of(session, plan(plans, session)).stream()
                        .map(followed -> new PlannedOutcome(
                                LocalDate.ofInstant(session.startedAt(), zone).getYear(),
                                followed,
                                ForecastModel.change(course, session.startedAt(), zone, now))))
                .toList();
    }

    private static Optional<SessionPlan> plan(List<SessionPlan> plans, Session session) {
        return plans.stream()
                .filter(plan -> plan.session().equals(Optional.of(session.id())))
                .findFirst();
    }

    static PlanYears of(List<PlannedOutcome> sessions) {
        Map<Integer, Map<PlanFollowed, List<PlannedOutcome>>> years = new TreeMap<>();
        sessions.forEach(each -> years.computeIfAbsent(each.year(), year -> new EnumMap<>(PlanFollowed.class))
                .computeIfAbsent(each.followed(), followed -> new ArrayList<>())
                .add(each));
        return new PlanYears(years.entrySet().stream()
                .map(year -> {
                    Map<PlanFollowed, PlanGroup> groups = new EnumMap<>(PlanFollowed.class);
                    year.getValue().forEach((followed, some) -> groups.put(followed, group(some)));
                    return new PlanYear(year.getKey(), groups);
                })
                .toList()
                .reversed());
    }

    private static PlanGroup group(List<PlannedOutcome> some) {
        double[] changes = some.stream()
                .map(PlannedOutcome::change)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
        return new PlanGroup(some.size(), changes.length, Arrays.stream(changes).average());
    }

    /** Whether any plan was kept at all: else there is nothing to compare. */
    public boolean isEmpty() {
        return years.stream().allMatch(year -> year.groups().keySet().stream().allMatch(PlanFollowed.NO_PLAN::equals));
    }
}
