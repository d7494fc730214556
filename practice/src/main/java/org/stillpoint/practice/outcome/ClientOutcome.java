package org.stillpoint.practice.outcome;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.PainRegion;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.evidence.diary.DiaryAnalysis;
import org.stillpoint.evidence.diary.DiaryReport;
import org.stillpoint.evidence.diary.Worse;
import org.stillpoint.evidence.numeric.StudentMixture;
import org.stillpoint.record.Id;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.EventKind;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.session.Session;

/**
 * One client as the practice's page sees them.
 *
 * @param said what pain says
 * @param sessions how many were held
 * @param stopped whether check-ins stopped for four weeks after the last session; only with a session
 * @param saidWorse whether the client ever said after a session that something is worse
 * @param before mean pain before the first session; empty with fewer than five entries
 * @param after mean pain afterwards; empty with fewer than five entries
 * @param effect change of pain after minus before; empty where no fit was possible
 * @param kinds kinds of the told events, each once
 * @param parts of the body that they struck, by the atlas's own name, each once
 */
public record ClientOutcome(
        Id<Client> client,
        HowItGoes said,
        int sessions,
        boolean stopped,
        boolean saidWorse,
        OptionalDouble before,
        OptionalDouble after,
        Optional<MeasuredChange> effect,
        List<EventKind> kinds,
        List<String> parts) {

    /** Without a check-in for this long after the last session someone has stopped checking in; own choice, 2026. */
    static final Duration STOPPED_AFTER = Duration.ofDays(28);

    private static final double MILLIS_IN_DAY = 86_400_000;

    /** One standard deviation on either side of the middle of a distribution, as shares. */
    private static final double LOW = 0.15865525393145707;

    private static final double HIGH = 0.8413447460685429;

    /** Share that the plausible range of a change holds. */
    private static final double PLAUSIBLE = 0.95;

    /**
     * A change in points, worked out in two ways. What is said of a client is what their own page says: by the fits that the verdict
     * rests on, tempered by what is known of such diaries. Among others a client counts by the plain grid, which knows nothing but their
     * own diary: tempered, that knowledge would count again with everybody.
     *
     * @param change what is said
     * @param low end of its plausible range of 95 %
     * @param high end of its plausible range of 95 %
     * @param plain the same by the plain grid
     * @param variance sampling variance of that, squared points
     */
    public record MeasuredChange(double change, double low, double high, double plain, double variance) {}

    static ClientOutcome of(
            Id<Client> client,
            List<CheckIn> diary,
            List<Session> held,
            List<TraumaEvent> events,
            Atlas atlas,
            Instant now) {
        Course course = Course.of(Asked.PAIN, diary, held);
        HowItGoes said = HowItGoes.of(course);
        List<Course.Entry> before = held.isEmpty() ? List.of() : course.before();
        List<Course.Entry> after = course.after();
        boolean stopped = !held.isEmpty()
                && held.getLast().startedAt().isBefore(now.minus(STOPPED_AFTER))
                && (diary.isEmpty() || diary.getLast().at().isBefore(now.minus(STOPPED_AFTER)));
        Worse worse = worse(said.report(), diary, held);
        return new ClientOutcome(
                client,
                said,
                held.size(),
                stopped,
                worse.said(),
                mean(before),
                mean(after),
                said.report().flatMap(ClientOutcome::effect),
                events.stream().map(event -> event.told().kind()).distinct().toList(),
                List.copyOf(new TreeSet<>(events.stream()
                        .flatMap(event -> event.told().places().stream())
                        .map(place -> part(place, atlas))
                        .toList())));
    }

    private static Worse worse(Optional<DiaryReport> report, List<CheckIn> diary, List<Session> held) {
        return Worse.of(
                report,
                held.stream().mapToDouble(session -> day(session.startedAt())).findFirst(),
                diary.stream()
                        .map(checkIn -> new Worse.WorseAnswer(
                                day(checkIn.at()),
                                !checkIn.answers().anythingWorse().isEmpty()))
                        .toList());
    }

    private static double day(Instant at) {
        return at.toEpochMilli() / MILLIS_IN_DAY;
    }

    private static Optional<MeasuredChange> effect(DiaryReport report) {
        if (report.diary().sizeBefore() < DiaryAnalysis.LEAST_ENTRIES
                || report.diary().sizeAfter() < DiaryAnalysis.LEAST_ENTRIES) {
            return Optional.empty();
        }
        return report.judged()
                .flatMap(judged -> judged.levelOnly().map(fit -> {
                    StudentMixture said = judged.deciding().levelOnly().change();
                    double[] ends = said.interval(PLAUSIBLE);
                    StudentMixture plain = fit.change();
                    double sd = (plain.quantile(HIGH) - plain.quantile(LOW)) / 2;
                    return new MeasuredChange(said.mean(), ends[0], ends[1], plain.mean(), sd * sd);
                }));
    }

    private static OptionalDouble mean(List<Course.Entry> entries) {
        return entries.size() < DiaryAnalysis.LEAST_ENTRIES
                ? OptionalDouble.empty()
                : entries.stream().mapToDouble(Course.Entry::value).average();
    }

    /** "Shoulder, back" is a shoulder; the code where the atlas does not know it (any more). */
    private static String part(RegionCode place, Atlas atlas) {
        String name = atlas.regions().find(place.value()).map(PainRegion::name).orElse(place.value());
        int comma = name.indexOf(',');
        return comma < 0 ? name : name.substring(0, comma);
    }

    public boolean hasBegun() {
        return sessions > 0;
    }
}
