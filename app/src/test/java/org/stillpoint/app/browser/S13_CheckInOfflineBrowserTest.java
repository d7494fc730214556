package org.stillpoint.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A check-in on a phone whose network goes: it opens again, what is answered waits there sealed, and the record has it once when the network is back. */
@ExtendWith({BrowserExtension.class, PracticeExtension.class})
class S13_CheckInOfflineBrowserTest {
    /** A small phone's screen, CSS pixels; own choice, 2026. */
    private static final int WIDTH = 360;

    private static final int HEIGHT = 740;

    private static final String KEPT = "form[data-offline=kept]";
    private static final String TYPED = "Zebras in my shoulder.";

    /** Everything that the door keeps in the browser, with all bytes as letters. */
    private static final String ALL_THAT_IS_KEPT = """
            async () => {
              const done = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
              const database = await done(indexedDB.open('stillpoint-door'));
              const all = [];
              for (const name of ['pages', 'answers']) {
                all.push(...await done(database.transaction(name).objectStore(name).getAll()));
              }
              database.close();
              return all.map(({ sealed }) => new TextDecoder('latin1').decode(sealed)).join(' ');
            }
            """;

    /** Under which addresses the door keeps pages. */
    private static final String KEPT_PAGES = """
            async () => {
              const done = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
              const database = await done(indexedDB.open('stillpoint-door'));
              const keys = await done(database.transaction('pages').objectStore('pages').getAllKeys());
              database.close();
              return keys;
            }
            """;

    private static String client(Wire wire, String name) {
        Document added = wire.signIn().send(wire.page("/clients/new").expectFirst("main form"), Map.of("name", name));
        String client = URI.create(added.location()).getPath();
        wire.send(wire.page(client + "/pain").expectFirst("main form"), Map.of("X205", "6"));
        return client;
    }

    private static String link(Wire wire, String client, RunningPractice practice) {
        Document made =
                wire.send(wire.page(client + "/links").expectFirst(named("make-link")), Map.of("purpose", "CHECK_IN"));
        return made.expectFirst(named("link"))
                .text()
                .substring(practice.address().length());
    }

    private static Page opened(Browsing browsing, String link) {
        Page phone = browsing.stranger(WIDTH, HEIGHT, ColorScheme.LIGHT);
        phone.navigate(link);
        phone.click(named("open-link") + " button");
        phone.waitForSelector(KEPT);
        return phone;
    }

    private static void answers(Page phone, String worse) {
        phone.click("input[name=where][value=still]");
        for (String question : new String[] {"pain", "stress", "tension", "anxiety"}) {
            phone.click("input[name=" + question + "][value='3']");
        }
        phone.click("#yes");
        phone.fill("#worse", worse);
        phone.click("#done button");
    }

    private static int given(Wire wire, String client) {
        return wire.page(client + "/check-in").select(named("earlier") + " li").size();
    }

    @Test
    void checkIn_answeredWithoutANetwork_waitsSealed_andArrivesOnce(
            Browsing browsing, Wire wire, RunningPractice practice) {
        String client = client(wire, "Olga Offline");
        String link = link(wire, client, practice);
        Page phone = opened(browsing, link);
        phone.context().setOffline(true);
        phone.reload();
        assertThat(phone.locator("form[data-name=check-in]")).hasCount(1);

        answers(phone, TYPED);
        assertThat(phone.locator(named("waits"))).isVisible();
        assertThat(phone.locator(named("need-help"))).isVisible();
        assertThat(given(wire, client)).isZero();
        assertThat((String) phone.evaluate(ALL_THAT_IS_KEPT))
                .isNotEmpty()
                .doesNotContain("Zebras")
                .doesNotContain("X205");
        phone.navigate("/link/start"); // from the home screen, later
        assertThat(phone.locator(named("waits"))).isVisible();
        assertThat(Browsing.violations(phone, "what waits")).isEmpty();

        phone.context().setOffline(false);
        phone.waitForSelector(named("kept"));
        assertThat(given(wire, client)).isOne();
        assertThat(wire.page(client).expectFirst(named("open-matters")).text()).contains(TYPED);
        phone.navigate(link);
        assertThat(phone.locator(named("opens-nothing"))).isVisible();
        assertThat((List<?>) phone.evaluate(KEPT_PAGES))
                .as("of the link itself nothing is kept")
                .isEqualTo(List.of(link + "/check-in"));
        phone.context().setOffline(true);
        phone.navigate("/link/start");
        assertThat(given(wire, client)).isOne();
    }

    @Test
    void checkIn_ofAMissedDay_isAskedWithoutAMap_andIsOfThatDay(
            Browsing browsing, Wire wire, RunningPractice practice) {
        String client = client(wire, "Mia Missed");
        Page phone = opened(browsing, link(wire, client, practice));
        phone.click("details:has(" + named("missed-day") + ") summary");
        String earliest = phone.getAttribute(named("missed-day"), "min");
        phone.fill(named("missed-day"), earliest);
        assertThat(phone.locator("[data-step=where]")).isHidden();
        for (String question : new String[] {"pain", "stress", "tension", "anxiety"}) {
            phone.click("input[name=" + question + "][value='3']");
        }
        phone.click("#no");
        phone.waitForSelector(named("kept"));

        Document kept = wire.page(wire.page(client + "/check-in")
                .expectFirst(named("earlier") + " a")
                .attr("href"));
        assertThat(kept.expectFirst("#day").val()).isEqualTo(earliest);
    }

    @Test
    void checkIn_withASlip_isMendedOnThePhone_andThePracticeSeesBoth(
            Browsing browsing, Wire wire, RunningPractice practice) {
        String client = client(wire, "Sina Slip");
        String link = link(wire, client, practice);
        Page phone = opened(browsing, link);
        answers(phone, "");
        phone.waitForSelector(named("kept"));
        phone.click(named("mend-own"));
        assertThat(Browsing.violations(phone, "mending on the phone")).isEmpty();
        phone.click(named("mend") + " input[name=pain][value='8']");
        phone.click(named("main-action"));
        phone.waitForSelector(named("kept"));

        assertThat(wire.page(client + "/check-in").expectFirst(named("earlier")).text())
                .contains("8");
        assertThat(wire.page(client + "/slips").expectFirst("main").text()).contains("3", "8");
        Page other = browsing.stranger(WIDTH, HEIGHT, ColorScheme.LIGHT);
        other.navigate(link + "/mend");
        assertThat(other.locator(named("opens-nothing"))).isVisible();
    }

    @Test
    void checkIn_whoseLinkIsTakenBackMeanwhile_saysThatItWasNotTaken(
            Browsing browsing, Wire wire, RunningPractice practice) {
        String client = client(wire, "Rita Refused");
        Page phone = opened(browsing, link(wire, client, practice));
        phone.context().setOffline(true);
        answers(phone, TYPED);
        assertThat(phone.locator(named("waits"))).isVisible();

        wire.send(wire.page(client + "/links").expectFirst("form[action$=take-back]"), Map.of());
        phone.context().setOffline(false);
        assertThat(phone.locator(named("refused"))).isVisible();
        assertThat(given(wire, client)).isZero();
        phone.click("#again");
        assertThat(phone.locator(named("opens-nothing"))).isVisible();
    }
}
