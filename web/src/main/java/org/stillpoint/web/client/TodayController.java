package org.stillpoint.web.client;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.client.AddClient;
import org.stillpoint.practice.client.FindNamesakes;
import org.stillpoint.practice.contact.ReadContacts;
import org.stillpoint.practice.outcome.SettleClock;
import org.stillpoint.practice.setting.SettingReading;
import org.stillpoint.practice.today.HourToday;
import org.stillpoint.practice.today.KeepingToday;
import org.stillpoint.practice.today.SeeToday;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.WebSettings;
import org.stillpoint.web.followup.FollowUpRow;
import org.stillpoint.web.note.NotesToSignPage.ToSignRow;
import org.stillpoint.web.request.RequestRow;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.ClientWords;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.EmergencyWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.SlipWords;
import org.stillpoint.words.Speaker;
import org.stillpoint.words.TodayWords;

/** Today: who is here, who needs attention, and adding a client. */
@Controller
class TodayController {

    private final SeeToday seeToday;
    private final AddClient addClient;
    private final FindNamesakes findNamesakes;
    private final SettleClock settleClock;
    private final ReadContacts readContacts;
    private final SettingReading settingReading;
    private final WebSettings settings;
    private final Speaker speaker;
    private final Clock clock;

    TodayController(
            SeeToday seeToday,
            AddClient addClient,
            FindNamesakes findNamesakes,
            SettleClock settleClock,
            ReadContacts readContacts,
            SettingReading settingReading,
            WebSettings settings,
            Speaker speaker,
            Clock clock) {
        this.settleClock = settleClock;
        this.readContacts = readContacts;
        this.settingReading = settingReading;
        this.settings = settings;
        this.speaker = speaker;
        this.seeToday = seeToday;
        this.addClient = addClient;
        this.findNamesakes = findNamesakes;
        this.clock = clock;
    }

    @GetMapping("/")
    String show(Actor actor, Model model) {
        if (Membership.supervises(actor)) {
            return "redirect:/cases"; // all there is for them
        }
        SeeToday.TodayView view = seeToday.by(actor);
        if (view.counts().clients() == 0) {
            model.addAttribute(
                    "page",
                    new FirstStepsPage(
                            Membership.runsThePractice(actor),
                            settingReading.profile(actor).name(),
                            !readContacts.by(actor).contacts().isEmpty(),
                            !settingReading.consentBlocks(actor).written().isEmpty(),
                            Membership.mayHaveAnEmergency(actor)));
            return "firststeps";
        }
        List<ClientRow> rows = Stream.of(view.worse(), view.open(), view.recent())
                .flatMap(List::stream)
                .map(row -> ClientRow.of(row, LocalDate.now(clock), speaker))
                .toList();
        Message sentence =
                new TodayWords.Now(view.counts().openSessions(), view.counts().worse());
        model.addAttribute(
                "page",
                new TodayPage(
                        speaker.weekday(view.day()),
                        comes(view.hours()),
                        sentence,
                        next(view.hours()).map(hour -> hour(actor, hour)),
                        view.hours().stream().map(hour -> hour(actor, hour)).toList(),
                        view.week().stream().map(hour -> hour(actor, hour)).toList(),
                        view.counts().clients(),
                        view.counts().worse(),
                        view.counts().worse() - view.worse().size(),
                        rows,
                        view.toSign().stream()
                                .map(note -> ToSignRow.of(note, speaker))
                                .toList(),
                        view.moreToSign(),
                        view.toAsk().stream()
                                .map(asked -> FollowUpRow.of(asked, clock.instant(), speaker))
                                .toList(),
                        view.moreToAsk(),
                        view.toRing(),
                        view.asked().stream()
                                .map(asked -> RequestRow.of(asked, LocalDate.now(clock), speaker))
                                .toList(),
                        missing(view.keeping()),
                        backup(view.keeping()),
                        clock(view.keeping()),
                        view.keeping().unreadable(),
                        view.emergencies().stream().map(this::opened).toList(),
                        Membership.mayHaveAnEmergency(actor)));
        return "today";
    }

    private HourRow hour(Actor actor, HourToday hour) {
        return HourRow.of(hour, !Membership.seesWhatWasTold(actor), LocalDate.now(clock), speaker);
    }

    /** The first of today that has not ended; to a session that goes on one line leads back from everywhere. */
    private Optional<HourToday> next(List<HourToday> hours) {
        return hours.stream()
                .filter(hour -> hour.appointment().end().isAfter(clock.instant()))
                .filter(hour -> hour.client().standing().openSession().isEmpty())
                .findFirst();
    }

    private Optional<Message> comes(List<HourToday> hours) {
        return hours.isEmpty()
                ? Optional.empty()
                : Optional.of(next(hours)
                        .<Message>map(next -> new TodayWords.Comes(
                                hours.size(), speaker.time(next.appointment().start())))
                        .orElse(new TodayWords.Came(hours.size())));
    }

    private TodayPage.OpenedRecord opened(SeeToday.EmergencyTold told) {
        return new TodayPage.OpenedRecord(
                new EmergencyWords.Opened(
                        told.by().map(SignInName::value).orElseGet(() -> speaker.say(EmergencyWords.GONE)),
                        told.client().name().value(),
                        at(told.access().at()),
                        at(told.access().until())),
                told.access().reason().value(),
                "/emergency/" + told.access().id() + "/seen");
    }

    private Message at(Instant instant) {
        return new CommonWords.DayAndTime(instant, speaker.time(instant));
    }

    private List<Message> missing(KeepingToday keeping) {
        return keeping
                .loss()
                .<Message>map(loss -> new TodayWords.Shortened(
                        Math.toIntExact(loss.had() - loss.has()), speaker.shortDay(loss.last())))
                .stream()
                .toList();
    }

    private Optional<Message> clock(KeepingToday keeping) {
        return keeping.clock()
                .map(doubt ->
                        new TodayWords.ClockOdd(speaker.shortDay(doubt.lastUse()), speaker.shortDay(doubt.now())));
    }

    @PostMapping("/practice/clock")
    String settleClock(Actor actor, HttpServletRequest request) {
        settleClock.by(actor, new SettleClock.Command(Form.of(request).key()));
        return "redirect:/";
    }

    private Message backup(KeepingToday keeping) {
        return keeping.lastBackup()
                .<Message>map(at -> new TodayWords.LastBackup(speaker.shortDay(at), keeping.old()))
                .orElse(TodayWords.NEVER_BACKED_UP);
    }

    private static void requireOneWhoAdds(Actor actor) {
        if (Membership.supervises(actor)) {
            throw new NotAllowed(Act.ADD_CLIENT.name());
        }
    }

    @GetMapping("/clients/new")
    String askForClient(Actor actor, @RequestParam @Nullable String tried, Model model) {
        requireOneWhoAdds(actor);
        Form form = tried == null
                ? Form.empty()
                : Form.of(Map.of("made-up", List.of("yes"), "name", List.of(speaker.say(ClientWords.MADE_UP_NAME))));
        model.addAttribute("page", new NewClientPage(Id.random().toString(), form));
        return "newclient";
    }

    @PostMapping("/clients")
    String add(Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        requireOneWhoAdds(actor);
        Form form = Form.of(request);
        Id<Client> id = form.id("id");
        PrivateText name = form.text("name");
        if (name.value().isBlank() || name.value().length() > Client.MOST_NAME_CHARACTERS) {
            form.problems().add("name", new ClientWords.NameNeeded(Client.MOST_NAME_CHARACTERS));
        }
        OptionalInt year = yearOfBirth(form);
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("page", new NewClientPage(id.toString(), form));
            return "newclient";
        }
        List<NewClientPage.Namesake> namesakes = form.chosen("another", "yes") ? List.of() : namesakes(actor, id, name);
        if (!namesakes.isEmpty()) {
            model.addAttribute("page", new NewClientPage(id.toString(), form, namesakes));
            return "newclient";
        }
        return switch (addClient.by(actor, new AddClient.Command(id, name, year, isMadeUp(form)))) {
            case Answer.Done<Client> done -> afterwards(id, form);
            case Answer.Again<Client> again -> afterwards(id, form);
            case Answer.Other<Client> other -> different(form, other.kept(), response, model);
            case Answer.Changed<Client> changed -> different(form, changed.kept(), response, model);
            case Answer.No<Client> no -> throw new Refused(no.rule(), id);
        };
    }

    private static String afterwards(Id<Client> id, Form form) {
        return "redirect:/clients/" + id + (form.chosen("then", "tell") ? "/events/new" : "");
    }

    /** In the demo practice everybody is. */
    private boolean isMadeUp(Form form) {
        return settings.demo() || form.chosen("made-up", "yes");
    }

    /** Those of this name who are here already; who was just added with this very form is none. */
    private List<NewClientPage.Namesake> namesakes(Actor actor, Id<Client> id, PrivateText name) {
        return findNamesakes.by(actor, name).stream()
                .filter(standing -> !standing.client().id().equals(id))
                .map(standing -> new NewClientPage.Namesake(
                        ClientHead.of(standing.client(), LocalDate.now(clock)),
                        standing.client().yearOfBirth().isPresent()
                                ? String.valueOf(standing.client().yearOfBirth().getAsInt())
                                : speaker.say(SlipWords.NO_YEAR),
                        Stream.of(standing.lastSession(), standing.lastCheckIn())
                                .flatMap(Optional::stream)
                                .max(Comparator.naturalOrder())
                                .map(speaker::shortDay)
                                .orElseGet(
                                        () -> speaker.shortDay(standing.client().addedAt()))))
                .toList();
    }

    /** Somebody else was added with this very form before: that stays, and what is typed now can be sent as another client. */
    private static String different(Form form, Client kept, HttpServletResponse response, Model model) {
        form.problems().add("name", new ClientWords.SentBefore(kept.name().value()));
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        model.addAttribute("page", new NewClientPage(Id.random().toString(), form));
        return "newclient";
    }

    private OptionalInt yearOfBirth(Form form) {
        return form.year(
                "yearOfBirth", Client.EARLIEST_BIRTH, LocalDate.now(clock).getYear());
    }
}
