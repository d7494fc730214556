package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A touch map over the wire: said, told where hands are about to come, and honoured by every mark. */
@ExtendWith(PracticeExtension.class)
class TouchPageTest {

    private static String path(Document page) {
        return page.location().replaceFirst("^https?://[^/]*", "").replaceFirst("\\?.*", "");
    }

    private static Connection.Response tap(Wire wire, String session, String what) {
        return wire.json(
                session + "/marks",
                "{\"id\":\"%s\",\"at\":\"%s\",%s}".formatted(UUID.randomUUID(), Instant.now(), what));
    }

    @Test
    void map_isTold_andAMarkWhereTouchIsNeverWelcomeNeedsAFreshYes(Wire visitor) {
        String client = path(visitor.signIn()
                .send(visitor.page("/clients/new").expectFirst("main form"), Map.of("name", "Tilda Touch")));
        Document saved = visitor.send(
                visitor.page(client + "/touch").expectFirst(named("touch-map")),
                Map.of("X205", "NEVER", "X208", "ASK", "X101", "WELCOME"));
        assertThat(saved.select(named("said"))).hasSize(1);
        assertThat(saved.select("#X205 option[selected]").attr("value")).isEqualTo("NEVER");
        assertThat(visitor.page(client + "/prepare").expectFirst(named("touch")).text())
                .contains("Touch is never welcome at:", "Ask each time at:");

        Document live = visitor.send(
                visitor.page(visitor.agreed(client) + "/sessions/new").expectFirst("main form"),
                Wire.nothingFound("start"));
        String session = path(live);
        assertThat(live.expectFirst(named("ask-touch")).attr("data-guarded"))
                .contains("\"X205\":\"NEVER\"", "\"X208\":\"ASK\"")
                .doesNotContain("X101");
        Connection.Response refused = tap(visitor, session, "\"kind\":\"engaged\",\"site\":\"X205\"");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Touch is never welcome here");
        assertThat(tap(visitor, session, "\"kind\":\"asked\",\"site\":\"X205\",\"value\":1")
                        .body())
                .contains("the client said yes");
        assertThat(tap(visitor, session, "\"kind\":\"engaged\",\"site\":\"X205\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(tap(visitor, session, "\"kind\":\"engaged\",\"site\":\"X208\"")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void traceSites_leaveOutWhereTouchIsNeverWelcome_andSaySo(Wire visitor) {
        String client = path(visitor.signIn()
                .send(visitor.page("/clients/new").expectFirst("main form"), Map.of("name", "Tom Traced")));
        visitor.send(visitor.page(client + "/pain").expectFirst("main form"), Map.of("X205", "7", "X206", "6"));
        Document before = visitor.page(client + "/trace/sites");
        int offered = before.select(named("offered-site")).size();
        assertThat(offered).isPositive();
        assertThat(before.select(named("left-out"))).isEmpty();
        assertThat(visitor.page(client + "/trace/answer").select(named("touch")))
                .isEmpty();
        var form = visitor.page(client + "/touch").expectFirst(named("touch-map"));
        Map<String, String> never = new HashMap<>();
        form.select("select").eachAttr("name").forEach(region -> never.put(region, "NEVER"));
        visitor.send(form, never);
        Document after = visitor.page(client + "/trace/sites");
        assertThat(after.select(named("offered-site"))).isEmpty();
        assertThat(after.select(named("left-out"))).hasSize(1);
        assertThat(visitor.page(client + "/trace/answer").select(named("touch")))
                .hasSize(1);
    }
}
