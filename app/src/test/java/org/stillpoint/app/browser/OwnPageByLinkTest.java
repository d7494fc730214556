package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A client's own page and their appointment by a link, over the wire: what is on it and what is not, what they ask arrives on Today until
 * somebody answers, and whatever a link does not open is answered alike.
 */
@ExtendWith(PracticeExtension.class)
class OwnPageByLinkTest {
    /** The brief's own bound for a page of a client, bytes as they travel. */
    private static final int HEAVIEST = 120 * 1024;

    private final RunningPractice practice;

    OwnPageByLinkTest(RunningPractice practice) {
        this.practice = practice;
    }

    private Wire browser() {
        return new Wire(practice.address());
    }

    private static String add(Wire owner, String name) {
        return URI.create(owner.signIn()
                        .send(owner.page("/clients/new").expectFirst("main form"), Map.of("name", name))
                        .location())
                .getPath();
    }

    private String link(Wire owner, String client, String purpose) {
        return owner.send(owner.page(client + "/links").expectFirst(named("make-link")), Map.of("purpose", purpose))
                .expectFirst(named("link"))
                .text()
                .substring(practice.address().length());
    }

    private static Document opened(Wire phone, String link) {
        return phone.send(phone.page(link).expectFirst(named("open-link")), Map.of());
    }

    private static void book(Wire owner, String client, LocalDate day) {
        owner.send(
                owner.page(client + "/appointments").expectFirst(named("book")),
                Map.of("day", day.toString(), "time", "10:00", "minutes", "60", "weeks", "1"));
    }

    private static void speaks(Wire owner, String client, String language) {
        owner.send(owner.page(client + "/about/contact").expectFirst("main form"), Map.of("language", language));
    }

    private static String assertOpensNothing(Connection.Response answer) {
        assertThat(answer.statusCode()).isEqualTo(404);
        Document page = parsed(answer);
        assertThat(page.select(named("opens-nothing"))).hasSize(1);
        assertThat(page.select("form, a")).isEmpty();
        return page.body().text();
    }

    private static Document parsed(Connection.Response answer) {
        try {
            return answer.parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int asItTravels(Connection.Response answer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(answer.bodyAsBytes());
        } catch (IOException nowhereToFail) {
            throw new UncheckedIOException(nowhereToFail);
        }
        return bytes.size();
    }

    /** The page with every sheet and script that it names, and what those import. */
    private static int weight(Wire phone, String page) {
        Document seen = phone.page(page);
        int bytes = asItTravels(phone.get(page));
        for (String address : seen.select("link[rel=stylesheet]").eachAttr("href")) {
            bytes += asItTravels(phone.get(address));
        }
        for (String script : new String[] {"own-time", "numbers", "page", "texts", "message"}) {
            bytes += asItTravels(phone.get("/script/" + script + ".js"));
        }
        return bytes;
    }

    @Test
    void ownPage_saysWhatThePageOfHowItGoesSays_inTheirLanguage_lightly_andNothingOfOthersOrOfNotes(Wire owner) {
        String ruth = owner.signIn().client("Ruth Okafor");
        assertThat(opened(browser(), link(owner, ruth, "OWN_VIEW"))
                        .expectFirst(named("sentence"))
                        .text())
                .isEqualTo(owner.page(ruth + "/how-it-goes")
                        .expectFirst(named("sentence"))
                        .text());
        Wire phone = browser();
        String link = link(owner, owner.client("Ana Marin"), "OWN_VIEW");
        Document own = opened(phone, link);
        assertThat(own.location()).endsWith(link + "/own");
        assertThat(own.expectFirst("html").attr("lang")).as("she reads Spanish").startsWith("es");
        assertThat(own.select("svg.chart")).hasSize(2);
        assertThat(own.select(named("own-maps") + " > li")).hasSizeBetween(1, 4);
        assertThat(own.select(".flat-pain")).isNotEmpty();
        assertThat(own.select(named("not-why"))).hasSize(1);
        assertThat(own.select(named("own-aftercare") + " p")).isNotEmpty();
        assertThat(own.select(named("need-help"))).hasSize(1);
        assertThat(own.select("sp-body, [src*=three], header, nav, a[href^=/clients]"))
                .isEmpty();
        assertThat(own.text()).doesNotContain("Ruth Okafor", "Leo Fischer");
        int weight = weight(phone, link + "/own");
        System.out.printf("own page: %d bytes as they travel%n", weight);
        assertThat(weight).isLessThan(HEAVIEST);

        String other = add(owner, "Odile Of The Own Page");
        speaks(owner, other, "Français");
        Document french = opened(browser(), link(owner, other, "OWN_VIEW"));
        assertThat(french.expectFirst("html").attr("lang")).startsWith("fr");
        assertThat(french.expectFirst("h1").text()).isEqualTo("Votre page");
        assertThat(french.select(named("nothing-given"))).hasSize(1);
        assertThat(french.select("svg.chart")).isEmpty();
    }

    @Test
    void whatTheySigned_isPrinted_everythingIsTakenAsOneFile_andTheConsentIsWithdrawnInTwoSteps(Wire owner)
            throws IOException {
        String client = owner.agreed(add(owner, "Otto Of The Own Page"));
        Wire phone = browser();
        String link = link(owner, client, "OWN_VIEW");
        Document own = opened(phone, link);
        String pdf = own.expectFirst(named("own-paper-pdf")).attr("href");
        assertThat(pdf).endsWith("/own/consent-1.pdf");
        Connection.Response paper = phone.get(pdf);
        assertThat(paper.contentType()).startsWith("application/pdf");
        try (PDDocument document = Loader.loadPDF(paper.bodyAsBytes())) {
            assertThat(new PDFTextStripper().getText(document)).contains("A. Client");
        }
        assertThat(phone.get(pdf.replace("-1.", "-2.")).url().getPath()).endsWith("/own");
        assertOpensNothing(browser().get(pdf));

        Connection.Response copy = phone.post(own.expectFirst(named("own-copy")), Map.of());
        assertThat(copy.header("Content-Disposition")).startsWith("attachment").doesNotContain("Otto");
        assertThat(CopiedZip.text(CopiedZip.parts(copy.bodyAsBytes())))
                .hasSize(3)
                .allSatisfy((part, text) -> assertThat(text).as(part).contains("Otto Of The Own Page"));

        Element withdraw = own.expectFirst("details" + named("own-withdraw"));
        assertThat(withdraw.hasAttr("open")).as("a second step").isFalse();
        Document done = phone.send(withdraw.expectFirst("form"), Map.of());
        assertThat(done.select(named("own-done"))).hasSize(1);
        assertThat(owner.page(client + "/consent").select(named("consent-in-force")))
                .isEmpty();
        Document after = phone.page(link + "/own");
        assertThat(after.select(named("own-withdraw"))).isEmpty();
        assertThat(after.select(named("own-paper"))).hasSize(2);
    }

    @Test
    void whatTheyAsk_standsOnTodayAndOnTheirPage_untilSomebodyWroteWhatWasDone_whichTheyRead(Wire owner) {
        String client = add(owner, "Olga Of The Own Page");
        Wire phone = browser();
        String link = link(owner, client, "OWN_VIEW");
        Element correction = opened(phone, link).expectFirst(named("own-ask") + ":has([name=correction]) form");
        assertThat(phone.post(correction, Map.of("correction", " ")).statusCode())
                .isEqualTo(400);
        Map<String, String> words = Map.of("correction", "It was the left ankle <b>.");
        assertThat(phone.send(correction, words).select(named("own-done"))).hasSize(1);
        assertThat(phone.send(correction, words).select(named("own-done")))
                .as("sent twice")
                .hasSize(1);
        assertThat(phone.post(correction, Map.of("correction", "other words")).statusCode())
                .isEqualTo(409);
        Element erasure = phone.page(link + "/own").expectFirst(named("own-ask") + ":has([name=erasure]) form");
        phone.send(erasure, Map.of());

        assertThat(owner.page("/").select(named("requests") + " li").text())
                .contains("Olga Of The Own Page", "It was the left ankle <b>.");
        assertThat(owner.page(client).select(named("requests")).text()).contains("It was the left ankle <b>.");
        Document asked = owner.page(client + "/asked");
        assertThat(asked.select(named("request"))).hasSize(2);
        assertThat(asked.select("a[href$=/erase]")).as("the owner's own page").hasSize(1);
        Element answer = asked.select(named("request")).stream()
                .filter(each -> each.text().contains("left ankle"))
                .findFirst()
                .orElseThrow()
                .expectFirst("form");
        assertThat(owner.post(answer, Map.of("done", "")).statusCode()).isEqualTo(400);
        Document answered = owner.send(answer, Map.of("done", "Mended in the record."));
        assertThat(answered.select(named("request"))).hasSize(1);
        assertThat(owner.send(answer, Map.of("done", "Mended in the record.")).select(named("request")))
                .as("sent twice")
                .hasSize(1);
        assertThat(owner.page("/").select(named("requests") + " li").text()).doesNotContain("left ankle");
        assertThat(phone.page(link + "/own").expectFirst(named("own-asked")).text())
                .contains("Mended in the record.");
        String copied = owner.post(
                        owner.page(client + "/about").expectFirst("form[action$='/copy']"), Map.of("form", "json"))
                .body();
        assertThat(copied).contains("It was the left ankle <b>.", "Mended in the record.");
    }

    @Test
    void appointment_isShownAndSaved_andWhoCannotComeIsRung_whichCancelsNothingByItself(Wire owner) {
        String client = add(owner, "Omar Of The Own Page");
        Wire phone = browser();
        String link = link(owner, client, "APPOINTMENT");
        assertThat(opened(phone, link).select(named("no-appointment"))).hasSize(1);
        assertThat(phone.get(link + "/appointment.ics").url().getPath()).endsWith("/appointment");
        LocalDate day = LocalDate.now().plusDays(9);
        book(owner, client, day);
        owner.send(owner.page(client + "/about/contact").expectFirst("main form"), Map.of("phone", "+49 30 1234567"));
        Document page = phone.page(link);
        assertThat(page.select("time[data-offset]")).hasSize(1);
        assertThat(page.select(named("need-help"))).hasSize(1);
        Connection.Response file = phone.get(page.expectFirst(named("ics")).attr("href"));
        assertThat(file.contentType()).startsWith("text/calendar");
        assertThat(file.body())
                .contains("BEGIN:VEVENT", "SUMMARY:Appointment")
                .doesNotContain("Omar", client.substring(client.lastIndexOf('/') + 1));

        Element cannot = page.expectFirst("details" + named("cannot-come"));
        assertThat(cannot.hasAttr("open")).as("a second step").isFalse();
        Document told = phone.send(cannot.expectFirst("form"), Map.of());
        assertThat(told.select(named("said-cannot"))).hasSize(1);
        assertThat(phone.send(cannot.expectFirst("form"), Map.of()).select(named("said-cannot")))
                .as("sent twice")
                .hasSize(1);
        assertThat(owner.page(client + "/appointments").select(named("appointment")))
                .as("it stands")
                .hasSize(1);
        Element row = owner.page("/").select(named("requests") + " li").stream()
                .filter(each -> each.text().contains("Omar Of The Own Page"))
                .findFirst()
                .orElseThrow();
        assertThat(row.expectFirst(named("ring")).attr("href")).isEqualTo("tel:+49301234567");
        owner.send(
                owner.page(client + "/asked").expectFirst(named("answer")),
                Map.of("done", "We spoke.", "cancel", "yes"));
        assertThat(owner.page(client + "/appointments").select(named("appointment")))
                .isEmpty();
        assertThat(phone.page(link).select(named("no-appointment"))).hasSize(1);
        assertThat(phone.post(
                                cannot.expectFirst("form"),
                                Map.of("id", java.util.UUID.randomUUID().toString()))
                        .statusCode())
                .as("of what was cancelled meanwhile")
                .isEqualTo(409);
    }

    @Test
    void ownLinks_forwarded_takenBack_ofAnotherPurpose_orGuessed_openNothing(Wire owner) {
        String client = add(owner, "Orla Of The Own Page");
        String own = link(owner, client, "OWN_VIEW");
        Wire phone = browser();
        Document page = opened(phone, own);
        Element ask = page.expectFirst(named("own-ask") + ":has([name=erasure]) form");
        String forwarded = assertOpensNothing(browser().get(own + "/own"));
        assertThat(assertOpensNothing(phone.get(own + "/appointment"))).isEqualTo(forwarded);
        assertThat(assertOpensNothing(browser().get(own + "/appointment.ics"))).isEqualTo(forwarded);
        Connection.Response guessed = browser().get("/link/" + "a".repeat(43) + "/own");
        assertThat(guessed.statusCode()).as("whoever guesses waits").isIn(404, 429);
        assertThat(parsed(guessed).select("form, a")).isEmpty();
        String checkIn = link(owner, client, "CHECK_IN");
        opened(phone, checkIn);
        assertThat(assertOpensNothing(phone.get(checkIn + "/own"))).isEqualTo(forwarded);
        assertThat(own).doesNotContain(client.substring(client.lastIndexOf('/') + 1));

        owner.send(owner.page(client + "/links").select(named("take-back")).last(), Map.of());
        assertThat(assertOpensNothing(phone.get(own + "/own"))).isEqualTo(forwarded);
        assertThat(assertOpensNothing(phone.post(ask, Map.of()))).isEqualTo(forwarded);
        assertThat(owner.page(client).select(named("requests"))).isEmpty();
    }
}
