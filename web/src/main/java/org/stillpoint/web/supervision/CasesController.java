package org.stillpoint.web.supervision;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.chart.Size;
import org.stillpoint.practice.outcome.Questionnaire;
import org.stillpoint.practice.supervision.CaseReading;
import org.stillpoint.record.Id;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.Places;
import org.stillpoint.words.CaseWords;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.CopyWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.MomentWords;
import org.stillpoint.words.Speaker;

/** The cases that were handed to a supervisor: all there is for them. */
@Controller
class CasesController {
    private static final int OLDEST = 90;

    private final CaseReading reading;
    private final Places places;
    private final Speaker speaker;

    CasesController(CaseReading reading, Places places) {
        this.reading = reading;
        this.places = places;
        this.speaker = places.speaker();
    }

    @GetMapping("/cases")
    String list(Actor actor, Model model) {
        model.addAttribute(
                "page",
                new CasesPage(reading.list(actor).stream()
                        .map(one -> new CasesPage.CaseLink(
                                one.id().toString(),
                                new CaseWords.Numbered(one.number()),
                                new CaseWords.Until(
                                        new CommonWords.DayAndTime(one.until(), speaker.time(one.until())))))
                        .toList()));
        return "cases";
    }

    @GetMapping("/cases/{handed}")
    String show(Actor actor, @PathVariable String handed, Model model) {
        CaseReading.CaseView seen = reading.by(actor, Id.of(handed));
        model.addAttribute(
                "page",
                new CasePage(
                        new CaseWords.Numbered(seen.number()),
                        age(seen.decade()),
                        seen.consent() ? CaseWords.CONSENT : CaseWords.NO_CONSENT,
                        new CaseWords.Counted(
                                seen.sessions().size(), seen.checkIns().size()),
                        CaseDrawing.of(seen, Size.ofScreen(960, 320), speaker),
                        CaseDrawing.of(seen, Size.ofScreen(350, 300), speaker),
                        seen.sessions().stream().map(this::session).toList(),
                        seen.checkIns().stream().map(this::checkIn).toList(),
                        seen.maps().stream()
                                .map(one -> List.of(speaker.whole(one.day()), where(one.pain())))
                                .toList(),
                        seen.scores().stream()
                                .map(one -> List.of(
                                        speaker.whole(one.day()),
                                        instrument(one.instrument()),
                                        speaker.number(one.score())))
                                .toList()));
        return "supervised";
    }

    private static Message age(OptionalInt decade) {
        if (decade.isEmpty()) {
            return CaseWords.AGE_UNKNOWN;
        }
        int from = decade.getAsInt();
        return from >= OLDEST ? CaseWords.OLDEST : new CaseWords.Aged(from, from + 9);
    }

    private CasePage.HeldSession session(CaseReading.CaseSession session) {
        String length = session.length().map(speaker::length).orElseGet(() -> speaker.say(CaseWords.GOES_ON));
        return new CasePage.HeldSession(
                new CaseWords.SessionOn(session.day(), length),
                session.moments().stream()
                        .map(one -> List.of(
                                speaker.clock(one.after()), speaker.say(MomentWords.of(one.moment(), places.names()))))
                        .toList());
    }

    private List<String> checkIn(CaseReading.CaseCheckIn one) {
        Answers answers = one.answers();
        return Stream.concat(
                        Stream.of(speaker.whole(one.day()), speaker.score(answers.pain())),
                        Stream.of(
                                        answers.stress(),
                                        answers.tension(),
                                        answers.anxiety(),
                                        answers.mood(),
                                        answers.sleep(),
                                        answers.bodyAwareness())
                                .map(this::score))
                .toList();
    }

    private String score(Optional<Score0To10> score) {
        return score.map(speaker::score).orElse("");
    }

    private String where(Map<RegionCode, Score0To10> pain) {
        return pain.entrySet().stream()
                .sorted(Comparator.comparing(each -> each.getKey().value()))
                .map(each -> speaker.say(new CopyWords.InRegion(places.name(each.getKey()), each.getValue())))
                .collect(Collectors.joining("; "));
    }

    private static String instrument(String key) {
        return Questionnaire.find(key).map(Questionnaire::name).orElse(key);
    }
}
