package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A consent over the wire: read, signed here, on the device handed over and by a link, printed, withdrawn; and what it keeps from starting. */
@ExtendWith(PracticeExtension.class)
class ConsentPageTest {
    private static final Map<String, String> START = Wire.nothingFound("start");
    private static final Map<String, String> SIGNED =
            Map.of("CONTACT_BY_EMAIL", "yes", "RESEARCH_USE", "no", "typed", "Connie Sent");

    private final RunningPractice practice;

    ConsentPageTest(RunningPractice practice) {
        this.practice = practice;
    }

    private static String add(Wire wire, String name, String yearOfBirth) {
        return path(wire.send(
                wire.page("/clients/new").expectFirst("main form"), Map.of("name", name, "yearOfBirth", yearOfBirth)));
    }

    private static String path(Document page) {
        return page.location().replaceFirst("^https?://[^/]*", "").replaceFirst("\\?.*", "");
    }

    private static Element paper(Wire wire, String client) {
        return wire.page(client + "/consent/sign").expectFirst(named("paper"));
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static Connection.Response engages(Wire wire, String session, String site) {
        return wire.json(
                session + "/marks",
                "{\"id\":\"%s\",\"at\":\"%s\",\"kind\":\"engaged\",\"site\":\"%s\"}"
                        .formatted(UUID.randomUUID(), Instant.now(), site));
    }

    @Test
    void session_startsOnlyOnceAConsentIsSigned_whichIsPrintedWordForWord(Wire visitor) throws IOException {
        String client = add(visitor.signIn(), "Connie Sent", "1980");
        Element check = visitor.page(client + "/sessions/new").expectFirst("main form");
        Connection.Response refused = visitor.post(check, START);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.parse().select(named("consent-missing") + " a").attr("href"))
                .isEqualTo(client + "/consent");
        assertThat(visitor.page(client + "/prepare")
                        .expectFirst(named("main-action"))
                        .attr("href"))
                .isEqualTo(client + "/consent/sign");

        Element paper = paper(visitor, client);
        Document incomplete = visitor.send(paper, Map.of("CONTACT_BY_EMAIL", "yes"));
        assertThat(incomplete.expectFirst("#RESEARCH_USE-problem").hasAttr("hidden"))
                .isFalse();
        assertThat(incomplete.expectFirst("#typed-problem").hasAttr("hidden")).isFalse();
        StringBuilder read = new StringBuilder();
        for (Element part : paper.select(named("paper-part"))) {
            read.append(part.expectFirst("h2").text()).append(' ');
            part.select("> p").eachText().forEach(line -> read.append(line).append(' '));
        }
        Document signed = visitor.send(incomplete.expectFirst(named("paper")), SIGNED);
        assertThat(signed.select(named("consent-in-force"))).hasSize(1);
        Element kept = signed.expectFirst(named("signed-paper"));
        assertThat(kept.text()).contains("Contact by e-mail: Yes", "Research: No", "Connie Sent");
        Connection.Response pdf = visitor.get(kept.expectFirst(named("printed")).attr("href"));
        assertThat(pdf.header("Content-Disposition")).doesNotContain("Connie");
        try (PDDocument document = Loader.loadPDF(pdf.bodyAsBytes())) {
            assertThat(plain(new PDFTextStripper().getText(document)))
                    .contains(
                            plain(read.toString()),
                            paper.expectFirst("[name=read]").val(),
                            "Connie Sent");
        }
        Document live = visitor.send(visitor.page(client + "/sessions/new").expectFirst("main form"), START);
        assertThat(path(live)).startsWith("/sessions/");
    }

    @Test
    void paper_isWhollyInTheClientsLanguage_alsoOnTheScreenOfWhoeverTreatsThem(Wire visitor) {
        String client = add(visitor.signIn(), "Lucía Lee", "1980");
        visitor.send(visitor.page(client + "/about/contact").expectFirst("main form"), Map.of("language", "Spanish"));
        for (String page : List.of("/consent/sign", "/consent/areas")) {
            Document read = visitor.page(client + page);
            assertThat(read.expectFirst("html").attr("lang")).startsWith("es");
            assertThat(visitor.send(read.expectFirst(named("paper")), Map.of("typed", ""))
                            .expectFirst("html")
                            .attr("lang"))
                    .as("with what is still missing")
                    .startsWith("es");
        }
        assertThat(visitor.page(client + "/consent").expectFirst("html").attr("lang"))
                .startsWith("en");
    }

    @Test
    void withdrawal_stopsTheSessionThatGoesOn_forGood(Wire visitor) {
        String client = visitor.signIn().agreed(add(visitor, "Wilma Withdraws", "1980"));
        String session =
                path(visitor.send(visitor.page(client + "/sessions/new").expectFirst("main form"), START));
        assertThat(visitor.get(session + "/turn").body()).contains("\"withdrawn\":false");
        Document after = visitor.send(visitor.page(client + "/consent").expectFirst(named("withdraw")), Map.of());
        assertThat(after.select(named("consent-in-force") + ", " + named("withdraw")))
                .isEmpty();
        assertThat(visitor.get(session + "/turn").body()).contains("\"withdrawn\":true");
        Connection.Response touch = engages(visitor, session, "X205");
        assertThat(touch.statusCode()).isEqualTo(409);
        assertThat(touch.body()).contains("has taken the consent back");
        Document live = visitor.page(session);
        assertThat(live.expectFirst(named("consent-ended")).hasAttr("hidden")).isFalse();
        assertThat(live.expectFirst(named("go-on")).hasAttr("hidden")).isTrue();
    }

    @Test
    void sensitiveArea_isRefusedByName_andLeadsToItsSignature(Wire visitor) {
        String client = visitor.signIn().agreed(add(visitor, "Arne Areas", "1980"));
        String session =
                path(visitor.send(visitor.page(client + "/sessions/new").expectFirst("main form"), START));
        Connection.Response refused = engages(visitor, session, "X108");
        assertThat(refused.statusCode()).isEqualTo(409);
        String sign = client + "/consent/areas?area=CHEST_WALL";
        assertThat(refused.body()).contains("The chest wall needs", sign);
        Element form = visitor.page(sign).expectFirst(named("paper"));
        assertThat(form.select("[name=areas][checked]").eachAttr("value")).containsExactly("CHEST_WALL");
        Document back = visitor.send(form, Map.of("strokes", "0,0 100,100 1000,300;5,5"));
        assertThat(path(back)).isEqualTo(session);
        assertThat(engages(visitor, session, "X108").statusCode()).isEqualTo(200);
        assertThat(visitor.page(client + "/consent")
                        .select(named("signed-paper") + " .ink-line")
                        .attr("d"))
                .isEqualTo("M0 0L100 100L1000 300M5 5h0");
    }

    @Test
    void minor_isSignedForByAGuardianAlone(Wire visitor) {
        String year = String.valueOf(LocalDate.now(ZoneOffset.UTC).getYear() - 12);
        String client = add(visitor.signIn(), "Mina Minor", year);
        Element paper = paper(visitor, client);
        Document unnamed = visitor.send(paper, SIGNED);
        assertThat(unnamed.expectFirst("#guardian-problem").hasAttr("hidden")).isFalse();
        Map<String, String> herself = new HashMap<>(SIGNED);
        herself.put("who", "self");
        assertThat(visitor.post(paper, herself).statusCode()).isEqualTo(409);
        herself.putAll(Map.of("who", "guardian", "guardian", "Gerda Minor", "relation", "mother"));
        Document signed = visitor.send(paper, herself);
        assertThat(signed.expectFirst(named("signed-paper")).text()).contains("Signed by Gerda Minor (mother).");
    }

    @Test
    void deviceHandedOverToSign_showsNothingElse_andTakesItBackToo(Wire visitor) {
        String client = add(visitor.signInAnew(), "Hanna Handed", "1980");
        Document asked = visitor.send(visitor.page(client + "/consent").expectFirst(named("hand-over")), Map.of());
        assertThat(path(asked)).isEqualTo(client + "/consent/sign");
        assertThat(asked.select("nav, header, dialog, .lock")).isEmpty();
        assertThat(asked.html()).doesNotContain("Hanna Handed");
        for (String refused : List.of("/", client, client + "/consent", client + "/check-in")) {
            assertThat(visitor.get(refused).statusCode()).as(refused).isEqualTo(423);
        }
        Document done = visitor.send(asked.expectFirst(named("paper")), SIGNED);
        assertThat(done.select(named("kept"))).hasSize(1);
        Document again = visitor.page(client + "/consent/sign");
        assertThat(visitor.send(again.expectFirst(named("withdraw")), Map.of()).select(named("kept")))
                .hasSize(1);
        Document locked =
                visitor.page(done.expectFirst(named("back-to-practice")).attr("href"));
        visitor.send(locked.expectFirst("main form"), Map.of("password", "demo"));
        assertThat(visitor.page(client + "/consent").select(named("signed-paper")))
                .hasSize(2);
    }

    private String link(Wire owner, String client) {
        Document made =
                owner.send(owner.page(client + "/links").expectFirst(named("make-link")), Map.of("purpose", "CONSENT"));
        return made.expectFirst(named("link"))
                .text()
                .substring(practice.address().length());
    }

    @Test
    void link_isSignedOrWithdrawnByOnce_andOpensNothingAfterwards(Wire owner) {
        String client = add(owner.signIn(), "Lena Linked", "1980");
        String link = link(owner, client);
        Wire phone = new Wire(practice.address());
        Document asked = phone.send(phone.page(link).expectFirst(named("open-link")), Map.of());
        assertThat(asked.html()).doesNotContain("Lena Linked");
        Element paper = asked.expectFirst(named("paper"));
        assertThat(phone.post(paper, Map.of("RESEARCH_USE", "no")).statusCode()).isEqualTo(400);
        assertThat(phone.send(paper, SIGNED).select(named("kept"))).hasSize(1);
        assertThat(phone.send(paper, SIGNED).select(named("kept"))).hasSize(1);
        assertThat(phone.get(link).statusCode()).isEqualTo(404);
        assertThat(owner.page(client + "/consent").select(named("consent-in-force")))
                .hasSize(1);

        String another = link(owner, client);
        Document signed = phone.send(phone.page(another).expectFirst(named("open-link")), Map.of());
        Element withdraw = signed.expectFirst(named("withdraw"));
        assertThat(phone.send(withdraw, Map.of()).select(named("kept"))).hasSize(1);
        assertThat(phone.send(withdraw, Map.of()).select(named("kept"))).hasSize(1);
        assertThat(phone.get(another).statusCode()).isEqualTo(404);
        assertThat(owner.page(client + "/consent").select(named("consent-in-force")))
                .isEmpty();
    }

    @Test
    void copy_holdsWhatWasSigned_andThatItWasWithdrawn(Wire visitor) {
        String client = visitor.signIn().agreed(add(visitor, "Cora Copied", "1980"));
        visitor.send(visitor.page(client + "/consent").expectFirst(named("withdraw")), Map.of());
        Element copy = visitor.page(client + "/about").expectFirst(named("copy"));
        assertThat(visitor.send(copy, Map.of("form", "html")).text())
                .contains("They may be inaccurate, however clear they feel.", "Everything was withdrawn");
        assertThat(visitor.post(copy, Map.of("form", "json")).body()).contains("\"consents\"", "consent_withdrawn");
    }
}
