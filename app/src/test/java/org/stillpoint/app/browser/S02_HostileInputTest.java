package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.time.Instant;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Values out of range, names of nothing, and tabs that have grown old: over the wire of the demo practice. */
@ExtendWith(PracticeExtension.class)
class S02_HostileInputTest {

    private static final Map<String, String> TOLD =
            Map.of("kind", "SURGERY", "yearsAgo", "5", "mechanism", "", "felt", "", "severity", "3", "intensity", "2");

    private static Element main(Document page) {
        return page.expectFirst("main form");
    }

    private static String newClient(Wire visitor, String name) {
        Document page =
                visitor.send(main(visitor.signIn().page("/clients/new")), Map.of("name", name, "yearOfBirth", "1980"));
        return page.location().replaceFirst("^https?://[^/]*", "");
    }

    @Test
    void values_outOfRange_areRefusedWithTheRange(Wire visitor) {
        Document client =
                visitor.send(main(visitor.signIn().page("/clients/new")), Map.of("name", " ", "yearOfBirth", "1066"));
        assertThat(client.expectFirst("#name-problem").text()).contains("1 to 200 characters");
        assertThat(client.expectFirst("#yearOfBirth-problem").text()).contains("from 1875 to");
        String path = newClient(visitor, "Out of Range");
        Document event = visitor.send(
                main(visitor.page(path + "/events/new")),
                Map.of("kind", "SURGERY", "yearsAgo", "500", "severity", "", "intensity", "11"));
        assertThat(event.expectFirst("#yearsAgo-problem").text()).contains("from 0 to 120");
        assertThat(event.expectFirst("#intensity-problem").text()).contains("0 to 10");
        Document pain = visitor.send(main(visitor.page(path + "/pain")), Map.of("X102", "11"));
        assertThat(pain.expectFirst("#X102-problem").text()).isEqualTo("A number from 0 to 10 is needed.");
        assertThat(visitor.page(path + "/pain").expectFirst("#X102").val()).isEmpty();
    }

    @Test
    void addressOfNothing_isToldSo(Wire visitor) {
        visitor.signIn();
        assertThat(visitor.get("/clients/not-an-id").statusCode()).isEqualTo(400);
        assertThat(visitor.get("/life/nobody").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/clients/00000000-0000-4000-8000-000000000000").statusCode())
                .isEqualTo(404);
        Document nowhere = visitor.page("/nowhere");
        assertThat(nowhere.expectFirst("h1").text()).isEqualTo("There is no such page");
        assertThat(nowhere.text()).contains("Nothing was changed.");
    }

    /** What nobody knows is kept as that, never as a number; it is said so wherever the event is read, and where the model takes a number. */
    @Test
    void event_ofUnknownStrength_staysUnknown_andTheModelSaysSo(Wire visitor) {
        String client = newClient(visitor, "Not Known");
        Element form = main(visitor.page(client + "/events/new"));
        Document another = visitor.send(
                form, Map.of("kind", "SURGERY", "yearsAgo", "5", "severity", "", "intensity", "", "then", "another"));
        assertThat(another.location()).contains("/events/new");
        assertThat(another.select(named("saved"))).hasSize(1);
        String event = visitor.page(client).expectFirst(named("story") + " a").attr("href");
        Document told = visitor.page(event);
        assertThat(told.expectFirst("#severity").val()).isEmpty();
        assertThat(told.expectFirst("#intensity").val()).isEmpty();
        assertThat(visitor.page(client + "/life").select(".caption").text()).contains("Of one event it is not known");
        Document trace = visitor.send(main(visitor.page(client + "/pain")), Map.of("X213", "6"));
        assertThat(trace.location()).contains("/trace");
        assertThat(trace.text()).contains("Of one told event it is not known how hard it struck.");
        visitor.send(main(visitor.page(visitor.agreed(client) + "/sessions/new")), Wire.nothingFound("start"));
        assertThat(visitor.page(event).select("dl.facts dd").eachText())
                .filteredOn("not known"::equals)
                .hasSize(2);
    }

    /** Two tabs tell the same event differently: the second one is told so, and keeps what it typed. */
    @Test
    void event_changedInAnotherTab_isShownBesideWhatWasTyped(Wire visitor) {
        String client = newClient(visitor, "Two Tabs");
        Document told = visitor.send(main(visitor.page(client + "/events/new")), TOLD);
        String event = told.expectFirst(named("story") + " a").attr("href");
        Element old = main(visitor.page(event));
        assertThat(visitor.send(main(visitor.page(event)), Map.of("felt", "first"))
                        .select(named("story")))
                .hasSize(1);
        Document stale = visitor.send(old, Map.of("felt", "second"));
        assertThat(stale.expectFirst(named("differs")).text()).contains("first", "second");
        Document now = visitor.page(stale.expectFirst(named("main-action")).attr("href"));
        assertThat(now.expectFirst("#felt").text()).isEqualTo("first");
    }

    @Test
    void event_codedMechanism_standsOnTheStaleAndOnTheLockedPage(Wire visitor) {
        String client = newClient(visitor, "Coded Twice");
        Document told = visitor.send(main(visitor.page(client + "/events/new")), TOLD);
        String event = told.expectFirst(named("story") + " a").attr("href");
        Element old = main(visitor.page(event));
        visitor.send(main(visitor.page(event)), Map.of("coded", "HIP"));
        Document stale = visitor.send(old, Map.of("coded", "KNEE"));
        assertThat(stale.select(named("differs") + " td").eachText()).containsExactly("On the knee", "On the hip");

        visitor.send(main(visitor.page(visitor.agreed(client) + "/sessions/new")), Wire.nothingFound("start"));
        Document locked = visitor.page(event);
        assertThat(locked.select("dl.facts dd").eachText()).contains("On the hip");
    }

    @Test
    void pain_markedInAnotherTab_isShownBesideWhatWasTyped(Wire visitor) {
        String client = newClient(visitor, "Two Maps");
        Element old = main(visitor.page(client + "/pain"));
        visitor.send(main(visitor.page(client + "/pain")), Map.of("X101", "3"));
        Document stale = visitor.send(old, Map.of("X101", "9"));
        assertThat(stale.select(named("differs") + " td").eachText()).containsExactly("9", "3");
        assertThat(visitor.page(client + "/pain").expectFirst("#X101").val()).isEqualTo("3");
    }

    @Test
    void palpation_outOfRangeOrOfNoMuscle_isRefusedAndNothingKept(Wire visitor) {
        String leo = visitor.signIn().client("Leo Fischer");
        for (String[] bad : new String[][] {
            {"psoas_major_left", "restriction", "4"},
            {"psoas_major_left", "restriction", "x"},
            {"psoas_major_left", "tenderness", "-1"},
            {"<script>", "restriction", "1"},
            {"psoas_major_left", "tension", "5"}
        }) {
            Element any = visitor.page(leo + "/trace/answer").expectFirst(named("any-muscle"));
            assertThat(visitor.post(any, Map.of("muscle", bad[0], bad[1], bad[2]))
                            .statusCode())
                    .as(String.join(" ", bad))
                    .isEqualTo(400);
        }
        assertThat(visitor.page(leo + "/trace/answer").select("[data-found]")).isEmpty();
    }

    /** A mark's site is picked or searched, never taken from a list of hundreds; without scripts by a form. */
    @Test
    void siteOfAMark_isSearchedByName_andMended(Wire visitor) {
        String client = newClient(visitor, "Mended Site");
        Document live =
                visitor.send(main(visitor.page(visitor.agreed(client) + "/sessions/new")), Wire.nothingFound("start"));
        String session = live.location().replaceFirst("^https?://[^/]*", "");
        visitor.json(
                session + "/marks",
                "{\"id\":\"0d4bd7d6-0c1c-4b9c-9f5a-3f3d0c5b7e77\",\"at\":\"%s\",\"kind\":\"engaged\",\"site\":\"X101\"}"
                        .formatted(Instant.now()));
        visitor.send(visitor.page(session).expectFirst("#end"), Map.of());
        Document asked = visitor.page(
                visitor.page(session).expectFirst(named("marks") + " tbody a").attr("href"));
        assertThat(asked.select("main option")).isEmpty();
        assertThat(asked.expectFirst("#site").val()).isEqualTo("X101");
        Document found = visitor.send(main(asked), Map.of("do", "search", "typed", "left calf"));
        String meant = found.expectFirst("input[name=site]").val();
        Document ended = visitor.send(main(found), Map.of("site", meant));
        assertThat(ended.expectFirst(named("marks")).text()).containsIgnoringCase("calf");
    }

    /** Without scripts a muscle is searched by a form, and what was typed stands in no address. */
    @Test
    void muscle_searchedWithoutScripts_isOffered(Wire visitor) {
        String leo = visitor.signIn().client("Leo Fischer");
        Document found = visitor.send(
                visitor.page(leo + "/trace").expectFirst(named("search-muscle")), Map.of("typed", "chewing left"));
        assertThat(found.location()).doesNotContain("chewing");
        assertThat(found.select(named("found-muscle") + " input[name=muscle]").eachAttr("value"))
                .contains("masseter_left");
    }
}
