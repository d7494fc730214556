package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What stands around a page: the rooms, where one is in them, and the way back to a session. */
@ExtendWith(PracticeExtension.class)
class FrameTest {

    @Test
    void page_marksTheRoomAndThePartThatItLiesIn(Wire visitor) {
        String ana = visitor.signIn().client("Ana Marin");

        assertThat(here(visitor.page("/"), named("rooms"))).containsExactly("/ page");
        assertThat(here(visitor.page("/clients"), named("rooms"))).containsExactly("/clients page");
        assertThat(here(visitor.page("/practice/audit"), named("rooms"))).containsExactly("/practice true");
        Document field = visitor.page("/practice/field");
        assertThat(here(field, named("rooms"))).containsExactly("/body true");
        assertThat(here(field, named("library-parts"))).containsExactly("/practice/field page");
        Document story = visitor.page(ana);
        assertThat(here(story, named("rooms"))).containsExactly("/clients true");
        assertThat(here(story, named("client-parts"))).containsExactly(ana + " page");
        assertThat(story.select(named("client-parts") + " a").eachAttr("href"))
                .containsExactly(ana, ana + "/sessions", ana + "/trace", ana + "/how-it-goes", ana + "/about");
        assertThat(here(visitor.page(ana + "/forecast"), named("client-parts")))
                .containsExactly(ana + "/how-it-goes true");
        assertThat(here(visitor.page(ana + "/questionnaires"), named("client-parts")))
                .containsExactly(ana + "/how-it-goes true");
        assertThat(here(visitor.page(ana + "/links"), named("client-parts"))).containsExactly(ana + "/about true");
    }

    @Test
    void sessionThatGoesOn_isOneLineBackFromEverywhereElse_andHasNoNavigationItself(Wire visitor) {
        Document client = visitor.send(
                visitor.signIn().page("/clients/new").expectFirst("main form"),
                Map.of("name", "Goes On", "yearOfBirth", "1980"));
        Document live = visitor.send(
                visitor.page(visitor.agreed(path(client)) + "/sessions/new").expectFirst("main form"),
                Wire.nothingFound("start"));
        assertThat(live.select(named("rooms"))).isEmpty();
        assertThat(live.select(named("running"))).isEmpty();

        for (String address : List.of("/", "/clients", path(client), "/practice", "/life")) {
            assertThat(visitor.page(address).expectFirst(named("running")).attr("href"))
                    .as(address)
                    .isEqualTo(path(live));
        }
        assertThat(visitor.page("/").expectFirst(named("running")).text()).contains("Goes On");
        assertThat(visitor.page(path(client) + "/check-in").select(named("rooms")))
                .isEmpty();

        visitor.send(live.expectFirst("#end"), Map.of());
        assertThat(visitor.page("/practice").select(named("running")).eachAttr("href"))
                .doesNotContain(path(live));
    }

    @Test
    void clients_goOnAfterSomebody_byNoName(Wire visitor) {
        Document all = visitor.signIn().page("/clients");
        List<String> names = all.select(named("client") + " .name").eachText();
        assertThat(names).hasSizeGreaterThan(2);
        assertThat(all.select(named("first-page"))).isEmpty();
        String first = all.expectFirst(named("client") + " a.row").attr("href");

        Document rest = visitor.page("/clients?after=" + first.substring("/clients/".length()));

        assertThat(rest.select(named("client") + " .name").eachText()).startsWith(names.get(1));
        assertThat(rest.expectFirst(named("first-page")).attr("href")).isEqualTo("/clients");
    }

    private static List<String> here(Document page, String nav) {
        return page.select(nav + " a[aria-current]").stream()
                .map(link -> link.attr("href") + " " + link.attr("aria-current"))
                .toList();
    }

    private static String path(Document page) {
        return URI.create(page.location()).getPath();
    }
}
