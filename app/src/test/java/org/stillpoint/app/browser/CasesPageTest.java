package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A supervisor over the wire: the cases that were handed to them, without name, word or date, and nothing else. */
@ExtendWith(PracticeExtension.class)
class CasesPageTest {

    @Test
    void case_isHandedOver_seenWithoutANameWordOrDate_andTakenBack(Wire owner) {
        owner.signIn();
        Wire uma = owner.invite("SUPERVISOR", "uma");
        Document none = uma.page("/");
        assertThat(none.location()).endsWith("/cases");
        assertThat(none.select(named("no-case"))).hasSize(1);
        String client = owner.send(
                        owner.page("/clients/new").expectFirst("main form"),
                        Map.of("name", "Clara Handed Over", "yearOfBirth", "1983"))
                .location()
                .replaceFirst("^https?://[^/]*", "");
        owner.send(
                owner.page(client + "/check-in").expectFirst("main form"),
                Map.of("pain", "3", "stress", "2", "tension", "4", "anxiety", "1", "worse", "My sister Berta"));
        owner.send(
                owner.page(owner.agreed(client) + "/sessions/new").expectFirst("main form"),
                Wire.nothingFound("start"));
        Element form = owner.page(client + "/care").expectFirst(named("supervise"));
        Document handed = owner.send(form, Map.of("supervisor", optionOf(form, "uma")));
        assertThat(handed.select(named("end-supervision"))).hasSize(1);

        Document cases = uma.page("/cases");
        assertThat(cases.select(named("case"))).hasSize(1);
        String address = cases.expectFirst(named("case")).attr("href");
        Document seen = uma.page(address);
        assertThat(seen.select(named("age-band"))).hasSize(1);
        String year = String.valueOf(LocalDate.now(ZoneOffset.UTC).getYear());
        assertThat(seen.expectFirst("main").html())
                .doesNotContain("Clara", "Berta", "1983", client.replace("/clients/", ""), year);
        assertThat(seen.select("main svg")).isNotEmpty();
        assertThat(seen.select(named("case-session"))).hasSize(1);
        assertThat(uma.get(client).statusCode()).isEqualTo(403);
        assertThat(uma.get("/practice").statusCode()).isEqualTo(403);

        owner.send(handed.expectFirst(named("end-supervision")), Map.of());
        assertThat(uma.get(address).statusCode()).isEqualTo(404);
        assertThat(uma.page("/cases").select(named("case"))).isEmpty();
    }

    private static String optionOf(Element form, String name) {
        return form.select("[name=supervisor] option").stream()
                .filter(option -> option.text().equals(name))
                .map(option -> option.attr("value"))
                .findFirst()
                .orElseThrow();
    }
}
