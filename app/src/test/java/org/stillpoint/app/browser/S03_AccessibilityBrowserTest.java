package org.stillpoint.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page against WCAG 2.2 AA by axe-core, light and dark; and the main paths by keyboard alone. */
@ExtendWith(BrowserExtension.class)
class S03_AccessibilityBrowserTest {

    /** Buttons and fields lower than 48 pixels, but for those of the body's own tools, which stand beside larger ones. */
    private static final String TOO_LOW = """
            () => [...document.querySelectorAll('main button, main .button, main select, main textarea, main input')]
              .filter((each) => each.checkVisibility() && !['hidden', 'checkbox', 'radio', 'range'].includes(each.type))
              .filter((each) => each.getBoundingClientRect().height < 47.5)
              .map((each) => each.outerHTML.slice(0, 120))""";

    @Test
    void everyPage_lightAndDark_meetsTheCriteria(Browsing browsing) {
        List<String> violations = new ArrayList<>();
        Page page = browsing.stranger(1180, 820, ColorScheme.LIGHT);
        page.navigate("/sign-in");
        check(page, "sign-in", violations);
        Browsing.signIn(page, "demo", "demo");
        check(page, "today", violations);
        String ana = Browsing.client(page, "Ana Marin");
        String leo = Browsing.client(page, "Leo Fischer");
        for (String address : List.of(
                "/clients/new",
                ana,
                ana + "/events/new",
                ana + "/pain",
                ana + "/check-in",
                ana + "/intake",
                ana + "/how-it-goes",
                ana + "/mind-and-body",
                ana + "/about",
                ana + "/about/contact",
                ana + "/about/background",
                ana + "/about/carers",
                ana + "/touch",
                ana + "/consent",
                ana + "/consent/sign",
                ana + "/consent/areas",
                ana + "/sessions",
                "/notes",
                "/practice/addresses",
                "/practice/settings",
                "/practice/grounding",
                "/practice/safety-list",
                "/practice/consent-text",
                "/practice/aftercare",
                "/account/session",
                "/account/calendar",
                "/account/calendar/elsewhere",
                "/practice/timer",
                "/practice/techniques",
                "/consent-text",
                leo + "/sessions/new",
                "/nowhere")) {
            page.navigate(address);
            check(page, address.replaceAll("[0-9a-f-]{36}", "*"), violations);
        }
        page.navigate(ana + "/trace");
        assertThat(page.locator(".trace-answer"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        check(page, "trace", violations);
        page.navigate(ana);
        String event = page.getAttribute(named("story") + " a[href*=events]", "href");
        String session = page.getAttribute(named("story") + " a[href*=sessions]", "href");
        page.navigate(event);
        check(page, "locked event", violations);
        page.navigate(session);
        check(page, "ended session", violations);
        page.navigate(session + "/aftercare");
        check(page, "aftercare", violations);
        page.navigate("/notes");
        page.navigate(page.getAttribute(named("notes-to-sign") + " a", "href"));
        check(page, "session to be noted", violations);
        live(page, leo);
        check(page, "live session", violations);
        intake(page, ana, violations);
        assertThat(violations).isEmpty();
    }

    /** Its steps that are more than words, by whoever treats the client and in the hands of the client. */
    private static void intake(Page page, String client, List<String> violations) {
        List<String> steps =
                List.of("events", "events?event=1&ask=where", "events?event=1&ask=kind", "pain", "touch", "consent");
        page.navigate(client + "/intake");
        page.click(named("begin") + " button");
        for (String step : steps) {
            page.navigate(client + "/intake/" + step);
            check(page, "intake, " + step, violations);
        }
        page.navigate(client + "/intake");
        page.click(named("hand-over") + " button");
        for (String step : steps) {
            page.navigate(client + "/intake/" + step);
            check(page, "intake in the hands of a client, " + step, violations);
        }
    }

    /** Adding an event and marking pain with the keyboard alone. */
    @Test
    void keyboardAlone_tellsAnEventAndMarksPain(Browsing browsing) {
        Page page = browsing.stranger(1440, 900, ColorScheme.LIGHT);
        page.navigate("/sign-in");
        assertThat(page.locator("#name")).isFocused();
        page.keyboard().type("demo");
        page.keyboard().press("Tab");
        assertThat(page.locator("#password")).isFocused();
        page.keyboard().type("demo");
        page.keyboard().press("Enter");
        Browsing.waitFor(page, "/");
        page.keyboard().press("/");
        assertThat(page.locator("input[type=search]")).isFocused();
        page.keyboard().type("ruth");
        page.keyboard().press("Enter");
        page.waitForURL("**/clients/*");
        page.waitForLoadState();
        tabTo(page, "a.step[href$='/pain']");
        page.keyboard().press("Enter");
        Browsing.waitFor(page, "/pain");
        tabTo(page, "#X101");
        page.keyboard().type("2");
        page.keyboard().press("Enter");
        assertThat(page.locator(named("saved"))).isVisible();
        page.waitForLoadState();
        page.keyboard().press("Escape");
        page.waitForURL("**/clients/*");
        page.waitForLoadState();
        tabTo(page, "a.step[href$='/events/new']");
        page.keyboard().press("Enter");
        Browsing.waitFor(page, "/events/new");
        tabTo(page, "input[name=kind]");
        page.keyboard().press("Space");
        tabTo(page, "summary");
        page.keyboard().press("Enter");
        tabTo(page, "input[value=X104]");
        page.keyboard().press("Space");
        tabTo(page, "#yearsAgo");
        page.keyboard().type("0");
        tabTo(page, "#severity-slider");
        page.keyboard().press("ArrowRight");
        tabTo(page, "#intensity-slider");
        page.keyboard().press("Home");
        tabTo(page, "input[name=provenance]");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Enter");
        assertThat(page.locator(named("story"))).containsText("Face, left. Surfaced in a session.");
        page.waitForLoadState();
        page.keyboard().press("Shift+?");
        assertThat(page.locator("#keys")).isVisible();
    }

    /** The whole story on one screen: the scale of time, the words and the body show one day, and then stands beside now. */
    @Test
    void keyboardAlone_goesThroughAStory_andThenStandsBesideNow(Browsing browsing) {
        Page page = browsing.signedIn(1440, 900, ColorScheme.LIGHT);
        page.navigate(Browsing.client(page, "Ana Marin"));
        Browsing.waitForBody(page);
        assertThat(page.evaluate("document.documentElement.scrollHeight")).isEqualTo(900);
        Locator scrubber = page.locator(named("scrubber"));
        Locator told = page.locator("[data-layer=told] .sp-body-count");
        assertThat(scrubber).hasAttribute("aria-valuetext", Pattern.compile("Today.*"));
        String now = told.innerText();
        scrubber.focus();
        page.keyboard().press("Home");
        assertThat(told).not().hasText(now);
        assertThat(page.locator(named("that-day"))).hasText(scrubber.getAttribute("aria-valuetext"));
        assertThat(page.locator(named("story") + " li").first()).hasClass(Pattern.compile(".*is-that-day.*"));
        page.keyboard().press("ArrowRight");
        assertThat(scrubber).hasAttribute("aria-valuenow", "1");
        page.keyboard().press("End");
        assertThat(told).hasText(now);
        page.locator(named("story") + " button").first().press("Enter");
        assertThat(scrubber).hasAttribute("aria-valuenow", "0");

        page.keyboard().press("Tab");
        tabTo(page, named("then-and-now"));
        page.keyboard().press("Enter");
        assertThat(scrubber).hasAttribute("aria-valuetext", Pattern.compile("Today.*"));
        assertThat(page.locator("sp-body")).hasCount(2);
        assertThat(page.locator("#then .sp-body-count").first()).not().hasText(now);
        assertThat(Browsing.violations(page, "then and now")).isEmpty();
        page.keyboard().press("Enter");
        assertThat(page.locator("sp-body").first()).isHidden();
    }

    private static void live(Page page, String client) {
        page.navigate(client + "/sessions/new");
        if (page.locator("input[name=none-STOP]").count() > 0) {
            Browsing.nothingFound(page);
            page.click("button[value=start]");
        }
        assertThat(page.locator("#state")).hasText("All saved");
    }

    private static void tabTo(Page page, String selector) {
        for (int presses = 0; presses < 200; presses++) {
            if (Boolean.TRUE.equals(page.evaluate("s => document.activeElement?.matches(s)", selector))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("200 presses of Tab do not reach " + selector);
    }

    private static void check(Page page, String name, List<String> violations) {
        if (page.locator("sp-body").count() > 0) {
            Browsing.waitForBody(page);
        }
        violations.addAll(Browsing.violationsLightAndDark(page, name));
        ((List<?>) page.evaluate(TOO_LOW)).forEach(low -> violations.add(name + ": lower than a finger: " + low));
    }
}
