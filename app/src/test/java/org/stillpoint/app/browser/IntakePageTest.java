package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An intake over the wire: resumed where it was, handed over, and completed only when everything is there. */
@ExtendWith(PracticeExtension.class)
class IntakePageTest {
    private static final Map<String, Map<String, String>> ANSWERS = Map.of(
            "reason", Map.of("text", "My neck"),
            "health", Map.of("text", "Well", "none-RED_FLAG", "yes"),
            "medication", Map.of("text", "None"),
            "care", Map.of("text", "Nobody"),
            "expectation", Map.of("score", "6"));

    private static String begun(Wire visitor, String name) {
        Document added =
                visitor.signInAnew().send(visitor.page("/clients/new").expectFirst("main form"), Map.of("name", name));
        String client = URI.create(added.location()).getPath();
        visitor.send(visitor.page(client + "/intake").expectFirst(named("begin")), Map.of());
        return client;
    }

    private static Document says(Wire visitor, String page, Map<String, String> typed, String then) {
        Map<String, String> fields = new HashMap<>(typed);
        fields.put("then", then);
        Element form = visitor.page(page).expectFirst(named("intake-step"));
        return visitor.send(form, fields);
    }

    @Test
    void intake_isSavedAsItIsTyped_goesBack_andIsCompletedWithEveryRequiredAnswer(Wire visitor) {
        String client = begun(visitor, "Begins An Intake");
        String reason = client + "/intake/reason";
        Element typing = visitor.page(reason).expectFirst(named("intake-step"));
        assertThat(visitor.post(typing, Map.of("text", "My nec", "then", "save"))
                        .statusCode())
                .as("nothing but what is saved is answered so")
                .isEqualTo(204);
        assertThat(visitor.page(reason).expectFirst("#text").text()).isEqualTo("My nec");
        assertThat(visitor.page(client).text()).contains("The intake goes on: step 1 of 9.");
        Document health = says(visitor, reason, Map.of("text", "My neck"), "next");
        assertThat(health.location()).endsWith("/intake/health");
        assertThat(says(visitor, client + "/intake/health", Map.of("text", "We"), "back")
                        .location())
                .endsWith("/intake/reason");
        assertThat(visitor.page(client + "/intake/health").expectFirst("#text").text())
                .isEqualTo("We");
        Element step = visitor.page(client + "/intake/health").expectFirst(named("intake-step"));
        assertThat(visitor.post(step, Map.of("text", "", "then", "next")).statusCode())
                .isEqualTo(400);
        Element complete = visitor.page(client + "/intake").expectFirst(named("complete"));
        assertThat(visitor.post(complete, Map.of()).statusCode()).isEqualTo(409);
        ANSWERS.forEach((each, typed) -> says(visitor, client + "/intake/" + each, typed, "next"));
        Document done = visitor.send(visitor.page(client + "/intake").expectFirst(named("complete")), Map.of());
        assertThat(done.select(named("completed"))).hasSize(1);
        assertThat(visitor.page(client + "/about").text()).contains("My neck");
    }

    @Test
    void intake_handedOver_opensNothingElse_andWhatIsToldIsRead(Wire visitor) {
        String client = begun(visitor, "Holds The Device");
        Document first = visitor.send(visitor.page(client + "/intake").expectFirst(named("hand-over")), Map.of());
        assertThat(first.location()).endsWith("/intake/reason");
        assertThat(first.select("header.top")).isEmpty();
        for (String other : List.of("", "/about", "/check-in", "/sessions/new", "/intake/complete")) {
            assertThat(visitor.ask(client + other, Map.of()).statusCode())
                    .as(other)
                    .isEqualTo(423);
        }
        Document refused = says(visitor, client + "/intake/reason", Map.of("text", "Well", "key", "none"), "next");
        assertThat(refused.select("header.top, nav, a[href=/]"))
                .as("what went wrong shows nothing of the practice")
                .isEmpty();
        assertThat(refused.expectFirst(named("leads-on")).attr("href")).isEqualTo(client + "/intake");
        Document flagged =
                says(visitor, client + "/intake/health", Map.of("text", "Well", "flag", "danger-at-home"), "next");
        assertThat(flagged.select(named("flagged"))).hasSize(1);
    }
}
