package org.stillpoint.web.client;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
import org.stillpoint.practice.client.StoryEntry;
import org.stillpoint.practice.client.ThatDay;
import org.stillpoint.practice.outcome.HowItGoes;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.today.Standing;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.followup.FollowUpRow;
import org.stillpoint.web.request.RequestRow;
import org.stillpoint.web.view.BodyLayers;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Matters;
import org.stillpoint.web.view.Places;
import org.stillpoint.words.AboutWords;
import org.stillpoint.words.AskingWords;
import org.stillpoint.words.CheckInWords;
import org.stillpoint.words.ClientWords;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.ConsentWords;
import org.stillpoint.words.EventWords;
import org.stillpoint.words.FollowUpWords;
import org.stillpoint.words.ForecastWords;
import org.stillpoint.words.GoesWords;
import org.stillpoint.words.HowItGoesWords;
import org.stillpoint.words.ImportWords;
import org.stillpoint.words.IntakeWords;
import org.stillpoint.words.MatterWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Named;
import org.stillpoint.words.Speaker;
import org.stillpoint.words.TodayWords;
import org.stillpoint.words.TraceWords;

/** One client's page: the body in the middle, the story beside it, and what is next. */
@Controller
class ClientController {
    /** Own choice, 2026: what one reads on a page of other things; a page of its own shows all. */
    private static final int MOST_ASKED = 3;

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
        List<StoryEntry> entries = story.entries(speaker.zone());
        List<CheckIn> diary = story.diary();
        ClientHead head = ClientHead.of(story.client(), LocalDate.now(clock));
        BodyLayers layers = BodyLayers.of(ThatDay.after(entries), places);
        model.addAttribute(
                "page",
                new ClientPage(
                        head,
                        GoesWords.sentence(HowItGoes.ofPain(diary, story.sessions())),
                        layers.json(),
                        layers.view(),
                        StoryTime.of(
                                entries,
                                story.client().yearOfBirth(),
                                story.client().addedAt(),
                                places,
                                clock.instant()),
                        story.leavesOut(),
                        suggested(head, story, clock.instant()),
                        acts(head, story),
                        diary.isEmpty()
                                ? List.of()
                                : CheckInWords.said(diary.getLast().answers()),
                        story.toAsk().map(asked -> FollowUpRow.of(asked, clock.instant(), speaker)),
                        story.asked().stream()
                                .limit(MOST_ASKED)
                                .map(asked -> RequestRow.of(head, asked, PrivateText.NONE, speaker))
                                .toList(),
                        Matters.latest(
                                story.flags(),
                                diary.stream().filter(CheckIn::isOpen).toList(),
                                speaker)));
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

    private static ClientPage.PageAct suggested(ClientHead head, ReadClient.ClientStory story, Instant now) {
        return switch (story.next(now)) {
            case BRING_BACK ->
                new ClientPage.PageAct(
                        AboutWords.BRING_BACK, new Named(Rule.CLIENT_IS_ARCHIVED), head.path() + "/about");
            case GO_ON -> start(head, story);
            case FOLLOW_UP ->
                new ClientPage.PageAct(MatterWords.WRITE, ClientWords.WORSE_WAITS, head.path() + "/open-matters");
            case ASK_AFTER -> new ClientPage.PageAct(FollowUpWords.NOTE, FollowUpWords.DUE, head.path() + "/follow-up");
            case TELL -> new ClientPage.PageAct(EventWords.TELL, ClientWords.NO_EVENT, head.path() + "/events/new");
            case MARK_PAIN ->
                new ClientPage.PageAct(
                        TraceWords.MARK_PAIN,
                        story.painSaid()
                                .<Message>map(ClientWords.LastMarked::new)
                                .orElse(ClientWords.NO_PAIN),
                        head.path() + "/pain");
            case CHECK_IN ->
                new ClientPage.PageAct(
                        CommonWords.CHECK_IN,
                        story.heard().<Message>map(ClientWords.LastCheckIn::new).orElse(ClientWords.NO_CHECK_IN),
                        head.path() + "/check-in");
            case START ->
                new ClientPage.PageAct(ClientWords.START, ClientWords.NOTHING_WAITS, head.path() + "/sessions/new");
        };
    }

    /** Each in its place, whatever is suggested. */
    private List<ClientPage.PageAct> acts(ClientHead head, ReadClient.ClientStory story) {
        ClientPage.PageAct model =
                new ClientPage.PageAct(ClientWords.MODEL, ClientWords.HYPOTHESIS, head.path() + "/life");
        if (head.archived()) {
            return List.of(model);
        }
        return List.of(
                start(head, story),
                new ClientPage.PageAct(
                        IntakeWords.TITLE, story.intake().map(IntakeWords::goesOn), head.path() + "/intake"),
                new ClientPage.PageAct(EventWords.TELL, head.path() + "/events/new"),
                new ClientPage.PageAct(TraceWords.MARK_PAIN, last(story.painSaid()), head.path() + "/pain"),
                new ClientPage.PageAct(CommonWords.CHECK_IN, last(story.heard()), head.path() + "/check-in"),
                new ClientPage.PageAct(
                        AskingWords.TITLE, QuestionnairesTold.now(story.questionnaires()), head.path() + "/measures"),
                new ClientPage.PageAct(ConsentWords.TITLE, head.path() + "/consent"),
                new ClientPage.PageAct(ForecastWords.SEAL, head.path() + "/forecast"),
                new ClientPage.PageAct(HowItGoesWords.QUESTIONNAIRES, head.path() + "/questionnaires"),
                new ClientPage.PageAct(ImportWords.TITLE, head.path() + "/import"),
                model);
    }

    private Optional<Message> last(Optional<Instant> at) {
        return at.map(instant -> new ClientWords.Last(speaker.shortDay(instant)));
    }

    private static ClientPage.PageAct start(ClientHead head, ReadClient.ClientStory story) {
        return story.open()
                .map(session ->
                        new ClientPage.PageAct(TodayWords.GO_ON, TodayWords.GOES_ON, "/sessions/" + session.id()))
                .orElseGet(() -> new ClientPage.PageAct(ClientWords.START, head.path() + "/sessions/new"));
    }
}
