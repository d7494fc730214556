package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.util.Map;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nothing typed is lost where the sign-in has run out meanwhile; over the wire of the demo practice. */
@ExtendWith(PracticeExtension.class)
class KeptFormTest {

    private static final Map<String, String> TOLD = Map.of(
            "kind",
            "SURGERY",
            "yearsAgo",
            "5",
            "felt",
            "Long words, \"quoted\" & <kept>\r\nwhole",
            "severity",
            "3",
            "intensity",
            "2");

    private static Element main(Document page) {
        return page.expectFirst("main form");
    }

    private static String newClient(Wire visitor, String name) {
        Document page =
                visitor.send(main(visitor.signIn().page("/clients/new")), Map.of("name", name, "yearOfBirth", "1980"));
        return page.location().replaceFirst("^https?://[^/]*", "");
    }

    @Test
    void formSentAfterTheSignInRanOut_goesOnAfterSigningIn_withAllThatWasTyped(Wire visitor) {
        String client = newClient(visitor, "Long Break");
        Element typed = main(visitor.page(client + "/events/new"));

        Connection.Response refused = visitor.signedOut().post(typed, TOLD);
        assertThat(refused.statusCode()).isEqualTo(401);
        Document door = visitor.send(typed, TOLD);
        assertThat(door.expectFirst("[name='kept.felt']").val()).isEqualToNormalizingNewlines(TOLD.get("felt"));

        Document wrong = visitor.send(main(door), Map.of("name", "demo", "password", "none of theirs"));
        assertThat(wrong.expectFirst("[name='kept.felt']").val()).isEqualToNormalizingNewlines(TOLD.get("felt"));

        Document goOn = visitor.send(main(wrong), Map.of("name", "demo", "password", "demo"));
        Document stored = visitor.send(goOn.expectFirst(named("go-on")), Map.of());
        assertThat(stored.select(named("story"))).hasSize(1);
        Document event = visitor.page(stored.expectFirst(named("story") + " a").attr("href"));
        assertThat(event.expectFirst("#felt").wholeText()).isEqualToNormalizingNewlines(TOLD.get("felt"));
    }

    /** Signed in again in another tab: the token of this page is none any more. */
    @Test
    void formWithATokenOfBefore_isSentOnceMoreByTheOneWhoTyped(Wire visitor) {
        String client = newClient(visitor, "Two Sign-ins");
        Element typed = main(visitor.page(client + "/events/new"));
        visitor.signedOut().signInAnew();

        Document goOn = visitor.send(typed, TOLD);
        assertThat(goOn.expectFirst(named("go-on")).attr("data-at-once"))
                .as("sent without being asked, again and again")
                .isEqualTo("false");
        Document stored = visitor.send(goOn.expectFirst(named("go-on")), Map.of());
        assertThat(stored.select(named("story"))).hasSize(1);
    }

    @Test
    void formOfAnotherSite_isNeverCarriedThroughTheDoor(Wire visitor) {
        Element typed = main(visitor.signIn().page("/clients/new"));
        Connection.Response answer =
                visitor.signedOut().postFromElsewhere(typed, Map.of("name", "Planted", "yearOfBirth", "1980"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("Planted");
    }
}
