package org.stillpoint.web.link;

import java.time.Clock;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.consent.ConsentReading.ConsentView;
import org.stillpoint.practice.own.OwnViewReading.SeenOfOneself;
import org.stillpoint.practice.session.AftercareReading.TakenHome;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.consent.ConsentEntry;
import org.stillpoint.record.consent.ConsentEntry.SignedEntry;
import org.stillpoint.record.contact.Contact;
import org.stillpoint.record.request.ClientRequest;
import org.stillpoint.record.setting.PracticeDays;
import org.stillpoint.web.consent.PaperTold;
import org.stillpoint.web.link.LinkPages.ComingTime;
import org.stillpoint.web.link.OwnPage.DrawnMap;
import org.stillpoint.web.link.OwnPage.PainPlace;
import org.stillpoint.web.link.OwnPage.PainSide;
import org.stillpoint.web.outcome.CourseDrawn;
import org.stillpoint.web.session.AftercareTold;
import org.stillpoint.web.view.FlatBody;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.Places;
import org.stillpoint.words.AppointmentWords;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.ConsentWords;
import org.stillpoint.words.CopyWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.OwnViewWords;
import org.stillpoint.words.RequestWords;
import org.stillpoint.words.Speaker;

/** What a client sees of themselves, put into words and pictures: light, and readable without a script. */
@Component
final class OwnPages {
    /** Own choice, 2026: the first, the latest, and two between: what fits a phone without looking for it. */
    private static final int MOST_MAPS = 4;

    /** How clearly the least pain shows, of 1; own choice, 2026. */
    private static final double LEAST_STRENGTH = 0.25;

    private final CourseDrawn course;
    private final PaperTold papers;
    private final Places places;
    private final Speaker speaker;
    private final Clock clock;

    OwnPages(CourseDrawn course, PaperTold papers, Places places, Speaker speaker, Clock clock) {
        this.course = course;
        this.papers = papers;
        this.places = places;
        this.speaker = speaker;
        this.clock = clock;
    }

    OwnPage page(
            String base, Form form, SeenOfOneself view, ConsentView consent, List<Contact> contacts, Instant until) {
        List<BodyMap> shown = few(view.maps());
        return new OwnPage(
                base,
                form,
                course.of(view.pain(), new CourseDrawn.AlongCourse(view.held(), view.events(), view.lots())),
                shown.stream().map(this::map).toList(),
                shown.size() == view.maps().size()
                        ? Optional.empty()
                        : Optional.of(new OwnViewWords.MapsShown(
                                shown.size(), view.maps().size())),
                view.coming().stream().map(each -> ComingTime.of(each, speaker)).toList(),
                zone(),
                view.place(),
                ConsentWords.of(consent.standing(), speaker),
                !consent.history().entries().isEmpty() && !consent.history().isWithdrawn(),
                papers(base, consent),
                view.home().map(this::home),
                view.given().stream()
                        .map(note -> new OwnPage.GivenLine(
                                speaker.shortDay(note.writtenAt()), note.text().value()))
                        .toList(),
                view.requests().stream().map(this::asked).toList(),
                contacts,
                new OwnViewWords.OnlyHere(at(until)));
    }

    /** Whose clock the hours are by. */
    Message zone() {
        return new AppointmentWords.ZoneOf(
                PracticeDays.now(clock.getZone()).getDisplayName(TextStyle.FULL, speaker.locale()));
    }

    private Message at(Instant instant) {
        return new CommonWords.DayAndTime(instant, speaker.time(instant));
    }

    /** The first, the latest, and some evenly between. */
    static <T> List<T> few(List<T> all) {
        return all.size() <= MOST_MAPS
                ? all
                : IntStream.range(0, MOST_MAPS)
                        .mapToObj(i -> all.get(Math.round(i * (all.size() - 1) / (float) (MOST_MAPS - 1))))
                        .toList();
    }

    private DrawnMap map(BodyMap map) {
        List<Map.Entry<RegionCode, Score0To10>> hurts = map.pain().entrySet().stream()
                .filter(pain -> pain.getValue().value() > 0)
                .sorted(Map.Entry.<RegionCode, Score0To10>comparingByValue(Comparator.comparing(Score0To10::value))
                        .reversed()
                        .thenComparing(pain -> pain.getKey().value()))
                .toList();
        return new DrawnMap(
                speaker.shortDay(map.at()),
                FlatBody.sides().stream().map(side -> side(side, map.pain())).toList(),
                hurts.stream()
                        .map(pain -> speaker.say(new CopyWords.InRegion(places.name(pain.getKey()), pain.getValue())))
                        .collect(Collectors.joining("; ")));
    }

    private static PainSide side(FlatBody.FlatSide side, Map<RegionCode, Score0To10> pain) {
        return new PainSide(
                side,
                side.places().stream()
                        .flatMap(place -> Optional.ofNullable(pain.get(new RegionCode(place.code()))).stream()
                                .filter(score -> score.value() > 0)
                                .map(score -> new PainPlace(place.path(), strength(score))))
                        .toList());
    }

    private static String strength(Score0To10 score) {
        return String.format(
                Locale.ROOT, "%.2f", LEAST_STRENGTH + (1 - LEAST_STRENGTH) * score.value() / Score0To10.MOST);
    }

    /** Each with its place in the order in which they were signed, by which it is printed: no id stands in an address. */
    private List<OwnPage.PaperLine> papers(String base, ConsentView consent) {
        List<OwnPage.PaperLine> lines = new ArrayList<>();
        int number = 0;
        for (ConsentEntry entry : consent.history().entries()) {
            if (entry instanceof SignedEntry paper) {
                number++;
                List<String> details = new ArrayList<>(papers.signed(paper, consent.client()));
                details.addAll(papers.answers(paper));
                lines.add(new OwnPage.PaperLine(
                        papers.what(paper), papers.at(paper.at()), details, base + "/consent-" + number + ".pdf"));
            } else {
                lines.add(new OwnPage.PaperLine(papers.what(entry), papers.at(entry.at()), List.of(), ""));
            }
        }
        return lines.reversed();
    }

    private OwnPage.HomeSheet home(TakenHome home) {
        return new OwnPage.HomeSheet(
                speaker.shortDay(home.session().endedAt()),
                AftercareTold.paragraphs(home.text(), speaker),
                AftercareTold.next(home, speaker));
    }

    private OwnPage.AskedLine asked(ClientRequest request) {
        return new OwnPage.AskedLine(
                RequestWords.of(request.matter(), speaker),
                new RequestWords.AskedOn(at(request.at())),
                RequestWords.words(request.matter()),
                request.followUp()
                        .<Message>map(done -> new OwnViewWords.AnsweredOn(
                                at(done.at()), done.done().value()))
                        .orElse(RequestWords.WAITS));
    }
}
