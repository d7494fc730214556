package org.stillpoint.web.request;

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
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.request.AnswerRequest;
import org.stillpoint.practice.request.RequestReading;
import org.stillpoint.practice.request.RequestReading.RequestsView;
import org.stillpoint.practice.request.RequestReading.SeenRequest;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.request.ClientRequest;
import org.stillpoint.record.request.RequestMatter;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.MatterWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.RequestWords;
import org.stillpoint.words.Speaker;

/** What a client asked of the practice stays open until somebody writes here what was done. */
@Controller
class RequestsController {
    private final RequestReading reading;
    private final AnswerRequest answerRequest;
    private final Speaker speaker;
    private final Clock clock;

    RequestsController(RequestReading reading, AnswerRequest answerRequest, Speaker speaker, Clock clock) {
        this.reading = reading;
        this.answerRequest = answerRequest;
        this.speaker = speaker;
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/asked")
    String show(Actor actor, @PathVariable String id, Model model) {
        return page(actor, reading.by(actor, Id.of(id)), Optional.empty(), Form.empty(), "", model);
    }

    @PostMapping("/clients/{id}/asked/{request}")
    String answer(
            Actor actor,
            @PathVariable String id,
            @PathVariable String request,
            HttpServletRequest sent,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(sent);
        RequestsView view = reading.by(actor, Id.of(id));
        ClientRequest asked = view.requests().stream()
                .map(SeenRequest::request)
                .filter(each -> each.id().equals(Id.<ClientRequest>of(request)))
                .findFirst()
                .orElseThrow(() -> new NoSuchRecord("request", Id.of(request)));
        PrivateText done = form.text("done");
        if (done.value().isBlank()) {
            form.problems().add("done", MatterWords.NEEDED);
        }
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(actor, view, Optional.empty(), form, request, model);
        }
        var wanted = new AnswerRequest.Command(
                form.key(),
                view.client().id(),
                asked.id(),
                asked.isOfAnAppointment(),
                form.version(),
                done,
                form.chosen("cancel", "yes"));
        return switch (answerRequest.by(actor, wanted)) {
            case Answer.Done<Id<ClientRequest>> answered ->
                "redirect:/clients/" + view.client().id() + "/asked";
            case Answer.Again<Id<ClientRequest>> again ->
                "redirect:/clients/" + view.client().id() + "/asked";
            case Answer.Changed<Id<ClientRequest>> changed -> meanwhile(actor, view.client(), response, model);
            case Answer.Other<Id<ClientRequest>> other -> meanwhile(actor, view.client(), response, model);
            case Answer.No<Id<ClientRequest>> no ->
                throw new Refused(no.rule(), view.client().id());
        };
    }

    private String meanwhile(Actor actor, Client client, HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        return page(
                actor,
                reading.by(actor, client.id()),
                Optional.of(RequestWords.ANSWERED_MEANWHILE),
                Form.empty(),
                "",
                model);
    }

    private String page(Actor actor, RequestsView view, Optional<Message> said, Form form, String formOf, Model model) {
        ClientHead head = ClientHead.of(view.client(), LocalDate.now(clock));
        model.addAttribute(
                "page",
                new RequestsPage(
                        head,
                        said,
                        view.requests().stream()
                                .filter(each -> each.request().isOpen())
                                .map(each -> row(head, view, each))
                                .toList(),
                        view.requests().stream()
                                .filter(each -> !each.request().isOpen())
                                .map(each -> row(head, view, each))
                                .toList(),
                        form,
                        formOf,
                        Membership.runsThePractice(actor)));
        return "requests";
    }

    private RequestsPage.RequestLine row(ClientHead head, RequestsView view, SeenRequest seen) {
        ClientRequest asked = seen.request();
        boolean ofAppointment = asked.isOfAnAppointment();
        return new RequestsPage.RequestLine(
                asked.id().toString(),
                asked.version().number(),
                RequestRow.of(head, asked, ofAppointment && asked.isOpen() ? view.phone() : PrivateText.NONE, speaker),
                ofAppointment
                        ? Optional.of(seen.stillStands() ? RequestWords.STANDS : RequestWords.STANDS_NO_MORE)
                        : Optional.empty(),
                seen.stillStands(),
                asked.matter() instanceof RequestMatter.ErasureAsked,
                asked.followUp()
                        .map(done -> new MatterWords.Done(
                                speaker.shortDay(done.at()), done.done().value())));
    }
}
