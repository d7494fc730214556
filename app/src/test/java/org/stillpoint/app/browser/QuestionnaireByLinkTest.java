package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Questionnaires over the wire: what is asked when, and answered by a link, on a device that was handed over, and at the practice. */
@ExtendWith(PracticeExtension.class)
class QuestionnaireByLinkTest {
    private final RunningPractice practice;

    QuestionnaireByLinkTest(RunningPractice practice) {
        this.practice = practice;
    }

    private static String added(Wire owner, String name) {
        Document added = owner.signIn().send(owner.page("/clients/new").expectFirst("main form"), Map.of("name", name));
        return URI.create(added.location()).getPath();
    }

    private static void speaks(Wire owner, String client, String language) {
        owner.send(
                owner.page(client + "/about/contact").expectFirst("main form[method=post]"),
                Map.of("language", language));
    }

    private static void asks(Wire owner, String client, String instrument) {
        owner.send(owner.page(client + "/measures").expectFirst(named("ask")), Map.of("ask", instrument));
    }

    private static void plans(Wire owner, String client, String instrument, String moment) {
        owner.send(owner.page(client + "/measures").expectFirst(named("when")), Map.of("when-" + instrument, moment));
    }

    private String link(Wire owner, String client, String purpose) {
        Document made =
                owner.send(owner.page(client + "/links").expectFirst(named("make-link")), Map.of("purpose", purpose));
        return made.expectFirst(named("link"))
                .text()
                .substring(practice.address().length());
    }

    private Wire phone(String link) {
        Wire phone = new Wire(practice.address());
        phone.send(phone.page(link).expectFirst(named("open-link")), Map.of());
        return phone;
    }

    /** Answers the question that a page asks; the page that comes then. */
    private static Document taps(Wire who, Document page, String answer) {
        return who.send(page.expectFirst(named("question")), Map.of("answer", answer));
    }

    private static Document answersAll(Wire who, Document page, List<String> answers) {
        Document here = page;
        for (String answer : answers) {
            assertThat(here.select(named("need-help")))
                    .as("at %s", here.location())
                    .hasSize(1);
            here = taps(who, here, answer);
        }
        return here;
    }

    private static String asked(Document page) {
        return page.expectFirst(named("asked")).text();
    }

    @Test
    void peg_byLink_isAnsweredTapByTap_andItsScoreStandsOnHowItGoes(Wire owner) {
        String client = added(owner, "Pia Pegged");
        asks(owner, client, "peg");
        String link = link(owner, client, "QUESTIONNAIRE");
        Wire phone = phone(link);
        Document first = phone.page(link);
        assertThat(first.location()).endsWith("/1");
        assertThat(first.text()).doesNotContain("Pia Pegged");
        assertThat(asked(first)).isEqualTo("What number best describes your pain on average in the past week?");

        Document second = taps(phone, first, "7");
        Document back = phone.page(second.expectFirst(named("back")).attr("href"));
        assertThat(back.expectFirst(".item-answer.is-chosen").val())
                .as("what was tapped is kept")
                .isEqualTo("7");
        Wire forwarded = new Wire(practice.address());
        assertThat(forwarded.get(URI.create(second.location()).getPath()).statusCode())
                .isEqualTo(404);
        assertThat(asked(phone.page(link))).as("it goes on where it was").isEqualTo(asked(second));

        Document answers = answersAll(phone, second, List.of("5", "6"));
        Document done = phone.send(answers.expectFirst(named("hand-in")), Map.of());
        assertThat(done.select(named("kept"))).hasSize(1);
        assertThat(phone.get(link).statusCode()).as("it is used up").isEqualTo(404);
        assertThat(owner.page(client + "/questionnaires")
                        .expectFirst(named("kept"))
                        .text())
                .contains("PEG", "6");
        assertThat(owner.page(client + "/how-it-goes?measure=peg").text()).contains("PEG");
        assertThat(owner.page(client + "/measures").select(named("handed-in")).text())
                .contains("score 6");
    }

    @Test
    void ninthAnswerOfAPhq9_opensWhomToRing_andAnOpenMatter_beforeItIsHandedIn(Wire owner) {
        String client = added(owner, "Nele Ninth");
        asks(owner, client, "phq9");
        String link = link(owner, client, "QUESTIONNAIRE");
        Wire phone = phone(link);
        Document ninth = answersAll(phone, phone.page(link), List.of("1", "1", "1", "1", "1", "1", "1", "skip"));
        assertThat(owner.page(client + "/open-matters").select(named("nothing-open")))
                .hasSize(1);

        Document told = taps(phone, ninth, "1");

        assertThat(told.select(named("flagged"))).hasSize(1);
        assertThat(owner.page(client + "/open-matters").text().toLowerCase(Locale.ROOT))
                .contains("self-harm");
        Document answers = phone.page(told.expectFirst(named("go-on")).attr("href"));
        assertThat(answers.select(named("answers") + " li")).hasSize(9);
        phone.send(answers.expectFirst(named("hand-in")), Map.of());
        assertThat(owner.page(client + "/measures").select(named("handed-in")).text())
                .as("8 of 9, scaled up")
                .contains("score 9");
    }

    @Test
    void handedOver_opensTheQuestionsAlone_andTheScreenOfTheTherapistTakesThemToo(Wire owner) {
        String client = added(owner, "Hedi Handed");
        asks(owner, client, "gad7");
        Document here = owner.page(
                owner.page(client + "/measures").expectFirst(named("fill-in")).attr("href"));
        taps(owner, here, "2");
        assertThat(owner.page(client + "/measures").select(named("waiting")).text())
                .contains("1 of 7");

        Wire device = new Wire(practice.address()).signInAs("demo", "demo");
        Document handed = device.send(device.page(client + "/measures").expectFirst(named("hand-over")), Map.of());
        assertThat(handed.location()).as("where it was").endsWith("/2");
        assertThat(handed.text()).doesNotContain("Hedi Handed");
        assertThat(device.get(client + "/measures").statusCode()).isEqualTo(423);
        assertThat(device.get("/help-now").statusCode()).isEqualTo(200);
        Document answers = answersAll(device, handed, List.of("0", "1", "skip", "skip", "skip", "skip"));
        Document done = device.send(answers.expectFirst(named("hand-in")), Map.of());

        assertThat(done.select(named("kept"))).hasSize(1);
        assertThat(done.select(named("back-to-practice"))).hasSize(1);
        assertThat(owner.page(client + "/measures").select(named("handed-in")).text())
                .contains("3 of 7", "too few");
        assertThat(owner.page(client + "/questionnaires").select(named("kept"))).isEmpty();
    }

    @Test
    void ownActivities_areNamedOnce_andAskedForByName(Wire owner) {
        String client = added(owner, "Stella Stairs");
        asks(owner, client, "psfs");
        String start =
                owner.page(client + "/measures").expectFirst(named("fill-in")).attr("href");
        Element naming = owner.page(start).expectFirst(named("naming"));
        assertThat(owner.post(naming, Map.of("then", "next")).statusCode()).isEqualTo(400);
        assertThat(owner.post(naming, Map.of("activity-1", "climb stai", "then", "save"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(owner.page(start).expectFirst("#activity-1").val()).isEqualTo("climb stai");
        Document first = owner.send(
                naming,
                Map.of("activity-1", "climb stairs", "activity-2", "type", "activity-3", "sleep", "then", "next"));
        assertThat(asked(first)).isEqualTo("climb stairs");
        Document answers = first;
        for (String answer : List.of("2", "4", "3")) {
            answers = taps(owner, answers, answer);
        }
        owner.send(answers.expectFirst(named("hand-in")), Map.of());
        asks(owner, client, "psfs");
        Document again = owner.page(
                owner.page(client + "/measures").expectFirst(named("fill-in")).attr("href"));

        assertThat(asked(again)).isEqualTo("climb stairs");
        assertThat(again.text()).contains("Today, do you still have difficulty with:");
        assertThat(owner.page(client + "/questionnaires")
                        .expectFirst(named("kept"))
                        .text())
                .contains("3");
    }

    @Test
    void whatIsDue_standsOnTheClientsPage_inPrepare_andIsOfferedAfterACheckInByLink(Wire owner) {
        String client = added(owner, "Dora Due");
        assertThat(owner.page(client + "/prepare").text()).doesNotContain("Due:");
        plans(owner, client, "peg", "EVERY_TWO_WEEKS");
        assertThat(owner.page(client).text()).contains("Due: Pain intensity");
        assertThat(owner.page(client + "/prepare").select(named("missing")).text())
                .contains("Due: Pain intensity");

        String link = link(owner, client, "CHECK_IN");
        Wire phone = phone(link);
        Element form = phone.page(link).expectFirst("main form");
        Document kept = phone.send(
                form, Map.of("pain", "2", "stress", "2", "tension", "2", "anxiety", "2", "mood", "2", "sleep", "2"));
        String offered = kept.expectFirst(named("offered")).attr("href");
        Document first = phone.page(offered);
        assertThat(asked(first)).contains("your pain on average");
        Document answers = answersAll(phone, first, List.of("3", "3", "3"));
        phone.send(answers.expectFirst(named("hand-in")), Map.of());

        assertThat(owner.page(client).text()).doesNotContain("Due: Pain intensity");
        assertThat(new Wire(practice.address()).get(offered).statusCode()).isEqualTo(404);
    }

    @Test
    void clientOfAnotherLanguage_isAskedInItsValidatedWording_orNotAtAll(Wire owner) {
        String client = added(owner, "Greta Deutsch");
        speaks(owner, client, "Deutsch");
        Document measures = owner.page(client + "/measures");
        assertThat(measures.select(named("ask") + " input[name=ask]").eachAttr("value"))
                .containsExactly("phq9", "gad7");
        assertThat(measures.select(named("not-offered"))).hasSize(3);
        Connection.Response refused = owner.post(measures.expectFirst(named("ask")), Map.of("ask", "peg"));
        assertThat(refused.statusCode()).isEqualTo(400);

        asks(owner, client, "gad7");
        String link = link(owner, client, "QUESTIONNAIRE");
        Document first = phone(link).page(link);
        assertThat(asked(first)).isEqualTo("Nervosität, Ängstlichkeit oder Anspannung");
        assertThat(first.select(".item-answer").eachText())
                .startsWith("Überhaupt nicht", "An einzelnen Tagen")
                .contains("Auslassen");
    }

    @Test
    void linkToNothing_isNotMade_andSaysWhy(Wire owner) {
        String client = added(owner, "Nadia Nothing");
        Connection.Response refused = owner.post(
                owner.page(client + "/links").expectFirst(named("make-link")), Map.of("purpose", "QUESTIONNAIRE"));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Nothing is due");
    }
}
