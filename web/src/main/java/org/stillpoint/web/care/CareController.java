package org.stillpoint.web.care;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.client.CareReading;
import org.stillpoint.practice.client.HandOverClient;
import org.stillpoint.practice.client.ShareClient;
import org.stillpoint.practice.supervision.HandToSupervisor;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.CareWords;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.ErrorWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Speaker;

/** Who sees a client: handed over, shared, and no longer shared. */
@Controller
class CareController {

    private final CareReading reading;
    private final HandOverClient handOver;
    private final ShareClient share;
    private final HandToSupervisor supervise;
    private final Speaker speaker;
    private final Clock clock;

    CareController(
            CareReading reading,
            HandOverClient handOver,
            ShareClient share,
            HandToSupervisor supervise,
            Speaker speaker,
            Clock clock) {
        this.supervise = supervise;
        this.speaker = speaker;
        this.reading = reading;
        this.handOver = handOver;
        this.share = share;
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/care")
    String show(Actor actor, @PathVariable String id, Model model) {
        model.addAttribute("page", page(reading.by(actor, Id.of(id)), Optional.empty()));
        return "care";
    }

    @PostMapping("/clients/{id}/care/hand-over")
    String handOver(
            Actor actor,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        Id<Client> client = Id.of(id);
        Id<Account> to = Id.of(form.raw("account"));
        Answer<Id<Account>> answer = handOver.by(actor, new HandOverClient.Command(form.key(), client, to));
        boolean goneFromHere = !Membership.runsThePractice(actor);
        return answered(actor, client, answer, goneFromHere ? "/" : page(client), response, model);
    }

    @PostMapping("/clients/{id}/care/share")
    String share(
            Actor actor,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        Id<Client> client = Id.of(id);
        var wanted = new ShareClient.Command(form.key(), client, Id.of(form.raw("account")));
        return answered(actor, client, share.by(actor, wanted), page(client), response, model);
    }

    @PostMapping("/clients/{id}/care/end")
    String end(
            Actor actor,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        Id<Client> client = Id.of(id);
        var wanted = new ShareClient.Command(form.key(), client, Id.of(form.raw("account")));
        return answered(actor, client, share.end(actor, wanted), page(client), response, model);
    }

    @PostMapping("/clients/{id}/care/supervise")
    String supervise(
            Actor actor,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        Id<Client> client = Id.of(id);
        var wanted = new HandToSupervisor.Command(form.id("id"), client, form.id("supervisor"), period(form));
        return answered(actor, client, supervise.by(actor, wanted), page(client), response, model);
    }

    private static Duration period(Form form) {
        int weeks = CarePage.PERIODS.stream()
                .map(CareWords.Weeks::weeks)
                .filter(each -> String.valueOf(each).equals(form.raw("weeks")))
                .findFirst()
                .orElse(CarePage.USUAL_WEEKS);
        return Duration.ofDays(7L * weeks);
    }

    @PostMapping("/clients/{id}/care/supervisions/{handed}/end")
    String endSupervision(
            Actor actor,
            @PathVariable String id,
            @PathVariable String handed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Id<Client> client = Id.of(id);
        var wanted = new HandToSupervisor.TakeCaseBack(Form.of(request).key(), client, Id.of(handed));
        return answered(actor, client, supervise.end(actor, wanted), page(client), response, model);
    }

    private <T> String answered(
            Actor actor,
            Id<Client> client,
            Answer<Id<T>> answer,
            String next,
            HttpServletResponse response,
            Model model) {
        return switch (answer) {
            case Answer.Done<Id<T>> done -> "redirect:" + next;
            case Answer.Again<Id<T>> again -> "redirect:" + next;
            case Answer.No<Id<T>> no -> {
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                model.addAttribute(
                        "page", page(reading.by(actor, client), Optional.of(new ErrorWords.Refusal(no.rule()))));
                yield "care";
            }
            case Answer.Changed<Id<T>> changed -> throw new AlreadyThere("care", client);
            case Answer.Other<Id<T>> other -> throw new AlreadyThere("care", client);
        };
    }

    private static String page(Id<Client> client) {
        return "/clients/" + client + "/care";
    }

    private CarePage page(CareReading.CareView view, Optional<Message> refused) {
        return new CarePage(
                ClientHead.of(view.client(), LocalDate.now(clock)),
                view.therapist()
                        .<Message>map(
                                one -> new CareWords.Treats(one.signInName().value()))
                        .orElse(CareWords.NOBODYS),
                colleagues(view.shared()),
                colleagues(view.others().stream()
                        .filter(each -> each.role() != Role.OWNER)
                        .toList()),
                colleagues(Stream.concat(view.shared().stream(), view.others().stream())
                        .toList()),
                view.supervisions().stream()
                        .map(each -> new CarePage.SupervisedBy(
                                each.supervision().id().toString(),
                                each.supervisor().value(),
                                new CareWords.Supervised(
                                        each.supervisor().value(),
                                        each.supervision().number(),
                                        at(each.supervision().until()))))
                        .toList(),
                colleagues(view.supervisors()),
                refused);
    }

    private Message at(Instant instant) {
        return new CommonWords.DayAndTime(instant, speaker.time(instant));
    }

    private static List<CarePage.Colleague> colleagues(List<Account> accounts) {
        return accounts.stream()
                .map(each -> new CarePage.Colleague(
                        each.id().toString(), each.signInName().value()))
                .toList();
    }
}
