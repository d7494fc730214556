package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The plan before a session, over the wire: why, the choice beside it, and what the session makes of it. */
@ExtendWith(PracticeExtension.class)
class SessionPlanPageTest {

    private static final int STALE = 409;

    private static String path(Document page) {
        return page.location().replaceFirst("^https?://[^/]*", "");
    }

    private static String added(Wire visitor, String name) {
        String client = path(
                visitor.send(visitor.signIn().page("/clients/new").expectFirst("main form"), Map.of("name", name)));
        return visitor.agreed(client);
    }

    @Test
    void choice_isKeptAsItIsMade_andHandsAreOfferedThatPlaceFirst(Wire visitor) {
        String client = added(visitor, "Planned Before");
        Document page = visitor.page(client + "/session-plan");
        assertThat(page.expectFirst(named("how-long")).text()).contains("15 to 20 minutes", "first session");
        assertThat(page.select(named("slower"))).hasSize(1);
        assertThat(page.select(named("planned") + " li")).isEmpty();

        var form = page.expectFirst(named("plan"));
        form.attr("action", client + "/session-plan/draft");
        Map<String, String> chosen = Map.of("own", "X206", "minutes", "25", "words", "slowly", "key", "");
        assertThat(visitor.post(form, chosen).body()).isEqualTo("{\"version\":1}");
        assertThat(visitor.post(form, chosen).body()).isEqualTo("{\"version\":2}");
        assertThat(visitor.post(form, chosen).statusCode()).isEqualTo(STALE);
        Document kept = visitor.page(client + "/session-plan");
        assertThat(kept.select(named("own-places") + " input").eachAttr("value"))
                .containsExactly("X206");
        assertThat(kept.expectFirst("#words").text()).isEqualTo("slowly");
        Document refused = visitor.send(kept.expectFirst(named("plan")), Map.of("minutes", "0"));
        assertThat(refused.expectFirst("#minutes-problem").hasAttr("hidden")).isFalse();

        visitor.send(visitor.page(client + "/sessions/new").expectFirst("main form"), Wire.nothingFound("start"));
        Document sites = visitor.page(client + "/trace/sites");
        assertThat(sites.select(named("offered-site")).eachAttr("data-site"))
                .first()
                .isEqualTo("X206");
        Document frozen = visitor.page(client + "/session-plan");
        assertThat(frozen.select(named("goes-on"))).hasSize(1);
        assertThat(frozen.select(named("plan") + " fieldset[disabled]")).hasSize(1);
        assertThat(visitor.post(kept.expectFirst(named("plan")), Map.of("own", "X207"))
                        .statusCode())
                .isEqualTo(STALE);
    }

    /** Ana's last session left a place unfinished; hands are never welcome at another that was told. */
    @Test
    void everyLine_saysWhy_withItsDay(Wire visitor) {
        String ana = visitor.signIn().client("Ana Marin");
        Document page = visitor.page(ana + "/session-plan");
        assertThat(page.select(named("planned") + " li"))
                .isNotEmpty()
                .allSatisfy(
                        line -> assertThat(line.expectFirst(".quiet").text()).containsPattern("\\d"));
        assertThat(page.expectFirst(named("planned") + " li").text()).contains("not all of it let go");
        assertThat(page.select("title").text()).isNotBlank();
        assertThat(visitor.page(ana + "/prepare").expectFirst(named("see-plan")).attr("href"))
                .isEqualTo(ana + "/session-plan");
    }
}
