package org.stillpoint.web.touch;

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
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.touch.ChangeTouchMap;
import org.stillpoint.practice.touch.TouchReading;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.intake.IntakeHand;
import org.stillpoint.record.touch.TouchMap;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.Places;
import org.stillpoint.words.IntakeWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.TouchWords;

/** A client says where touch is welcome. */
@Controller
class TouchController {
    private final TouchReading reading;
    private final ChangeTouchMap changeTouchMap;
    private final Places places;
    private final Clock clock;

    TouchController(TouchReading reading, ChangeTouchMap changeTouchMap, Places places, Clock clock) {
        this.reading = reading;
        this.changeTouchMap = changeTouchMap;
        this.places = places;
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/touch")
    String show(Actor actor, @PathVariable String id, HttpServletRequest request, Model model) {
        Optional<Message> said =
                request.getParameter("saved") == null ? Optional.empty() : Optional.of(TouchWords.SAVED);
        return page(actor, Id.of(id), said, model);
    }

    @PostMapping("/clients/{id}/touch")
    String save(
            Actor actor,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Id<Client> client = Id.of(id);
        Form form = Form.of(request);
        var wanted = new ChangeTouchMap.Command(
                form.id("id"), client, AskedTouch.seen(form), AskedTouch.wishes(form, places), IntakeHand.THERAPIST);
        return switch (changeTouchMap.by(actor, wanted)) {
            case Answer.Done<Optional<TouchMap>> done -> saved(client);
            case Answer.Again<Optional<TouchMap>> again -> saved(client);
            case Answer.Changed<Optional<TouchMap>> changed -> changed(actor, client, response, model);
            case Answer.Other<Optional<TouchMap>> other -> changed(actor, client, response, model);
            case Answer.No<Optional<TouchMap>> no -> throw new Refused(no.rule(), client);
        };
    }

    private static String saved(Id<Client> client) {
        return "redirect:/clients/" + client + "/touch?saved";
    }

    private String changed(Actor actor, Id<Client> client, HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        return page(actor, client, Optional.of(TouchWords.CHANGED), model);
    }

    private String page(Actor actor, Id<Client> id, Optional<Message> said, Model model) {
        TouchReading.TouchView view = reading.by(actor, id);
        model.addAttribute(
                "page",
                new TouchPage(
                        ClientHead.of(view.client(), LocalDate.now(clock)),
                        AskedTouch.of(view.latest(), places),
                        view.latest()
                                .flatMap(map -> IntakeWords.saidBy(
                                        map.by(), places.speaker().day(map.at()))),
                        said));
        return "touch";
    }
}
