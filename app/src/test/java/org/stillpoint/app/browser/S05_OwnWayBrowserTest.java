package org.stillpoint.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody holds a session in their own way: with the left hand, by keys and a pedal, with an eye on the ring. */
@ExtendWith({BrowserExtension.class, PracticeExtension.class})
class S05_OwnWayBrowserTest {

    private static Page signedIn(Browsing browsing, String name) {
        Page page = browsing.stranger(1180, 820, ColorScheme.LIGHT);
        page.navigate("/sign-in");
        Browsing.signIn(page, name, Wire.PASSWORD);
        return page;
    }

    @Test
    void session_byPedalAndWithTheLeftHand_marksWhatWasLearnt_andNothingWhileOneTypes(Browsing browsing, Wire wire) {
        Wire sam = wire.signIn().invite("THERAPIST", "by-pedal");
        Map<String, String> habits = new HashMap<>(Map.of("leftHand", "yes", "key-TEARS", "b", "key-UNDO", "u"));
        Document saved = sam.send(sam.page("/account/session").expectFirst(named("habits")), habits);
        assertThat(saved.select(named("saved"))).hasSize(1);
        String session = StartedSession.of(sam, "Held By Pedal");
        Page page = signedIn(browsing, "by-pedal");
        page.navigate(session);

        page.keyboard().press("PageDown"); // as it is before anybody chooses
        assertThat(page.locator("#marks")).containsText("Softening");
        page.keyboard().press("b");
        assertThat(page.locator("#count")).hasText("2");
        page.keyboard().press("u");
        assertThat(page.locator("#count")).hasText("1");
        page.click("#words");
        page.keyboard().press("b");
        assertThat(page.locator("#words")).hasValue("b");
        assertThat(page.locator("#count")).hasText("1");

        double body = page.locator(".live-place").boundingBox().x;
        double marks = page.locator(".marks").boundingBox().x;
        assertThat(body).as("the body lies right of the marks").isGreaterThan(marks);
        assertThat(page.locator(named("speak"))).hasCount(0); // this browser recognises no speech on the device
        browsing.expectNoErrors();
    }

    @Test
    void ring_changesGentlyAtBothMarks_andSaysEachOnce(Browsing browsing, Wire wire) {
        String session = StartedSession.of(wire.signIn(), "Timed Gently");
        Page page = browsing.open(session);
        page.clock().install();
        page.reload();
        assertThat(page.locator("#time-said")).isEmpty();
        page.clock().fastForward("20:05");
        assertThat(page.locator("#live .ring")).hasClass(Pattern.compile(".*is-at-first.*"));
        assertThat(page.locator("#time-said")).hasText("20 minutes are over");
        page.clock().fastForward("10:00");
        assertThat(page.locator("#live .ring")).hasClass(Pattern.compile(".*is-at-second.*"));
        assertThat(page.locator("#time-said")).hasText("30 minutes are over");
    }

    @Test
    void key_thatMakesAnotherMark_orThatPagesUse_isRefusedWithASentence(Wire wire) {
        Wire kim = wire.signIn().invite("THERAPIST", "by-keys");
        Element form = kim.page("/account").selectFirst(named("habits"));
        assertThat(form.attr("href")).isEqualTo("/account/session");
        Document refused = kim.send(
                kim.page("/account/session").expectFirst(named("habits")),
                Map.of("key-SETTLED", "PageDown", "key-STOP", "Escape"));
        assertThat(refused.expectFirst("#key-SOFTENING-problem").text()).contains("another mark already");
        assertThat(refused.expectFirst("#key-STOP-problem").text()).contains("uses this key itself");
        assertThat(kim.page("/account/session").expectFirst("#key-SOFTENING").val())
                .isEqualTo("PageDown");
    }

    @Test
    void arcing_beforeTheTraceIsOpened_meetsNearARegion_andSaysWhereTheTraceWasSeenFirst(Browsing browsing, Wire wire) {
        Wire noa = wire.signIn().invite("THERAPIST", "arcs-first");
        noa.send(noa.page("/account/session").expectFirst(named("habits")), Map.of("arcsFirst", "yes"));
        String session = StartedSession.of(noa, "Is Arced");
        String client = noa.client("Is Arced");
        noa.first(
                noa.page(client + "/pain").expectFirst("main form"), Map.of("X205", "6")); // what follows is the trace
        assertThat(noa.page(client + "/prepare").select("#traced")).isEmpty();
        Page page = signedIn(browsing, "arcs-first");
        page.navigate(session);
        assertThat(page.locator(named("open-offered"))).isVisible();
        page.click(".live-more summary");

        page.click("[data-region=X218] .sp-flat-base");
        page.click("[data-kind=arced][data-sign=HEAD]");
        assertThat(page.locator("#arcing")).containsText("A second place shows");
        page.click("[data-region=X219] .sp-flat-base");
        page.click("[data-kind=arced][data-sign=FEET]");
        assertThat(page.locator("#arcing")).containsText("nearly side by side");
        page.click("[data-kind=arced][data-sign=HEAD_LEFT]"); // given anew from the same place
        assertThat(page.locator("#arcing")).containsText("of 2 places meet near");
        assertThat(page.locator("#arcing")).not().containsText("The trace was opened");

        noa.page(client + "/trace");
        page.click("[data-kind=arced][data-sign=HEAD_LEFT]");
        assertThat(page.locator("#arcing")).containsText("The trace was opened in this visit");
        page.reload();
        assertThat(page.locator("#arcing")).containsText("of 2 places meet near");
        browsing.expectNoErrors();
    }
}
