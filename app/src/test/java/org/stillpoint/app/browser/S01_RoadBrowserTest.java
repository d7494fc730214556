package org.stillpoint.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The whole road, once: from the first start to a session that outlives the process it was started in. */
@ExtendWith(BrowserExtension.class)
class S01_RoadBrowserTest {
    private static final int MOST_SCREENS = 30;

    private static final String PASSWORD = "three quiet rooms by the sea";

    @TempDir
    private Path folder;

    @Test
    void wholeRoad_withTheProcessKilledInTheMiddleOfASession_keepsEveryAcknowledgedTap(Browsing browsing)
            throws Exception {
        Page page;
        String session;
        String clockBefore;
        RunningPractice first = RunningPractice.start(folder);
        try {
            page = browsing.window(first.address(), 1440, 900, ColorScheme.LIGHT);
            makeOwner(page, first.firstStartCode());
            firstSteps(page);
            addClient(page);
            String client = page.url();
            tellEvent(page);
            markPain(page, client);
            trace(page, client);
            checkIn(page, client, "6", "4", "5", "3");
            session = startSession(page, client).replace(first.address(), "");
            mark(page);
            clockBefore = page.textContent("#time");
        } finally {
            first.kill();
        }
        whileTheServerIsGone(page);
        try (RunningPractice second = first.again(folder)) {
            assertThat(second.firstStartCode()).isEmpty();
            Page before = page;
            page = before.context().newPage();
            before.close();
            page.navigate(session); // its sign-in lasts, and so does what waited in the tab that was closed
            goOn(page, session, clockBefore);
            answeredWithNothing(page);
            endedInVain(page);
            String client = end(page);
            checkIn(page, second.address() + client, "4", "3", "4", "3");
            howItGoes(page);
        }
    }

    private static void makeOwner(Page page, String code) {
        page.navigate("/");
        assertThat(page).hasURL(Pattern.compile(".*/first-start"));
        page.fill("#code", "WRONG");
        page.fill("#name", "mara");
        page.fill("#password", "short");
        page.fill("#again", "other");
        page.click("main button");
        assertThat(page.locator("#code-problem")).hasText("This is not the code that the terminal shows.");
        assertThat(page.locator("#password-problem")).containsText("12 to 1,000");
        page.fill("#code", code);
        page.fill("#password", PASSWORD);
        page.fill("#again", PASSWORD);
        page.click("main button");
        Browsing.signIn(page, "mara", PASSWORD);
    }

    /** An empty practice leads, and prints no figures about nobody. */
    private static void firstSteps(Page page) {
        assertThat(page.locator(named("first-steps") + " > li")).hasCount(3);
        page.click(named("to-settings"));
        page.fill("#name", "By the river");
        page.fill("#zone", "Europe/Berlin");
        page.click(named("main-action"));
        assertThat(page.locator(named("saved"))).isVisible();
        page.navigate("/");
        assertThat(page.locator(named("named"))).hasText("By the river");
        page.navigate("/practice");
        assertThat(page.locator(named("sentence"))).isVisible();
        assertThat(page.locator("main svg, main table")).hasCount(0);
        page.navigate("/");
        page.click(named("try-it"));
        assertThat(page.locator("input[name=made-up]")).isChecked();
        page.click(named("main-action"));
        assertThat(page.locator("main .made-up")).isVisible();
        page.navigate("/");
    }

    private static void addClient(Page page) {
        page.keyboard().press("n");
        page.fill("#name", "Iris Vale");
        page.fill("#yearOfBirth", "1980");
        page.click(named("main-action"));
        assertThat(page.locator("h1")).hasText("Iris Vale");
    }

    private static void tellEvent(Page page) {
        page.click(named("steps") + " a[href$='/events/new']");
        page.locator("input[name=kind][value=CAR_ACCIDENT]").check();
        page.click("main .regions summary");
        page.check("input[value=X205]");
        page.check("input[value=X218]");
        page.fill("#yearsAgo", "12");
        page.fill("#mechanism", "Hit from behind.");
        page.fill("#felt", "A bang, then quiet.");
        slide(page, "severity", 7);
        slide(page, "intensity", 8);
        page.click(named("main-action"));
        assertThat(page.locator(named("story"))).containsText("Car accident");
        assertThat(page.locator(named("story"))).containsText("Told before the session");
    }

    private static void markPain(Page page, String client) {
        page.navigate(client + "/pain");
        Browsing.waitForBody(page);
        page.fill("#X218", "7");
        page.fill("#X219", "5");
        page.fill("#X205", "4");
        page.locator("#X205").blur();
        assertThat(page.locator("#save-state")).hasText("Not saved yet");
        assertThat(page.locator(".marked-list li")).hasCount(3);
        page.click("#undo");
        assertThat(page.locator(".marked-list li")).hasCount(2);
        page.click(named("main-action"));
        page.click(named("mark-again"));
        assertThat(page.locator("#X218")).hasValue("7");
        assertThat(page.locator("#X205")).hasValue("");
    }

    private static void trace(Page page, String client) {
        page.navigate(client + "/trace");
        Locator sentence = page.locator(named("sentence"));
        assertThat(sentence).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        assertThat(page.locator("li.unknown")).isVisible();
        assertThat(page.locator(named("feel"))).hasCount(4);
        assertThat(page.locator("main")).containsText("This is a hypothesis and no diagnosis");
        assertThat(page.locator("main").innerText()).doesNotContain("caused by");
    }

    /** With the mouse, as with a finger: two strokes, one of them taken back. */
    private static void sign(Page page, String client) {
        page.navigate(client + "/prepare");
        page.click(named("main-action"));
        for (String choice : List.of("CONTACT_BY_EMAIL", "RESEARCH_USE")) {
            page.check("input[name=" + choice + "][value=no]", new Page.CheckOptions().setForce(true));
        }
        Locator ink = page.locator(named("ink"));
        ink.scrollIntoViewIfNeeded();
        var field = ink.boundingBox();
        for (double from : new double[] {0.1, 0.5}) {
            page.mouse().move(field.x + from * field.width, field.y + 0.7 * field.height);
            page.mouse().down();
            page.mouse().move(field.x + (from + 0.1) * field.width, field.y + 0.2 * field.height);
            page.mouse().move(field.x + (from + 0.2) * field.width, field.y + 0.7 * field.height);
            page.mouse().up();
        }
        page.click(named("undo-stroke"));
        assertThat(page.locator("#strokes")).hasValue("100,210 200,60 300,210");
        page.click(named("main-action"));
        assertThat(page.locator(named("consent-in-force"))).isVisible();
        assertThat(page.locator(named("signed-paper") + " .ink-line")).hasAttribute("d", "M100 210L200 60L300 210");
    }

    private static String startSession(Page page, String client) {
        sign(page, client);
        page.navigate(client);
        page.click(named("main-action"));
        page.click("button[value=start]");
        assertThat(page.locator("#none-STOP-problem")).isVisible();
        Browsing.nothingFound(page);
        page.click("button[value=start]");
        assertThat(page.locator("#time")).isVisible();
        assertThat(page.locator("#state")).hasText("All saved");
        assertThat(page.locator("#offered " + named("offered-site")).first()).isVisible();
        return page.url();
    }

    private static void mark(Page page) {
        page.click("button[data-kind=engaged]");
        assertThat(page.locator("#last")).containsText("Pick the site first");
        // On the body: the region is meant unless one of the muscles beneath is; a muscle takes two taps.
        page.locator("[data-region=X218] .sp-flat-base").click();
        assertThat(page.locator("#site-name")).hasText("Low back, left");
        Locator candidates = page.locator(".sp-body-sheet .sp-body-candidate");
        assertThat(candidates).hasCount(4);
        assertThat(candidates.first()).hasAttribute("aria-pressed", "true");
        candidates.nth(1).click();
        assertThat(page.locator("#site-name")).hasText(candidates.nth(1).innerText());
        page.fill(".sp-body-find", "lumbar left");
        page.keyboard().press("Enter");
        assertThat(page.locator("#site-name")).hasText("Low back, left");
        page.click("button[data-kind=engaged]");
        page.click("button[data-sign=WARMTH]");
        page.fill("#words", "The wheel in my hands.");
        page.click("button[data-kind=memory][data-spoke=CLIENT]");
        slideMark(page, "awareness", 6);
        page.click("button[data-kind=release][data-value='0.5']");
        page.click("button[data-sign=TEARS]");
        page.click("#undo");
        assertThat(page.locator("#marks li")).hasCount(5);
        assertThat(page.locator("#state")).hasText("All saved");
        assertThat(waiting(page)).isEmpty();
    }

    /** A tap while nobody answers is kept on the device and says so. */
    /** What lies in the browser of taps that wait, as it lies there. */
    private static List<?> waiting(Page page) {
        return (List<?>) page.evaluate("""
                async () => {
                  const done = (request) => new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
                  const database = await done(indexedDB.open('stillpoint-waiting', 1));
                  const kept = await done(database.transaction('taps').objectStore('taps').getAll());
                  database.close();
                  return kept.map(({ sealed }) => new TextDecoder('latin1').decode(sealed));
                }""");
    }

    private static void whileTheServerIsGone(Page page) {
        page.click("button[data-sign=TREMOR]");
        assertThat(page.locator("#state")).containsText("not saved yet");
        assertThat(waiting(page))
                .singleElement()
                .asString()
                .doesNotContain("sign")
                .doesNotContain("TREMOR");
    }

    /** What was acknowledged is there, and what waited on the device is sent now. */
    private static void goOn(Page page, String session, String clockBefore) {
        assertThat(page.url()).contains(session);
        page.click(named("take-over")); // another tab held it
        assertThat(page.locator(named("watching"))).isHidden();
        assertThat(page.locator("#count")).hasText("6");
        assertThat(page.locator("#state")).hasText("All saved");
        assertThat(waiting(page)).isEmpty();
        page.click(".so-far summary");
        assertThat(page.locator("#marks")).containsText("Engaged: Low back, left");
        assertThat(page.locator("#marks")).containsText("Release judged: Low back, left");
        assertThat(page.locator("#marks")).containsText("Memory surfaced");
        assertThat(page.locator("#marks").innerText()).doesNotContain("The wheel");
        assertThat(seconds(page.textContent("#time"))).isGreaterThan(seconds(clockBefore));
        assertThat(page.locator("#marks")).containsText("Tremor");
        stop(page);
        assertThat(page.locator("#count")).hasText("9");
    }

    /** Stop takes the screen: grounding, a step at a time, and nothing to mark, after a reload too; going on is a word of its own. */
    private static void stop(Page page) {
        Page other = page.context().newPage();
        other.navigate(page.url());
        assertThat(other.locator("#live")).isVisible();
        page.click(".stop");
        assertThat(other.locator(named("stopped")))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(3_000));
        assertThat(other.locator("#live")).isHidden();
        other.close();
        assertThat(page.locator(named("stopped"))).isVisible();
        assertThat(page.locator("#live")).isHidden();
        assertThat(page.locator("#stopped-state")).hasText("All saved");
        page.reload();
        assertThat(page.locator(named("stopped"))).isVisible();
        assertThat(page.locator("#live")).isHidden();
        assertThat(page.locator("#steps li:visible")).hasCount(1);
        page.click("#next-step");
        assertThat(page.locator("#steps li:visible")).hasCount(1);
        assertThat(page.locator(named("end-grounded"))).isHidden();
        page.click(named("go-on"));
        assertThat(page.locator("#live")).isVisible();
        assertThat(page.locator(named("stopped"))).isHidden();
    }

    /** Only an answer that names the mark lets go of it: an empty 200 is what a lost database connection once looked like. */
    private static void answeredWithNothing(Page page) {
        page.route("**/marks", route -> route.fulfill(new Route.FulfillOptions().setStatus(200)));
        page.click("button[data-sign=WARMTH]");
        assertThat(page.locator("#state")).containsText("not saved yet");
        page.unroute("**/marks");
        assertThat(page.locator("#state")).hasText("All saved");
        assertThat(page.locator("#count")).hasText("10");
    }

    /** Ending is tried while nobody answers; the mark that waits is kept, and the button works once it is saved. */
    private static void endedInVain(Page page) {
        page.context().setOffline(true);
        page.click("button[data-sign=WARMTH]");
        page.click(named("end"));
        assertThat(page.locator("#state")).containsText("not saved yet");
        page.context().setOffline(false);
        assertThat(page.locator("#state")).hasText("All saved");
        assertThat(page.locator("#count")).hasText("11");
    }

    private static String end(Page page) {
        page.click(named("end"));
        assertThat(page.locator("#to-end-hint")).isVisible(); // the client had said stop: nobody ends it ungrounded
        groundToTheEnd(page);
        assertThat(page.locator(named("marks"))).isVisible();
        page.click(named("show-notes"));
        assertThat(page.locator("main")).containsText("The wheel in my hands.");
        page.fill("[name=own-ASSESSMENT]", "Calmer than before.");
        assertThat(page.locator("#note-state")).hasText("All saved");
        page.fill("#factor", PASSWORD);
        page.click(named("main-action")); // signs the note
        assertThat(page.locator(named("note-signed"))).containsText("Calmer than before.");
        String client = page.getAttribute(named("to-the-client"), "href");
        page.click(named("to-the-client"));
        page.click(named("story") + " a[href*=events]");
        assertThat(page.locator("main")).containsText("locked");
        return client;
    }

    /** From wherever it stands, a tap on whatever screen is shown. */
    static void groundToTheEnd(Page page) {
        String shown = "#next-step:visible, #steps li:visible [data-value='1'], #steps li:visible [data-distress='2']";
        for (int taps = 0; taps < MOST_SCREENS && page.locator("#grounded").isHidden(); taps++) {
            page.locator(shown).first().click();
        }
        assertThat(page.locator("#stopped-state")).hasText("All saved");
        page.click(named("end-grounded"));
    }

    private static void checkIn(Page page, String client, String... answers) {
        page.navigate(client + "/check-in");
        page.click("input[name=where][value=still]");
        String[] measures = {"pain", "stress", "tension", "anxiety"};
        for (int i = 0; i < measures.length; i++) {
            page.click("[name=" + measures[i] + "][value='" + answers[i] + "']");
        }
        page.click(named("no"));
        assertThat(page.locator("h1")).hasText("How it goes");
    }

    private static void howItGoes(Page page) {
        assertThat(page.locator("main")).containsText("Too early to tell");
        assertThat(page.locator("main")).containsText("Session");
    }

    /** By keyboard, as someone without a mouse does. */
    static void slide(Page page, String field, int value) {
        Locator slider = page.locator("#" + field + "-slider");
        slider.focus();
        page.keyboard().press("Home");
        for (int i = 0; i < 2 * value; i++) {
            page.keyboard().press("ArrowRight");
        }
    }

    private static void slideMark(Page page, String field, int value) {
        page.locator("#" + field).fill(String.valueOf(value));
    }

    private static int seconds(String clock) {
        String[] parts = clock.split(":");
        return 60 * Integer.parseInt(parts[0]) + Integer.parseInt(parts[1]);
    }
}
