package org.stillpoint.web.casereport;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stillpoint.practice.casereport.ReportWeek;
import org.stillpoint.practice.casereport.TrialItem;
import org.stillpoint.practice.casereport.TrialPeriod;
import org.stillpoint.practice.casereport.TrialReading.DrawnTrial;
import org.stillpoint.practice.casereport.TrialReading.TrialFacts;
import org.stillpoint.practice.outcome.HowItGoes;
import org.stillpoint.practice.outcome.Lot;
import org.stillpoint.practice.outcome.Measured;
import org.stillpoint.practice.outcome.OutcomeReading.DrawnLot;
import org.stillpoint.practice.session.SessionFacts;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.words.CaseReportWords;
import org.stillpoint.words.ClinicianLetterWords;
import org.stillpoint.words.FigureWords;
import org.stillpoint.words.GoesWords;
import org.stillpoint.words.MeasureWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.PlanWords;
import org.stillpoint.words.Speaker;
import org.stillpoint.words.TrialReportWords;

/** Drafts the items of a report of a trial in one person from the record and from how the program works; an item is empty where neither says anything. There must be a period. */
@Component
final class TrialReportTold {
    private final Speaker speaker;

    TrialReportTold(Speaker speaker) {
        this.speaker = speaker;
    }

    Map<TrialItem, List<String>> drafted(TrialFacts facts) {
        Map<TrialItem, List<String>> said = new EnumMap<>(TrialItem.class);
        for (TrialItem item : TrialItem.values()) {
            said.put(item, told(item, facts).stream().map(speaker::say).toList());
        }
        return said;
    }

    private List<Message> told(TrialItem item, TrialFacts facts) {
        return switch (item) {
            case TITLE ->
                List.of(facts.drawn().isPresent() ? TrialReportWords.OF_A_TRIAL : TrialReportWords.OF_A_DIARY);
            case SUMMARY ->
                Stream.concat(design(facts).stream(), effect(facts).stream()).toList();
            case DESIGN -> planned(facts);
            case DESIGN_CHANGES ->
                facts.stopped() > 0 ? List.of(new TrialReportWords.StoppedBefore(facts.stopped())) : List.of();
            case PERSON -> List.of(CaseReportWords.age(facts.age()));
            case INTERVENTION ->
                List.of(
                        ClinicianLetterWords.OF_WHAT_KIND,
                        new TrialReportWords.OfSessions(facts.periods().stream()
                                .mapToInt(TrialPeriod::sessions)
                                .sum()));
            case OUTCOMES -> outcomes(facts);
            case MEASUREMENT -> List.of(FigureWords.thresholds(measured(facts)).orElse(TrialReportWords.NO_QUALITY));
            case ORDER -> byLot(facts, TrialReportWords.DRAWN_BY_PROGRAM);
            case RESTRICTIONS ->
                facts.drawn()
                        .<List<Message>>map(trial -> List.of(possible(trial.lot())))
                        .orElse(List.of(TrialReportWords.NO_LOT));
            case SEQUENCE, PERIODS_COMPLETED -> sequence(item, facts);
            case CONCEALMENT ->
                facts.drawn()
                        .<List<Message>>map(trial -> List.of(
                                TrialReportWords.SEALED_WHOLE,
                                new TrialReportWords.Sealed(trial.daysAhead()),
                                TrialReportWords.KNOWN_TO_ALL))
                        .orElse(List.of(TrialReportWords.NO_LOT));
            case WHO_DREW -> byLot(facts, TrialReportWords.NOBODY_CHOSE);
            case BLINDING -> List.of(TrialReportWords.NOT_BLIND);
            case LIKENESS -> List.of(TrialReportWords.NO_SHAM);
            case STATISTICS -> statistics(facts);
            case FURTHER_ANALYSES -> List.of(TrialReportWords.OTHER_MEASURES);
            case CARRY_OVER ->
                facts.drawn().isPresent()
                        ? List.of(TrialReportWords.CARRY_OVER, TrialReportWords.DEPENDENCE)
                        : List.of(CaseReportWords.AT_THE_WORST);
            case SERIES_FLOW, SERIES_LOSSES -> List.of(TrialReportWords.SERIES_ONLY);
            case DATES ->
                List.of(new TrialReportWords.FromTo(
                        week(facts, facts.periods().getFirst()),
                        CaseReportWords.week(
                                facts.week(facts.periods().getLast().last()))));
            case STOPPED_EARLY ->
                facts.drawn()
                        .<List<Message>>map(trial ->
                                List.of(trial.over() ? TrialReportWords.NOT_STOPPED : TrialReportWords.NOT_OVER))
                        .orElse(List.of());
            case BASELINE ->
                List.of(
                        facts.periods().getFirst().with()
                                ? TrialReportWords.NO_BASELINE
                                : results(facts).getFirst());
            case ANALYSED ->
                List.of(new TrialReportWords.Analysed(
                        facts.periods().stream().mapToInt(TrialPeriod::entries).sum(),
                        facts.periods().size()));
            case RESULTS -> results(facts);
            case EFFECT -> effect(facts);
            case YES_OR_NO -> List.of(TrialReportWords.NO_YES_OR_NO);
            case OTHER_ANALYSES -> others(facts);
            case HARMS -> harms(facts);
            case LIMITATIONS -> limits(facts);
            case REGISTRATION -> List.of(TrialReportWords.NOT_REGISTERED);
            case BACKGROUND,
                    WHY_ONE_PERSON,
                    OBJECTIVES,
                    SETTING,
                    ETHICS,
                    OUTCOME_CHANGES,
                    LENGTH,
                    STOPPING_RULES,
                    GENERALISABILITY,
                    INTERPRETATION,
                    PROTOCOL,
                    FUNDING -> List.of();
        };
    }

    private static Measured measured(TrialFacts facts) {
        return facts.chosen().course().measured();
    }

    private static Message week(TrialFacts facts, TrialPeriod period) {
        return CaseReportWords.week(facts.week(period.first()));
    }

    private static List<Message> byLot(TrialFacts facts, Message drawn) {
        return List.of(facts.drawn().isPresent() ? drawn : TrialReportWords.NO_LOT);
    }

    private static List<Message> design(TrialFacts facts) {
        return List.of(facts.drawn()
                .<Message>map(trial -> switch (trial.lot().kind()) {
                    case START -> TrialReportWords.DESIGN_START;
                    case PAIRS -> TrialReportWords.DESIGN_PAIRS;
                    case PHASES -> TrialReportWords.DESIGN_PHASES;
                })
                .orElse(TrialReportWords.DESIGN_DIARY));
    }

    private static List<Message> planned(TrialFacts facts) {
        List<Message> lines = new ArrayList<>(design(facts));
        facts.drawn().ifPresent(trial -> {
            lines.add(new TrialReportWords.Planned(
                    facts.periods().size(), trial.lot().days()));
            lines.add(TrialReportWords.NO_WASH_OUT);
        });
        return lines;
    }

    private static Message possible(Lot lot) {
        return new TrialReportWords.Possible(
                Lot.possible(lot.kind(), lot.days(), lot.block()).size(), lot.block());
    }

    private static List<Message> outcomes(TrialFacts facts) {
        Measured measured = measured(facts);
        List<Message> lines = new ArrayList<>();
        lines.add(new TrialReportWords.MeasuredFrom(MeasureWords.name(measured), measured.low(), measured.high()));
        TrialReportWords.recall(measured).ifPresent(lines::add);
        List<Message> others = answered(facts).stream()
                .map(goes -> MeasureWords.name(goes.course().measured()))
                .toList();
        if (!others.isEmpty()) {
            lines.add(new TrialReportWords.AlsoAsked(others));
        }
        return lines;
    }

    /** The other measures of which there is an entry. */
    private static List<HowItGoes> answered(TrialFacts facts) {
        return facts.measures().stream()
                .filter(goes -> goes != facts.chosen() && !goes.course().isEmpty())
                .toList();
    }

    private static List<Message> sequence(TrialItem item, TrialFacts facts) {
        if (item == TrialItem.PERIODS_COMPLETED
                && facts.drawn().filter(trial -> !trial.over()).isPresent()) {
            return List.of(TrialReportWords.NOT_OVER);
        }
        if (item == TrialItem.SEQUENCE && facts.drawn().isEmpty()) {
            return List.of(TrialReportWords.NO_LOT);
        }
        List<Message> lines = new ArrayList<>(IntStream.range(0, facts.periods().size())
                .<Message>mapToObj(i -> {
                    TrialPeriod period = facts.periods().get(i);
                    return new TrialReportWords.Stretch(
                            i + 1,
                            period.with(),
                            week(facts, period),
                            CaseReportWords.week(facts.week(period.last())),
                            period.days(),
                            period.sessions());
                })
                .toList());
        if (item == TrialItem.PERIODS_COMPLETED) {
            facts.drawn().ifPresent(trial -> lines.add(new TrialReportWords.Against(trial.against())));
        }
        return lines;
    }

    private static List<Message> results(TrialFacts facts) {
        return IntStream.range(0, facts.periods().size())
                .<Message>mapToObj(i -> {
                    TrialPeriod period = facts.periods().get(i);
                    return period.entries() == 0
                            ? new TrialReportWords.StretchSilent(i + 1, period.with())
                            : new TrialReportWords.StretchSaid(
                                    i + 1,
                                    period.with(),
                                    period.entries(),
                                    period.mean().orElseThrow(),
                                    period.least().orElseThrow(),
                                    period.most().orElseThrow());
                })
                .toList();
    }

    private static List<Message> statistics(TrialFacts facts) {
        List<Message> lines = new ArrayList<>();
        if (facts.drawn().isPresent()) {
            lines.add(TrialReportWords.LOT_TEST);
        }
        lines.addAll(TrialReportWords.method(facts.chosen()));
        return lines;
    }

    private static List<Message> effect(TrialFacts facts) {
        List<Message> lines = new ArrayList<>();
        facts.drawn().ifPresent(trial -> lines.add(tested(trial)));
        lines.add(GoesWords.inAList(facts.chosen()));
        return lines;
    }

    /** When the test comes is a date, which is not told. */
    private static Message tested(DrawnTrial trial) {
        return trial.tested().isPresent()
                ? PlanWords.of(new DrawnLot(trial.lot(), trial.tested()))
                : trial.over() ? TrialReportWords.NO_TEST : TrialReportWords.NOT_OVER;
    }

    private static List<Message> others(TrialFacts facts) {
        return answered(facts).stream().map(GoesWords::inAList).toList();
    }

    /** What was worse in the whole record, week by week: who comes to harm before or after a plan does so too. */
    private static List<Message> harms(TrialFacts facts) {
        SortedMap<ReportWeek, List<Message>> weeks = new TreeMap<>();
        for (CheckIn checkIn : facts.diary()) {
            if (checkIn.saysWorse()) {
                at(weeks, facts.week(checkIn), CaseReportWords.SAID_WORSE);
            }
            if (checkIn.turnedWorse()) {
                at(weeks, facts.week(checkIn), CaseReportWords.TURNED_WORSE);
            }
        }
        for (EndedSession session : facts.held()) {
            if (SessionFacts.of(session).stopped()) {
                at(weeks, facts.week(session.startedAt()), CaseReportWords.STOPPED);
            }
        }
        facts.flags().forEach(flag -> at(weeks, facts.week(flag.at()), CaseReportWords.flagged(flag)));
        List<Message> lines = new ArrayList<>();
        long said = facts.diary().stream().filter(CheckIn::saysWorse).count();
        lines.add(said == 0 ? CaseReportWords.NOBODY_WORSE : new CaseReportWords.Worse((int) said));
        if (facts.flags().isEmpty()) {
            lines.add(TrialReportWords.NO_RED_FLAG);
        }
        weeks.forEach((week, what) -> lines.add(new CaseReportWords.InWeek(CaseReportWords.week(week), what)));
        return lines;
    }

    private static void at(SortedMap<ReportWeek, List<Message>> weeks, ReportWeek week, Message what) {
        List<Message> then = weeks.computeIfAbsent(week, each -> new ArrayList<>());
        if (!then.contains(what)) {
            then.add(what);
        }
    }

    private static List<Message> limits(TrialFacts facts) {
        return List.of(
                facts.drawn().isPresent() ? TrialReportWords.LIMIT_SEEN : TrialReportWords.LIMIT_LOT,
                CaseReportWords.ONE_PERSON,
                ClinicianLetterWords.HYPOTHESIS);
    }
}
