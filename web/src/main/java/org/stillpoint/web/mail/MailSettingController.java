package org.stillpoint.web.mail;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.mail.MailReading;
import org.stillpoint.practice.mail.SendTestMail;
import org.stillpoint.practice.setting.ChangeMailSetting;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.contact.WaysToReach;
import org.stillpoint.record.mail.Courier.Delivery;
import org.stillpoint.record.setting.MailServer;
import org.stillpoint.record.setting.MailSetting;
import org.stillpoint.record.setting.MailTls;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.MailWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Named;
import org.stillpoint.words.SettingWords;

/** The practice chooses the server that takes its mail, and tries it: for the owner. */
@Controller
class MailSettingController {
    private static final String PAGE = "/practice/mail";

    private final MailReading reading;
    private final ChangeMailSetting change;
    private final SendTestMail test;

    MailSettingController(MailReading reading, ChangeMailSetting change, SendTestMail test) {
        this.reading = reading;
        this.change = change;
        this.test = test;
    }

    @GetMapping(PAGE)
    String show(Actor actor, HttpServletRequest request, Model model) {
        Optional<Message> said =
                request.getParameter("saved") == null ? Optional.empty() : Optional.of(SettingWords.SAVED);
        return page(reading.setting(actor), said, Optional.empty(), model);
    }

    @PostMapping(PAGE)
    String write(Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        MailSetting kept = reading.setting(actor);
        Form form = Form.of(request);
        Optional<MailSetting> typed = typed(form, kept);
        if (typed.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(form, form.version().number(), kept, Optional.empty(), Optional.empty(), model);
        }
        boolean keepPassword = form.raw("password").isEmpty();
        return switch (change.by(actor, new ChangeMailSetting.Command(form.key(), typed.get(), keepPassword))) {
            case Answer.Done<MailSetting> done -> "redirect:" + PAGE + "?saved";
            case Answer.Again<MailSetting> again -> "redirect:" + PAGE + "?saved";
            case Answer.Changed<MailSetting> changed -> {
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                yield page(changed.kept(), Optional.of(SettingWords.CHANGED), Optional.empty(), model);
            }
            case Answer.Other<MailSetting> other -> {
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                yield page(other.kept(), Optional.of(SettingWords.CHANGED), Optional.empty(), model);
            }
            case Answer.No<MailSetting> no -> throw new Refused(no.rule(), form.key());
        };
    }

    @PostMapping(PAGE + "/test")
    String test(Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        MailSetting kept = reading.setting(actor);
        Form form = Form.of(request);
        String to = form.raw("to").strip();
        if (to.isEmpty() || !isAddress(to)) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(kept, Optional.empty(), Optional.of(MailWords.SENDER_WRONG), model);
        }
        Optional<Delivery> delivery = test.by(actor, new SendTestMail.Command(new PrivateText(to)));
        return page(
                kept,
                Optional.empty(),
                Optional.of(delivery.map(MailSettingController::told).orElse(MailWords.TEST_NO_SERVER)),
                model);
    }

    private static Message told(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Delivered over -> MailWords.TEST_TAKEN;
            case Delivery.Undelivered not ->
                not.forGood()
                        ? new MailWords.TestFailedFor(new Named(not.fault()))
                        : new MailWords.TestFailed(new Named(not.fault()));
        };
    }

    private static boolean isAddress(String typed) {
        return typed.length() <= MailServer.MOST_CHARACTERS && isLine(typed) && WaysToReach.isEmail(typed);
    }

    private static boolean isLine(String typed) {
        return typed.length() <= MailServer.MOST_CHARACTERS && typed.chars().noneMatch(Character::isISOControl);
    }

    /** Empty where something is wrong with it, which is then noted in the form. */
    private static Optional<MailSetting> typed(Form form, MailSetting kept) {
        String door = form.raw("door").strip().replaceFirst("/$", "");
        if (!MailSetting.isDoor(door)) {
            form.problems().add("door", MailWords.DOOR_WRONG);
        }
        int hours = whole(form, "hours", 0, MailSetting.MOST_HOURS, new MailWords.HoursWrong(MailSetting.MOST_HOURS));
        Optional<MailServer> server = form.raw("host").isBlank() ? Optional.empty() : server(form, kept);
        return form.good() ? Optional.of(new MailSetting(server, door, hours, form.version())) : Optional.empty();
    }

    private static Optional<MailServer> server(Form form, MailSetting kept) {
        String host = form.raw("host").strip();
        if (!MailServer.isHost(host)) {
            form.problems().add("host", MailWords.HOST_WRONG);
        }
        int port = whole(form, "port", 1, MailServer.MOST_PORT, MailWords.PORT_WRONG);
        MailTls tls = Arrays.stream(MailTls.values())
                .filter(way -> form.chosen("tls", way.name()))
                .findFirst()
                .orElse(MailTls.STARTTLS);
        if (tls == MailTls.NONE && !MailSetting.isThisMachine(host) && !form.chosen("clear", "yes")) {
            form.problems().add("tls", MailWords.NO_TLS_WRONG);
        }
        String sender = form.raw("sender").strip();
        if (sender.isEmpty() || !isAddress(sender)) {
            form.problems().add("sender", MailWords.SENDER_WRONG);
        }
        for (String field : List.of("user", "password", "senderName")) {
            if (!isLine(form.raw(field))) {
                form.problems().add(field, MailWords.LINE_WRONG);
            }
        }
        if (!form.good()) {
            return Optional.empty();
        }
        MailServer server = new MailServer(
                host,
                port,
                tls,
                form.raw("user").strip(),
                new PrivateText(form.raw("password")),
                sender,
                form.raw("senderName").strip());
        boolean hasPassword =
                kept.server().filter(one -> !one.password().isEmpty()).isPresent();
        if (hasPassword
                && server.password().isEmpty()
                && !server.user().isEmpty()
                && !ChangeMailSetting.isOfTheSame(server, kept)) {
            form.problems().add("password", MailWords.PASSWORD_AGAIN);
        }
        return Optional.of(server);
    }

    private static int whole(Form form, String field, int least, int most, Message problem) {
        String typed = form.raw(field).strip();
        if (typed.matches("\\d{1,5}") && Integer.parseInt(typed) >= least && Integer.parseInt(typed) <= most) {
            return Integer.parseInt(typed);
        }
        form.problems().add(field, problem);
        return least;
    }

    private static String page(MailSetting kept, Optional<Message> said, Optional<Message> tested, Model model) {
        Map<String, List<String>> values = new HashMap<>();
        MailTls usual = MailTls.STARTTLS;
        values.put("door", List.of(kept.door()));
        boolean untouched = kept.equals(MailSetting.NONE);
        values.put("hours", List.of(String.valueOf(untouched ? MailSetting.USUAL_HOURS : kept.hoursBefore())));
        values.put("host", List.of(kept.server().map(MailServer::host).orElse("")));
        values.put(
                "port",
                List.of(String.valueOf(kept.server().map(MailServer::port).orElse(usual.port()))));
        values.put(
                "tls", List.of(kept.server().map(MailServer::tls).orElse(usual).name()));
        values.put("user", List.of(kept.server().map(MailServer::user).orElse("")));
        values.put("sender", List.of(kept.server().map(MailServer::sender).orElse("")));
        values.put(
                "senderName", List.of(kept.server().map(MailServer::senderName).orElse("")));
        if (kept.server().filter(server -> server.tls() == MailTls.NONE).isPresent()) {
            values.put("clear", List.of("yes"));
        }
        return page(Form.of(values), kept.version().number(), kept, said, tested, model);
    }

    private static String page(
            Form form, int version, MailSetting kept, Optional<Message> said, Optional<Message> tested, Model model) {
        model.addAttribute(
                "page",
                new MailPages.MailSettingPage(
                        form,
                        version,
                        said,
                        kept.server()
                                .filter(server -> !server.password().isEmpty())
                                .isPresent(),
                        kept.server().isPresent(),
                        tested));
        return "mailsetting";
    }
}
