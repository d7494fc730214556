package org.stillpoint.web.link;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.checkin.MendOwnCheckIn;
import org.stillpoint.practice.link.OpenLink.LinkSeen;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.Refused;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.link.Link;
import org.stillpoint.record.link.LinkPurpose;
import org.stillpoint.web.checkin.TypedAnswers;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.LinkWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.SettingWords;

/** A slip in the check-in that was just given by a link, mended on the same day in the same browser. */
@Controller
class LinkMendController {
    private final LinkDoorController door;
    private final MendOwnCheckIn mend;

    LinkMendController(LinkDoorController door, MendOwnCheckIn mend) {
        this.door = door;
        this.mend = mend;
    }

    static String path(Link link) {
        return LinkAddress.path(link) + "/mend";
    }

    private Optional<LinkSeen.UsedHere> used(Link link, HttpServletRequest request) {
        return door.see(link, request) instanceof LinkSeen.UsedHere used
                        && used.link().purpose() == LinkPurpose.CHECK_IN
                ? Optional.of(used)
                : Optional.empty();
    }

    private Optional<CheckIn> find(LinkSeen.UsedHere used) {
        return mend.find(used.actor(), used.link());
    }

    @GetMapping("/link/{secret}/mend")
    String show(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response, Model model) {
        Link link = new Link(secret);
        return used(link, request)
                .flatMap(this::find)
                .map(kept -> page(link, kept, TypedAnswers.typed(kept.answers()), Optional.empty(), model))
                .orElseGet(() -> door.nothing(link, request, response, model));
    }

    @PostMapping("/link/{secret}/mend")
    String mend(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response, Model model) {
        Link link = new Link(secret);
        Form form = Form.of(request);
        Optional<LinkSeen.UsedHere> used = used(link, request);
        Optional<CheckIn> kept = used.flatMap(this::find);
        if (used.isEmpty() || kept.isEmpty()) {
            return door.nothing(link, request, response, model);
        }
        Answers answers = TypedAnswers.of(form, TypedAnswers.unasked(kept.get().answers()));
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(link, kept.get(), form, Optional.empty(), model);
        }
        try {
            return switch (mend.by(
                    used.get().actor(),
                    used.get().link(),
                    new MendOwnCheckIn.Command(form.key(), form.version(), answers))) {
                case Answer.Done<CheckIn> done -> mended(link, done.kept(), model);
                case Answer.Again<CheckIn> again -> mended(link, again.kept(), model);
                case Answer.Other<CheckIn> other -> stale(link, other.kept(), response, model);
                case Answer.Changed<CheckIn> changed -> stale(link, changed.kept(), response, model);
                case Answer.No<CheckIn> no ->
                    throw new Refused(no.rule(), used.get().link().client());
            };
        } catch (NoSuchRecord | NotAllowed meanwhile) { // its day is over, or it was struck out
            return door.nothing(link, request, response, model);
        }
    }

    private String mended(Link link, CheckIn kept, Model model) {
        model.addAttribute(
                "page",
                new LinkPages.KeptPage(LinkWords.MENDED, kept.saysWorse(), false, door.contacts(), "", path(link)));
        return "linkkept";
    }

    /** Somebody else was first: it is shown as it is now. */
    private String stale(Link link, CheckIn kept, HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        return page(link, kept, TypedAnswers.typed(kept.answers()), Optional.of(SettingWords.CHANGED), model);
    }

    private String page(Link link, CheckIn kept, Form form, Optional<Message> said, Model model) {
        List<String> unasked = TypedAnswers.unasked(kept.answers());
        model.addAttribute(
                "page",
                new LinkPages.ToMendPage(path(link), form, kept.version().number(), unasked, said, door.contacts()));
        return "linkmend";
    }
}
