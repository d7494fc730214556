package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is told about a client over the wire: told, changed with its history, read by whoever may; archived and brought back. */
@ExtendWith(PracticeExtension.class)
class AboutPageTest {

    private static String add(Wire visitor, String name) {
        return visitor.send(visitor.page("/clients/new").expectFirst("main form"), Map.of("name", name))
                .location()
                .replaceFirst("^https?://[^/]*", "");
    }

    private static int status(Document page) {
        return page.connection().response().statusCode();
    }

    @Test
    void about_isToldPartByPart_saidWhatIsNext_andKeptWithWhatStoodThere(Wire visitor) {
        String client = add(visitor.signIn(), "Told About");
        Document stale = visitor.page(client + "/about/contact");
        Document saved = visitor.send(
                visitor.page(client + "/about/contact").expectFirst(named("about-form")),
                Map.of("phone", "030 111", "emergencyName", "Emmy", "emergencyRelation", "sister"));
        assertThat(saved.location()).contains(client + "/about");
        assertThat(saved.select(named("saved"))).hasSize(1);
        assertThat(saved.expectFirst(named("next-act")).attr("href")).isEqualTo(client + "/about/background");
        assertThat(saved.select(named("about-part")).text()).contains("030 111", "Emmy, sister");
        assertThat(saved.expectFirst(named("about-history")).select(named("mended")))
                .hasSize(1);

        Document refused = visitor.send(
                visitor.page(client + "/about/contact").expectFirst(named("about-form")),
                Map.of("phone", "ring me", "email", "nowhere", "guardianPhone", "030 222"));
        assertThat(status(refused)).isEqualTo(400);
        assertThat(refused.expectFirst("#phone").attr("aria-invalid")).isEqualTo("true");
        assertThat(refused.expectFirst("#email").attr("value")).isEqualTo("nowhere");
        assertThat(refused.expectFirst("#guardianName").attr("aria-invalid")).isEqualTo("true");

        Document both = visitor.send(stale.expectFirst(named("about-form")), Map.of("phone", "030 333"));
        assertThat(status(both)).isEqualTo(409);
        assertThat(both.select(named("differs")).text()).contains("030 333", "030 111");

        Document background = visitor.send(
                visitor.page(client + "/about/background").expectFirst(named("about-form")),
                Map.of(
                        "reason",
                        "My neck, since May.",
                        "stopSign",
                        "lifts the left hand",
                        "cautions",
                        "the throat",
                        "lying",
                        "ON_THE_SIDE",
                        "wishes",
                        "DOOR_AJAR"));
        assertThat(background.select(named("about-part")).text())
                .contains("My neck, since May.", "lifts the left hand", "on the side", "the door ajar");
        assertThat(visitor.post(visitor.page(client + "/about").expectFirst(named("copy")), Map.of("form", "html"))
                        .body())
                .contains("030 111", "Emmy, sister", "My neck, since May.", "lifts the left hand");
        Document before = visitor.page(client + "/sessions/new");
        assertThat(before.expectFirst(named("stop-sign")).text()).contains("lifts the left hand");
        assertThat(before.expectFirst(named("cautions")).text()).contains("the throat");
        assertThat(visitor.page(client + "/prepare")
                        .expectFirst(named("stop-sign"))
                        .text())
                .contains("lifts the left hand");
        Document live = visitor.send(before.expectFirst("main form"), Wire.nothingFound("start"));
        assertThat(live.expectFirst(named("stop-sign")).text()).contains("lifts the left hand");
        assertThat(live.expectFirst(named("cautions")).text()).contains("the throat");
    }

    @Test
    void carers_comeFromTheAddressBook_andIntoIt(Wire visitor) {
        String client = add(visitor.signIn(), "Seen Elsewhere");
        Document named = visitor.send(
                visitor.page(client + "/about/carers").expectFirst(named("about-form")),
                Map.of("newName", "Dr Onlyone", "newProfession", "physician", "psychotherapy", "NO"));
        assertThat(named.select(named("about-part")).text()).contains("Dr Onlyone, physician");
        Document book = visitor.page("/practice/addresses");
        assertThat(book.select(named("address")).text()).contains("Dr Onlyone");

        Document nobody = visitor.send(book.expectFirst(named("add-address")), Map.of("profession", "midwife"));
        assertThat(status(nobody)).isEqualTo(400);
        Document added = visitor.send(nobody.expectFirst(named("add-address")), Map.of("name", "Ms Onlytwo"));
        assertThat(added.select(named("address-said"))).hasSize(1);
        assertThat(added.select(named("address")).text()).contains("Ms Onlytwo, midwife");

        Document gone = visitor.send(
                visitor.page(client + "/about/carers").expectFirst(named("about-form")), Map.of("carers", ""));
        assertThat(gone.select(named("about-part")).text()).doesNotContain("Dr Onlyone");
        assertThat(gone.expectFirst(named("mended")).text()).contains("Dr Onlyone");
    }

    @Test
    void frontDesk_readsAndChangesHowTheyAreReached_andNoMore(Wire owner) {
        owner.signIn();
        String client = add(owner, "Known At The Desk");
        owner.send(
                owner.page(client + "/about/background").expectFirst(named("about-form")),
                Map.of("reason", "nobody's business", "cautions", "quietly"));
        Wire desk = owner.invite("ASSISTANT", "about-desk");
        String address = desk.page(client).expectFirst(named("about")).attr("href");
        Document about = desk.send(
                desk.page(client + "/about/contact").expectFirst(named("about-form")), Map.of("phone", "030 444"));
        assertThat(about.location()).contains(address);
        assertThat(about.select(named("about-part"))).hasSize(3);
        assertThat(about.text()).contains("030 444").doesNotContain("nobody's business", "quietly");
        assertThat(about.select(named("about-history") + ", " + named("archive")))
                .isEmpty();
        assertThat(desk.get(client + "/about/background").statusCode()).isEqualTo(403);
    }

    @Test
    void archived_isInItsOwnList_foundBySearch_refusedWhatBegins_andBroughtBack(Wire visitor) {
        String client = add(visitor.signIn(), "Zacharias Gone");
        Document start = visitor.page(client + "/sessions/new");
        Document about = visitor.page(client + "/about");
        Document why = visitor.send(about.expectFirst(named("archive")), Map.of("reason", " "));
        assertThat(status(why)).isEqualTo(400);
        Document archived = visitor.send(why.expectFirst(named("archive")), Map.of("reason", "moved away"));
        assertThat(archived.expectFirst(named("archived")).text()).contains("moved away", "demo");
        assertThat(archived.select(named("is-archived"))).hasSize(1);

        String list =
                visitor.page("/clients").expectFirst(named("archived-clients")).attr("href");
        assertThat(visitor.page(list).expectFirst(named("clients")).text()).contains("Zacharias Gone");
        assertThat(visitor.page("/").text()).doesNotContain("Zacharias Gone");
        Document found = visitor.send(visitor.page("/clients").expectFirst("main form"), Map.of("query", "zacharias"));
        assertThat(found.expectFirst(named("clients")).select(named("is-archived")))
                .hasSize(1);
        Document refused = visitor.send(start.expectFirst("main form"), Wire.nothingFound("start"));
        assertThat(status(refused)).isEqualTo(409);

        Document page = visitor.page(client);
        assertThat(page.expectFirst(named("main-action")).attr("href")).isEqualTo(client + "/about");
        String beginnings = "main a[href$=/check-in], main a[href$=/sessions/new], main a[href$=/events/new]";
        assertThat(page.select(beginnings)).isEmpty();
        for (String part : List.of("/sessions", "/how-it-goes", "/appointments", "/links")) {
            Document shown = visitor.page(client + part);
            assertThat(shown.select(beginnings + ", " + named("book") + ", " + named("make-link")))
                    .isEmpty();
        }
        assertThat(visitor.page(client + "/appointments").select(named("nothing-begins")))
                .hasSize(1);
        for (String begins : List.of("/check-in", "/sessions/new", "/prepare")) {
            assertThat(visitor.page(client + begins).location()).endsWith(client);
        }

        Document back = visitor.send(archived.expectFirst(named("bring-back")), Map.of());
        assertThat(back.select(named("archived"))).isEmpty();
        assertThat(back.select(named("mended")).text()).contains("moved away");
        assertThat(visitor.send(
                                visitor.page(visitor.agreed(client) + "/sessions/new")
                                        .expectFirst("main form"),
                                Wire.nothingFound("start"))
                        .location())
                .contains("/sessions/");
    }
}
