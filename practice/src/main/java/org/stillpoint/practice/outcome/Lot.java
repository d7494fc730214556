package org.stillpoint.practice.outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.stillpoint.evidence.trial.RandomisationTest;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.ledger.EntryKind;
import org.stillpoint.record.ledger.LedgerEntry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A plan for one client that was drawn by lot and sealed before it began, so that a test may rest on the lot alone.
 *
 * @param kind which plans were possible
 * @param first first day of the plan
 * @param days how many days it has
 * @param block for a start: fewest days on either side; for pairs: days of a block; for four phases: fewest days of each
 * @param drawn number of the drawn plan among the possible ones, from 0
 */
public record Lot(PlanKind kind, LocalDate first, int days, int block, int drawn) {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String STOPS = "stops";

    /** Which plans were possible. */
    public enum PlanKind {
        /** Days without sessions, then days with; the day on which sessions begin is drawn. */
        START,
        /** Blocks in pairs, one with and one without sessions; which comes first in each pair is drawn. */
        PAIRS,
        /** Without, with, without, with sessions (ABAB), in that order; the three days on which it changes are drawn. */
        PHASES
    }

    /** Every possible plan, day by day: whether sessions are on. */
    public static List<boolean[]> possible(PlanKind kind, int days, int block) {
        if (kind == PlanKind.START) {
            return RandomisationTest.starts(days, block);
        }
        if (kind == PlanKind.PHASES) {
            return fourPhases(days, block);
        }
        int[] blockOf = new int[days];
        for (int day = 0; day < days; day++) {
            blockOf[day] = day / block;
        }
        return RandomisationTest.pairedBlocks(blockOf);
    }

    /** Every way to part the days into four phases of at least {@code least} days each. */
    private static List<boolean[]> fourPhases(int days, int least) {
        List<boolean[]> plans = new ArrayList<>();
        for (int first = least; first <= days - 3 * least; first++) {
            for (int second = first + least; second <= days - 2 * least; second++) {
                for (int third = second + least; third <= days - least; third++) {
                    boolean[] plan = new boolean[days];
                    Arrays.fill(plan, first, second, true);
                    Arrays.fill(plan, third, days, true);
                    plans.add(plan);
                }
            }
        }
        return plans;
    }

    public boolean[] plan() {
        return possible(kind, days, block).get(drawn);
    }

    /** The days on which it changes between without and with sessions. */
    public List<LocalDate> changes() {
        boolean[] plan = plan();
        List<LocalDate> changes = new ArrayList<>();
        for (int day = 1; day < plan.length; day++) {
            if (plan[day] != plan[day - 1]) {
                changes.add(first.plusDays(day));
            }
        }
        return changes;
    }

    public LocalDate end() {
        return first.plusDays(days);
    }

    /** The test on these entries; empty before the plan is over, and without entries both with and without sessions. */
    public Optional<RandomisationTest> test(Course course, ZoneId zone, Instant now) {
        if (now.isBefore(end().atStartOfDay(zone).toInstant())) {
            return Optional.empty();
        }
        List<Course.Entry> within = course.entries().stream()
                .filter(entry -> {
                    long day = day(entry, zone);
                    return day >= 0 && day < days;
                })
                .toList();
        boolean[] drawnPlan = onEntries(plan(), within, zone);
        List<boolean[]> plans = possible(kind, days, block).stream()
                .map(plan -> onEntries(plan, within, zone))
                .filter(Lot::hasBoth)
                .toList();
        if (!hasBoth(drawnPlan)) {
            return Optional.empty();
        }
        return Optional.of(RandomisationTest.of(
                within.stream().mapToDouble(Course.Entry::value).toArray(),
                drawnPlan,
                plans,
                course.measured().better() == org.stillpoint.evidence.diary.Better.LOWER));
    }

    private long day(Course.Entry entry, ZoneId zone) {
        return ChronoUnit.DAYS.between(first, entry.at().atZone(zone).toLocalDate());
    }

    private boolean[] onEntries(boolean[] plan, List<Course.Entry> entries, ZoneId zone) {
        boolean[] on = new boolean[entries.size()];
        for (int i = 0; i < on.length; i++) {
            on[i] = plan[(int) day(entries.get(i), zone)];
        }
        return on;
    }

    private static boolean hasBoth(boolean[] plan) {
        boolean with = false;
        boolean without = false;
        for (boolean on : plan) {
            with |= on;
            without |= !on;
        }
        return with && without;
    }

    /** Whether the plan's last day is before that day. */
    public boolean isOver(LocalDate day) {
        return !day.isBefore(end());
    }

    /** @param stops why the plan that stands until then is stopped; empty where none stands */
    public PrivateText write(PrivateText stops) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("kind", kind.name())
                .put("first", first.toString())
                .put("days", days)
                .put("block", block)
                .put("drawn", drawn);
        if (!stops.value().isBlank()) {
            node.put(STOPS, stops.value());
        }
        return new PrivateText(MAPPER.writeValueAsString(node));
    }

    static Lot read(LedgerEntry entry) {
        JsonNode node = MAPPER.readTree(entry.content().value());
        return new Lot(
                PlanKind.valueOf(node.required("kind").asString()),
                LocalDate.parse(node.required("first").asString()),
                node.required("days").asInt(),
                node.required("block").asInt(),
                node.required("drawn").asInt());
    }

    /**
     * A plan that was drawn.
     *
     * @param sealed as it stands in the ledger
     * @param stopped why it was stopped, as it was sealed with the next one; empty where it rules
     */
    public record DrawnPlan(LedgerEntry sealed, Lot lot, Optional<PrivateText> stopped) {}

    /** Every plan among these entries, in the order they were drawn. A reason that was sealed with one stops those before it that were not over. */
    public static List<DrawnPlan> drawn(List<LedgerEntry> entries) {
        List<DrawnPlan> drawn = new ArrayList<>();
        for (LedgerEntry entry : entries) {
            if (entry.kind() == EntryKind.DRAW) {
                Lot lot = read(entry);
                Optional<PrivateText> stops = stops(entry);
                drawn.replaceAll(before -> before.lot().isOver(lot.first())
                        ? before
                        : new DrawnPlan(
                                before.sealed(), before.lot(), before.stopped().or(() -> stops)));
                drawn.add(new DrawnPlan(entry, lot, Optional.empty()));
            }
        }
        return List.copyOf(drawn);
    }

    private static Optional<PrivateText> stops(LedgerEntry entry) {
        JsonNode reason = MAPPER.readTree(entry.content().value()).get(STOPS);
        return Optional.ofNullable(reason).map(text -> new PrivateText(text.asString()));
    }

    /** The plans among these entries that nothing stopped, in the order they were drawn. */
    public static List<Lot> among(List<LedgerEntry> entries) {
        return drawn(entries).stream()
                .filter(plan -> plan.stopped().isEmpty())
                .map(DrawnPlan::lot)
                .toList();
    }
}
