package org.stillpoint.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.practice.intake.AnswerIntakeStep;

/** An intake on a tablet that is handed over, while pages are closed in the middle of a word and the program is killed once. */
@ExtendWith(BrowserExtension.class)
class S05_IntakeBrowserTest {
    private static final String PASSWORD = "three quiet rooms by the sea";
    private static final long SEED = 20261130;
    private static final int ROUNDS = 10;

    /** In the middle of the rounds. */
    private static final int KILLED = 5;

    private static final List<String> STEPS = List.of("reason", "medication", "care");
    private static final String WORDS = "since June, mostly in the morning; it was quiet over the summer ";

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);

    /** What the program said it had kept, by step. */
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    @Test
    void intakeOnATablet_withPagesAndTheProgramKilled_keepsEveryAnswerThatWasAcknowledged(Browsing browsing)
            throws Exception {
        RunningPractice practice = RunningPractice.start(folder);
        try {
            Page page = browsing.window(practice.address(), 820, 1180, ColorScheme.LIGHT);
            BrowserContext tablet = page.context();
            String intake = handedOver(page, practice.firstStartCode());
            for (int round = 0; round < ROUNDS; round++) {
                String step = STEPS.get(random.nextInt(STEPS.size()));
                page = opened(tablet, page, practice.address() + intake + "/" + step);
                typeOn(page, step);
                if (round == KILLED) {
                    practice.kill();
                    practice = practice.again(folder);
                }
                page.close(); // in the middle of a word, as often as not
                page = opened(tablet, page, practice.address() + intake + "/" + step);
                assertThat(page.locator("#text").inputValue())
                        .as("round %d, %s", round, step)
                        .startsWith(acknowledged.getOrDefault(step, ""));
            }
            assertThat(acknowledged.values()).as("nothing was ever saved").anyMatch(text -> text.length() > 20);
            sentAnswersStand(tablet, page, practice.address() + intake);
        } finally {
            practice.close();
        }
    }

    /** Where a consent is in force, the step says so, and there is no field to sign in that a script would look for. */
    @Test
    void consentInForce_asAStep_asksForNoSignature(Browsing browsing) {
        Page page = browsing.open("/");
        page.navigate("/clients/new");
        page.fill("#name", "Agreed Before");
        page.click(named("main-action"));
        assertThat(page.locator("h1")).hasText("Agreed Before");
        String client = URI.create(page.url()).getPath();
        page.navigate(client + "/consent/sign");
        for (String choice : List.of("CONTACT_BY_EMAIL", "RESEARCH_USE")) {
            page.check("input[name=" + choice + "][value=no]", new Page.CheckOptions().setForce(true));
        }
        page.fill("#typed", "A. Before");
        page.click(named("main-action"));
        assertThat(page.locator(named("consent-in-force"))).isVisible();
        String intake = client + "/intake";
        page.navigate(intake);
        page.click(named("begin") + " button");
        page.navigate(intake + "/consent");
        assertThat(page.locator(named("agreed"))).isVisible();
        assertThat(page.locator(named("paper"))).hasCount(0);
        page.waitForLoadState();
    }

    private String handedOver(Page page, String code) {
        page.navigate("/");
        page.fill("#code", code);
        page.fill("#name", "mara");
        page.fill("#password", PASSWORD);
        page.fill("#again", PASSWORD);
        page.click("main button");
        Browsing.signIn(page, "mara", PASSWORD);
        page.navigate("/clients/new");
        page.fill("#name", "Iris Vale");
        page.click(named("main-action"));
        assertThat(page.locator("h1")).hasText("Iris Vale");
        String intake = URI.create(page.url()).getPath() + "/intake";
        page.navigate(intake);
        page.click(named("begin") + " button");
        page.navigate(intake);
        page.click(named("hand-over") + " button");
        Browsing.waitFor(page, "/intake/reason");
        return intake;
    }

    private Page opened(BrowserContext tablet, Page before, String address) {
        if (!before.isClosed()) {
            before.close();
        }
        Page page = tablet.newPage();
        page.onResponse(answer -> {
            if (answer.status() == 204 && answer.url().contains("/intake/")) {
                String step = answer.url().substring(answer.url().lastIndexOf('/') + 1);
                acknowledged.merge(
                        step,
                        text(answer.request().postData()),
                        (one, other) -> one.length() > other.length() ? one : other);
            }
        });
        page.navigate(address);
        return page;
    }

    private static String text(String sent) {
        return Arrays.stream(sent.split("&"))
                .filter(field -> field.startsWith(AnswerIntakeStep.TEXT + "="))
                .map(field ->
                        URLDecoder.decode(field.substring(AnswerIntakeStep.TEXT.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    /** Goes on typing where it stood, for a while that ends anywhere. */
    private void typeOn(Page page, String step) {
        Locator field = page.locator("#text");
        field.focus();
        page.keyboard().press("Control+End");
        int pieces = 1 + random.nextInt(3);
        for (int piece = 0; piece < pieces; piece++) {
            page.keyboard().type(WORDS.substring(0, 4 + random.nextInt(WORDS.length() - 4)));
            page.waitForTimeout(random.nextInt(1400));
        }
        assertThat(page.locator("header.top")).hasCount(0);
        assertThat(page.url()).endsWith(step);
    }

    /** What was sent with a button stands too, and the program is asked for nothing else by this screen. */
    private void sentAnswersStand(BrowserContext tablet, Page before, String intake) {
        Page page = opened(tablet, before, intake + "/reason");
        page.fill("#text", "My neck");
        page.click(named("main-action"));
        Browsing.waitFor(page, "/intake/health");
        page = opened(tablet, page, intake + "/reason");
        assertThat(page.locator("#text")).hasValue("My neck");
        page = opened(tablet, page, intake + "/touch");
        page.click(".regions summary");
        page.selectOption("#X108", "NEVER");
        page.click(named("main-action"));
        Browsing.waitFor(page, "/intake/expectation");
        page = opened(tablet, page, intake + "/touch");
        assertThat(page.locator("#X108")).hasValue("NEVER");
    }
}
