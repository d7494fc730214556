package org.stillpoint.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Script in every field, values out of range, and a tab that has grown old. */
class S02_HostileInputBrowserTest {

    private static final String SCRIPT =
            "<script>window.struck=1</script>\"'><img src=x onerror=\"window.struck=1\">${7*7}";

    @TempDir
    private Path folder;

    @Test
    void hostileInput_inEveryField_isShownAsTextAndRefusedWhereOutOfRange() throws Exception {
        try (Chromium chromium = Chromium.start();
                RunningPractice practice = RunningPractice.start(folder, "--demo")) {
            Page page = chromium.page(practice.address());
            page.navigate("/");
            page.fill("#name", SCRIPT);
            page.fill("#password", SCRIPT);
            page.click("form.fields button");
            assertThat(page.locator("[role=status]")).containsText("do not go together");
            Chromium.signIn(page, "demo", "demo");
            String client = clientWithScript(page);
            String event = eventWithScript(page, client);
            checkInWithScript(page, client);
            staleEvent(page, event);
            stalePain(page, client);
            badValues(page, client);
            assertThat(page.evaluate("window.struck === undefined")).isEqualTo(true);
            chromium.expectNoErrors();
        }
    }

    private static String clientWithScript(Page page) {
        page.navigate("/clients/new");
        page.fill("#name", " ");
        page.fill("#yearOfBirth", "1066");
        page.click(".main-action .main");
        assertThat(page.locator("#name-problem")).containsText("1 to 200 characters");
        assertThat(page.locator("#yearOfBirth-problem")).containsText("from 1875 to");
        page.fill("#name", SCRIPT);
        page.fill("#yearOfBirth", "1980");
        page.click(".main-action .main");
        assertThat(page.locator("h1")).hasText(SCRIPT);
        String client = page.url();
        page.navigate("/");
        assertThat(page.locator("[data-name=clients]")).containsText(SCRIPT);
        return client;
    }

    private static String eventWithScript(Page page, String client) {
        page.navigate(client + "/events/new");
        page.click("label:has-text('Surgery')");
        page.fill("#yearsAgo", "500");
        page.fill("#mechanism", SCRIPT);
        page.fill("#felt", SCRIPT);
        S01_RoadBrowserTest.slide(page, "severity", 3);
        page.click(".main-action .main");
        assertThat(page.locator("#yearsAgo-problem")).containsText("from 0 to 120");
        assertThat(page.locator("#intensity-problem")).containsText("0 to 10");
        assertThat(page.locator("#felt")).hasValue(SCRIPT);
        page.fill("#yearsAgo", "5");
        S01_RoadBrowserTest.slide(page, "intensity", 2);
        page.click(".main-action .main");
        page.click(".story-list a");
        assertThat(page.locator("#mechanism")).hasValue(SCRIPT);
        return page.url();
    }

    private static void checkInWithScript(Page page, String client) {
        page.navigate(client + "/check-in");
        for (String measure : new String[] {"pain", "stress", "tension", "anxiety"}) {
            S01_RoadBrowserTest.slide(page, measure, 1);
        }
        page.fill("#worse", SCRIPT);
        page.click(".main-action .main");
        assertThat(page.locator("main")).containsText("<script>window.struck=1</script>");
    }

    /** Two tabs tell the same event differently: the second one is told so, and keeps what it typed. */
    private static void staleEvent(Page page, String event) {
        page.navigate(event);
        Page other = page.context().newPage();
        other.navigate(event);
        other.fill("#felt", "first");
        other.click(".main-action .main");
        assertThat(other.locator(".story-list")).isVisible();
        page.fill("#felt", "second " + SCRIPT);
        page.click(".main-action .main");
        assertThat(page.locator("h1")).containsText("changed since you opened the page");
        assertThat(page.locator("tr.differs")).containsText("second " + SCRIPT);
        assertThat(page.locator("tr.differs")).containsText("first");
        page.click(".main-action a");
        assertThat(page.locator("#felt")).hasValue("first");
        other.close();
    }

    private static void stalePain(Page page, String client) {
        page.navigate(client + "/pain");
        Page other = page.context().newPage();
        other.navigate(client + "/pain");
        other.fill("#X101", "3");
        other.click(".main-action .main");
        assertThat(other.locator("#save-state")).hasText("Saved");
        page.fill("#X101", "9");
        page.click(".main-action .main");
        assertThat(page.locator("tr.differs td").nth(0)).hasText("9");
        assertThat(page.locator("tr.differs td").nth(1)).hasText("3");
        other.close();
    }

    private static void badValues(Page page, String client) {
        page.navigate(client + "/pain");
        page.fill("#X102", "11");
        page.click(".main-action .main");
        assertThat(page.locator("#X102-problem")).hasText("A number from 0 to 10 is needed.");
        page.navigate(client + "/pain");
        assertThat(page.locator("#X101")).hasValue("3");
        assertThat(page.locator("#X102")).hasValue("");
        assertThat(page.navigate("/clients/not-an-id").status()).isEqualTo(400);
        assertThat(page.navigate("/clients/00000000-0000-4000-8000-000000000000")
                        .status())
                .isEqualTo(404);
        assertThat(page.locator("h1")).hasText("There is no such page");
    }
}
