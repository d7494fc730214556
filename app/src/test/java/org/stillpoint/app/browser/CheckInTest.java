package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.time.LocalDate;
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

    @Test
    void dayAhead_isRefusedBesideItsField(Wire visitor) {
        String marco = visitor.signIn().client("Marco Pohl");
        Document refused = visitor.send(
                form(visitor, marco).expectFirst("main form"),
                pain("3", LocalDate.now().plusDays(2)));
        assertThat(refused.expectFirst("#day-problem").hasAttr("hidden")).isFalse();
    }
}
