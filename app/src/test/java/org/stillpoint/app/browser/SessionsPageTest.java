package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A client's sessions over the wire: the one that goes on on top, the others in a line each, a page of them. */
@ExtendWith(PracticeExtension.class)
class SessionsPageTest {

    private static final int MORE_THAN_A_PAGE = 21;

    private static String path(Document page) {
        return page.location().replaceFirst("^https?://[^/]*", "");
    }

    private static String start(Wire visitor, String client) {
        return path(visitor.send(
                visitor.page(visitor.agreed(client) + "/sessions/new").expectFirst("main form"),
                Wire.nothingFound("start")));
    }

    private static void mark(Wire visitor, String session, String moment) {
        String tap = "{\"id\":\"%s\",\"at\":\"%s\",%s}".formatted(UUID.randomUUID(), Instant.now(), moment);
        assertThat(visitor.json(session + "/marks", tap).statusCode()).isEqualTo(200);
    }

    @Test
    void sessions_areALineEach_andLeadToTheirPages(Wire visitor) {
        String client = path(visitor.send(
                visitor.signIn().page("/clients/new").expectFirst("main form"), Map.of("name", "Held Often")));
        assertThat(visitor.page(client + "/sessions").select(named("held-sessions")))
                .isEmpty();
        String session = start(visitor, client);
        mark(visitor, session, "\"kind\":\"distress\",\"value\":6");
        mark(visitor, session, "\"kind\":\"engaged\",\"site\":\"X201\"");
        mark(visitor, session, "\"kind\":\"release\",\"site\":\"X201\",\"value\":0.5");
        mark(visitor, session, "\"kind\":\"stop\"");
        Document running = visitor.page(client + "/sessions");
        assertThat(running.expectFirst(named("running-session"))
                        .selectFirst("a")
                        .attr("href"))
                .isEqualTo(session);
        assertThat(running.expectFirst(named("main-action")).attr("href")).isEqualTo(session);

        visitor.grounds(session, 2);
        Document closing = visitor.send(visitor.page(session).expectFirst("form[action$=/end]"), Map.of());
        assertThat(closing.select(named("note-part")).get(1).text()).contains("Distress 6 to 2");
        assertThat(closing.select(named("note-part")).get(2).text()).contains("Half let go");
        assertThat(closing.select(named("minute-line") + " circle")).hasSize(4); // a place, what let go, distress twice
        assertThat(closing.select(named("note-part")).get(3).text()).contains("A check-in is due between");
        assertThat(closing.select(named("to-appointments"))).hasSize(1);
        Document held = visitor.page(client + "/sessions");
        assertThat(held.select(named("running-session"))).isEmpty();
        assertThat(held.expectFirst(named("held-sessions")).selectFirst("a").attr("href"))
                .isEqualTo(session);
        assertThat(held.expectFirst(named("held-sessions")).text()).contains("half", "6", "2");
        assertThat(held.select(named("was-stopped"))).hasSize(1);
        assertThat(held.expectFirst(named("note-progress")).text()).isEqualTo("note missing");

        for (int more = 1; more < MORE_THAN_A_PAGE; more++) {
            String another = start(visitor, client);
            visitor.send(visitor.page(another).expectFirst("form[action$=/end]"), Map.of());
        }
        Document first = visitor.page(client + "/sessions");
        assertThat(first.select(named("held-sessions") + " li")).hasSize(MORE_THAN_A_PAGE - 1);
        Document older = visitor.page(first.expectFirst(named("older")).attr("href"));
        assertThat(older.expectFirst(named("held-sessions")).selectFirst("a").attr("href"))
                .isEqualTo(session);
        assertThat(older.select(named("newer"))).hasSize(1);
    }
}
