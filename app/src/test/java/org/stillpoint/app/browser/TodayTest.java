package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

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
        Document today = visitor.signIn().page("/");
        assertThat(today.select(named("client"))).isNotEmpty();

        Document found = visitor.send(today.expectFirst(named("find")), Map.of("query", "VEE joo"));
        assertThat(found.location()).doesNotContain("oost");
        assertThat(found.select(named("clients") + " .name").eachText()).containsExactly("Joost Veen");
        assertThat(found.expectFirst("#search").attr("value")).isEqualTo("VEE joo");
    }

    @Test
    void today_isTheHoursAndTheWeek_andTheNextWhoComesIsTheMainAction(Wire visitor) {
        Document today = visitor.signIn().page("/");
        assertThat(today.select(named("hours") + " " + named("hour") + " .name").eachText())
                .contains("Ana Marin", "Leo Fischer", "Tomas Berg");
        assertThat(today.select(named("week") + " .name").eachText()).contains("Ruth Okafor");
        assertThat(today.select(named("clients") + " .name").eachText())
                .contains("Ruth Okafor")
                .doesNotContain("Joost Veen");
        String next = today.select(named("hour")).stream()
                .filter(hour -> ends(hour).isAfter(LocalTime.now()))
                .map(hour -> hour.expectFirst("a.row").attr("href"))
                .findFirst()
                .orElse("/clients/new");
        assertThat(today.expectFirst(named("main-action")).attr("href")).isEqualTo(next);
    }

    private static LocalTime ends(Element hour) {
        String times = hour.expectFirst(".hour").text();
        return LocalTime.parse(times.substring(times.length() - "15:00".length()));
    }

    @Test
    void find_nobody_saysSo(Wire visitor) {
        Element find = visitor.signIn().page("/").expectFirst(named("find"));

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
