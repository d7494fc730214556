package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.net.URI;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Mind and body over the wire: what the client marked beside what hands found, which ask before they feel. */
@ExtendWith(PracticeExtension.class)
class MindBodyPageTest {
    private static final String MUSCLE = "splenius_capitis_left";

    private static String added(Wire visitor, String name) {
        Document added =
                visitor.signIn().send(visitor.page("/clients/new").expectFirst("main form"), Map.of("name", name));
        return URI.create(added.location()).getPath();
    }

    private static Document feels(Wire visitor, String client, Map<String, String> found) {
        Element any = visitor.page(client + "/trace/answer").expectFirst(named("any-muscle"));
        return visitor.send(any, found);
    }

    @Test
    void mapsOfClientAndHands_standSideBySide_withWhoWasFirst(Wire visitor) {
        String client = added(visitor, "Feels And Is Felt");
        String page = URI.create(visitor.page(client + "/how-it-goes")
                        .expectFirst(named("mind-and-body"))
                        .absUrl("href"))
                .getPath();
        assertThat(visitor.page(page).select(named("side-body")))
                .as("nothing yet")
                .isEmpty();

        visitor.send(visitor.page(client + "/pain").expectFirst("main form"), Map.of("X205", "6", "X206", "4"));
        visitor.agreed(client);
        feels(visitor, client, Map.of("muscle", MUSCLE, "restriction", "2"));

        Document both = visitor.page(page);
        assertThat(both.expectFirst(named("sentence")).text())
                .contains("the client marked 2 places")
                .endsWith("too few to say.");
        assertThat(both.select(named("side-body") + " sp-body").eachAttr("data-layers"))
                .satisfiesExactly(
                        marked -> assertThat(marked).contains("\"pain\"").doesNotContain("\"found\""),
                        found -> assertThat(found).contains("\"found\"").doesNotContain("\"pain\""));
        assertThat(both.expectFirst(named("who-first")).text()).contains("The client marked first.");
        assertThat(both.select(named("pairs") + " tbody tr")).hasSize(1);
        assertThat(both.select(named("figures") + " .source")).hasSize(4);
    }

    /** Mia Duarte of the demo practice was felt three times. */
    @Test
    void agreementOverTime_isDrawnWithItsRange_oncePerTime(Wire visitor) {
        String client = visitor.signIn()
                .page("/clients")
                .select("a.row[href]:has(.name:containsOwn(Mia Duarte))")
                .attr("href");
        Document page = visitor.page(client + "/mind-and-body");
        assertThat(page.select(named("pairs") + " tbody tr")).hasSize(3);
        assertThat(page.select(named("over-time") + " svg.chart")).hasSize(2).allSatisfy(drawn -> {
            assertThat(drawn.select("[data-look=estimate] > *")).hasSize(3);
            assertThat(drawn.select("[data-look=whisker] > *")).hasSize(3);
            assertThat(drawn.select("[data-look=study] > *")).hasSize(3);
        });
        assertThat(visitor.page(client + "/mind-and-body")
                        .select(named("over-time"))
                        .attr("aria-label"))
                .contains("at 3 times");
    }

    @Test
    void handsAtAGuardedPlace_areAskedFirst_andTheFindingIsKeptAfterAYes(Wire visitor) {
        String client = added(visitor, "Wants To Be Asked");
        visitor.send(visitor.page(client + "/pain").expectFirst("main form"), Map.of("X206", "4"));
        Document unsigned = feels(visitor, client, Map.of("muscle", MUSCLE, "restriction", "2"));
        assertThat(unsigned.select(named("asked-first") + " a[href$=/consent]"))
                .as("no consent")
                .hasSize(1);
        visitor.agreed(client);
        Element map = visitor.page(client + "/touch").expectFirst(named("touch-map"));
        visitor.send(map, Map.of("X205", "ASK", "X206", "ASK", "X203", "ASK", "X204", "ASK"));
        Document refused = feels(visitor, client, Map.of("muscle", MUSCLE, "restriction", "2"));
        assertThat(refused.select("[data-found=" + MUSCLE + "]")).isEmpty();
        Document kept = visitor.send(refused.expectFirst(named("asked-first")), Map.of());
        assertThat(kept.select(named("asked-first"))).isEmpty();
        assertThat(kept.select("[data-found]")).isNotEmpty();
    }
}
