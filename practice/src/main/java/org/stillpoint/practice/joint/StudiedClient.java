package org.stillpoint.practice.joint;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.stillpoint.evidence.joint.BeforeAfter;
import org.stillpoint.evidence.trial.NOfOne;
import org.stillpoint.practice.joint.CountedClients.ClientFound;
import org.stillpoint.practice.joint.CountedClients.ClientFound.NotCounted;
import org.stillpoint.practice.joint.JointProtocol.NumberRange;
import org.stillpoint.practice.outcome.Course;
import org.stillpoint.practice.outcome.Lot;

/**
 * What of one client's record a study asks for, and what follows from it.
 *
 * @param course of what is measured
 * @param born year of birth, where it was told
 * @param plans that were drawn for them, in their order
 * @param zone by which days are counted
 */
record StudiedClient(Course course, OptionalInt born, List<Lot.DrawnPlan> plans, ZoneId zone) {

    /** What this client is to the study. */
    ClientFound found(JointProtocol protocol) {
        return switch (protocol.design()) {
            case JointDesign.TreatedAndWaiting arms -> inArms(protocol, arms);
            case JointDesign.ByLot lot -> byLot(protocol);
        };
    }

    private ClientFound inArms(JointProtocol protocol, JointDesign.TreatedAndWaiting arms) {
        if (course.isEmpty()) {
            return new NotCounted(JointLeftOut.NO_ENTRY);
        }
        LocalDate zero = day(course.entries().getFirst());
        if (zero.isBefore(protocol.from()) || zero.isAfter(protocol.to())) {
            return new NotCounted(JointLeftOut.OTHER_TIME);
        }
        if (isOfOtherAge(protocol, zero)) {
            return new NotCounted(JointLeftOut.OTHER_AGE);
        }
        OptionalDouble before = mean(course.before(), zero, 0, arms.baselineDays() - 1, arms.leastEntries());
        if (before.isEmpty()) {
            return new NotCounted(JointLeftOut.TOO_FEW_BEFORE);
        }
        if (protocol.people()
                .before()
                .filter(range -> !range.holds(before.getAsDouble()))
                .isPresent()) {
            return new NotCounted(JointLeftOut.OTHER_BEFORE);
        }
        Optional<Long> first = course.first()
                .map(start -> ChronoUnit.DAYS.between(zero, LocalDate.ofInstant(start, zone)))
                .filter(day -> day <= arms.outcomeToDay());
        if (first.filter(day -> day >= arms.treatedByDay()).isPresent()) {
            return new NotCounted(JointLeftOut.TREATED_BETWEEN);
        }
        OptionalDouble after =
                mean(course.entries(), zero, arms.outcomeFromDay(), arms.outcomeToDay(), arms.leastEntries());
        if (after.isEmpty()) {
            return new NotCounted(JointLeftOut.TOO_FEW_AFTER);
        }
        BeforeAfter means = new BeforeAfter(before.getAsDouble(), after.getAsDouble());
        return first.isPresent() ? new ClientFound.Treated(means) : new ClientFound.Waiting(means);
    }

    private ClientFound byLot(JointProtocol protocol) {
        List<Lot.DrawnPlan> within = plans.stream()
                .filter(plan -> !plan.lot().first().isBefore(protocol.from())
                        && !plan.lot().end().minusDays(1).isAfter(protocol.to()))
                .toList();
        if (within.isEmpty()) {
            return new NotCounted(JointLeftOut.NO_PLAN);
        }
        Optional<Lot> lot = within.stream()
                .filter(plan -> plan.stopped().isEmpty())
                .map(Lot.DrawnPlan::lot)
                .findFirst();
        if (lot.isEmpty()) {
            return new NotCounted(JointLeftOut.PLAN_STOPPED);
        }
        if (isOfOtherAge(protocol, lot.get().first())) {
            return new NotCounted(JointLeftOut.OTHER_AGE);
        }
        NOfOne.Participant entries = entries(lot.get());
        return entries.canDiffer() ? new ClientFound.OwnTrial(entries) : new NotCounted(JointLeftOut.TOO_FEW_ENTRIES);
    }

    /** Entries on the plan's days, as the lot drew them, whether it was kept to or not. */
    private NOfOne.Participant entries(Lot lot) {
        boolean[] plan = lot.plan();
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        for (Course.Entry entry : course.entries()) {
            long day = ChronoUnit.DAYS.between(lot.first(), day(entry));
            if (day >= 0 && day < plan.length) {
                (plan[(int) day] ? with : without).add(entry.value());
            }
        }
        return new NOfOne.Participant(with, without);
    }

    private boolean isOfOtherAge(JointProtocol protocol, LocalDate at) {
        Optional<NumberRange> ages = protocol.people().age();
        return ages.isPresent() && (born.isEmpty() || !ages.get().holds(at.getYear() - born.getAsInt()));
    }

    private OptionalDouble mean(List<Course.Entry> entries, LocalDate zero, int from, int to, int least) {
        List<Double> within = entries.stream()
                .filter(entry -> {
                    long day = ChronoUnit.DAYS.between(zero, day(entry));
                    return day >= from && day <= to;
                })
                .map(Course.Entry::value)
                .toList();
        return within.size() < least
                ? OptionalDouble.empty()
                : within.stream().mapToDouble(Double::doubleValue).average();
    }

    private LocalDate day(Course.Entry entry) {
        return LocalDate.ofInstant(entry.at(), zone);
    }
}
