package org.stillpoint.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stillpoint.practice.access.ChangePassword;
import org.stillpoint.practice.setting.SpokenLanguage;
import org.stillpoint.practice.signin.EndSignIns;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.signin.Passkey;
import org.stillpoint.record.signin.SignIn;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.WebSettings;
import org.stillpoint.web.security.Device;
import org.stillpoint.web.security.OpenSignIns;
import org.stillpoint.web.security.OwnPasskeys;
import org.stillpoint.web.security.PasswordChoice;
import org.stillpoint.web.security.SecondFactors;
import org.stillpoint.web.view.FormProblems;
import org.stillpoint.words.AccountWords;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.DeviceWords;
import org.stillpoint.words.DoorWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Speaker;

/** One's own account: another password, what else lets in, and the sign-ins that are open elsewhere. */
@Controller
class AccountController {

    /** What was just done, by the parameter that says so. */
    private static final Map<String, AccountWords> HAPPENED = Map.of(
            "changed", AccountWords.CHANGED,
            "ended", AccountWords.ENDED,
            "endedOne", AccountWords.ENDED_ONE,
            "renamed", AccountWords.RENAMED,
            "codesEnded", AccountWords.CODES_ENDED,
            "spoken", AccountWords.LANGUAGE_CHANGED,
            "stepDemanded", AccountWords.STEP_DEMANDED,
            "passkeyAdded", AccountWords.PASSKEY_ADDED,
            "passkeyRemoved", AccountWords.PASSKEY_REMOVED,
            "notCurrent", AccountWords.NOT_CURRENT);

    private final ChangePassword changePassword;
    private final EndSignIns endSignIns;
    private final PasswordEncoder passwords;
    private final OwnPassword ownPassword;
    private final OpenSignIns signIns;
    private final WebSettings settings;
    private final SecondFactors factors;
    private final OwnPasskeys passkeys;
    private final SpokenLanguage language;
    private final Speaker speaker;

    AccountController(
            ChangePassword changePassword,
            EndSignIns endSignIns,
            PasswordEncoder passwords,
            OwnPassword ownPassword,
            OpenSignIns signIns,
            WebSettings settings,
            SecondFactors factors,
            OwnPasskeys passkeys,
            SpokenLanguage language,
            Speaker speaker) {
        this.changePassword = changePassword;
        this.endSignIns = endSignIns;
        this.passwords = passwords;
        this.ownPassword = ownPassword;
        this.signIns = signIns;
        this.settings = settings;
        this.factors = factors;
        this.passkeys = passkeys;
        this.language = language;
        this.speaker = speaker;
    }

    @GetMapping("/account")
    String show(Actor actor, HttpServletRequest request, Model model) {
        Optional<Message> happened = HAPPENED.entrySet().stream()
                .filter(each -> request.getParameter(each.getKey()) != null)
                .<Message>map(Map.Entry::getValue)
                .findFirst();
        model.addAttribute("page", page(person(actor), request, happened, new FormProblems()));
        return "account";
    }

    @PostMapping("/account/password")
    String change(
            Actor actor,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Actor.Person person = person(actor);
        String name = name(request);
        FormProblems problems = new FormProblems();
        PasswordChoice.problem(password, name).ifPresent(problem -> problems.add("password", problem));
        if (!password.equals(again)) {
            problems.add("again", DoorWords.TWO_DIFFER);
        }
        if (problems.none()) {
            ownPassword.require(current, request, problems);
        }
        if (problems.none()) {
            changePassword.by(actor, new ChangePassword.Command(Id.of(key), passwords.encode(password)));
            signIns.beginAgain(person.account(), request, response); // the change has ended them all
            return "redirect:/account?changed";
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("page", page(person, request, Optional.empty(), problems));
        return "account";
    }

    @PostMapping("/account/sign-ins/end")
    String endOthers(Actor actor, HttpServletRequest request) {
        end(
                actor,
                new EndSignIns.SignInsToEnd.AllOtherSignIns(
                        signIns.here(request).map(SignIn::id)));
        return "redirect:/account?ended";
    }

    @PostMapping("/account/sign-ins/{signIn}/end")
    String endOne(Actor actor, @PathVariable String signIn) {
        end(actor, new EndSignIns.SignInsToEnd.OneSignIn(Id.of(signIn)));
        return "redirect:/account?endedOne";
    }

    private void end(Actor actor, EndSignIns.SignInsToEnd which) {
        endSignIns.by(actor, new EndSignIns.Command(Id.random(), which));
    }

    private AccountPage page(
            Actor.Person person, HttpServletRequest request, Optional<Message> happened, FormProblems problems) {
        return new AccountPage(
                name(request),
                language.of(person.account()),
                happened,
                problems,
                rows(person, signIns.here(request).map(SignIn::id)),
                new AccountWords.SignInLasts(
                        settings.limits().absolute().toHours(),
                        settings.limits().idle().toMinutes()),
                otherDevice(request),
                factors.recoveryLeft(person.account())
                        .map(left -> factors.hasDevice(person.account())
                                ? new AccountWords.CodesLeft(left)
                                : new AccountWords.PasskeyAsked(left)),
                passkeys.of(person.account()).stream().map(this::row).toList());
    }

    private AccountPage.PasskeyRow row(Passkey passkey) {
        return new AccountPage.PasskeyRow(
                passkey.id().toString(),
                passkey.name(),
                passkey.lastUsedAt()
                        .<Message>map(
                                used -> new AccountWords.PasskeyUsed(passkey.place(), at(passkey.addedAt()), at(used)))
                        .orElseGet(() -> new AccountWords.PasskeyMade(passkey.place(), at(passkey.addedAt()))));
    }

    /** By a name or an address that is not this machine's for itself alone. */
    private Optional<AccountPage.OtherDevice> otherDevice(HttpServletRequest request) {
        return settings.way()
                .certificate()
                .flatMap(files -> settings.way().names().stream()
                        .filter(name -> !name.equals("localhost") && !name.equals("127.0.0.1"))
                        .min(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
                        .map(name -> "https://" + name + ":" + request.getLocalPort())
                        .map(address ->
                                new AccountPage.OtherDevice(address, QrPicture.of(address), files.fingerprint())));
    }

    /** This one first, then the last used. */
    private List<AccountPage.SignInRow> rows(Actor.Person person, Optional<Id<SignIn>> here) {
        return signIns.of(person.account()).stream()
                .map(open -> row(open, here.equals(Optional.of(open.id()))))
                .sorted(Comparator.comparing(AccountPage.SignInRow::here).reversed())
                .toList();
    }

    private AccountPage.SignInRow row(SignIn open, boolean here) {
        Device device = Device.kept(open.device());
        Message on = new DeviceWords.On(device.browser(), device.system());
        return new AccountPage.SignInRow(
                open.id().toString(),
                here
                        ? new AccountWords.HereSince(on, at(open.began()))
                        : new AccountWords.OpenSince(on, at(open.began()), at(open.lastUsed())),
                here);
    }

    private Message at(Instant instant) {
        return new CommonWords.DayAndTime(instant, speaker.time(instant));
    }

    private static String name(HttpServletRequest request) {
        return request.getUserPrincipal().getName();
    }

    private static Actor.Person person(Actor actor) {
        if (actor instanceof Actor.Person person) {
            return person;
        }
        throw new NotAllowed(Act.CHANGE_PASSWORD.name());
    }
}
