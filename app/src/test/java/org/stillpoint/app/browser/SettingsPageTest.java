package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the practice writes about itself over the wire, each shown where it is used; everything is put back, for others read it too. */
@ExtendWith(PracticeExtension.class)
class SettingsPageTest {

    private static Document save(Wire owner, String address, String field, String typed) {
        return owner.send(owner.page(address).expectFirst("main form"), Map.of(field, typed));
    }

    @Test
    void name_andConsentText_areReadByClients(Wire owner) {
        owner.signIn();
        Document saved = save(owner, "/practice/settings", "name", "By the river");
        assertThat(saved.select(named("saved"))).hasSize(1);
        String standard =
                owner.page("/consent-text").expectFirst(named("consent-text")).text();
        save(owner, "/practice/consent-text", "YOUR_CHOICE", "You can stop.\n\nAt any time.");
        Document read = owner.page("/consent-text");
        assertThat(read.expectFirst(named("practice-name")).text()).isEqualTo("By the river");
        assertThat(read.select(named("consent-text") + " p").eachText()).contains("You can stop.", "At any time.");
        Element blocks = owner.page("/practice/consent-text").expectFirst("main form");
        blocks.select("[name=shown]").removeAttr("checked");
        assertThat(owner.send(blocks, Map.of()).select(named("keep-one"))).hasSize(1);

        save(owner, "/practice/consent-text", "YOUR_CHOICE", "");
        save(owner, "/practice/settings", "name", "");
        read = owner.page("/consent-text");
        assertThat(read.expectFirst(named("consent-text")).text()).isEqualTo(standard);
        assertThat(read.select(named("practice-name"))).isEmpty();
    }

    @Test
    void zone_thatIsNone_isRefusedInWords_andAnOlderPageIsShownWhatIsKept(Wire owner) {
        String settings =
                owner.signIn().page("/practice").expectFirst(named("settings")).attr("href");
        Document page = owner.page(settings);
        assertThat(page.select("#zones option").eachAttr("value")).contains("Europe/Berlin");
        Document refused = owner.send(page.expectFirst(named("profile")), Map.of("zone", "Europe/Nowhere"));
        assertThat(refused.expectFirst("#zone-problem").hasAttr("hidden")).isFalse();
        assertThat(refused.expectFirst("#zone").val()).isEqualTo("Europe/Nowhere");
        owner.send(page.expectFirst("main form"), Map.of());
        Document older =
                owner.send(page.expectFirst("main form"), Map.of("key", "00000000-0000-4000-8000-000000000119"));
        assertThat(older.select(named("changed"))).hasSize(1);
    }

    @Test
    void groundingSteps_areThoseOfThePractice_afterAStop(Wire owner) {
        owner.signIn();
        String many = "Breathe.\n".repeat(11);
        assertThat(save(owner, "/practice/grounding", "steps", many)
                        .expectFirst("#steps-problem")
                        .hasAttr("hidden"))
                .isFalse();
        save(owner, "/practice/grounding", "steps", "Hands off.\r\n\r\n Open your eyes. ");
        assertThat(owner.page("/practice/grounding")
                        .expectFirst(named("grounding"))
                        .select("textarea")
                        .val()
                        .lines())
                .containsExactly("Hands off.", "Open your eyes.");
        Document added = owner.send(owner.page("/clients/new").expectFirst("main form"), Map.of("name", "Is Grounded"));
        String client = added.location().replaceFirst("^https?://[^/]*", "");
        Document live = owner.send(
                owner.page(owner.agreed(client) + "/sessions/new").expectFirst("main form"),
                Wire.nothingFound("start"));
        assertThat(live.select("#steps > li").eachText()).hasSize(7).startsWith("Hands off.", "Open your eyes.");

        save(owner, "/practice/grounding", "steps", "");
        Document again = owner.page(live.location().replaceFirst("^https?://[^/]*", ""));
        assertThat(again.select("#steps > li")).hasSize(9);
    }

    @Test
    void timer_isThatOfThePractice_inASession_andItsMarksComeInOrder(Wire owner) {
        owner.signIn();
        Document wrong = owner.send(
                owner.page("/practice/timer").expectFirst(named("timer")), Map.of("first", "30", "second", "20"));
        assertThat(wrong.expectFirst("#second-problem").hasAttr("hidden")).isFalse();
        Document none = owner.send(
                owner.page("/practice/timer").expectFirst(named("timer")), Map.of("first", "", "second", "12.5"));
        assertThat(none.expectFirst("#first-problem").hasAttr("hidden")).isFalse();
        assertThat(none.expectFirst("#second-problem").hasAttr("hidden")).isFalse();
        owner.send(owner.page("/practice/timer").expectFirst(named("timer")), Map.of("first", "15", "second", "25"));
        Document live = owner.page(StartedSession.of(owner, "Is Timed"));
        assertThat(live.expectFirst("#live").attr("data-first-mark")).isEqualTo("15");
        assertThat(live.expectFirst("#live").attr("data-second-mark")).isEqualTo("25");
        owner.send(owner.page("/practice/timer").expectFirst(named("timer")), Map.of("first", "20", "second", "30"));
    }
}
