package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The lock is the server's, not only paint; over the wire of the demo practice. */
@ExtendWith(PracticeExtension.class)
class ScreenLockTest {

    private static String path(Document page) {
        return page.location().replaceFirst("^https?://[^/]*", "");
    }

    private static Document unlock(Wire visitor, Document locked, String password) {
        return visitor.send(locked.expectFirst(named("door")), Map.of("password", password));
    }

    @Test
    void lockedSignIn_isRefusedEveryPage_untilThePasswordOpensIt(Wire visitor) {
        String client = visitor.signInAnew().client("Ana Marin");
        assertThat(visitor.script("/sign-in/lock").statusCode()).isEqualTo(204);

        Connection.Response page = visitor.get(client);
        assertThat(page.statusCode()).isEqualTo(423);
        assertThat(page.body()).doesNotContain("Ana Marin");
        assertThat(visitor.script("/sign-in/in-use").statusCode()).isEqualTo(423);

        Document wrong = unlock(visitor, visitor.page(client), "none of theirs");
        assertThat(wrong.expectFirst("[role=status]").text()).contains("not your password");
        assertThat(path(unlock(visitor, wrong, "demo"))).isEqualTo(client);
    }

    @Test
    void formSentToALockedScreen_goesOnOncePasswordOpensIt(Wire visitor) {
        Element typed = visitor.signInAnew().page("/clients/new").expectFirst("main form");
        visitor.script("/sign-in/lock");
        Document locked = visitor.send(typed, Map.of("name", "Locked Screen", "yearOfBirth", "1980"));
        Document goOn = unlock(visitor, locked, "demo");
        Document stored = visitor.send(goOn.expectFirst(named("go-on")), Map.of());
        assertThat(stored.text()).contains("Locked Screen");
    }

    @Test
    void tapsOfTheSessionThatWasOpen_goOn_andNoOthersDo(Wire visitor) {
        Document client = visitor.send(
                visitor.signInAnew().page("/clients/new").expectFirst("main form"),
                Map.of("name", "Taps Run On", "yearOfBirth", "1980"));
        Document live = visitor.send(
                visitor.page(visitor.agreed(path(client)) + "/sessions/new").expectFirst("main form"),
                Wire.nothingFound("start"));
        String token = live.expectFirst("meta[name=csrf]").attr("content");
        visitor.script("/sign-in/lock");

        String tap = "{\"id\":\"0d4bd7d6-0c1c-4b9c-9f5a-3f3d0c5b7e01\",\"at\":\"%s\",\"kind\":\"settled\"}"
                .formatted(Instant.now());
        assertThat(visitor.json(path(live) + "/marks", token, tap).statusCode()).isEqualTo(200);
        assertThat(visitor.json("/sessions/00000000-0000-4000-8000-000000000000/marks", token, tap)
                        .statusCode())
                .isEqualTo(423);
        assertThat(visitor.get(path(live)).statusCode()).isEqualTo(423);
        assertThat(visitor.get(path(live)).body()).as("whose session goes on").doesNotContain("Taps Run On");
    }

    @Test
    void checkInHandedOver_showsNothingElse_untilThePasswordTakesItBack(Wire visitor) {
        String other = visitor.signInAnew().client("Ana Marin");
        String client = path(visitor.send(
                visitor.page("/clients/new").expectFirst("main form"),
                Map.of("name", "Handed Over", "yearOfBirth", "1980")));
        Element button = visitor.page(client + "/check-in").expectFirst(named("hand-over"));
        Document asked = visitor.send(button, Map.of());
        assertThat(path(asked)).isEqualTo(client + "/check-in");
        assertShowsNothingOfThePractice(asked, client);
        assertThat(visitor.post(button, Map.of()).statusCode())
                .as("pressed twice")
                .isEqualTo(200);
        assertThat(visitor.script("/sign-in/lock").statusCode())
                .as("of another tab")
                .isEqualTo(204);

        for (String refused : List.of(
                "/", client, client + "/thanks", client + "/how-it-goes", other + "/check-in", "/body", "/account")) {
            assertThat(visitor.get(refused).statusCode()).as(refused).isEqualTo(423);
        }
        assertShowsNothingOfThePractice(visitor.page("/help-now"), client);
        Document missing = visitor.send(asked.expectFirst(named("check-in")), Map.of("pain", "4"));
        assertThat(missing.select(named("kept"))).isEmpty();
        assertShowsNothingOfThePractice(missing, client);
        Document kept = visitor.send(
                missing.expectFirst(named("check-in")),
                Map.of("pain", "4", "stress", "1", "tension", "1", "anxiety", "1", "worse", "the nights"));
        assertThat(kept.select(named("kept"))).hasSize(1);
        assertThat(kept.text()).contains("You said that something is worse").doesNotContain("the nights");
        assertShowsNothingOfThePractice(kept, client);

        Document locked =
                visitor.page(kept.expectFirst(named("back-to-practice")).attr("href"));
        Document wrong = unlock(visitor, locked, "none of theirs");
        assertThat(wrong.expectFirst(named("back-to-check-in")).attr("href")).isEqualTo(client + "/check-in");
        assertThat(visitor.get("/").statusCode()).isEqualTo(423);
        assertThat(path(unlock(visitor, wrong, "demo"))).isEqualTo(client);
        Document after = visitor.page(client + "/check-in");
        assertThat(after.select(named("hand-over"))).hasSize(1);
        assertThat(after.select(named("earlier") + " > li")).hasSize(1);
    }

    /** No frame, no name, and no way but the client's own. */
    private static void assertShowsNothingOfThePractice(Document page, String client) {
        assertThat(page.connection().response().statusCode()).isIn(200, 400);
        assertThat(page.select("nav, header, dialog, .lock")).isEmpty();
        assertThat(page.html()).doesNotContain("Handed Over");
        assertThat(page.select("a[href]").eachAttr("href"))
                .allMatch(to -> to.equals(client) || to.equals(client + "/check-in") || to.startsWith("tel:"));
        assertThat(page.select("form").eachAttr("action")).allMatch(to -> to.equals(client + "/check-in"));
    }

    @Test
    void addressThatOnlyLooksLikeASession_isAnsweredAsNone(Wire visitor) {
        assertThat(visitor.signIn().get("/sessions/" + "-".repeat(36)).statusCode())
                .isBetween(400, 499);
    }
}
