package org.stillpoint.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Script in every field: it is shown as it was typed, and never runs, not in what is kept while somebody signs in again either. */
@ExtendWith(BrowserExtension.class)
class S02_HostileInputBrowserTest {

    private static final String SCRIPT =
            "<script>window.struck=1</script>\"'><img src=x onerror=\"window.struck=1\">${7*7}";

    @Test
    void script_inEveryField_isShownAsTextAndNeverRuns(Browsing browsing) {
        Page page = browsing.stranger(1440, 900, ColorScheme.LIGHT);
        page.navigate("/");
        page.fill("#name", SCRIPT);
        page.fill("#password", SCRIPT);
        page.click("form.fields button");
        assertThat(page.locator("[role=status]")).isVisible();
        Browsing.signIn(page, "demo", "demo");
        String client = clientWithScript(page);
        eventWithScript(page, client);
        checkInWithScript(page, client);
        assertThat(page.evaluate("window.struck === undefined")).isEqualTo(true);
    }

    private static String clientWithScript(Page page) {
        page.navigate("/clients/new");
        page.fill("#name", SCRIPT);
        page.fill("#yearOfBirth", "1980");
        page.click(named("main-action"));
        assertThat(page.locator("h1")).hasText(SCRIPT);
        String client = page.url();
        page.navigate("/clients");
        assertThat(page.locator(named("clients"))).containsText(SCRIPT);
        return client;
    }

    private static void eventWithScript(Page page, String client) {
        page.navigate(client + "/events/new");
        page.locator("input[name=kind][value=SURGERY]").check();
        page.fill("#mechanism", SCRIPT);
        page.fill("#felt", SCRIPT);
        page.click(named("main-action"));
        // Refused for what is missing: everything typed stands there again.
        assertThat(page.locator("#yearsAgo-problem")).isVisible();
        assertThat(page.locator("#felt")).hasValue(SCRIPT);
        page.fill("#yearsAgo", "5");
        page.click(named("main-action"));
        page.click(named("story") + " a");
        assertThat(page.locator("#mechanism")).hasValue(SCRIPT);
    }

    private static void checkInWithScript(Page page, String client) {
        page.navigate(client + "/check-in");
        page.click("#ask-skip");
        for (String measure : new String[] {"pain", "stress", "tension", "anxiety"}) {
            page.click("[name=" + measure + "][value='1']");
        }
        page.click("#yes");
        page.fill("#worse", SCRIPT);
        // The sign-in has run out meanwhile: what was typed waits in the door, and goes on by itself.
        page.context().clearCookies();
        page.click(named("main-action"));
        page.fill("#name", "demo");
        page.fill("#password", "demo");
        page.click("form.fields button");
        page.waitForURL("**/thanks");
        page.navigate(client + "/how-it-goes");
        assertThat(page.locator(named("was-worse"))).containsText(SCRIPT);
    }
}
