package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A check-in over the wire: of a day that has been, mended, and taken out where it was a mistake. */
@ExtendWith(PracticeExtension.class)
class CheckInTest {

    private static Map<String, String> pain(String pain, LocalDate day) {
        return Map.of("pain", pain, "stress", "1", "tension", "1", "anxiety", "1", "day", day.toString());
    }

    private static Document form(Wire visitor, String client) {
        return visitor.page(client + "/check-in");
    }

    @Test
    void slip_isMendedOrTakenOut_andCountsOnce(Wire visitor) {
        String marco = visitor.signIn().client("Marco Pohl");
        LocalDate day = LocalDate.now().minusDays(1);
        visitor.send(form(visitor, marco).expectFirst("main form"), pain("8", day));
        Document slip = form(visitor, marco);
        String first = named("earlier") + " > li:contains(Pain 8)";
        int before = slip.select(named("earlier") + " > li").size();
        Document mend = visitor.page(slip.expectFirst(first + " a").attr("href"));
        assertThat(mend.expectFirst("#pain").val()).isEqualTo("8");
        Document mended = visitor.send(mend.expectFirst("main form"), Map.of("pain", "2"));
        assertThat(mended.select(named("earlier") + " > li")).hasSize(before);
        assertThat(mended.expectFirst(named("earlier") + " > li:contains(Pain 2)"))
                .isNotNull();
        // A page that was opened before the mending is stale, and nothing is told as saved.
        assertThat(visitor.send(mend.expectFirst("main form"), Map.of("pain", "9", "key", ""))
                        .text())
                .contains("Another check-in was kept");
        Document again = visitor.page(mended.expectFirst(named("earlier") + " > li:contains(Pain 2) a")
                .attr("href"));
        Document asked = visitor.send(again.expectFirst(named("strike-out")), Map.of());
        assertThat(asked.expectFirst("#reason-problem").hasAttr("hidden")).isFalse();
        Document without = visitor.send(asked.expectFirst(named("strike-out")), Map.of("reason", "of somebody else"));
        assertThat(without.select(named("earlier") + " > li:contains(Pain 2)")).isEmpty();
    }

    private static String newClient(Wire visitor, String name) {
        return visitor.send(visitor.signIn().page("/clients/new").expectFirst("main form"), Map.of("name", name))
                .location()
                .replaceFirst("^https?://[^/]*", "");
    }

    private static Map<String, String> answers(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(pain("3", LocalDate.now()));
        all.putAll(more);
        return all;
    }

    /** The map is asked with the answers: it is still so, or what is marked now is kept with them. */
    @Test
    void map_ofLastTime_isStillSo_orChanges_withTheAnswers(Wire visitor) {
        String client = newClient(visitor, "Map And Answers");
        Document first = form(visitor, client);
        assertThat(first.select("input[name=where][value=still]")).isEmpty();
        visitor.send(first.expectFirst("main form"), answers(Map.of("where", "marked", "X205", "6")));
        Document second = form(visitor, client);
        assertThat(second.select("[data-pain]").eachAttr("data-region")).containsExactly("X205");
        visitor.send(second.expectFirst("main form"), answers(Map.of("where", "still")));
        assertThat(visitor.page(client + "/pain").expectFirst("#X205").val()).isEqualTo("6");
        visitor.send(form(visitor, client).expectFirst("main form"), answers(Map.of("where", "nowhere")));
        assertThat(visitor.page(client + "/pain").expectFirst("#X205").val()).isEmpty();
        assertThat(form(visitor, client).select(named("earlier") + " > li")).hasSize(3);
    }

    @Test
    void map_markedMeanwhile_isShownAgain_withTheAnswersAsTheyWere(Wire visitor) {
        String client = newClient(visitor, "Map Meanwhile");
        visitor.send(visitor.page(client + "/pain").expectFirst("main form"), Map.of("X205", "6"));
        Document asked = form(visitor, client);
        visitor.send(visitor.page(client + "/pain").expectFirst("main form"), Map.of("X205", "2"));
        Document again = visitor.send(asked.expectFirst("main form"), answers(Map.of("where", "still")));
        assertThat(again.connection().response().statusCode()).isEqualTo(409);
        assertThat(again.expectFirst("#where-problem").hasAttr("hidden")).isFalse();
        assertThat(again.expectFirst("#X205").val()).isEqualTo("2");
        assertThat(again.select("input[name=pain][checked]").eachAttr("value")).containsExactly("3");
        visitor.send(again.expectFirst("main form"), Map.of("where", "still"));
        assertThat(form(visitor, client).select(named("earlier") + " > li")).hasSize(1);
    }

    @Test
    void map_withAnswersOfAnotherDay_isRefused_andNothingIsKept(Wire visitor) {
        String client = newClient(visitor, "Map Of Yesterday");
        Map<String, String> yesterday = new HashMap<>(pain("3", LocalDate.now().minusDays(1)));
        yesterday.put("where", "nowhere");
        Document refused = visitor.send(form(visitor, client).expectFirst("main form"), yesterday);
        assertThat(refused.expectFirst("#where-problem").hasAttr("hidden")).isFalse();
        assertThat(form(visitor, client).select(named("earlier"))).isEmpty();
        Document unanswered = visitor.send(form(visitor, client).expectFirst("main form"), Map.of("stress", "1"));
        assertThat(unanswered.expectFirst("#pain-problem").text()).isEqualTo("Not answered yet: 0 to 10.");
    }

    @Test
    void dayAhead_isRefusedBesideItsField(Wire visitor) {
        String marco = visitor.signIn().client("Marco Pohl");
        Document refused = visitor.send(
                form(visitor, marco).expectFirst("main form"),
                pain("3", LocalDate.now().plusDays(2)));
        assertThat(refused.expectFirst("#day-problem").hasAttr("hidden")).isFalse();
    }
}
