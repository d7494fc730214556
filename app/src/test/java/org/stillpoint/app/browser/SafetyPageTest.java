package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The three levels over the wire: what a yes leads to, and what a session needs. */
@ExtendWith(PracticeExtension.class)
class SafetyPageTest {

    private static String add(Wire visitor, String name) {
        Document added =
                visitor.signIn().send(visitor.page("/clients/new").expectFirst("main form"), Map.of("name", name));
        return visitor.agreed(URI.create(added.location()).getPath());
    }

    private static Document answered(Wire visitor, String client, Map<String, String> typed) {
        return visitor.send(visitor.page(client + "/sessions/new").expectFirst("main form"), typed);
    }

    @Test
    void redFlag_opensWhomToRing_andStandsOnTodayUntilSomebodyWroteWhatWasDone(Wire visitor) {
        String client = add(visitor, "Tells A Red Flag");
        Document help = answered(visitor, client, Map.of("found", "chest-pain-or-breathlessness", "then", "start"));
        assertThat(URI.create(help.location()).getPath()).isEqualTo("/help-now");
        assertThat(help.select(named("flag-told"))).hasSize(1);
        assertThat(visitor.page("/").text()).contains("red flag, told in a safety check");
        assertThat(visitor.page(client + "/prepare").select(named("needed"))).hasSize(1);
        Document asked = visitor.page(client + "/sessions/new");
        assertThat(asked.select(named("flags"))).hasSize(1);
        assertThat(asked.select(named("before"))).hasSize(1);
        assertThat(visitor.post(asked.expectFirst("main form"), Wire.nothingFound("start"))
                        .statusCode())
                .isEqualTo(409);

        String write = help.expectFirst(named("main-action")).attr("href");
        visitor.send(visitor.page(write).expectFirst(named("follow-up")), Map.of("done", "Rang 112."));
        assertThat(answered(visitor, client, Wire.nothingFound("start")).select("#live"))
                .hasSize(1);
    }

    @Test
    void stop_startsNothing_andWhatIsAskedFirst_needsAWordAndADay_whichStayInView(Wire visitor) {
        String client = add(visitor, "Asks First");
        Document stopped = answered(
                visitor, client, Map.of("none-RED_FLAG", "yes", "found", "touch-unwelcome-today", "then", "start"));
        assertThat(stopped.expectFirst(named("needed")).text()).contains("Touch is unwelcome today");
        assertThat(stopped.select(named("main-action"))).isEmpty();

        Map<String, String> asked =
                Map.of("none-RED_FLAG", "yes", "none-STOP", "yes", "found", "epilepsy", "then", "start");
        Document refused = answered(visitor, client, asked);
        assertThat(refused.expectFirst("#physician-problem").hasAttr("hidden")).isFalse();
        assertThat(refused.expectFirst("#cleared-problem").hasAttr("hidden")).isFalse();
        Document live = visitor.send(
                refused.expectFirst("main form"),
                Map.of("physician", "Dr Moss", "cleared", LocalDate.now().toString(), "then", "start"));
        assertThat(live.expectFirst(named("answered-for")).text()).contains("Epilepsy", "Dr Moss");
        assertThat(visitor.page(client + "/about")
                        .expectFirst(named("answered-for"))
                        .text())
                .contains("Dr Moss");
    }

    @Test
    void checkIn_andQuestionnaire_withARedFlag_openWhomToRing(Wire visitor) {
        String client = add(visitor, "Checks In With A Flag");
        Map<String, String> answers =
                Map.of("pain", "3", "stress", "1", "tension", "1", "anxiety", "1", "redFlag", "thoughts-of-self-harm");
        Document help = visitor.send(visitor.page(client + "/check-in").expectFirst("main form"), answers);
        assertThat(help.select(named("flag-told"))).hasSize(1);
        Document scored = visitor.send(
                visitor.page(client + "/questionnaires").expectFirst(named("one-score")),
                Map.of("instrument", "phq9", "score", "6", "selfHarm", "2"));
        assertThat(scored.select(named("flag-told"))).hasSize(1);
        assertThat(visitor.page(client + "/open-matters").select(named("open-matters") + " li"))
                .hasSize(2);
    }

    @Test
    void list_isChangedByTheOwner_andNoRedFlagCanBeSwitchedOff(Wire visitor) {
        var form = visitor.signIn().page("/practice/safety-list").expectFirst(named("safety-list"));
        assertThat(form.select("input[value=psychosis]")).isEmpty();
        Document saved = visitor.send(
                form, Map.of("window-recent-skull-fracture", "9", "words", "Dry needling this week", "level", "STOP"));
        assertThat(saved.expectFirst("[name=window-recent-skull-fracture]").val())
                .isEqualTo("9");
        String client = add(visitor, "Asked By The List");
        assertThat(visitor.page(client + "/sessions/new").text())
                .contains("Dry needling this week", "Recent skull fracture (in the last 9 weeks)");
    }
}
