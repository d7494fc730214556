package org.stillpoint.web.view;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.RedirectView;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.today.SeeToday;
import org.stillpoint.record.RecordException;
import org.stillpoint.record.Unavailable;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.WebSettings;
import org.stillpoint.web.security.ContentPolicyFilter;
import org.stillpoint.web.security.OpenSignIns;
import org.stillpoint.web.security.SignedIn;
import org.stillpoint.words.SessionWords;
import org.stillpoint.words.Speaker;

/**
 * Turns a view's name into its precompiled, typed template. Every template gets {@code frame} and, from the model, the one
 * value named {@code page}. {@code redirect:/path} sends the browser on.
 */
@Component
public final class PageViews implements ViewResolver {

    private static final String REDIRECT = "redirect:";
    private static final Set<String> THEMES = Set.of("light", "dark");

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final WebSettings settings;
    private final SeeToday seeToday;
    private final Speaker speaker;

    PageViews(WebSettings settings, SeeToday seeToday, Speaker speaker) {
        this.seeToday = seeToday;
        this.settings = settings;
        this.speaker = speaker;
    }

    @Override
    public View resolveViewName(String name, Locale locale) {
        if (name.startsWith(REDIRECT)) {
            return new RedirectView(name.substring(REDIRECT.length()), true, false, false);
        }
        return new TemplateView(name + ".jte");
    }

    /** Renders a page outside the usual flow, such as from a filter. */
    public void write(String name, Object page, int status, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(status);
        new TemplateView(name + ".jte").render(Map.of("page", page), request, response);
    }

    private Frame frame(HttpServletRequest request) {
        CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        var user = request.getUserPrincipal();
        Optional<Actor> actor = user instanceof Authentication who && who.getPrincipal() instanceof SignedIn person
                ? Optional.of(person.actor())
                : Optional.empty();
        return new Frame(
                ContentPolicyFilter.nonce(request),
                csrf == null ? "_csrf" : csrf.getParameterName(),
                csrf == null ? "" : csrf.getToken(),
                user == null ? null : user.getName(),
                actor.filter(Membership::runsThePractice).isPresent(),
                actor.filter(person -> !Membership.seesWhatWasTold(person)).isPresent(),
                actor.filter(Membership::supervises).isPresent(),
                settings.limits().lock().toSeconds(),
                settings.demo(),
                theme(request),
                asked(request),
                OpenSignIns.handedPage(request),
                () -> actor.filter(Membership::seesWhatWasTold)
                        .filter(person -> !OpenSignIns.isBarred(request))
                        .flatMap(this::running),
                speaker);
    }

    /** The address that was asked for, also where another answers for it. */
    private static String asked(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
    }

    /** A page is shown as well when nobody can say what goes on: it may be the one that says so. */
    private Optional<RunningSession> running(Actor actor) {
        try {
            return seeToday.running(actor)
                    .map(running -> new RunningSession(
                            new SessionWords.GoesOnWith(running.client().name().value(), speaker.time(running.since())),
                            "/sessions/" + running.session()));
        } catch (RecordException | Unavailable unknown) {
            return Optional.empty();
        }
    }

    private static String theme(HttpServletRequest request) {
        Cookie @Nullable [] cookies = request.getCookies();
        return cookies == null
                ? ""
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals("theme") && THEMES.contains(cookie.getValue()))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse("");
    }

    /** One template, rendered whole before the first byte leaves, so that a failure is still an error page. */
    private final class TemplateView implements View {

        private final String template;

        TemplateView(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            Map<String, Object> parameters = new HashMap<>();
            parameters.put("frame", frame(request));
            Object page = model == null ? null : model.get("page");
            if (page != null) {
                parameters.put("page", page);
            }
            Utf8ByteOutput output = new Utf8ByteOutput();
            templates.render(template, parameters, output);
            response.setContentType(getContentType());
            response.setContentLength(output.getContentLength());
            try (OutputStream body = response.getOutputStream()) {
                output.writeTo(body);
            }
        }
    }
}
