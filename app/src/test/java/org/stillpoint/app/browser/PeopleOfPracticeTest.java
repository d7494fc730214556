package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A practice of several people, over the wire: they come, share, help out in an emergency, and leave. */
@ExtendWith(PracticeExtension.class)
class PeopleOfPracticeTest {

    @Test
    void people_comeByALink_seeTheirOwn_shareAndHandOver_andLeave(Wire owner) {
        owner.signIn();
        Wire sam = owner.invite("THERAPIST", "sam");
        Wire kim = owner.invite("THERAPIST", "kim");
        String ann = add(sam, "Ann Of Sam");

        assertThat(kim.get(ann).statusCode()).isEqualTo(403);
        opensInAnEmergency(kim, ann);
        isTold(sam);

        Document care = sam.page(ann + "/care");
        assertThat(care.expectFirst(named("therapist")).text()).contains("sam");
        String kims = care.expectFirst(named("share"))
                .select("option")
                .get(care.select(named("share") + " option").eachText().indexOf("kim"))
                .attr("value");
        Document shared = sam.send(care.expectFirst(named("share")), Map.of("account", kims));
        Document alone = sam.send(shared.expectFirst(named("end-share")), Map.of());
        assertThat(alone.select(named("end-share"))).isEmpty();
        sam.send(alone.expectFirst(named("hand-over")), Map.of("account", kims));
        assertThat(sam.get(ann).statusCode()).isEqualTo(403);
        assertThat(kim.get(ann).statusCode()).isEqualTo(200);

        Document refused = owner.send(person(owner, "kim").expectFirst(named("role")), Map.of("role", "ASSISTANT"));
        assertThat(refused.expectFirst(named("refused")).text()).isNotEmpty();
        Element end = person(owner, "kim").expectFirst(named("end"));
        String sams = end.select("option").stream()
                .filter(option -> option.text().equals("sam"))
                .map(option -> option.attr("value"))
                .findFirst()
                .orElseThrow();
        owner.send(end, Map.of("heir", sams));
        assertThat(kim.page("/").location()).contains("/sign-in");
        assertThat(sam.get(ann).statusCode()).isEqualTo(200);

        changesTheirName(sam);
    }

    private static String add(Wire wire, String name) {
        return wire.send(wire.page("/clients/new").expectFirst("main form"), Map.of("name", name))
                .location()
                .replaceFirst("^https?://[^/]*", "");
    }

    private static Element person(Wire owner, String name) {
        return owner.page("/practice/people").select(named("person")).stream()
                .filter(each -> each.expectFirst("h2").text().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void opensInAnEmergency(Wire kim, String ann) {
        Document page = kim.page(kim.page("/").expectFirst(named("emergency")).attr("href"));
        Document nobody = kim.send(page.expectFirst(named("find-in-emergency")), Map.of("name", "Ann"));
        assertThat(nobody.select(named("nobody"))).hasSize(1);
        Document found = kim.send(page.expectFirst(named("find-in-emergency")), Map.of("name", "ann of sam"));
        Document withoutReason = kim.send(found.expectFirst(named("open-in-emergency")), Map.of("reason", " "));
        assertThat(withoutReason.select(".problem:not([hidden])").text()).isNotEmpty();
        assertThat(kim.get(ann).statusCode()).isEqualTo(403);
        Document opened =
                kim.send(withoutReason.expectFirst(named("open-in-emergency")), Map.of("reason", "fell in the hall"));
        assertThat(opened.location()).endsWith(ann);
    }

    private static void isTold(Wire sam) {
        Element told = sam.page("/").expectFirst(named("told-of-emergency"));
        assertThat(told.text()).contains("kim", "Ann Of Sam", "fell in the hall");
        assertThat(sam.send(told, Map.of()).select(named("told-of-emergency"))).isEmpty();
    }

    private static void changesTheirName(Wire sam) {
        Element form = sam.page("/account/name").expectFirst(named("name"));
        Document wrong = sam.send(form, Map.of("name", "samira", "current", "none of theirs"));
        assertThat(wrong.expectFirst("#current-problem").text()).isNotEmpty();
        Document out = sam.send(wrong.expectFirst(named("name")), Map.of("current", Wire.PASSWORD));
        assertThat(out.location()).endsWith("/account?renamed");
        assertThat(out.text()).contains("samira");
    }

    @Test
    void assistant_handsTheCheckInOver_andIsShownNothingThatWasTold(Wire owner) {
        owner.signIn();
        Wire desk = owner.invite("ASSISTANT", "desk");
        String client = add(owner, "Comes To The Desk");
        Document page = desk.page(client);
        assertThat(page.select(named("latest"))).hasSize(1);
        assertThat(page.select("a[href*=trace], a[href*=events], svg.storyline"))
                .isEmpty();
        owner.send(owner.page(client + "/pain").expectFirst("main form"), Map.of("X205", "6"));
        Document form = desk.page(client + "/check-in");
        assertThat(form.select("a[href*=check-ins], [data-pain], input[value=still]"))
                .isEmpty();
        Map<String, String> answers =
                Map.of("pain", "3", "stress", "3", "tension", "3", "anxiety", "3", "where", "marked", "X101", "2");
        Document thanked = desk.send(form.expectFirst("main form"), answers);
        assertThat(thanked.select(named("thanks"))).hasSize(1);
        assertThat(owner.page(client + "/pain")
                        .select(".region-row input:not([value=''])")
                        .eachAttr("name"))
                .containsExactly("X101");
    }

    @Test
    void invitation_thatWasWithdrawn_opensNothing(Wire owner) {
        owner.signIn();
        Document people =
                owner.send(owner.page("/practice/people").expectFirst(named("invite")), Map.of("role", "ASSISTANT"));
        String link = people.expectFirst(named("link")).text().replaceFirst("^https?://[^/]*", "");
        Document withdrawn = owner.send(people.expectFirst(named("withdraw")), Map.of());
        assertThat(withdrawn.select(named("link"))).isEmpty();
        Document invitation = owner.page(link);
        assertThat(invitation.select(named("opens-nothing"))).hasSize(1);
        assertThat(invitation.select(named("accept"))).isEmpty();
    }
}
