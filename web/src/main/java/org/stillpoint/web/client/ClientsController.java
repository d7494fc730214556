package org.stillpoint.web.client;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stillpoint.practice.today.SeeToday;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Message;
import org.stillpoint.words.Speaker;
import org.stillpoint.words.TodayWords;

/** Everybody by name, and finding anybody. */
@Controller
class ClientsController {

    private final SeeToday seeToday;
    private final Speaker speaker;
    private final Clock clock;

    ClientsController(SeeToday seeToday, Speaker speaker, Clock clock) {
        this.seeToday = seeToday;
        this.speaker = speaker;
        this.clock = clock;
    }

    /**
     * @param after the last client of the page before; a name would be private, and stands in no address
     * @param archived there where those are listed who no longer come
     */
    @GetMapping("/clients")
    String list(
            Actor actor, @RequestParam @Nullable String after, @RequestParam @Nullable String archived, Model model) {
        Optional<Id<Client>> last = Optional.ofNullable(after).map(Id::of);
        boolean gone = archived != null;
        SeeToday.FoundClients page = gone ? seeToday.archived(actor, last) : seeToday.byName(actor, last);
        String next = page.more()
                ? (gone ? "/clients?archived&after=" : "/clients?after=")
                        + page.rows().getLast().standing().client().id()
                : "";
        return show("", Optional.empty(), page, next, gone, after == null, model);
    }

    /** Names are private: they travel in the body of the request and never in an address. */
    @PostMapping("/clients/find")
    String find(Actor actor, HttpServletRequest request, Model model) {
        String query = Form.of(request).raw("query");
        SeeToday.FoundClients found = seeToday.find(actor, query);
        Message said = new TodayWords.Found(found.rows().size(), found.more());
        return show(query, Optional.of(said), found, "", false, true, model);
    }

    private String show(
            String query,
            Optional<Message> found,
            SeeToday.FoundClients clients,
            String next,
            boolean archived,
            boolean first,
            Model model) {
        List<ClientRow> rows = clients.rows().stream()
                .map(row -> ClientRow.of(row, LocalDate.now(clock), speaker))
                .toList();
        model.addAttribute("page", new ClientsPage(query, found, rows, next, archived, first));
        return "clients";
    }
}
