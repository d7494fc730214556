package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One's own account, over the wire of the demo practice; its password stays as it is, for all tests sign in with it. */
@ExtendWith(PracticeExtension.class)
class AccountTest {

    @Test
    void account_saysWhereOneIsSignedIn_andKeepsThePasswordFromWhoeverDoesNotKnowIt(Wire visitor) {
        Document account = visitor.signIn().page("/account");
        assertThat(account.expectFirst(named("sign-ins")).select("li strong")).hasSize(1);
        Document refused = visitor.send(
                account.expectFirst(named("password")),
                Map.of("current", "none of theirs", "password", "heron-lamp-otter-57", "again", "heron-lamp-otter-57"));
        assertThat(refused.expectFirst("#current-problem").text()).contains("not your present password");
        assertThat(refused.select(named("happened"))).isEmpty();
    }

    @Test
    void audit_namesWhoWasTurnedAwayAndWhoCameIn(Wire visitor) {
        visitor.send(
                visitor.page("/sign-in").expectFirst("main form"),
                Map.of("name", "demo", "password", "none of theirs"));
        Document audit = visitor.signInAnew().page("/practice/audit");
        assertThat(audit.select(named("audit") + " tr").eachText())
                .anyMatch(row -> row.contains("signed in") && row.contains("not allowed"))
                .anyMatch(row -> row.contains("demo") && row.endsWith("signed in"));
    }

    @Test
    void signInElsewhere_isEndedFromHere_andIsOutAtOnce(Wire here, Wire elsewhere) {
        elsewhere.signInAnew();
        Document account = here.signInAnew().page("/account");
        Element other = account.expectFirst("form:has(" + named("end-one") + ")");
        assertThat(here.send(other, Map.of()).select(named("happened"))).hasSize(1);
        assertThat(elsewhere.page("/").location()).endsWith("/sign-in");
        assertThat(here.page("/").location()).doesNotContain("/sign-in");
    }

    @Test
    void signingOut_leavesNothingInTheBrowser_unlessSomethingWaitsThere(Wire visitor) {
        Element out = visitor.signInAnew().page("/").expectFirst("#sign-out");
        assertThat(visitor.first(out, Map.of()).header("Clear-Site-Data")).contains("storage");
        out = visitor.signInAnew().page("/").expectFirst("#sign-out");
        assertThat(visitor.first(out, Map.of("waits", "yes")).hasHeader("Clear-Site-Data"))
                .isFalse();
    }

    @Test
    void account_ofNobody_isAtTheDoor(Wire visitor) {
        assertThat(visitor.page("/account").location()).endsWith("/sign-in");
    }
}
