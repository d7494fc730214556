package org.stillpoint.web.calendar;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.calendar.CalendarFeedReading;
import org.stillpoint.practice.calendar.ChangeCalendarFeed;
import org.stillpoint.practice.calendar.MakeCalendarFeed;
import org.stillpoint.practice.calendar.TakeCalendarFeedBack;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.calendar.CalendarFeed;
import org.stillpoint.record.calendar.FeedNames;
import org.stillpoint.record.link.Link;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.WebSettings;
import org.stillpoint.web.link.LinkAddress;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.FeedWords;
import org.stillpoint.words.LinkWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.SettingWords;
import org.stillpoint.words.Speaker;

/** Somebody lets their own calendar read when clients come: its address is made, shown once, and taken back. */
@Controller
class FeedController {
    private static final String PAGE = "/account/calendar";

    private final CalendarFeedReading reading;
    private final MakeCalendarFeed make;
    private final ChangeCalendarFeed change;
    private final TakeCalendarFeedBack takeBack;
    private final WebSettings settings;
    private final Speaker speaker;

    FeedController(
            CalendarFeedReading reading,
            MakeCalendarFeed make,
            ChangeCalendarFeed change,
            TakeCalendarFeedBack takeBack,
            WebSettings settings,
            Speaker speaker) {
        this.reading = reading;
        this.make = make;
        this.change = change;
        this.takeBack = takeBack;
        this.settings = settings;
        this.speaker = speaker;
    }

    @GetMapping(PAGE)
    String show(Actor actor, HttpServletRequest request, Model model) {
        Optional<Message> said = request.getParameter("saved") != null
                ? Optional.of(SettingWords.SAVED)
                : request.getParameter("takenBack") != null ? Optional.of(FeedWords.TAKEN_BACK) : Optional.empty();
        return page(actor, Optional.empty(), said, model);
    }

    /** The address is shown in the answer, once: it is kept nowhere, and no reload shows it again. */
    @PostMapping(PAGE)
    String make(Actor actor, HttpServletRequest request, Model model) {
        Form form = Form.of(request);
        Link link = Link.random();
        Answer<Id<Account>> answer = make.by(actor, new MakeCalendarFeed.Command(form.key(), link.hash(), names(form)));
        if (answer instanceof Answer.Done<Id<Account>>) {
            LinkAddress address = LinkAddress.of(settings.way(), request, CalendarDoorController.path(link));
            return page(
                    actor,
                    Optional.of(new FeedPage.MadeAddress(address.address(), address.thisMachineOnly())),
                    Optional.empty(),
                    model);
        }
        return page(actor, Optional.empty(), Optional.of(LinkWords.MADE_BEFORE), model);
    }

    @PostMapping(PAGE + "/names")
    String choose(Actor actor, HttpServletRequest request) {
        Form form = Form.of(request);
        change.by(actor, new ChangeCalendarFeed.Command(form.key(), names(form)));
        return "redirect:" + PAGE + "?saved";
    }

    @PostMapping(PAGE + "/take-back")
    String takeBack(Actor actor, HttpServletRequest request) {
        takeBack.by(actor, new TakeCalendarFeedBack.Command(Form.of(request).key()));
        return "redirect:" + PAGE + "?takenBack";
    }

    private static FeedNames names(Form form) {
        return Arrays.stream(FeedNames.values())
                .filter(names -> names.name().equals(form.raw("names")))
                .findFirst()
                .orElse(FeedNames.APPOINTMENT);
    }

    private String page(Actor actor, Optional<FeedPage.MadeAddress> made, Optional<Message> said, Model model) {
        Optional<CalendarFeed> feed = reading.by(actor);
        model.addAttribute(
                "page",
                new FeedPage(
                        made,
                        feed.map(kept -> new LinkWords.Made(
                                new CommonWords.DayAndTime(kept.madeAt(), speaker.time(kept.madeAt())))),
                        feed.map(CalendarFeed::names).orElse(FeedNames.APPOINTMENT),
                        said));
        return "feed";
    }
}
