package org.stillpoint.web.checkin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.Version;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.checkin.CheckIns;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.Clients;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;

/** The check-in. */
@Controller
class CheckInController {

    private final Clients clients;
    private final CheckIns checkIns;
    private final Clock clock;

    CheckInController(Clients clients, CheckIns checkIns, Clock clock) {
        this.clients = clients;
        this.checkIns = checkIns;
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/check-in")
    String ask(@PathVariable String id, Model model) {
        Client client = clients.get(Id.of(id));
        model.addAttribute("page", new CheckInPage(head(client), Id.random().toString(), Form.empty()));
        return "checkin";
    }

    @PostMapping("/clients/{id}/check-in")
    String give(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Model model) {
        Client client = clients.get(Id.of(id));
        Form form = Form.of(request);
        Id<CheckIn> checkIn = form.id("id");
        Answers answers = answers(form);
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("page", new CheckInPage(head(client), checkIn.toString(), form));
            return "checkin";
        }
        if (checkIns.find(checkIn).isEmpty()) { // else the same form came twice
            checkIns.add(new CheckIn(checkIn, client.id(), clock.instant(), answers, Version.FIRST));
        }
        return "redirect:/clients/" + client.id() + "/how-it-goes?thanks";
    }

    private ClientHead head(Client client) {
        return ClientHead.of(client, LocalDate.now(clock));
    }

    private static Answers answers(Form form) {
        Score0To10 pain = form.score("pain");
        Score0To10 stress = form.score("stress");
        Score0To10 tension = form.score("tension");
        Score0To10 anxiety = form.score("anxiety");
        Optional<Score0To10> mood = form.optionalScore("mood");
        Optional<Score0To10> sleep = form.optionalScore("sleep");
        Optional<Score0To10> awareness = form.optionalScore("bodyAwareness");
        PrivateText worse = form.text("worse");
        return new Answers(pain, stress, tension, anxiety, mood, sleep, awareness, worse);
    }
}
