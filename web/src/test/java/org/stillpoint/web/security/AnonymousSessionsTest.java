package org.stillpoint.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSessionEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;

class AnonymousSessionsTest {

    private final AnonymousSessions sessions = new AnonymousSessions();

    private MockHttpSession begun() {
        MockHttpSession session = new MockHttpSession();
        sessions.sessionCreated(new HttpSessionEvent(session));
        return session;
    }

    @Test
    void sessionsOfNobody_areFew_andTheOldestGivesWay() {
        List<MockHttpSession> all = new ArrayList<>();
        for (int request = 0; request < AnonymousSessions.MOST + 10; request++) {
            all.add(begun());
        }
        assertThat(all.subList(0, 10)).allMatch(MockHttpSession::isInvalid);
        assertThat(all.subList(10, all.size())).noneMatch(MockHttpSession::isInvalid);
        assertThat(all.getLast().getMaxInactiveInterval()).isEqualTo((int) AnonymousSessions.IDLE.toSeconds());
    }

    @Test
    void sessionOfSomebody_outlivesAnyNumberOfOthers() {
        MockHttpSession theirs = begun();
        theirs.getServletContext().setSessionTimeout(120);
        String before = theirs.getId();
        theirs.changeSessionId();
        sessions.sessionIdChanged(new HttpSessionEvent(theirs), before);
        assertThat(theirs.getMaxInactiveInterval()).isEqualTo(2 * 60 * 60);
        for (int request = 0; request < 2 * AnonymousSessions.MOST; request++) {
            begun();
        }
        assertThat(theirs.isInvalid()).isFalse();
    }
}
