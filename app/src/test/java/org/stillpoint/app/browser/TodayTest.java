package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Today shows who matters now, and everybody else is found by name; names travel in no address. */
@ExtendWith(PracticeExtension.class)
class TodayTest {

    @Test
    void find_theStartOfAnyWordOfAName_showsWhoIsMeant(Wire visitor) {
        Document found =
                visitor.send(visitor.signIn().page("/clients").expectFirst(named("find")), Map.of("query", "VEE joo"));
        assertThat(found.location()).doesNotContain("oost");
        assertThat(found.select(named("clients") + " .name").eachText()).containsExactly("Joost Veen");
        assertThat(found.expectFirst("#search").attr("value")).isEqualTo("VEE joo");
    }

    /** One list for all: clients by name, pages by title, muscles by any of their names, and nothing of it in an address. */
    @Test
    void search_findsClientsPagesAndMuscles(Wire visitor) {
        Element search = visitor.signIn().page("/search").expectFirst(named("search-all"));

        Document found = visitor.send(search, Map.of("query", "joo"));
        assertThat(found.location()).endsWith("/search");
        assertThat(found.select(named("group-clients") + " .name").eachText()).containsExactly("Joost Veen");
        assertThat(found.select(named("group-pages"))).isEmpty();
        assertThat(visitor.send(search, Map.of("query", "who did"))
                        .select(named("group-pages") + " a")
                        .eachAttr("href"))
                .containsExactly("/practice/audit");
        String hold = visitor.send(search, Map.of("query", "psoas maj left"))
                .expectFirst(named("group-muscles") + " a")
                .attr("href");
        assertThat(hold).isEqualTo("/body?hold=psoas_major_left=0.05");
        assertThat(visitor.send(search, Map.of("query", "<i>zzz")).select(".results a"))
                .isEmpty();
    }

    @Test
    void today_isTheHoursAndTheWeek_andTheNextWhoComesIsTheMainAction(Wire visitor) {
        Document today = visitor.signIn().page("/");
        assertThat(today.select(named("hours") + " " + named("hour") + " .name").eachText())
                .contains("Ana Marin", "Leo Fischer", "Tomas Berg");
        assertThat(today.select(named("hour") + " " + named("intake")).eachText())
                .contains("No intake yet");
        assertThat(today.select(named("week") + " .name").eachText()).contains("Ruth Okafor");
        assertThat(today.select(named("clients") + " .name").eachText())
                .contains("Ruth Okafor")
                .doesNotContain("Joost Veen");
        String next = today.select(named("hour")).stream()
                .filter(hour -> ends(hour).isAfter(LocalDateTime.now()))
                .filter(hour -> hour.select("a[href^=/sessions/]").isEmpty()) // Mia Duarte is on the table
                .map(hour -> hour.expectFirst("a.row").attr("href") + "/prepare")
                .findFirst()
                .orElse("/clients/new");
        assertThat(today.expectFirst(named("main-action")).attr("href")).isEqualTo(next);
        assertThat(today.select(named("hour") + ":has(" + named("prepare") + ") " + named("to-note")))
                .as("whoever is still prepared for is not asked after yet")
                .isEmpty();
    }

    /** With everything answered a session starts by two taps: the next who comes, and Start. */
    @Test
    void prepare_isOneScreen_fromWhichTheSessionStarts(Wire visitor) {
        Document added = visitor.send(
                visitor.signIn().page("/clients/new").expectFirst("main form"), Map.of("name", "Petra Prepared"));
        String client = URI.create(added.location()).getPath();
        visitor.send(
                visitor.page(client + "/check-in").expectFirst("main form"),
                Map.of("pain", "3", "stress", "1", "tension", "1", "anxiety", "1", "worse", "My neck is sore."));
        visitor.agreed(client);
        Document prepare = visitor.page(client + "/prepare");
        assertThat(prepare.expectFirst(named("open-matters")).text()).contains("My neck is sore.");
        assertThat(prepare.select(named("missing") + " a").eachAttr("href"))
                .containsExactly(client + "/events/new", client + "/pain");
        assertThat(prepare.select(named("checked"))).isEmpty();

        Document unasked = visitor.send(prepare.expectFirst(named("safety")), Map.of("then", "start"));
        assertThat(unasked.expectFirst("#none-STOP-problem").hasAttr("hidden")).isFalse();
        visitor.send(
                visitor.page(visitor.agreed(client) + "/sessions/new").expectFirst("main form"),
                Wire.nothingFound("no"));
        Document ready = visitor.page(client + "/prepare");
        assertThat(ready.select(named("checked"))).hasSize(1);
        Document live = visitor.send(ready.expectFirst(named("safety")), Map.of("then", "start"));
        assertThat(live.select("#live")).hasSize(1);
        assertThat(visitor.page(client + "/prepare")
                        .expectFirst(named("main-action"))
                        .attr("href"))
                .isEqualTo(URI.create(live.location()).getPath());
        visitor.send(live.expectFirst("#end"), Map.of());
        visitor.send(
                visitor.page(client + "/open-matters").expectFirst(named("follow-up")),
                Map.of("done", "Looked at it."));
        Document after = visitor.page(client + "/prepare");
        assertThat(after.select(named("open-matters"))).isEmpty();
        assertThat(after.expectFirst(named("since")).text())
                .as("said before the session that was held")
                .doesNotContain("My neck");
    }

    /** An hour that began today may end tomorrow: that of a late evening is still to come at its end. */
    private static LocalDateTime ends(Element hour) {
        String times = hour.expectFirst(".hour").text();
        LocalTime start = LocalTime.parse(times.substring(0, "15:00".length()));
        LocalTime end = LocalTime.parse(times.substring(times.length() - "15:00".length()));
        return LocalDate.now().plusDays(end.isBefore(start) ? 1 : 0).atTime(end);
    }

    @Test
    void find_nobody_saysSo(Wire visitor) {
        Element find = visitor.signIn().page("/clients").expectFirst(named("find"));

        Document found = visitor.send(find, Map.of("query", "<script>nobody"));
        assertThat(found.select(named("client"))).isEmpty();
        assertThat(found.expectFirst("#found").text()).isEqualTo("Nobody by that name.");
    }

    @Test
    void today_saysWhenTheRecordWasLastBackedUp_andThatNothingIsMissing(Wire visitor) {
        Document today = visitor.signIn().page("/");
        assertThat(today.expectFirst(named("backup")).text()).isNotEmpty();
        assertThat(today.select(named("loss"))).isEmpty();
        assertThat(today.select(named("unreadable"))).isEmpty();
    }
}
