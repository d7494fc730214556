package org.stillpoint.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two clients, two phones, two languages: a link opens on the phone on which it was opened first, in its client's language, and once. A
 * link that was forwarded, used, taken back or guessed is answered by one calm sentence. (One that has run out: {@code LinkTest}, whose
 * clock can wait.)
 */
@ExtendWith({BrowserExtension.class, PracticeExtension.class})
class S15_TwoPhonesBrowserTest {
    /** A small phone's screen, CSS pixels; own choice, 2026. */
    private static final int WIDTH = 360;

    private static final int HEIGHT = 740;

    private static String client(Wire wire, String name, String speaks) {
        String client = URI.create(wire.signIn()
                        .send(wire.page("/clients/new").expectFirst("main form"), Map.of("name", name))
                        .location())
                .getPath();
        wire.send(wire.page(client + "/about/contact").expectFirst(named("about-form")), Map.of("language", speaks));
        return client;
    }

    private static String link(Wire wire, String client, RunningPractice practice) {
        return wire.send(wire.page(client + "/links").expectFirst(named("make-link")), Map.of("purpose", "CHECK_IN"))
                .expectFirst(named("link"))
                .text()
                .substring(practice.address().length());
    }

    private static Page phone(Browsing browsing) {
        return browsing.stranger(WIDTH, HEIGHT, ColorScheme.LIGHT);
    }

    private static void opens(Page phone, String link) {
        phone.navigate(link);
        phone.click(named("open-link") + " button");
        phone.waitForSelector(named("check-in"));
    }

    private static void answers(Page phone) {
        phone.click("input[name=where][value=nowhere]");
        for (String question : new String[] {"pain", "stress", "tension", "anxiety"}) {
            phone.click("input[name=" + question + "][value='3']");
        }
        phone.click("#no"); // sends it
        phone.waitForSelector(named("kept"));
    }

    private static String language(Page page) {
        return page.getAttribute("html", "lang");
    }

    private static void assertOpensNothing(Page phone, String link) {
        phone.navigate(link);
        assertThat(phone.locator(named("opens-nothing"))).isVisible();
        assertThat(phone.locator("form, a, button")).hasCount(0);
        assertThat(Browsing.violations(phone, "a link that opens nothing")).isEmpty();
    }

    private static int given(Wire wire, String client) {
        return wire.page(client + "/check-in").select(named("earlier") + " li").size();
    }

    @Test
    void links_onTwoPhonesInTwoLanguages_openWhereTheyWereOpened_once_andNowhereElse(
            Browsing browsing, Wire wire, RunningPractice practice) {
        String ines = client(wire, "Inés Dos", "español");
        String emma = client(wire, "Emma Zwei", "Deutsch");
        String spanish = link(wire, ines, practice);
        String german = link(wire, emma, practice);
        Page first = phone(browsing);
        Page second = phone(browsing);

        second.navigate(spanish); // forwarded, and open on both before either opens it
        opens(first, spanish);
        assertThat(language(first)).isEqualTo("es-ES");
        second.click(named("open-link") + " button");
        assertThat(second.locator(named("opens-nothing"))).isVisible();
        opens(second, german);
        assertThat(language(second)).isEqualTo("de-DE");
        assertOpensNothing(first, german);
        assertOpensNothing(second, spanish);
        assertOpensNothing(second, "/link/" + "x".repeat(43));

        first.navigate(spanish);
        answers(first);
        second.navigate(german);
        answers(second);
        assertThat(given(wire, ines)).isOne();
        assertThat(given(wire, emma)).isOne();
        assertOpensNothing(first, spanish);
        assertOpensNothing(second, german);

        String takenBack = link(wire, ines, practice);
        opens(first, takenBack);
        wire.send(wire.page(ines + "/links").expectFirst(named("take-back")), Map.of());
        assertOpensNothing(first, takenBack);
    }
}
