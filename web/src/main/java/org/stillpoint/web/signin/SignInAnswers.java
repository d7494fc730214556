package org.stillpoint.web.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;
import org.stillpoint.record.signin.SignIn;
import org.stillpoint.web.WebSettings;
import org.stillpoint.web.security.OpenSignIns;
import org.stillpoint.web.security.ScreenLocked;
import org.stillpoint.web.security.StepAwaited;
import org.stillpoint.web.security.TooManyTries;
import org.stillpoint.web.view.PageViews;
import org.stillpoint.words.DoorWords;
import org.stillpoint.words.ErrorWords;
import org.stillpoint.words.Message;

/** What is answered at the door. Whatever somebody typed before they came to stand there goes in with them. */
@Component
final class SignInAnswers extends SavedRequestAwareAuthenticationSuccessHandler
        implements AuthenticationFailureHandler, AccessDeniedHandler {

    private static final int TOO_MANY_REQUESTS = 429;

    private final PageViews views;
    private final WebSettings settings;
    private final OpenSignIns signIns;

    SignInAnswers(PageViews views, WebSettings settings, RequestCache askedPage, OpenSignIns signIns) {
        this.signIns = signIns;
        setRequestCache(askedPage);
        this.views = views;
        this.settings = settings;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws ServletException, IOException {
        Optional<KeptForm> carried = KeptForm.carried(request);
        if (carried.isPresent()) {
            goOn(
                    carried.get(),
                    signIns.awaitsStep(request) ? GoOnPage.GoOnMoment.AFTER_SECOND_STEP : GoOnPage.GoOnMoment.AT_ONCE,
                    request,
                    response);
        } else {
            super.onAuthenticationSuccess(request, response, who);
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        Optional<KeptForm> carried = KeptForm.carried(request);
        if (failure instanceof TooManyTries many) {
            response.setHeader("Retry-After", Long.toString(many.untilNext().toSeconds() + 1));
            door(ErrorWords.TOO_MANY_TRIES_HINT, carried, TOO_MANY_REQUESTS, request, response);
        } else if (carried.isPresent()) {
            door(DoorWords.WRONG, carried, HttpServletResponse.SC_UNAUTHORIZED, request, response);
        } else {
            response.sendRedirect("/sign-in?again");
        }
    }

    /** A form whose token is none any more, or anything while the screen is locked or a second step is awaited. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        Optional<KeptForm> refused =
                token == null ? Optional.empty() : KeptForm.refused(request, token.getParameterName());
        if (denied instanceof ScreenLocked) {
            locked(hint(request), refused, request.getRequestURI(), request, response);
        } else if (refused.isEmpty() && denied instanceof StepAwaited) {
            response.sendRedirect(StepAwaited.PAGE);
        } else if (refused.isEmpty()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (signedOut()) {
            door(DoorWords.RAN_OUT, refused, HttpServletResponse.SC_UNAUTHORIZED, request, response);
        } else {
            GoOnPage.GoOnMoment when =
                    signIns.awaitsStep(request) ? GoOnPage.GoOnMoment.AFTER_SECOND_STEP : GoOnPage.GoOnMoment.ASKED_FOR;
            views.write("goon", new GoOnPage(refused.get(), when), HttpServletResponse.SC_FORBIDDEN, request, response);
        }
    }

    /** The locked screen in place of a page, with what was sent there. */
    void locked(
            Message happened,
            Optional<KeptForm> kept,
            String then,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        response.setHeader("Cache-Control", "no-store");
        SignInPage.LockedScreen locked = new SignInPage.LockedScreen(
                request.getUserPrincipal().getName(), then, awaitsCode(request), OpenSignIns.handedPage(request));
        views.write(
                "signin",
                new SignInPage(
                        Optional.of(happened),
                        settings.demo(),
                        kept,
                        Optional.of(locked),
                        SignInPage.PasskeyHere.of(request)),
                ScreenLocked.STATUS,
                request,
                response);
    }

    private Message hint(HttpServletRequest request) {
        if (awaitsCode(request)) {
            return DoorWords.CODE_HINT;
        }
        return signIns.handed(request).isPresent() ? DoorWords.HANDED_HINT : DoorWords.LOCKED_HINT;
    }

    private boolean awaitsCode(HttpServletRequest request) {
        return signIns.here(request).filter(SignIn::awaitsCode).isPresent();
    }

    /** What was sent to a locked screen goes on. */
    void goOn(KeptForm form, HttpServletRequest request, HttpServletResponse response) throws IOException {
        goOn(form, GoOnPage.GoOnMoment.AT_ONCE, request, response);
    }

    private void goOn(KeptForm form, GoOnPage.GoOnMoment when, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        views.write("goon", new GoOnPage(form, when), HttpServletResponse.SC_OK, request, response);
    }

    /** The sign-in page, which says what happened, with what was sent before. */
    void door(
            Message happened,
            Optional<KeptForm> kept,
            int status,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        response.setHeader("Cache-Control", "no-store");
        views.write(
                "signin",
                new SignInPage(
                        Optional.of(happened),
                        settings.demo(),
                        kept,
                        Optional.empty(),
                        SignInPage.PasskeyHere.of(request)),
                status,
                request,
                response);
    }

    private static boolean signedOut() {
        var who = SecurityContextHolder.getContext().getAuthentication();
        return who == null || who instanceof AnonymousAuthenticationToken;
    }
}
