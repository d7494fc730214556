package org.stillpoint.web.client;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.client.ReadClient;
import org.stillpoint.practice.outcome.HowItGoes;
import org.stillpoint.record.Id;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.today.Standing;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.BodyLayers;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Matters;
import org.stillpoint.web.view.Places;
import org.stillpoint.words.CheckInWords;
import org.stillpoint.words.ClientWords;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.EventWords;
import org.stillpoint.words.ForecastWords;
import org.stillpoint.words.GoesWords;
import org.stillpoint.words.HowItGoesWords;
import org.stillpoint.words.ImportWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Speaker;
import org.stillpoint.words.TodayWords;
import org.stillpoint.words.TraceWords;

/** One client's page: the body in the middle, the story beside it, and what is next. */
@Controller
class ClientController {

    /** A map of the pain older than this is worth drawing again: the product's own bound. */
    private static final Duration MAP_GOOD_FOR = Duration.ofDays(28);

    private final ReadClient readClient;
    private final Places places;
    private final Speaker speaker;
    private final Clock clock;

    ClientController(ReadClient readClient, Places places, Speaker speaker, Clock clock) {
        this.speaker = speaker;
        this.readClient = readClient;
        this.places = places;
        this.clock = clock;
    }

    @GetMapping("/clients/{id}")
    String show(Actor actor, @PathVariable String id, @RequestParam @Nullable String thanks, Model model) {
        if (!Membership.seesWhatWasTold(actor)) {
            return showAtDesk(readClient.atDesk(actor, Id.of(id)), thanks != null, model);
        }
        ReadClient.ClientStory story = readClient.by(actor, Id.of(id));
        Client client = story.client();
        List<TraumaEvent> events = story.events();
        List<Session> held = story.sessions();
        List<CheckIn> diary = story.diary();
        Optional<BodyMap> map = story.map();
        ClientHead head = ClientHead.of(client, LocalDate.now(clock));

        BodyLayers layers = new BodyLayers(places).told(events).sessions(held);
        map.ifPresent(layers::pain);
        String open = story.open().map(session -> "/sessions/" + session.id()).orElse("");
        model.addAttribute(
                "page",
                new ClientPage(
                        head,
                        GoesWords.sentence(HowItGoes.ofPain(diary, held)),
                        layers.json(),
                        layers.view(),
                        StoryLine.of(events, held, client.yearOfBirth(), places, LocalDate.now(clock)),
                        open,
                        next(head, events, map, diary),
                        diary.isEmpty() ? List.of() : latest(diary.getLast()),
                        Matters.latest(diary.stream().filter(CheckIn::isOpen).toList(), speaker),
                        story.mayShare(),
                        story.mayErase()));
        return "client";
    }

    private String showAtDesk(Standing standing, boolean thanked, Model model) {
        model.addAttribute(
                "page",
                new DeskPage(
                        ClientHead.of(standing.client(), LocalDate.now(clock)),
                        standing.lastSession()
                                .<Message>map(at -> new TodayWords.LastSession(speaker.shortDay(at)))
                                .orElse(TodayWords.NO_SESSION_YET),
                        thanked));
        return "desk";
    }

    private List<ClientPage.NextStep> next(
            ClientHead head, List<TraumaEvent> events, Optional<BodyMap> map, List<CheckIn> diary) {
        boolean mapIsOld =
                map.isEmpty() || map.get().at().isBefore(clock.instant().minus(MAP_GOOD_FOR));
        List<ClientPage.NextStep> first = new ArrayList<>();
        List<ClientPage.NextStep> later = new ArrayList<>();
        (events.isEmpty() ? first : later)
                .add(new ClientPage.NextStep(
                        EventWords.TELL,
                        events.isEmpty() ? Optional.of(ClientWords.NO_EVENT) : Optional.empty(),
                        head.path() + "/events/new"));
        (mapIsOld ? first : later)
                .add(new ClientPage.NextStep(
                        TraceWords.MARK_PAIN,
                        Optional.of(map.<Message>map(kept -> new ClientWords.LastMarked(kept.at()))
                                .orElse(ClientWords.NO_PAIN)),
                        head.path() + "/pain"));
        boolean checkInDue =
                diary.isEmpty() || diary.getLast().at().isBefore(clock.instant().minus(Duration.ofDays(7)));
        (checkInDue ? first : later)
                .add(new ClientPage.NextStep(
                        CommonWords.CHECK_IN,
                        Optional.of(
                                diary.isEmpty()
                                        ? ClientWords.NO_CHECK_IN
                                        : new ClientWords.LastCheckIn(
                                                diary.getLast().at())),
                        head.path() + "/check-in"));
        later.add(new ClientPage.NextStep(
                TraceWords.TITLE,
                Optional.of(map.isEmpty() ? ClientWords.PAIN_FIRST : ClientWords.WORTH_FEELING),
                head.path() + "/trace"));
        later.add(new ClientPage.NextStep(ClientWords.LIFE_PLAYER, Optional.empty(), head.path() + "/life"));
        later.add(new ClientPage.NextStep(CommonWords.HOW_IT_GOES, Optional.empty(), head.path() + "/how-it-goes"));
        later.add(new ClientPage.NextStep(
                HowItGoesWords.QUESTIONNAIRES, Optional.of(ClientWords.SCORES), head.path() + "/questionnaires"));
        later.add(new ClientPage.NextStep(
                ImportWords.TITLE, Optional.of(ImportWords.STEP_HINT), head.path() + "/import"));
        later.add(new ClientPage.NextStep(
                ForecastWords.SEAL, Optional.of(ClientWords.BEFORE_SESSION), head.path() + "/forecast"));
        first.addAll(later);
        return first;
    }

    private static List<Message> latest(CheckIn checkIn) {
        Answers answers = checkIn.answers();
        List<Message> lines = new ArrayList<>(List.of(new CheckInWords.Answered(CheckInWords.PAIN, answers.pain())));
        answers.stress().ifPresent(score -> lines.add(new CheckInWords.Answered(CheckInWords.STRESS, score)));
        answers.tension().ifPresent(score -> lines.add(new CheckInWords.Answered(CheckInWords.TENSION, score)));
        answers.anxiety().ifPresent(score -> lines.add(new CheckInWords.Answered(CheckInWords.ANXIETY, score)));
        answers.mood().ifPresent(score -> lines.add(new CheckInWords.Answered(CheckInWords.MOOD, score)));
        answers.sleep().ifPresent(score -> lines.add(new CheckInWords.Answered(CheckInWords.SLEEP, score)));
        answers.bodyAwareness()
                .ifPresent(score -> lines.add(new CheckInWords.Answered(CheckInWords.BODY_AWARENESS, score)));
        return lines;
    }
}
