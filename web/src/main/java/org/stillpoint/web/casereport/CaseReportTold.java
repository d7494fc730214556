package org.stillpoint.web.casereport;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stillpoint.practice.casereport.CaseReportReading.CaseFacts;
import org.stillpoint.practice.casereport.ReportWeek;
import org.stillpoint.practice.outcome.HowItGoes;
import org.stillpoint.practice.outcome.Questionnaire;
import org.stillpoint.practice.session.SessionFacts;
import org.stillpoint.practice.session.SessionFacts.WorkedSite;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.consent.ConsentStanding.ChoiceMade;
import org.stillpoint.record.examination.Examination;
import org.stillpoint.record.examination.Finding;
import org.stillpoint.record.questionnaire.QuestionnaireScore;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.web.view.Places;
import org.stillpoint.words.CaseReportWords;
import org.stillpoint.words.ClinicianLetterWords;
import org.stillpoint.words.ClosingWords;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.FigureWords;
import org.stillpoint.words.GoesWords;
import org.stillpoint.words.HowItGoesWords;
import org.stillpoint.words.MeasureWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.MomentWords;
import org.stillpoint.words.NoteWords;
import org.stillpoint.words.Share;
import org.stillpoint.words.Speaker;

/**
 * Drafts the items of a case report from the record: what was counted, scored and marked, in the program's own words. No free text of the record
 * is among it, and nothing of an image, an emotion, a memory or a dialogue; there must be a session.
 */
@Component
final class CaseReportTold {

    /** Own choice, 2026: what one reads in a line. */
    private static final int MOST_PLACES = 6;

    private final Places places;
    private final Speaker speaker;

    CaseReportTold(Places places) {
        this.places = places;
        this.speaker = places.speaker();
    }

    /** What the record says to each item, in the order of the checklist; an item is missing where it says nothing. */
    Map<CaseReportWords, List<String>> drafted(CaseFacts facts) {
        Map<CaseReportWords, List<Message>> items = new EnumMap<>(CaseReportWords.class);
        items.put(CaseReportWords.ABSTRACT, summary(facts));
        items.put(CaseReportWords.PATIENT_INFORMATION, who(facts));
        items.put(CaseReportWords.CLINICAL_FINDINGS, felt(facts));
        items.put(CaseReportWords.TIMELINE, timeline(facts));
        items.put(CaseReportWords.DIAGNOSTIC_ASSESSMENT, assessed(facts));
        items.put(CaseReportWords.INTERVENTION, done(facts));
        items.put(CaseReportWords.FOLLOW_UP, outcomes(facts));
        items.put(CaseReportWords.DISCUSSION, limits());
        items.put(
                CaseReportWords.INFORMED_CONSENT,
                List.of(
                        CaseReportWords.READ_AND_AGREED,
                        facts.research() == ChoiceMade.YES
                                ? CaseReportWords.RESEARCH_YES
                                : CaseReportWords.RESEARCH_NOT_ASKED));
        Map<CaseReportWords, List<String>> said = new EnumMap<>(CaseReportWords.class);
        items.forEach(
                (item, texts) -> said.put(item, texts.stream().map(speaker::say).toList()));
        return said;
    }

    /** What the client said to be worse, in their words, and what was done: to be typed over. */
    String worseInWords(CaseFacts facts) {
        return facts.diary().stream()
                .filter(CheckIn::saysWorse)
                .flatMap(worse -> Stream.concat(
                        Stream.of(new CaseReportWords.SaidInWeek(
                                CaseReportWords.week(facts.week(worse)),
                                worse.answers().anythingWorse().value())),
                        worse.followUp().stream()
                                .map(done -> new CaseReportWords.DoneAbout(
                                        done.done().value()))))
                .map(speaker::say)
                .collect(Collectors.joining("\n"));
    }

    private static Message week(CaseFacts facts, Instant at) {
        return CaseReportWords.week(facts.week(at));
    }

    private static List<Message> summary(CaseFacts facts) {
        ReportWeek last = facts.week(facts.held().getLast().startedAt());
        return List.of(
                new CaseReportWords.SessionsWithin(facts.held().size(), last.number()),
                GoesWords.sentence(facts.measures().getFirst()),
                worse(facts));
    }

    private static Message worse(CaseFacts facts) {
        long said = facts.diary().stream().filter(CheckIn::saysWorse).count();
        return said == 0 ? CaseReportWords.NOBODY_WORSE : new CaseReportWords.Worse((int) said);
    }

    private List<Message> who(CaseFacts facts) {
        Instant first = facts.held().getFirst().startedAt();
        Optional<BodyMap> map =
                facts.maps().stream().filter(each -> each.at().isBefore(first)).reduce((before, last) -> last);
        return List.of(
                CaseReportWords.age(facts.age()),
                map.<Message>map(drawn -> new CaseReportWords.PainMarked(
                                week(facts, drawn.at()), places.names().hurting(drawn, MOST_PLACES)))
                        .orElse(CaseReportWords.NO_MAP));
    }

    private List<Message> felt(CaseFacts facts) {
        List<Message> lines = new ArrayList<>();
        for (Examination each : facts.felt()) {
            List<Message> found = new ArrayList<>();
            each.findings()
                    .forEach((muscle, finding) -> restricted(finding)
                            .ifPresent(grade -> found.add(new NoteWords.FeltAt(
                                    new CommonWords.Verbatim(places.muscle(muscle.value())), grade))));
            if (!found.isEmpty()) {
                lines.add(new CaseReportWords.InWeek(week(facts, each.at()), found));
            }
        }
        lines.add(lines.isEmpty() ? CaseReportWords.NOTHING_FELT : CaseReportWords.HANDS_DIFFER);
        return lines;
    }

    private static Optional<Message> restricted(Finding finding) {
        return finding.restriction().filter(grade -> grade.value() > 0).map(ClosingWords::restriction);
    }

    private List<Message> timeline(CaseFacts facts) {
        SortedMap<ReportWeek, List<Message>> weeks = new TreeMap<>();
        SortedMap<ReportWeek, List<CheckIn>> diary = facts.diary().stream()
                .collect(Collectors.groupingBy(each -> facts.week(each), TreeMap::new, Collectors.toList()));
        diary.forEach((week, each) -> at(weeks, week)
                .add(new CaseReportWords.CheckInsOf(
                        each.size(),
                        each.stream()
                                .mapToDouble(one -> one.answers().pain().value())
                                .average()
                                .orElseThrow())));
        for (int i = 0; i < facts.held().size(); i++) {
            EndedSession session = facts.held().get(i);
            List<Message> then = at(weeks, facts.week(session.startedAt()));
            then.add(new CaseReportWords.SessionNumber(i + 1));
            if (SessionFacts.of(session).stopped()) {
                then.add(CaseReportWords.STOPPED);
            }
        }
        for (QuestionnaireScore score : facts.scores()) {
            Questionnaire.find(score.instrument())
                    .ifPresent(known -> at(weeks, facts.week(score.day()))
                            .add(new HowItGoesWords.ScoreOf(MeasureWords.name(known), score.score())));
        }
        diary.forEach((week, each) -> {
            if (each.stream().anyMatch(CheckIn::saysWorse)) {
                at(weeks, week).add(CaseReportWords.SAID_WORSE);
            }
            if (each.stream().anyMatch(CheckIn::turnedWorse)) {
                at(weeks, week).add(CaseReportWords.TURNED_WORSE);
            }
        });
        facts.flags().forEach(flag -> at(weeks, facts.week(flag.at())).add(CaseReportWords.flagged(flag)));
        return weeks.entrySet().stream()
                .<Message>map(week -> new CaseReportWords.InWeek(CaseReportWords.week(week.getKey()), week.getValue()))
                .toList();
    }

    private static List<Message> at(SortedMap<ReportWeek, List<Message>> weeks, ReportWeek week) {
        return weeks.computeIfAbsent(week, each -> new ArrayList<>());
    }

    private static List<Message> assessed(CaseFacts facts) {
        List<Message> measures = facts.measures().stream()
                .filter(goes -> !goes.course().isEmpty())
                .map(goes -> MeasureWords.name(goes.course().measured()))
                .toList();
        return Stream.concat(
                        measures.isEmpty() ? Stream.empty() : Stream.of(new CaseReportWords.AskedAgain(measures)),
                        Stream.of(CaseReportWords.NO_DIAGNOSIS, CaseReportWords.NOT_DRAFTED))
                .toList();
    }

    private List<Message> done(CaseFacts facts) {
        List<Message> lines = new ArrayList<>(List.of(ClinicianLetterWords.OF_WHAT_KIND));
        for (int i = 0; i < facts.held().size(); i++) {
            EndedSession session = facts.held().get(i);
            lines.add(new CaseReportWords.AtSession(
                    i + 1, week(facts, session.startedAt()), session.length(), judged(facts, i)));
        }
        return lines;
    }

    /** How one session was judged: by the client before it, and by both in it. */
    private List<Message> judged(CaseFacts facts, int number) {
        EndedSession session = facts.held().get(number);
        Instant since = number == 0 ? Instant.MIN : facts.held().get(number - 1).startedAt();
        SessionFacts marked = SessionFacts.of(session);
        List<Message> what = new ArrayList<>();
        facts.diary().stream()
                .filter(each -> each.at().isAfter(since) && each.at().isBefore(session.startedAt()))
                .reduce((before, last) -> last)
                .ifPresent(last -> what.add(
                        new CaseReportWords.PainBefore(last.answers().pain().value())));
        marked.sites().forEach(worked -> what.addAll(at(worked)));
        marked.distress().map(ClosingWords::distress).ifPresent(what::add);
        marked.awareness().map(ClosingWords::awareness).ifPresent(what::add);
        if (marked.stopped()) {
            what.add(CaseReportWords.STOPPED);
        }
        return what.isEmpty() ? List.of(CaseReportWords.NOT_REPORTED) : what;
    }

    /** Where hands were and how far it let go, as each of the two judged last. */
    private List<Message> at(WorkedSite worked) {
        Message place = places.names().site(worked.site());
        List<Message> judged = new ArrayList<>(List.of(new MomentWords.Engaged(place)));
        worked.released().ifPresent(extent -> judged.add(new MomentWords.Released(new Share(extent), place)));
        worked.marks().stream()
                .map(Mark::moment)
                .filter(Moment.ReleaseFelt.class::isInstance)
                .map(Moment.ReleaseFelt.class::cast)
                .reduce((before, last) -> last)
                .ifPresent(felt -> judged.add(new MomentWords.ReleasedForTheClient(new Share(felt.extent()), place)));
        return judged;
    }

    private static List<Message> outcomes(CaseFacts facts) {
        List<Message> lines = new ArrayList<>();
        for (HowItGoes goes : facts.measures()) {
            if (!goes.course().isEmpty()) {
                lines.add(GoesWords.inAList(goes));
                FigureWords.thresholds(goes.course().measured()).ifPresent(lines::add);
            }
        }
        lines.add(worse(facts));
        long stops = facts.held().stream()
                .filter(session -> SessionFacts.of(session).stopped())
                .count();
        if (stops > 0) {
            lines.add(new CaseReportWords.Stops((int) stops));
        }
        return lines;
    }

    private static List<Message> limits() {
        return List.of(CaseReportWords.ONE_PERSON, CaseReportWords.AT_THE_WORST, ClinicianLetterWords.HYPOTHESIS);
    }
}
