package org.stillpoint.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A PHQ-9 on a phone, by a link: the tab is closed in the middle and opened again, one goes back, and the ninth answer opens whom to ring;
 * its score stands where scores stand.
 */
@ExtendWith({BrowserExtension.class, PracticeExtension.class})
class S11_QuestionnaireBrowserTest {
    /** A small phone's screen, CSS pixels; own choice, 2026. */
    private static final int WIDTH = 360;

    private static final int HEIGHT = 740;

    /** What WCAG 2.2 asks of a target is 24; a finger's is 44 (its AAA criterion 2.5.5), CSS pixels. */
    private static final double FINGER = 44;

    private static String client(Wire wire) {
        Document added = wire.signIn()
                .send(wire.page("/clients/new").expectFirst("main form"), Map.of("name", "Quinn On A Phone"));
        return URI.create(added.location()).getPath();
    }

    private static String link(Wire wire, String client, String practice) {
        wire.send(wire.page(client + "/measures").expectFirst(named("ask")), Map.of("ask", "phq9"));
        Document made = wire.send(wire.page(client + "/measures").expectFirst(named("make-link")), Map.of());
        return made.expectFirst(named("link")).text().substring(practice.length());
    }

    private static void taps(Page phone, String answer) {
        String before = phone.url();
        phone.click("button[name=answer][value='" + answer + "']");
        phone.waitForURL(url -> !url.equals(before));
        phone.waitForLoadState();
    }

    private static void everythingIsWithinReach(Page phone) {
        for (Locator button :
                phone.locator("button[name=answer], [data-name=back]").all()) {
            assertThat(button.boundingBox().height).isGreaterThanOrEqualTo(FINGER);
            assertThat(button.boundingBox().x + button.boundingBox().width).isLessThanOrEqualTo(WIDTH);
        }
        assertThat(phone.locator(named("need-help")).first()).isVisible();
    }

    @Test
    void phq9_onAPhone_withTheTabClosedInTheMiddle_goesOn_andTheNinthAnswerOpensWhomToRing(
            Browsing browsing, Wire wire, RunningPractice practice) {
        String client = client(wire);
        String link = link(wire, client, practice.address());
        List<String> violations = new ArrayList<>();
        Page phone = browsing.stranger(WIDTH, HEIGHT, ColorScheme.LIGHT);
        BrowserContext same = phone.context();
        phone.navigate(link);
        phone.click(named("open-link") + " button");
        Browsing.waitFor(phone, "/1");
        everythingIsWithinReach(phone);
        violations.addAll(Browsing.violationsLightAndDark(phone, "a question"));
        for (String answer : List.of("1", "2", "0", "1")) {
            taps(phone, answer);
        }
        phone.close(); // in the middle

        phone = same.newPage();
        phone.navigate(link);
        Browsing.waitFor(phone, "/5");
        phone.click(named("back"));
        Browsing.waitFor(phone, "/4");
        assertThat(phone.locator("button[name=answer][aria-current=true]").getAttribute("value"))
                .isEqualTo("1");
        taps(phone, "2");
        phone.goBack();
        phone.goForward();
        Browsing.waitFor(phone, "/5");
        for (String answer : List.of("0", "1", "1", "0")) {
            taps(phone, answer);
        }
        phone.click("button[name=answer][value='1']");
        assertThat(phone.locator(named("flagged"))).isVisible();
        violations.addAll(Browsing.violationsLightAndDark(phone, "whom to ring"));
        assertThat(wire.page(client + "/open-matters").text()).contains("self-harm");

        phone.click(named("go-on"));
        Browsing.waitFor(phone, "/answers");
        violations.addAll(Browsing.violationsLightAndDark(phone, "the answers"));
        phone.click(named("main-action"));
        assertThat(phone.locator(named("kept"))).isVisible();
        assertThat(wire.page(client + "/measures").select(named("handed-in")).text())
                .as("1 + 2 + 0 + 2 + 0 + 1 + 1 + 0 + 1")
                .contains("score 8");
        assertThat(wire.page(client + "/how-it-goes?measure=phq9").text()).contains("PHQ-9");
        Page owner = browsing.open(client + "/measures");
        violations.addAll(Browsing.violationsLightAndDark(owner, "what is asked"));
        assertThat(violations).isEmpty();
        browsing.expectNoErrors();
    }
}
