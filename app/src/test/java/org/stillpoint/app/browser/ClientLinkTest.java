package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The client's own door, over the wire: a link does one thing, once, in one browser, and tells nothing to anybody else. */
@ExtendWith(PracticeExtension.class)
class ClientLinkTest {
    private static final String NAME = "Lina Of The Links";
    private static final Map<String, String> ANSWERS = Map.of(
            "pain",
            "3",
            "stress",
            "2",
            "tension",
            "4",
            "anxiety",
            "1",
            "worse",
            "A new pain.",
            "where",
            "marked",
            "X205",
            "3");

    private final RunningPractice practice;

    ClientLinkTest(RunningPractice practice) {
        this.practice = practice;
    }

    private Wire browser() {
        return new Wire(practice.address());
    }

    private static String add(Wire wire, String name) {
        return wire.send(wire.page("/clients/new").expectFirst("main form"), Map.of("name", name))
                .location()
                .replaceFirst("^https?://[^/]*", "");
    }

    private String link(Wire owner, String client, String purpose) {
        Document made =
                owner.send(owner.page(client + "/links").expectFirst(named("make-link")), Map.of("purpose", purpose));
        assertThat(made.select(named("this-machine"))).hasSize(1);
        assertThat(made.select(".qr svg path").attr("d")).startsWith("M");
        assertThat(owner.page(client + "/links").select(named("link"))).isEmpty();
        return made.expectFirst(named("link"))
                .text()
                .substring(practice.address().length());
    }

    private static Document opened(Wire browser, String link) {
        return browser.send(browser.page(link).expectFirst(named("open-link")), Map.of());
    }

    /** The one calm sentence, whatever is behind it, and nothing else. */
    private static String assertOpensNothing(Wire browser, String link) {
        Connection.Response answer = browser.get(link);
        assertThat(answer.statusCode()).isEqualTo(404);
        Document page = browser.page(link);
        assertThat(page.select(named("opens-nothing"))).hasSize(1);
        assertThat(page.select("form, a")).isEmpty();
        return page.body().text();
    }

    @Test
    void wrongPageOfALink_leadsBackToTheLink_andNotToThePractice() {
        Wire browser = browser();
        String link = "/link/a-secret-of-somebody";
        for (String wrong : List.of(link + "/nowhere", link + "/open")) {
            Document page = browser.page(wrong);
            assertThat(page.expectFirst(named("leads-on")).attr("href")).isEqualTo(link);
            assertThat(page.select("nav, a:not(" + named("leads-on") + ")")).isEmpty();
        }
    }

    @Test
    void checkIn_byLink_isKept_andTheLinkOpensNothingAfterwards_norElsewhere(Wire owner) {
        owner.signIn();
        String client = add(owner, NAME);
        owner.send(owner.page(client + "/pain").expectFirst("main form"), Map.of("X205", "6"));
        String link = link(owner, client, "CHECK_IN");
        assertThat(link).matches("/link/[A-Za-z0-9_-]{43}");
        Wire phone = browser();
        Wire forwarded = browser();
        Element before = forwarded.page(link).expectFirst(named("open-link"));
        Element open = phone.page(link).expectFirst(named("open-link"));
        Connection.Response bound = phone.first(open, Map.of());
        assertThat(bound.headers("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .contains("-link=")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax")
                        .contains("Path=" + link));
        assertThat(bound.header("Cache-Control")).contains("no-store");
        assertThat(bound.header("Referrer-Policy")).isEqualTo("no-referrer");
        Document asked = phone.page(link);
        assertThat(asked.text()).doesNotContain(NAME);
        assertThat(asked.select("header, nav, a[href^=/clients]")).isEmpty();
        assertThat(asked.select("[data-pain]").eachAttr("data-region")).containsExactly("X205");
        assertThat(asked.select("sp-body, [src*=three]")).as("a light page").isEmpty();
        assertOpensNothing(forwarded, link);
        assertThat(forwarded.post(before, Map.of()).statusCode()).isEqualTo(404);

        Element form = asked.expectFirst(named("check-in"));
        assertThat(phone.post(form, Map.of("pain", "")).statusCode()).isEqualTo(400);
        Document kept = phone.send(form, ANSWERS);
        assertThat(kept.select(named("kept"))).hasSize(1);
        assertThat(kept.text()).doesNotContain(NAME);
        Document again = phone.send(form, ANSWERS);
        assertThat(again.expectFirst(named("kept")).text())
                .isNotEqualTo(kept.expectFirst(named("kept")).text());
        assertThat(phone.post(form, Map.of("id", UUID.randomUUID().toString())).statusCode())
                .isEqualTo(404);
        assertOpensNothing(phone, link);

        assertThat(owner.page(client + "/check-in").select(named("earlier") + " li"))
                .hasSize(1);
        assertThat(owner.page(client + "/pain").expectFirst("#X205").val()).isEqualTo("3");
        assertThat(owner.page(client).select(named("open-matters")).text()).contains("A new pain.");
        Document links =
                owner.page(owner.page(client).expectFirst(named("links")).attr("href"));
        assertThat(links.select(named("made-link"))).hasSize(1);
        assertThat(links.select(named("take-back"))).isEmpty();
    }

    @Test
    void link_takenBack_forwarded_orGuessed_isAnsweredAlike(Wire owner) {
        owner.signIn();
        String client = add(owner, "Lina Takes It Back");
        String link = link(owner, client, "CHECK_IN");
        Wire phone = browser();
        assertThat(opened(phone, link).select(named("check-in"))).hasSize(1);
        String forwarded = assertOpensNothing(browser(), link);
        owner.send(owner.page(client + "/links").expectFirst(named("take-back")), Map.of());
        assertThat(assertOpensNothing(phone, link)).isEqualTo(forwarded);
        assertThat(assertOpensNothing(browser(), link.substring(0, link.length() - 1) + "_"))
                .isEqualTo(forwarded);
    }

    @Test
    void ownCopy_byLink_isOneFile_once(Wire owner) {
        owner.signIn();
        String client = add(owner, "Lina Copies All");
        String link = link(owner, client, "OWN_COPY");
        Wire phone = browser();
        Element form = opened(phone, link).expectFirst(named("own-copy"));
        assertThat(browser().get(link).statusCode()).isEqualTo(404);
        Connection.Response file = phone.post(form, Map.of());
        assertThat(file.header("Content-Disposition")).startsWith("attachment").doesNotContain("Lina");
        Map<String, byte[]> parts = CopiedZip.parts(file.bodyAsBytes());
        assertThat(parts.keySet())
                .containsExactly("everything-kept.html", "everything-kept.pdf", "everything-kept.json");
        assertThat(CopiedZip.text(parts))
                .allSatisfy((part, text) -> assertThat(text).as(part).contains("Lina Copies All"));
        Connection.Response second = phone.post(form, Map.of("form", "json"));
        assertThat(second.statusCode()).isEqualTo(404);
        assertThat(second.body()).doesNotContain("Lina Copies All");
    }
}
