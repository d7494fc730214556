package org.stillpoint.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.api.ApiGrantReading;
import org.stillpoint.practice.api.ApiGrantReading.ApiGrantsView;
import org.stillpoint.practice.api.ApiGrantReading.GrantRow;
import org.stillpoint.practice.api.EndApiGrant;
import org.stillpoint.practice.api.MakeApiToken;
import org.stillpoint.practice.api.OpenApi;
import org.stillpoint.practice.api.RegisterApiProgram;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.api.ApiGrant;
import org.stillpoint.record.api.ApiProgram;
import org.stillpoint.record.api.ApiScope;
import org.stillpoint.record.link.Link;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.WebSettings;
import org.stillpoint.web.api.ApiPages.GrantLine;
import org.stillpoint.web.link.LinkAddress;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.ApiWords;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.FormWords;
import org.stillpoint.words.LinkWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Speaker;

/** Somebody makes and ends tokens for programs of theirs; the owner opens the record to programs, registers them, and ends anybody's. */
@Controller
class ApiPagesController {
    private static final String TOKENS = "/account/tokens";
    private static final String PROGRAMS = "/practice/programs";

    private final ApiGrantReading reading;
    private final MakeApiToken make;
    private final RegisterApiProgram register;
    private final EndApiGrant end;
    private final OpenApi open;
    private final WebSettings settings;
    private final Speaker speaker;

    ApiPagesController(
            ApiGrantReading reading,
            MakeApiToken make,
            RegisterApiProgram register,
            EndApiGrant end,
            OpenApi open,
            WebSettings settings,
            Speaker speaker) {
        this.reading = reading;
        this.make = make;
        this.register = register;
        this.end = end;
        this.open = open;
        this.settings = settings;
        this.speaker = speaker;
    }

    @GetMapping(TOKENS)
    String tokens(Actor actor, HttpServletRequest request, Model model) {
        return tokens(actor, fresh(), Optional.empty(), ended(request), request, model);
    }

    /** The token is shown in the answer, once: it is kept nowhere, and no reload shows it again. */
    @PostMapping(TOKENS)
    String make(Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        Form form = Form.of(request);
        String name = name(form);
        int days = days(form);
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return tokens(actor, form, Optional.empty(), Optional.empty(), request, model);
        }
        Link token = Link.random();
        Answer<Id<ApiGrant>> answer = make.by(actor, new MakeApiToken.Command(form.key(), token.hash(), name, days));
        boolean made = answer instanceof Answer.Done<Id<ApiGrant>>;
        return tokens(
                actor,
                fresh(),
                made ? Optional.of(token.secret()) : Optional.empty(),
                made ? Optional.empty() : Optional.of(ApiWords.MADE_BEFORE),
                request,
                model);
    }

    @PostMapping(TOKENS + "/{grant}/end")
    String endOwn(Actor actor, @PathVariable String grant, HttpServletRequest request) {
        end.by(actor, new EndApiGrant.Command(Form.of(request).key(), Id.of(grant)));
        return "redirect:" + TOKENS + "?ended";
    }

    @GetMapping(PROGRAMS)
    String programs(Actor actor, HttpServletRequest request, Model model) {
        requireOwner(actor);
        Optional<Message> said =
                request.getParameter("registered") != null ? Optional.of(ApiWords.REGISTERED) : ended(request);
        return programs(actor, fresh(), said, request, model);
    }

    @PostMapping(PROGRAMS)
    String register(Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        requireOwner(actor);
        Form form = Form.of(request);
        String name = name(form);
        int days = days(form);
        Optional<String> keys = form.raw("publicKeys").length() > ApiProgram.MOST_CHARACTERS_OF_KEYS
                ? Optional.empty()
                : ProgramAssertion.publicKeys(form.raw("publicKeys"));
        if (keys.isEmpty()) {
            form.problems().add("publicKeys", ApiWords.BAD_KEYS);
        }
        Optional<Set<ApiScope>> scopes = ApiScope.list(form.raw("scopes"));
        if (scopes.isEmpty()) {
            form.problems().add("scopes", ApiWords.BAD_SCOPES);
        }
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return programs(actor, form, Optional.empty(), request, model);
        }
        register.by(
                actor,
                new RegisterApiProgram.Command(form.key(), name, keys.orElseThrow(), scopes.orElseThrow(), days));
        return "redirect:" + PROGRAMS + "?registered";
    }

    @PostMapping(PROGRAMS + "/open")
    String open(Actor actor, HttpServletRequest request) {
        Form form = Form.of(request);
        open.by(actor, new OpenApi.Command(form.key(), form.raw("open").equals("yes")));
        return "redirect:" + PROGRAMS;
    }

    @PostMapping(PROGRAMS + "/{grant}/end")
    String endAnybodys(Actor actor, @PathVariable String grant, HttpServletRequest request) {
        requireOwner(actor);
        end.by(actor, new EndApiGrant.Command(Form.of(request).key(), Id.of(grant)));
        return "redirect:" + PROGRAMS + "?ended";
    }

    /** The usual period is chosen. */
    private static Form fresh() {
        return Form.of(Map.of("days", List.of(String.valueOf(ApiPages.USUAL))));
    }

    private static void requireOwner(Actor actor) {
        if (!Membership.runsThePractice(actor)) {
            throw new NotAllowed(Act.REGISTER_API_PROGRAM.name());
        }
    }

    private static Optional<Message> ended(HttpServletRequest request) {
        return request.getParameter("ended") != null ? Optional.of(ApiWords.ENDED) : Optional.empty();
    }

    private static String name(Form form) {
        String name = form.raw("name").strip();
        if (name.isEmpty()) {
            form.problems().add("name", FormWords.NOT_ANSWERED);
        } else if (name.length() > ApiGrant.MOST_CHARACTERS_OF_A_NAME) {
            form.problems().add("name", new FormWords.TooLong(name.length(), ApiGrant.MOST_CHARACTERS_OF_A_NAME));
        }
        return name;
    }

    /** One of those that are offered; another was not typed into the page. */
    private static int days(Form form) {
        return ApiPages.PERIODS.stream()
                .map(LinkWords.Days::days)
                .filter(days -> form.raw("days").equals(String.valueOf(days)))
                .findFirst()
                .orElse(ApiPages.USUAL);
    }

    private String tokens(
            Actor actor,
            Form form,
            Optional<String> made,
            Optional<Message> said,
            HttpServletRequest request,
            Model model) {
        ApiGrantsView view = reading.by(actor);
        model.addAttribute(
                "page",
                new ApiPages.TokensPage(form, view.open(), made, address(request), lines(view.tokens(), false), said));
        return "apitokens";
    }

    private String programs(Actor actor, Form form, Optional<Message> said, HttpServletRequest request, Model model) {
        ApiGrantsView view = reading.by(actor);
        model.addAttribute(
                "page",
                new ApiPages.ProgramsPage(
                        form,
                        view.open(),
                        address(request),
                        lines(view.programs(), true),
                        lines(view.others(), true),
                        said));
        return "apiprograms";
    }

    private String address(HttpServletRequest request) {
        return LinkAddress.of(settings.way(), request, FhirController.BASE).address();
    }

    private List<GrantLine> lines(List<GrantRow> rows, boolean named) {
        return rows.stream().map(row -> line(row, named)).toList();
    }

    private GrantLine line(GrantRow row, boolean named) {
        ApiGrant grant = row.grant();
        List<Message> told = new ArrayList<>();
        if (named) {
            told.add(new ApiWords.GrantedTo(row.whose().value()));
        }
        told.add(new LinkWords.OpensUntil(new CommonWords.DayAndTime(grant.endsAt(), speaker.time(grant.endsAt()))));
        List<String> detail = grant instanceof ApiProgram program
                ? List.of(speaker.say(ApiWords.CALLS_ITSELF) + " " + program.id(), program.scopeText())
                : List.of();
        return new GrantLine(grant.id().toString(), grant.name(), told, detail);
    }
}
