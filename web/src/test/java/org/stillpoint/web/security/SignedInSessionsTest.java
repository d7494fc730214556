package org.stillpoint.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSessionEvent;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.web.security.SignedInSessions.OpenSignIn;

class SignedInSessionsTest {

    private final SignedInSessions sessions = new SignedInSessions(Clock.systemUTC());
    private final Id<Account> ann = Id.random();
    private final Id<Account> bea = Id.random();

    private MockHttpSession begun(Id<Account> account) {
        MockHttpSession session = new MockHttpSession();
        sessions.began(session, account);
        return session;
    }

    @Test
    void others_areListedAndEnded_ofTheSameAccountAlone() {
        MockHttpSession here = begun(ann);
        MockHttpSession tablet = begun(ann);
        MockHttpSession hers = begun(bea);
        assertThat(sessions.of(ann, here)).extracting(OpenSignIn::here).containsExactly(true, false);

        sessions.endOthers(ann, here);

        assertThat(tablet.isInvalid()).isTrue();
        assertThat(here.isInvalid()).isFalse();
        assertThat(hers.isInvalid()).isFalse();
    }

    @Test
    void sessionThatHasEnded_isListedNoMore() {
        MockHttpSession here = begun(ann);
        MockHttpSession tablet = begun(ann);
        sessions.sessionDestroyed(new HttpSessionEvent(tablet));
        assertThat(sessions.of(ann, here)).hasSize(1);
    }
}
