package org.stillpoint.web.view;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.stillpoint.words.AboutWords;
import org.stillpoint.words.ClientWords;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.SessionListWords;
import org.stillpoint.words.TraceWords;

/** The parts of a client's record, always in this order, and the pages that belong to each. */
public enum ClientPart {
    STORY(ClientWords.STORY, "", List.of("life", "events")),
    SESSIONS(SessionListWords.TITLE, "sessions", List.of("safety-checks", "appointments")),
    TRACE(TraceWords.TITLE, "trace", List.of("pain")),
    HOW_IT_GOES(
            CommonWords.HOW_IT_GOES,
            "how-it-goes",
            List.of("forecast", "plan", "questionnaires", "measures", "questionnaire", "mind-and-body")),
    ABOUT(AboutWords.TITLE, "about", List.of("care", "consent", "touch", "links", "name", "slips"));

    private final Message title;
    private final String page;
    private final List<String> others;

    ClientPart(Message title, String page, List<String> others) {
        this.title = title;
        this.page = page;
        this.others = others;
    }

    public Message title() {
        return title;
    }

    public String address(ClientHead head) {
        return page.isEmpty() ? head.path() : head.path() + "/" + page;
    }

    /** The part to which the page at an address belongs; empty where it belongs to none. */
    static Optional<ClientPart> of(String path) {
        String[] steps = path.split("/"); // "", "clients", the id, the page
        if (steps.length >= 3 && steps[1].equals("sessions")) {
            return Optional.of(SESSIONS);
        }
        if (steps.length < 3 || !steps[1].equals("clients")) {
            return Optional.empty();
        }
        String here = steps.length == 3 ? "" : steps[3];
        return Arrays.stream(values())
                .filter(part -> part.page.equals(here) || part.others.contains(here))
                .findFirst();
    }
}
