package org.stillpoint.web.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.people.ChangeRole;
import org.stillpoint.practice.people.EndAccount;
import org.stillpoint.practice.people.InvitePerson;
import org.stillpoint.practice.people.PeopleReading;
import org.stillpoint.practice.people.PeopleReading.PersonSeen;
import org.stillpoint.practice.people.WithdrawInvitation;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.link.Link;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.ErrorWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.PeopleWords;
import org.stillpoint.words.Speaker;

/** The people of the practice, for the owner: invited, in another role, gone. */
@Controller
class PeopleController {

    private final PeopleReading reading;
    private final InvitePerson invite;
    private final WithdrawInvitation withdraw;
    private final ChangeRole changeRole;
    private final EndAccount endAccount;
    private final Speaker speaker;

    PeopleController(
            PeopleReading reading,
            InvitePerson invite,
            WithdrawInvitation withdraw,
            ChangeRole changeRole,
            EndAccount endAccount,
            Speaker speaker) {
        this.reading = reading;
        this.invite = invite;
        this.withdraw = withdraw;
        this.changeRole = changeRole;
        this.endAccount = endAccount;
        this.speaker = speaker;
    }

    @GetMapping("/practice/people")
    String show(Actor actor, Model model) {
        return page(actor, Optional.empty(), Optional.empty(), model);
    }

    /** The link is shown in the answer, once: it is kept nowhere, and no reload shows it again. */
    @PostMapping("/practice/people")
    String invite(Actor actor, HttpServletRequest request, Model model) {
        Form form = Form.of(request);
        Link link = Link.random();
        invite.by(actor, new InvitePerson.Command(Id.random(), role(form), link.hash()));
        String address = request.getRequestURL()
                .toString()
                .replaceFirst(request.getRequestURI() + "$", InvitationAddress.path(link));
        return page(actor, Optional.of(address), Optional.empty(), model);
    }

    @PostMapping("/practice/invitations/{id}/withdraw")
    String withdraw(Actor actor, @PathVariable String id, HttpServletRequest request) {
        withdraw.by(actor, new WithdrawInvitation.Command(Form.of(request).key(), Id.of(id)));
        return "redirect:/practice/people";
    }

    @PostMapping("/practice/people/{account}/role")
    String changeRole(
            Actor actor,
            @PathVariable String account,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        Id<Account> who = Id.of(account);
        return answered(
                actor, who, changeRole.by(actor, new ChangeRole.Command(form.key(), who, role(form))), response, model);
    }

    @PostMapping("/practice/people/{account}/end")
    String end(
            Actor actor,
            @PathVariable String account,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        Id<Account> who = Id.of(account);
        String heir = form.raw("heir");
        Optional<Id<Account>> to = heir.isBlank() ? Optional.empty() : Optional.of(Id.of(heir));
        return answered(actor, who, endAccount.by(actor, new EndAccount.Command(form.key(), who, to)), response, model);
    }

    /** Whoever is signed in with an account that ended or got another role is out by the change itself. */
    private String answered(
            Actor actor, Id<Account> who, Answer<Id<Account>> answer, HttpServletResponse response, Model model) {
        return switch (answer) {
            case Answer.Done<Id<Account>> done -> "redirect:/practice/people";
            case Answer.Again<Id<Account>> again -> "redirect:/practice/people";
            case Answer.No<Id<Account>> no -> {
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                yield page(actor, Optional.empty(), Optional.of(new ErrorWords.Refusal(no.rule())), model);
            }
            case Answer.Changed<Id<Account>> changed -> throw new AlreadyThere("account", who);
            case Answer.Other<Id<Account>> other -> throw new AlreadyThere("account", who);
        };
    }

    private static Role role(Form form) {
        return PeoplePage.ROLES.stream()
                .filter(role -> role.name().equals(form.raw("role")))
                .findFirst()
                .orElseThrow(() -> new BadValue("role", "of another name", PeoplePage.ROLES.toString()));
    }

    private String page(Actor actor, Optional<String> link, Optional<Message> refused, Model model) {
        PeopleReading.PeopleView view = reading.by(actor);
        List<PersonSeen> here =
                view.people().stream().filter(each -> !each.account().isEnded()).toList();
        model.addAttribute(
                "page",
                new PeoplePage(
                        here.stream().map(each -> row(each, here)).toList(),
                        view.people().stream()
                                .filter(each -> each.account().isEnded())
                                .map(each -> row(each, List.of()))
                                .toList(),
                        view.invited().stream()
                                .map(each -> new PeoplePage.InvitedRow(
                                        each.id().toString(), new PeopleWords.Invited(each.role(), at(each.until()))))
                                .toList(),
                        link,
                        refused));
        return "people";
    }

    private PeoplePage.PersonRow row(PersonSeen seen, List<PersonSeen> here) {
        Account account = seen.account();
        List<Message> told = new ArrayList<>(List.of(new PeopleWords.Since(at(account.addedAt()))));
        account.endedAt().ifPresent(ended -> told.add(new PeopleWords.Until(at(ended))));
        told.add(seen.lastSignIn()
                .<Message>map(last -> new PeopleWords.CameLast(at(last)))
                .orElse(PeopleWords.NEVER_CAME));
        if (account.role().treats()) {
            told.add(new PeopleWords.Treats(seen.clients()));
        }
        return new PeoplePage.PersonRow(
                account.id().toString(),
                account.signInName().value(),
                account.role(),
                told,
                seen.clients() > 0,
                account.role() == Role.OWNER,
                here.stream()
                        .map(PersonSeen::account)
                        .filter(each -> each.role().treats() && !each.id().equals(account.id()))
                        .map(each -> new PeoplePage.Heir(
                                each.id().toString(), each.signInName().value()))
                        .toList());
    }

    private Message at(Instant instant) {
        return new CommonWords.DayAndTime(instant, speaker.time(instant));
    }
}
