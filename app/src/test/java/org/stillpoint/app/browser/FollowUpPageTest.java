package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Asking a client after a session, over the wire. */
@ExtendWith(PracticeExtension.class)
class FollowUpPageTest {

    private static String path(Document page) {
        return page.location().replaceFirst("^https?://[^/]*", "");
    }

    @Test
    void answer_isNotedOnce_andStandsOnThePageAndInTheNote(Wire visitor) {
        String client = path(visitor.send(
                visitor.signIn().page("/clients/new").expectFirst("main form"), Map.of("name", "Asked Afterwards")));
        assertThat(visitor.page(client + "/follow-up").select(named("note-asked")))
                .isEmpty();
        String session = path(visitor.send(
                visitor.page(visitor.agreed(client) + "/sessions/new").expectFirst("main form"),
                Wire.nothingFound("start")));
        visitor.send(visitor.page(session).expectFirst("form[action$=/end]"), Map.of());

        Document page = visitor.page(client + "/follow-up");
        Document refused = visitor.send(page.expectFirst(named("note-asked")), Map.of("said", " "));
        assertThat(refused.expectFirst("#how-problem").hasAttr("hidden")).isFalse();
        assertThat(refused.expectFirst("#said-problem").hasAttr("hidden")).isFalse();
        Document noted = visitor.send(
                refused.expectFirst(named("note-asked")), Map.of("how", "RANG_UP", "said", "Slept <well>, no pain."));
        assertThat(path(noted)).isEqualTo(client);
        visitor.send(
                refused.expectFirst(named("note-asked")), Map.of("how", "RANG_UP", "said", "Slept <well>, no pain."));

        Document after = visitor.page(client + "/follow-up");
        assertThat(after.select(named("asked") + " .said").eachText()).containsExactly("Slept <well>, no pain.");
        assertThat(visitor.page(session).select(named("note-part")).get(3).text())
                .contains("Slept <well>, no pain.");
    }

    /** Pia of the demo practice was treated four days ago, and nothing was heard of her since. */
    @Test
    void overdue_standsOnToday_andIsOneTapFromCheckInPhoneAndNote(Wire visitor) {
        String client = visitor.signIn().client("Pia Lindqvist");
        Document today = visitor.page("/");
        var row = today.select(named("follow-up")).stream()
                .filter(each -> each.expectFirst("a.row").attr("href").equals(client))
                .findFirst()
                .orElseThrow();
        assertThat(row.select("strong")).hasSize(1);
        assertThat(row.expectFirst(named("give-check-in")).attr("href")).isEqualTo(client + "/check-in");
        assertThat(row.expectFirst(named("ring")).attr("href")).startsWith("tel:020");
        assertThat(row.expectFirst(named("note-asked")).attr("href")).isEqualTo(client + "/follow-up");
        assertThat(visitor.page(client).select(named("follow-up") + " a").eachAttr("href"))
                .contains(client + "/check-in", client + "/follow-up");
        assertThat(visitor.page("/follow-ups")
                        .select(named("follow-ups") + " a.row")
                        .eachAttr("href"))
                .contains(client);
    }
}
