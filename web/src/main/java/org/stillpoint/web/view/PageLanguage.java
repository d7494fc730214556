package org.stillpoint.web.view;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.stillpoint.practice.language.ClientLanguage;
import org.stillpoint.practice.setting.SpokenLanguage;
import org.stillpoint.record.Id;
import org.stillpoint.record.RecordException;
import org.stillpoint.record.Unavailable;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.setting.PracticeLanguage;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.security.OpenSignIns;
import org.stillpoint.web.security.SignedIn;

/**
 * In which language a page is said: the client's where a client reads it, by a link, on a device that was handed over, or to sign; else that which
 * whoever is signed in has chosen; else the practice's.
 */
@Component
public final class PageLanguage {
    private static final String SPOKEN = PageLanguage.class.getName();

    private final SpokenLanguage practice;
    private final ClientLanguage clients;
    private final OpenSignIns signIns;

    PageLanguage(SpokenLanguage practice, ClientLanguage clients, OpenSignIns signIns) {
        this.practice = practice;
        this.clients = clients;
        this.signIns = signIns;
    }

    /** That of the request that this thread answers; the practice's outside of any. */
    public Locale now() {
        return request().map(this::of).orElseGet(practice::now).locale();
    }

    /** From now on the whole answer is said in this language. */
    public static void speak(PracticeLanguage language, HttpServletRequest request) {
        request.setAttribute(SPOKEN, language);
    }

    /** From now on the whole answer is said in the language in which this client reads: what is printed for them. */
    public void speakTo(Actor actor, Id<Client> client) {
        request().ifPresent(request -> speak(clients.by(actor, client), request));
    }

    private PracticeLanguage of(HttpServletRequest request) {
        if (request.getAttribute(SPOKEN) instanceof PracticeLanguage spoken) {
            return spoken;
        }
        PracticeLanguage language =
                handed(request).or(() -> person(request).flatMap(practice::of)).orElseGet(practice::now);
        speak(language, request);
        return language;
    }

    /** A page is shown as well when nobody can say who holds the device: it may be the one that says so. */
    private Optional<PracticeLanguage> handed(HttpServletRequest request) {
        try {
            return signedIn(request)
                    .flatMap(person -> signIns.handed(request).map(to -> clients.by(person.actor(), to.client())));
        } catch (RecordException | Unavailable unknown) {
            return Optional.empty();
        }
    }

    private static Optional<Id<Account>> person(HttpServletRequest request) {
        return signedIn(request).map(person -> person.actor().account());
    }

    private static Optional<SignedIn> signedIn(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication who && who.getPrincipal() instanceof SignedIn person
                ? Optional.of(person)
                : Optional.empty();
    }

    private static Optional<HttpServletRequest> request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes found
                ? Optional.of(found.getRequest())
                : Optional.empty();
    }
}
