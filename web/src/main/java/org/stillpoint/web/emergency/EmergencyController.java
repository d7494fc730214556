package org.stillpoint.web.emergency;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.emergency.AcknowledgeEmergency;
import org.stillpoint.practice.emergency.FindInEmergency;
import org.stillpoint.practice.emergency.OpenInEmergency;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.care.EmergencyAccess;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.EmergencyWords;

/** In an emergency: a client of somebody else is found by their whole name, and their record opened for a reason. */
@Controller
class EmergencyController {

    private final FindInEmergency find;
    private final OpenInEmergency open;
    private final AcknowledgeEmergency acknowledge;
    private final OpenInEmergency.HowLong howLong;
    private final Clock clock;

    EmergencyController(
            FindInEmergency find,
            OpenInEmergency open,
            AcknowledgeEmergency acknowledge,
            OpenInEmergency.HowLong howLong,
            Clock clock) {
        this.find = find;
        this.open = open;
        this.acknowledge = acknowledge;
        this.howLong = howLong;
        this.clock = clock;
    }

    @GetMapping("/emergency")
    String show(Actor actor, Model model) {
        if (!Membership.mayHaveAnEmergency(actor)) {
            throw new NotAllowed(Act.FIND_IN_EMERGENCY.name());
        }
        return page(Form.empty(), List.of(), false, model);
    }

    /** Names are private: they travel in the body of the request and never in an address. */
    @PostMapping("/emergency/find")
    String find(Actor actor, HttpServletRequest request, Model model) {
        Form form = Form.of(request);
        List<Client> found = find.by(actor, new FindInEmergency.Command(Id.random(), form.text("name")));
        return page(form, found, found.isEmpty(), model);
    }

    @PostMapping("/emergency/open")
    String open(Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        Form form = Form.of(request);
        Id<Client> client = form.id("client");
        PrivateText reason = form.text("reason");
        if (reason.value().isBlank() || reason.value().length() > EmergencyAccess.MOST_CHARACTERS) {
            form.problems().add("reason", new EmergencyWords.ReasonNeeded(EmergencyAccess.MOST_CHARACTERS));
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            List<Client> again = find.by(actor, new FindInEmergency.Command(Id.random(), form.text("name"))).stream()
                    .filter(each -> each.id().equals(client))
                    .toList();
            return page(form, again, again.isEmpty(), model);
        }
        return switch (open.by(actor, new OpenInEmergency.Command(form.id("id"), client, reason))) {
            case Answer.Done<Id<Client>> done -> "redirect:/clients/" + client;
            case Answer.Again<Id<Client>> again -> "redirect:/clients/" + client;
            case Answer.Changed<Id<Client>> changed -> throw new AlreadyThere("emergency", client);
            case Answer.Other<Id<Client>> other -> throw new AlreadyThere("emergency", client);
            case Answer.No<Id<Client>> no -> throw new Refused(no.rule(), client);
        };
    }

    @PostMapping("/emergency/{id}/seen")
    String seen(Actor actor, @PathVariable String id, HttpServletRequest request) {
        acknowledge.by(actor, new AcknowledgeEmergency.Command(Form.of(request).key(), Id.of(id)));
        return "redirect:/";
    }

    private String page(Form form, List<Client> found, boolean nobody, Model model) {
        model.addAttribute(
                "page",
                new EmergencyPage(
                        form,
                        found.stream()
                                .map(client -> new EmergencyPage.FoundOne(
                                        ClientHead.of(client, LocalDate.now(clock)),
                                        Id.random().toString()))
                                .toList(),
                        nobody ? Optional.of(EmergencyWords.NOBODY_CALLED_SO) : Optional.empty(),
                        new EmergencyWords.Means((int) howLong.duration().toHours())));
        return "emergency";
    }
}
