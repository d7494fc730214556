package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.link.PrivateLink;
import org.stillpoint.store.Store;
import org.stillpoint.store.StoreSettings;

/** An intake by a client's own link, over the wire: every step of it, and what the link opens when it is forwarded, used or taken back. */
@ExtendWith(PracticeExtension.class)
class IntakeByLinkTest {
    private final RunningPractice practice;

    IntakeByLinkTest(RunningPractice practice) {
        this.practice = practice;
    }

    private String link(Wire owner, String client) {
        return link(practice, owner, client);
    }

    private static String link(RunningPractice practice, Wire owner, String client) {
        Document made =
                owner.send(owner.page(client + "/links").expectFirst(named("make-link")), Map.of("purpose", "INTAKE"));
        return made.expectFirst(named("link"))
                .text()
                .substring(practice.address().length());
    }

    private static String added(Wire owner, String name) {
        Document added = owner.signIn().send(owner.page("/clients/new").expectFirst("main form"), Map.of("name", name));
        return URI.create(added.location()).getPath();
    }

    private Wire phone(String link) {
        return phone(practice, link);
    }

    private static Wire phone(RunningPractice practice, String link) {
        Wire phone = new Wire(practice.address());
        phone.send(phone.page(link).expectFirst(named("open-link")), Map.of());
        return phone;
    }

    private static Connection.Response answers(Wire who, String page, Map<String, String> typed, String then) {
        Map<String, String> fields = new HashMap<>(typed);
        fields.put("then", then);
        return who.post(who.page(page).expectFirst(named("intake-step")), fields);
    }

    private static void goesOn(Wire who, String page, Map<String, String> typed, String then, String next) {
        assertThat(answers(who, page, typed, then).url().getPath())
                .as("from %s", page)
                .endsWith(next);
    }

    /** One question a screen; what is not wanted now is left out, and back goes back. */
    private static void tellsOneEvent(Wire phone, String events) {
        Connection.Response what = answers(phone, events, Map.of(), "tell");
        assertThat(what.url().getQuery()).isEqualTo("event=1&ask=what");
        String[][] said = {
            {"what", "what", "Somebody drove into us", "next", "kind"},
            {"kind", "kind", "CAR_ACCIDENT", "next", "coded"},
            {"coded", "coded", "REAR", "back", "kind"},
            {"kind", "kind", "CAR_ACCIDENT", "next", "coded"},
            {"coded", "coded", "REAR", "next", "when"},
            {"when", "date", "2014", "next", "where"},
            {"where", "where", "X205", "next", "force"},
            {"force", "force", "BEHIND", "next", "posture"},
            {"posture", "posture", "Looking back", "next", "felt"},
            {"felt", "felt", "Fear", "skip", ""},
        };
        for (String[] one : said) {
            String page = events + "?event=1&ask=" + one[0];
            String query =
                    answers(phone, page, Map.of(one[1], one[2]), one[3]).url().getQuery();
            assertThat(query).as("after %s", one[0]).isEqualTo(one[4].isEmpty() ? null : "event=1&ask=" + one[4]);
        }
        Connection.Response notADate = answers(phone, events + "?event=1&ask=when", Map.of("date", "spring"), "next");
        assertThat(notADate.statusCode()).isEqualTo(400);
        assertThat(phone.page(events).select(named("told-event")))
                .singleElement()
                .satisfies(event -> assertThat(event.text())
                        .contains("Somebody drove into us", "Hit from behind", "2014", "Looking back")
                        .doesNotContain("Fear"));
    }

    private static Map<String, String> paper(String name) {
        return Map.of("CONTACT_BY_EMAIL", "no", "RESEARCH_USE", "no", "typed", name);
    }

    @Test
    void intake_byLink_isAnsweredStepByStep_andHoldsWhereItBelongs(Wire owner) throws Exception {
        String client = added(owner, "Lea Of The Intake");
        String link = link(owner, client);
        Wire phone = phone(link);
        Document begun = phone.page(link);
        assertThat(begun.location()).endsWith("/intake/reason");
        assertThat(begun.select("header, nav, a[href^=/clients], sp-body")).isEmpty();
        assertThat(begun.text()).doesNotContain("Lea Of The Intake");
        String intake = link + "/intake";

        Element typing = phone.page(intake + "/reason").expectFirst(named("intake-step"));
        for (String text : new String[] {"My n", "My ne", "My nec", "My ne"}) {
            assertThat(phone.post(typing, Map.of("text", text, "then", "save")).statusCode())
                    .as("typed on one page: %s", text)
                    .isEqualTo(204);
        }
        assertThat(phone.page(intake + "/reason").expectFirst("#text").text()).isEqualTo("My ne");
        assertThat(phone.post(typing, Map.of("text", "My neck", "then", "next"))
                        .url()
                        .getPath())
                .endsWith("/health");
        goesOn(phone, intake + "/health", Map.of("text", "Well", "none-RED_FLAG", "yes"), "next", "/medication");
        goesOn(phone, intake + "/medication", Map.of("text", "Non"), "back", "/health");
        assertThat(phone.page(intake + "/medication").expectFirst("#text").text())
                .isEqualTo("Non");
        goesOn(phone, intake + "/medication", Map.of("text", "None"), "next", "/care");
        goesOn(phone, intake + "/care", Map.of("text", "Nobody"), "next", "/events");
        tellsOneEvent(phone, intake + "/events");
        goesOn(phone, intake + "/events", Map.of(), "next", "/pain");
        assertThat(answers(phone, intake + "/pain", Map.of(), "next").statusCode())
                .as("neither marked nor written")
                .isEqualTo(400);
        goesOn(phone, intake + "/pain", Map.of("X205", "6", "kind-X205", "BURNING"), "next", "/touch");
        assertThat(owner.page(client + "/pain").expectFirst("#X205").val())
                .as("unread")
                .isEmpty();

        assertThat(answers(phone, intake + "/touch", Map.of(), "next").statusCode())
                .as("nothing was said")
                .isEqualTo(400);
        assertThat(answers(phone, intake + "/touch", Map.of("X108", "NEVER"), "save")
                        .statusCode())
                .isEqualTo(204);
        assertThat(owner.page(client + "/touch").select("#X108 option[selected]"))
                .as("a draft is not said yet")
                .allSatisfy(option -> assertThat(option.val()).isEmpty());
        assertThat(phone.page(intake + "/touch")
                        .expectFirst("#X108 option[selected]")
                        .val())
                .isEqualTo("NEVER");
        goesOn(phone, intake + "/touch", Map.of("X108", "NEVER", "X205", "ASK"), "next", "/expectation");
        Document touch = owner.page(client + "/touch");
        assertThat(touch.expectFirst("#X108 option[selected]").val()).isEqualTo("NEVER");
        assertThat(touch.select(named("said-by"))).hasSize(1);

        goesOn(phone, intake + "/expectation", Map.of("score", "6"), "next", "/consent");
        assertThat(owner.page(client + "/consent").select(named("consent-in-force")))
                .isEmpty();
        Element unsigned = phone.page(intake + "/consent").expectFirst(named("paper"));
        assertThat(phone.post(unsigned, paper("")).statusCode())
                .as("without a signature")
                .isEqualTo(400);
        Element toSign = phone.page(intake + "/consent").expectFirst(named("paper"));
        Document end = phone.send(toSign, paper("Lea Example"));
        assertThat(owner.page(client + "/consent").select(named("consent-in-force")))
                .hasSize(1);
        Document again = phone.page(intake + "/consent");
        assertThat(again.select(named("agreed"))).hasSize(1);
        assertThat(again.select(named("paper"))).isEmpty();

        Document overview = owner.page(client + "/intake");
        assertThat(overview.select(named("missing")).text())
                .doesNotContain("Touch")
                .doesNotContain("Consent");
        phone.send(end.expectFirst("form[action$=intake-done]"), Map.of());
        assertThat(phone.get(intake + "/reason").statusCode()).isEqualTo(404);
        assertThat(overview.select(named("missing")).text()).contains("Pain");
        for (String step : new String[] {"reason", "health", "medication", "care", "pain", "expectation"}) {
            answers(owner, client + "/intake/" + step, Map.of(), "next");
        }
        assertThat(owner.page(client + "/pain").expectFirst("#X205").val()).isEqualTo("6");
        assertThat(owner.page(client + "/intake").select(named("missing")).text())
                .contains("What happened");
        Element keep = owner.page(client + "/intake/events").expectFirst(named("keep-event"));
        Document taken = owner.send(keep, Map.of("then", "intake"));
        assertThat(taken.select(named("told-event")))
                .as("it is known in one place")
                .isEmpty();
        Document event = owner.page(owner.page(client)
                .expectFirst("a[href*=/events/]:not([href$=new])")
                .attr("href"));
        assertThat(event.expectFirst("#mechanism").text()).isEqualTo("Somebody drove into us");
        assertThat(event.expectFirst("#posture").val()).isEqualTo("Looking back");
        assertThat(event.select("input[name=force][checked]").eachAttr("value")).containsExactly("BEHIND");
        assertThat(event.expectFirst("#coded option[selected]").val()).isEqualTo("REAR");
        Document done = owner.send(owner.page(client + "/intake").expectFirst(named("complete")), Map.of());
        assertThat(done.select(named("completed"))).hasSize(1);
    }

    @Test
    void link_forwardedOrTakenBackInTheMiddle_saysOneCalmSentence_andWhatWasSavedIsKept(Wire owner) {
        String client = added(owner, "Lea Is Interrupted");
        String link = link(owner, client);
        Wire phone = phone(link);
        String reason = link + "/intake/reason";
        Wire forwarded = new Wire(practice.address());
        assertThat(forwarded.get(reason).statusCode()).isEqualTo(404);
        assertThat(forwarded.page(reason).select(named("opens-nothing"))).hasSize(1);

        Element typing = phone.page(reason).expectFirst(named("intake-step"));
        Element signing = phone.page(link + "/intake/consent").expectFirst(named("paper"));
        assertThat(phone.post(typing, Map.of("text", "Since June", "then", "save"))
                        .statusCode())
                .isEqualTo(204);
        owner.send(owner.page(client + "/links").expectFirst(named("take-back")), Map.of());
        for (String then : new String[] {"save", "next", "back"}) {
            Connection.Response late = phone.post(typing, Map.of("text", "Since July", "then", then));
            assertThat(late.statusCode()).as(then).isEqualTo(404);
            assertThat(late.body()).as(then).contains("opens-nothing");
        }
        assertThat(phone.post(signing, paper("Lea Example")).statusCode()).isEqualTo(404);
        assertThat(owner.page(client + "/consent").select(named("consent-in-force")))
                .isEmpty();
        assertThat(owner.page(client + "/intake/reason").expectFirst("#text").text())
                .isEqualTo("Since June");
    }

    /** A week is not waited for: the link's end is put back while the program is down. */
    @Test
    void link_runsOutInTheMiddle_saysOneCalmSentence_andWhatWasSavedIsKept(@TempDir Path folder) throws Exception {
        RunningPractice own = RunningPractice.start(folder);
        try {
            Wire owner = new Wire(own.address());
            owner.send(
                    owner.page("/").expectFirst("main form"),
                    Map.of(
                            "code",
                            own.firstStartCode(),
                            "name",
                            "mara",
                            "password",
                            Wire.PASSWORD,
                            "again",
                            Wire.PASSWORD));
            owner.signInAs("mara", Wire.PASSWORD);
            Document added =
                    owner.send(owner.page("/clients/new").expectFirst("main form"), Map.of("name", "Lea Takes Weeks"));
            String client = URI.create(added.location()).getPath();
            String link = link(own, owner, client);
            Wire phone = phone(own, link);
            String reason = link + "/intake/reason";
            Element typing = phone.page(reason).expectFirst(named("intake-step"));
            assertThat(phone.post(typing, Map.of("text", "Since June", "then", "save"))
                            .statusCode())
                    .isEqualTo(204);
            own.close();
            runOut(folder, Id.of(client.replace("/clients/", "")));
            own = own.again(folder);

            for (String then : new String[] {"save", "next", "back"}) {
                Connection.Response late = phone.post(typing, Map.of("text", "Since July", "then", then));
                assertThat(late.statusCode()).as(then).isEqualTo(404);
                assertThat(late.body()).as(then).contains("opens-nothing");
            }
            assertThat(phone.get(reason).statusCode()).isEqualTo(404);
            assertThat(owner.page(client + "/intake/reason")
                            .expectFirst("#text")
                            .text())
                    .isEqualTo("Since June");
        } finally {
            own.close();
        }
    }

    private static void runOut(Path folder, Id<Client> client) {
        try (Store store = Store.open(new StoreSettings.Sqlite(folder))) {
            PrivateLink link = store.privateLinks().list(client).getFirst();
            store.privateLinks()
                    .update(new PrivateLink(
                            link.id(),
                            link.client(),
                            link.purpose(),
                            link.linkHash(),
                            link.by(),
                            link.madeAt(),
                            link.madeAt().plusMillis(1),
                            link.state(),
                            link.version()));
        }
    }
}
