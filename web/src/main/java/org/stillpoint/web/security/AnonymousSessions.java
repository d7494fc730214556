package org.stillpoint.web.security;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Bounds what anybody can fill: a session in which nobody has signed in ends soon, and there are never more than {@value #MOST} of
 * them; the oldest gives way. Safe for several threads.
 */
@Component
final class AnonymousSessions implements HttpSessionListener, HttpSessionIdListener {

    /** Own choice, 2026: some 11 kB each with the page that was asked for (measured, November 2026), far below any heap. */
    static final int MOST = 1_000;

    /** Own choice, 2026: time enough to type a name and a password. */
    static final Duration IDLE = Duration.ofMinutes(5);

    private final Map<String, HttpSession> anonymous = new LinkedHashMap<>();

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        HttpSession session = event.getSession();
        session.setMaxInactiveInterval((int) IDLE.toSeconds());
        HttpSession oldest = null;
        synchronized (anonymous) {
            anonymous.put(session.getId(), session);
            if (anonymous.size() > MOST) {
                oldest = anonymous.remove(anonymous.keySet().iterator().next());
            }
        }
        if (oldest != null) {
            end(oldest);
        }
    }

    /** Sessions change their id when somebody signs in, and at no other time; from then on they last as the pages' settings say. */
    @Override
    public void sessionIdChanged(HttpSessionEvent event, String before) {
        HttpSession session = event.getSession();
        session.setMaxInactiveInterval(60 * session.getServletContext().getSessionTimeout());
        forget(before);
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        forget(event.getSession().getId());
    }

    private void forget(String id) {
        synchronized (anonymous) {
            anonymous.remove(id);
        }
    }

    /** Ends a session, unless it has ended. */
    static void end(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException ended) {
            // its time was over in the same moment
        }
    }
}
