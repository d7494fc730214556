package org.stillpoint.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Unavailable;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Accounts;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.signin.HandedScreen;
import org.stillpoint.record.signin.HandedScreen.HandedTask;
import org.stillpoint.record.signin.SignIn;
import org.stillpoint.record.signin.SignIns;
import org.stillpoint.web.WebSettings;

/**
 * Who is signed in where. The browser shows a token, of which the record keeps a hash with the account it lets in; so a sign-in lasts
 * over a restart, and ends everywhere at once. A request costs one look-up; that a sign-in is in use is written at most once a minute.
 * Safe for several threads.
 */
@Component
public final class OpenSignIns {

    /** How exactly the last use is known; own choice, 2026. */
    static final Duration USE_WRITTEN = Duration.ofMinutes(1);

    /**
     * How much later than its page a screen is locked here: a page tells of use once in {@link #USE_WRITTEN}, which is written once in as
     * long again.
     */
    static final Duration LOCKED_LATER = USE_WRITTEN.multipliedBy(2);

    private static final String HERE = OpenSignIns.class.getName() + ".here";
    private static final int PEOPLE_HELD = 1_000;

    private final SignIns kept;
    private final Accounts accounts;
    private final WebSettings settings;
    private final DoorCookie cookie;
    private final Clock clock;
    private final Map<Id<SignIn>, SignedIn> people = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Id<SignIn>, SignedIn> eldest) {
            return size() > PEOPLE_HELD;
        }
    };

    public OpenSignIns(SignIns kept, Accounts accounts, WebSettings settings, Clock clock) {
        this.kept = kept;
        this.accounts = accounts;
        this.settings = settings;
        this.cookie = DoorCookie.ofSignIn(settings);
        this.clock = clock;
    }

    /** The sign-in that a request is part of, once {@link #recognise} was asked. */
    public Optional<SignIn> here(HttpServletRequest request) {
        return Optional.ofNullable((SignIn) request.getAttribute(HERE));
    }

    /** Whether whoever sends a request is shown nothing of the practice: the screen is locked, or a second step is still to be set up. */
    public static boolean isBarred(HttpServletRequest request) {
        return request.getAttribute(HERE) instanceof SignIn here && (here.locked() || here.awaitsStep());
    }

    /**
     * Looks who sends a request. A screen that was left open locks here too, whatever its page does.
     *
     * @param use whether somebody asks, and not a script that goes on by itself
     * @throws Unavailable if the record does not answer
     */
    void recognise(HttpServletRequest request, boolean use) {
        String token = cookie.shown(request);
        if (!token.isEmpty()) {
            kept.find(Tokens.hash(token))
                    .filter(this::lasts)
                    .map(this::lockedWhenLeft)
                    .map(found -> use && (!found.locked() || found.handed().isPresent()) ? used(found) : found)
                    .ifPresent(found -> request.setAttribute(HERE, found));
        }
    }

    private boolean lasts(SignIn found) {
        Instant now = clock.instant();
        boolean lasts = found.began().plus(settings.limits().absolute()).isAfter(now)
                && found.lastUsed().plus(settings.limits().idle()).isAfter(now);
        if (!lasts) {
            kept.end(found.account(), found.id());
        }
        return lasts;
    }

    private SignIn lockedWhenLeft(SignIn found) {
        Instant left = found.lastUsed().plus(settings.limits().lock()).plus(LOCKED_LATER);
        boolean locked = found.locked() && found.handed().isEmpty();
        return locked || left.isAfter(clock.instant()) ? found : written(found.withScreen(true));
    }

    private SignIn used(SignIn found) {
        Instant now = clock.instant();
        return found.lastUsed().plus(USE_WRITTEN).isAfter(now) ? found : written(found.usedAt(now));
    }

    /** As it is from now on, though it was written by another request in the same moment, or cannot be: on a full disk one may read. */
    private SignIn written(SignIn changed) {
        try {
            return kept.update(changed);
        } catch (StaleRecord | NoSuchRecord | Unavailable unwritten) {
            return changed;
        }
    }

    /** Locks the screen of the sign-in that a request is part of; one that is handed over is so already. */
    public void lock(HttpServletRequest request) {
        here(request)
                .filter(here -> !here.locked())
                .ifPresent(here -> request.setAttribute(HERE, written(here.withScreen(true))));
    }

    /**
     * Locks it but for what one client is to do, until {@link #unlock}.
     *
     * @throws NoSuchRecord if it has ended
     * @throws Unavailable if that cannot be written: then nothing was handed over
     */
    public void handOver(HandedScreen to, HttpServletRequest request) {
        SignIn here = here(request).orElseThrow();
        request.setAttribute(HERE, handedOver(here, to));
    }

    private SignIn handedOver(SignIn here, HandedScreen to) {
        try {
            return kept.update(here.handedOver(to));
        } catch (StaleRecord written) { // by another request in the same moment, or by a second press
            return kept.find(here.tokenHash())
                    .map(now -> kept.update(now.handedOver(to)))
                    .orElseThrow(() -> written);
        }
    }

    /** To whom the screen was handed over, and for what. */
    public Optional<HandedScreen> handed(HttpServletRequest request) {
        return here(request).flatMap(SignIn::handed);
    }

    /** Whether it was handed over for this. */
    public boolean isHanded(HttpServletRequest request, HandedTask task) {
        return handed(request).filter(to -> to.task() == task).isPresent();
    }

    /** The page that whoever holds it came for; empty where the screen was not handed over. */
    public static Optional<String> handedPage(HttpServletRequest request) {
        return request.getAttribute(HERE) instanceof SignIn here
                ? here.handed().map(HandedPaths::page)
                : Optional.empty();
    }

    /** Opens it, by a token of its own; whoever asks has shown the password. A code that is awaited is not shown by that. */
    public void unlock(HttpServletRequest request, HttpServletResponse response) {
        here(request)
                .filter(here -> !here.awaitsCode())
                .ifPresent(here -> renew(here.withScreen(false), request, response));
    }

    /** Opens one that awaited its code, which was shown. */
    public void codeShown(HttpServletRequest request, HttpServletResponse response) {
        here(request).filter(SignIn::awaitsCode).ifPresent(here -> renew(here.withCodeShown(), request, response));
    }

    /** Whoever has seen the token of before is let in by it no more. The pages that are open keep theirs for forms. */
    private void renew(SignIn shown, HttpServletRequest request, HttpServletResponse response) {
        String token = Tokens.fresh();
        request.setAttribute(HERE, kept.update(shown.usedAt(clock.instant()).shownBy(Tokens.hash(token))));
        cookie.give(response, token);
    }

    /** Whether a second step is still to be set up here. One that was set up elsewhere meanwhile is asked for from now on. */
    public boolean awaitsStep(HttpServletRequest request) {
        Optional<SignIn> awaiting = here(request).filter(SignIn::awaitsStep);
        awaiting.filter(here -> awaitsOnBegin(here.account()) == Awaited.CODE)
                .ifPresent(here -> request.setAttribute(HERE, written(here.awaitingCode())));
        return awaiting.isPresent();
    }

    /** It was set up here. */
    public void stepSetUp(HttpServletRequest request) {
        here(request)
                .filter(SignIn::awaitsStep)
                .ifPresent(here -> request.setAttribute(HERE, kept.update(here.withStepSetUp())));
    }

    /** A live session was opened: its taps go on while the screen is locked. */
    void opened(Id<Session> session, HttpServletRequest request) {
        here(request)
                .filter(here -> !here.live().equals(Optional.of(session)))
                .ifPresent(here -> request.setAttribute(HERE, written(here.with(session))));
    }

    /** Who a sign-in lets in; empty where the account is gone. */
    Optional<SignedIn> person(SignIn signIn) {
        synchronized (people) {
            SignedIn held = people.get(signIn.id());
            if (held != null) {
                return Optional.of(held);
            }
        }
        Optional<SignedIn> found = accounts.find(signIn.account()).map(SignedIn::new);
        found.ifPresent(person -> {
            synchronized (people) {
                people.put(signIn.id(), person);
            }
        });
        return found;
    }

    /** What is still wanted of whoever has shown the password. */
    private enum Awaited {
        NOTHING,
        /** A code or a passkey. */
        CODE,
        /** That they set up either. */
        STEP
    }

    private Awaited awaitsOnBegin(Id<Account> account) {
        if (kept.findFactor(account).isPresent()) {
            return Awaited.CODE;
        }
        if (!kept.rule().secondStep()) {
            return Awaited.NOTHING;
        }
        return kept.passkeys().list(account).isEmpty() ? Awaited.STEP : Awaited.CODE;
    }

    /**
     * Somebody has shown the password: from now on this browser lets them in, once a code is shown where the account asks for one, or a
     * second step is set up where the practice does.
     */
    void begin(Id<Account> account, HttpServletRequest request, HttpServletResponse response) {
        begin(account, awaitsOnBegin(account), request, response);
    }

    /** The same, of somebody who was signed in already, and whose sign-in was ended by what they did. */
    public void beginAgain(Id<Account> account, HttpServletRequest request, HttpServletResponse response) {
        begin(account, Awaited.NOTHING, request, response);
    }

    private void begin(Id<Account> account, Awaited awaited, HttpServletRequest request, HttpServletResponse response) {
        Instant now = clock.instant();
        kept.endOld(
                now.minus(settings.limits().absolute()),
                now.minus(settings.limits().idle()));
        String token = Tokens.fresh();
        SignIn plain = SignIn.begun(Tokens.hash(token), account, Device.of(request), Tokens.fresh(), now);
        SignIn begun =
                switch (awaited) {
                    case NOTHING -> plain;
                    case CODE -> plain.awaitingCode();
                    case STEP -> plain.awaitingStep();
                };
        kept.add(begun);
        here(request).ifPresent(before -> kept.end(before.account(), before.id()));
        request.setAttribute(HERE, begun);
        cookie.give(response, token);
    }

    /** Ends the sign-in that a request is part of. */
    void end(HttpServletRequest request, HttpServletResponse response) {
        here(request).ifPresent(here -> kept.end(here.account(), here.id()));
        request.removeAttribute(HERE);
        cookie.take(response);
    }

    /** The sign-ins of an account that last, the last used first. */
    public List<SignIn> of(Id<Account> account) {
        return kept.list(account).stream().filter(this::lasts).toList();
    }

    /** With what the browsers of an account encrypt what waits there, base64. */
    public String browserKey(Id<Account> account) {
        return Base64.getEncoder().encodeToString(kept.browserKey(account));
    }
}
