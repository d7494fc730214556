package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Slips over the wire: names, safety checks and marks, each with its history; and a second client of one name. */
@ExtendWith(PracticeExtension.class)
class CorrectingTest {

    private static String add(Wire visitor, String name) {
        Document page = visitor.send(
                visitor.page("/clients/new").expectFirst("main form"), Map.of("name", name, "yearOfBirth", "1980"));
        return page.location().replaceFirst("^https?://[^/]*", "");
    }

    @Test
    void secondClientOfAName_isComparedFirst_andAddedAllTheSame(Wire visitor) {
        String first = add(visitor.signIn(), "Twin Namesake");
        Document asked =
                visitor.send(visitor.page("/clients/new").expectFirst("main form"), Map.of("name", "namesake TWIN"));
        assertThat(asked.expectFirst(named("namesakes")).select("a").attr("href"))
                .isEqualTo(first);
        Document added = visitor.send(asked.expectFirst("main form"), Map.of());
        assertThat(added.location()).contains("/clients/").doesNotContain(first);
    }

    @Test
    void name_isCorrected_andWhatStoodThereIsReadable(Wire visitor) {
        String client = add(visitor.signIn(), "Misspelt Nmae");
        assertThat(visitor.page(client + "/about").select(named("slips"))).hasSize(1);
        Document about =
                visitor.send(visitor.page(client + "/name").expectFirst("main form"), Map.of("name", "Misspelt Name"));
        assertThat(about.expectFirst(named("mended")).text()).contains("Misspelt Nmae", "Misspelt Name", "demo");
        Document slips = visitor.page(client + "/slips");
        assertThat(slips.expectFirst(named("mended")).text()).contains("Misspelt Nmae", "Misspelt Name", "demo");
        assertThat(slips.select(named("entries"))).isNotEmpty();
        assertThat(visitor.page(client).expectFirst("h1").text()).isEqualTo("Misspelt Name");
    }

    @Test
    void markAndSafetyCheck_areCorrected_andAMarkIsStruckOutWithAReasonAlone(Wire visitor) {
        String client = add(visitor.signIn(), "Slip Of A Finger");
        Document live = visitor.send(
                visitor.page(visitor.agreed(client) + "/sessions/new").expectFirst("main form"),
                Wire.nothingFound("start"));
        String session = live.location().replaceFirst("^https?://[^/]*", "");
        for (int tap = 1; tap <= 2; tap++) {
            assertThat(visitor.json(session + "/marks", """
                            {"id": "%s", "at": "2026-01-01T10:00:00Z", "kind": "awareness", "value": %d}""".formatted(UUID.randomUUID(), tap))
                            .statusCode())
                    .isEqualTo(200);
        }
        visitor.send(visitor.page(session).expectFirst("form[action$=/end]"), Map.of());
        Document ended = visitor.page(session);
        var marks = ended.select(named("marks") + " tbody a");
        assertThat(marks).hasSize(2);
        Document form = visitor.page(marks.first().attr("href"));
        Document corrected = visitor.send(form.expectFirst("main form"), Map.of("score", "7"));
        assertThat(corrected.expectFirst(named("marks")).text()).contains("7").doesNotContain("Awareness 1");

        Document other = visitor.page(marks.last().attr("href"));
        Document refused = visitor.send(other.expectFirst(named("strike-out")), Map.of());
        assertThat(refused.expectFirst("#reason-problem").hasAttr("hidden")).isFalse();
        Document struck = visitor.send(refused.expectFirst(named("strike-out")), Map.of("reason", "the wrong client"));
        assertThat(struck.select(named("marks") + " tbody tr")).hasSize(1);

        Document slips = visitor.page(client + "/slips");
        Document check = visitor.page(
                slips.select(named("entries") + " a[href*=safety-checks]").attr("href"));
        Document mended = visitor.send(
                check.expectFirst("main form"), Map.of("found", "fever", "clearance", "the physician agreed"));
        assertThat(mended.select(named("mended"))).hasSize(3);
        assertThat(mended.text()).contains("the wrong client");
    }

    @Test
    void session_withoutAMark_goesOnAfterItsEnd_andIsVoidedWithAReason(Wire visitor) {
        String client = add(visitor.signIn(), "Stray Session");
        Document live = visitor.send(
                visitor.page(visitor.agreed(client) + "/sessions/new").expectFirst("main form"),
                Wire.nothingFound("start"));
        Document ended = visitor.send(live.expectFirst("form[action$=/end]"), Map.of());
        Document again = visitor.send(ended.expectFirst(named("go-on-with")), Map.of());
        assertThat(again.select("#live")).hasSize(1);

        Document closed = visitor.send(again.expectFirst("form[action$=/end]"), Map.of());
        Document refused = visitor.send(closed.expectFirst(named("void")), Map.of("reason", " "));
        assertThat(refused.expectFirst("#reason-problem").hasAttr("hidden")).isFalse();
        Document gone = visitor.send(refused.expectFirst(named("void")), Map.of("reason", "a stray finger"));
        assertThat(gone.location()).endsWith(client);
        assertThat(gone.select(named("story") + " a[href*=sessions]")).isEmpty();
        assertThat(visitor.page(client + "/slips").expectFirst(named("mended")).text())
                .contains("a stray finger");
    }

    @Test
    void stop_letsNothingBeMarked_andTheSessionNotEndUngrounded(Wire visitor) {
        String client = add(visitor.signIn(), "Says Stop");
        Document live = visitor.send(
                visitor.page(visitor.agreed(client) + "/sessions/new").expectFirst("main form"),
                Wire.nothingFound("start"));
        String session = live.location().replaceFirst("^https?://[^/]*", "");
        assertThat(turn(visitor, session)).contains("\"stoppedAt\":\"\"", "\"ended\":false");
        assertThat(tap(visitor, session, "stop", 0)).isEqualTo(200);
        assertThat(turn(visitor, session)).contains("\"stoppedAt\":\"0:0", "\"grounded\":false");
        assertThat(tap(visitor, session, "distress", 3)).isEqualTo(409);
        Document stopped = visitor.page(session);
        assertThat(stopped.expectFirst(named("stopped")).hasAttr("hidden")).isFalse();
        assertThat(stopped.expectFirst("#live").hasAttr("hidden")).isTrue();
        Document still = visitor.send(stopped.expectFirst("form[action$=/end]"), Map.of());
        assertThat(still.select(named("stopped"))).hasSize(1);
        assertThat(tap(visitor, session, "grounded", 2)).isEqualTo(200);
        Document ungrounded = visitor.send(still.expectFirst("form[action$=/end]"), Map.of());
        assertThat(ungrounded.select(named("stopped"))).as("distress alone").hasSize(1);
        assertThat(tap(visitor, session, "resume", 0)).isEqualTo(200);
        Document beforeEnd = visitor.send(ungrounded.expectFirst("form[action$=/end]"), Map.of());
        assertThat(beforeEnd.expectFirst(named("stopped")).attr("data-before-end"))
                .isEqualTo("true");
        assertThat(beforeEnd.expectFirst("#live").hasAttr("hidden")).isTrue();
        visitor.grounds(session, 2);
        Document ended = visitor.send(still.expectFirst("form[action$=/end]"), Map.of());
        assertThat(ended.select(named("marks"))).hasSize(1);
        assertThat(ended.select(named("void"))).isEmpty();
        assertThat(turn(visitor, session)).contains("\"grounded\":true", "\"ended\":true");
    }

    @Test
    void stop_endsThroughThePageForEmergencies_onceItIsAcknowledged(Wire visitor) {
        String client = add(visitor.signIn(), "Needs Help");
        Document live = visitor.send(
                visitor.page(visitor.agreed(client) + "/sessions/new").expectFirst("main form"),
                Wire.nothingFound("start"));
        String session = live.location().replaceFirst("^https?://[^/]*", "");
        assertThat(tap(visitor, session, "stop", 0)).isEqualTo(200);
        Document help = visitor.page(
                visitor.page(session).expectFirst(named("something-wrong")).attr("href"));
        Document back = visitor.send(help.expectFirst(named("help-called")), Map.of());
        assertThat(back.location()).endsWith(session);
        assertThat(back.expectFirst(named("stopped")).attr("data-grounded")).isEqualTo("true");
        Document ended = visitor.send(back.expectFirst("form[action$=/end]"), Map.of());
        assertThat(ended.expectFirst(named("marks")).text()).contains("Help was called");
    }

    /** What a second device asks every other second. */
    private static String turn(Wire visitor, String session) {
        return visitor.get(session + "/turn").body();
    }

    private static int tap(Wire visitor, String session, String kind, int value) {
        return visitor.json(session + "/marks", """
                        {"id": "%s", "at": "%s", "kind": "%s", "value": %d}""".formatted(UUID.randomUUID(), Instant.now(), kind, value))
                .statusCode();
    }

    @Test
    void copy_keepsNamesOfAnyScript(Wire visitor) {
        String name = "יעל كريم 佐々木 김하늘 Ґанна สมชาย";
        String client = add(visitor.signIn(), name);
        var form = visitor.page(client + "/about").expectFirst(named("copy"));
        for (String kind : List.of("html", "json")) {
            assertThat(visitor.post(form, Map.of("form", kind)).body()).as(kind).contains(name);
        }
    }

    /** One file that needs nothing else, and the same for other programs. */
    @Test
    void copy_holdsWhatWasTold_andLoadsNothing(Wire visitor) {
        String client = add(visitor.signIn(), "Asks For A Copy");
        var form = visitor.page(client + "/about").expectFirst(named("copy"));
        String page = visitor.post(form, Map.of("form", "html")).body();
        assertThat(page).contains("Asks For A Copy").doesNotContain("src=").doesNotContain("href=");
        assertThat(visitor.post(form, Map.of("form", "json")).body())
                .contains("\"name\":\"Asks For A Copy\"", "\"looked_at\"");
    }
}
