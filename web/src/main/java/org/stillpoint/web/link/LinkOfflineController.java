package org.stillpoint.web.link;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.stillpoint.practice.contact.ReadContacts;
import org.stillpoint.practice.link.OpenLink.LinkSeen;
import org.stillpoint.record.link.Link;
import org.stillpoint.record.link.LinkPurpose;
import org.stillpoint.record.link.PrivateLink;
import org.stillpoint.record.work.Actor;

/** What the client's own door shows where there is no network: a worker in the browser keeps these pages, sealed, as long as the link lasts. */
@Controller
class LinkOfflineController {
    /** Until when a page may be opened again without a network. */
    private static final String UNTIL = "Offline-Until";

    private final LinkDoorController door;
    private final ReadContacts readContacts;

    LinkOfflineController(LinkDoorController door, ReadContacts readContacts) {
        this.door = door;
        this.readContacts = readContacts;
    }

    /** Lets a page be kept until its link ends. */
    static void keep(PrivateLink link, HttpServletResponse response) {
        response.setHeader(UNTIL, link.until().toString());
    }

    /** Where the door begins that was put on a home screen; the browser itself goes on to the link that it keeps. */
    @GetMapping("/link/start")
    String start(Model model) {
        model.addAttribute("page", new LinkPages.StartPage());
        return "linkstart";
    }

    /** That an answer waits on the device. Also for a link that is used by now: whether by that very answer, the record knows. */
    @GetMapping("/link/{secret}/waiting")
    String waiting(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response, Model model) {
        Link link = new Link(secret);
        Optional<PrivateLink> known =
                switch (door.see(link, request)) {
                    case LinkSeen.OpenHere here -> Optional.of(here.link());
                    case LinkSeen.UsedHere used -> Optional.of(used.link());
                    case LinkSeen closed -> Optional.empty();
                };
        if (known.filter(each -> each.purpose() == LinkPurpose.CHECK_IN).isEmpty()) {
            return door.nothing(link, request, response, model);
        }
        keep(known.get(), response);
        model.addAttribute(
                "page",
                new LinkPages.WaitingPage(
                        readContacts.by(Actor.program(Actor.ProgramPart.DOOR)).contacts()));
        return "linkwaiting";
    }
}
