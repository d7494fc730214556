package org.stillpoint.web.security;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;

/** Where everybody is signed in, so that whoever lost a tablet can end what is open there. Safe for several threads. */
@Component
public final class SignedInSessions implements HttpSessionListener {

    /**
     * One sign-in of an account.
     *
     * @param began when
     * @param lastUsed when something was last asked for in it
     * @param here whether it is the one that asks
     */
    public record OpenSignIn(Instant began, Instant lastUsed, boolean here) {}

    private record HeldSignIn(HttpSession session, Id<Account> account, Instant began) {}

    private final Map<String, HeldSignIn> open = new ConcurrentHashMap<>();
    private final Clock clock;

    public SignedInSessions(Clock clock) {
        this.clock = clock;
    }

    /** Somebody has signed in with this session. */
    void began(HttpSession session, Id<Account> account) {
        open.put(session.getId(), new HeldSignIn(session, account, clock.instant()));
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        open.remove(event.getSession().getId());
    }

    /** The sign-ins of an account, the one that asks first, then the last used. */
    public List<OpenSignIn> of(Id<Account> account, HttpSession here) {
        return open.values().stream()
                .filter(held -> held.account().equals(account))
                .map(held -> new OpenSignIn(
                        held.began(),
                        Instant.ofEpochMilli(held.session().getLastAccessedTime()),
                        held.session().getId().equals(here.getId())))
                .sorted(Comparator.comparing(OpenSignIn::here)
                        .thenComparing(OpenSignIn::lastUsed)
                        .reversed())
                .toList();
    }

    /** Ends every sign-in of an account but the one that asks. */
    public void endOthers(Id<Account> account, HttpSession here) {
        open.values().stream()
                .filter(held -> held.account().equals(account))
                .filter(held -> !held.session().getId().equals(here.getId()))
                .toList()
                .forEach(held -> AnonymousSessions.end(held.session()));
    }
}
