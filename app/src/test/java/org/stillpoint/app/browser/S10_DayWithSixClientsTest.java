package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A day with six clients: each is prepared for from Today, treated and noted, and nothing of theirs is open in the evening. */
@ExtendWith(PracticeExtension.class)
class S10_DayWithSixClientsTest {

    private static final List<String> NAMES =
            List.of("Day Ada", "Day Ben", "Day Cleo", "Day Dora", "Day Emil", "Day Fay");

    private static String path(Document page) {
        return URI.create(page.location()).getPath();
    }

    private static void mark(Wire visitor, String session, String moment) {
        String tap = "{\"id\":\"%s\",\"at\":\"%s\",%s}".formatted(UUID.randomUUID(), Instant.now(), moment);
        assertThat(visitor.json(session + "/marks", tap).statusCode()).isEqualTo(200);
    }

    /** The row of an hour of today. */
    private static Element hour(Wire visitor, String client) {
        return visitor.page("/").expectFirst(named("hour") + ":has(a.row[href=" + client + "])");
    }

    /** Now: whoever's hour is over is asked after, not prepared for. */
    private static String comesNow(Wire visitor, String name) {
        String client = path(visitor.send(visitor.page("/clients/new").expectFirst("main form"), Map.of("name", name)));
        visitor.agreed(client);
        visitor.send(
                visitor.page(client + "/appointments").expectFirst(named("book")),
                Map.of(
                        "day",
                        LocalDate.now().toString(),
                        "time",
                        LocalTime.now().truncatedTo(ChronoUnit.MINUTES).toString()));
        return client;
    }

    /** From Today: prepare, plan, start, mark, end, sign. */
    private static String treated(Wire visitor, String client) {
        Document prepare =
                visitor.page(hour(visitor, client).expectFirst(named("prepare")).attr("href"));
        Document plan = visitor.page(prepare.expectFirst(named("see-plan")).attr("href"));
        Document planned = visitor.send(plan.expectFirst(named("plan")), Map.of("own", "X206"));
        assertThat(path(planned)).isEqualTo(client + "/prepare");
        String session = path(visitor.send(planned.expectFirst(named("safety")), Wire.nothingFound("start")));
        assertThat(session).startsWith("/sessions/");
        assertThat(hour(visitor, client).select("a[href=" + session + "]")).isNotEmpty();
        mark(visitor, session, "\"kind\":\"settled\"");
        mark(visitor, session, "\"kind\":\"engaged\",\"site\":\"X206\"");
        mark(visitor, session, "\"kind\":\"release\",\"site\":\"X206\",\"value\":0.5");
        Document closing = visitor.send(visitor.page(session).expectFirst("form[action$=/end]"), Map.of());
        Document signed = visitor.send(closing.expectFirst(named("note")), Map.of("factor", "demo"));
        assertThat(signed.select(named("note-signed"))).isNotEmpty();
        assertThat(visitor.page(session).select(named("were-planned"))).hasSize(1);
        return session;
    }

    @Test
    void day_withSixClients_startsAndEndsEach_andLeavesNothingOpen(Wire visitor) {
        visitor.signIn();
        List<String> clients =
                NAMES.stream().map(name -> comesNow(visitor, name)).toList();
        List<String> sessions =
                clients.stream().map(client -> treated(visitor, client)).toList();

        Document evening = visitor.page("/");
        for (int i = 0; i < clients.size(); i++) {
            Element row = hour(visitor, clients.get(i));
            assertThat(row.select("a[href=" + sessions.get(i) + "]"))
                    .as("a session that goes on")
                    .isEmpty();
            assertThat(row.select(named("to-note"))).as("whether they came").isEmpty();
            assertThat(evening.select(named("clients") + " a.row[href=" + clients.get(i) + "]"))
                    .as("something open")
                    .isEmpty();
            assertThat(evening.select(named("follow-up") + " a.row[href=" + clients.get(i) + "]"))
                    .as("a follow-up before its time")
                    .isEmpty();
            Document held = visitor.page(clients.get(i) + "/sessions");
            assertThat(held.select(named("running-session"))).isEmpty();
            assertThat(held.select(named("note-progress")).eachText()).containsExactly("note signed");
        }
        assertThat(visitor.page("/notes").select("a").eachAttr("href")).doesNotContainAnyElementsOf(sessions);
    }
}
