package org.stillpoint.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.strain.StrainNetwork;
import org.stillpoint.strain.StrainParameters;
import org.stillpoint.trace.Observation;
import org.stillpoint.trace.TraceModel;

/** The trace of the demo clients: places, the way to the pain, and what a hand finds. */
@ExtendWith(BrowserExtension.class)
class TraceBrowserTest {

    private static Page trace(Browsing browsing, String client) {
        Page page = browsing.open("/");
        page.navigate(Browsing.client(page, client) + "/trace");
        assertThat(page.locator(named("sentence"))).isVisible();
        return page;
    }

    /** Signs for every sensitive area: hands feel there too. */
    private static void signAreas(Browsing browsing, String client) {
        Page page = browsing.open("/");
        page.navigate(Browsing.client(page, client) + "/consent/areas");
        for (Locator area : page.locator("input[name=areas]").all()) {
            area.check(new Locator.CheckOptions().setForce(true));
        }
        page.fill("#typed", "T. Client");
        page.click(named("main-action"));
        assertThat(page.locator(named("consent-in-force"))).isVisible();
    }

    /**
     * One place is felt after another under the body: a grade is one tap, what it changed is said, and it is kept in one list, from which it can
     * be taken back.
     */
    @Test
    void palpation_entered_changesTheAnswerAtOnceIsKeptAndCanBeTakenBack(Browsing browsing) {
        signAreas(browsing, "Tomas Berg");
        Page page = trace(browsing, "Tomas Berg");
        String address = page.url();
        Locator here = page.locator(named("feel") + ":visible");
        assertThat(here).hasCount(1);
        String passed = here.getAttribute("data-places");
        here.locator(named("skip")).click();
        assertThat(here).not().hasAttribute("data-places", passed);
        assertThat(page.locator("#next-title")).isFocused();
        String felt = here.locator("input[name=muscle]").getAttribute("value");
        String before = page.locator(".trace-answer").textContent();
        here.locator("button[value='3']").click();

        Locator found = page.locator(named("felt") + " [data-found='" + felt + "']");
        assertThat(found.locator("button[name=restriction][value='3']")).hasAttribute("aria-pressed", "true");
        assertThat(page.locator("#changed")).containsText("Strong");
        assertThat(page.locator("#changed")).containsText("%");
        assertThat(page.locator("#next-title")).isFocused();
        assertThat(here).not().hasAttribute("data-places", passed);
        assertThat(page.locator(named("feel") + ":has(input[value='" + felt + "'])"))
                .hasCount(0);
        assertThat(page.locator(".trace-answer").textContent()).isNotEqualTo(before);
        found.locator("button[name=tenderness][value='2']").click();
        assertThat(found.locator("button[name=tenderness][value='2']")).isFocused();
        page.locator(".sp-body-row > .sp-body-button").click();
        page.fill(".sp-body-find", "chewing left");
        page.locator(".sp-body-found [data-place=masseter_left]").click();
        assertThat(page.locator("#chosen-name")).hasText("Masseter, left");
        page.locator(named("any-muscle") + " button[name=tension][value='3']").click();
        Locator all = page.locator(named("felt") + " [data-found]");
        assertThat(all).hasCount(2);
        page.locator(named("joint") + " summary").click();
        page.selectOption("#any-joint", "hip_left");
        page.locator(named("any-joint") + " button[name=limit][value='2']").click();
        assertThat(all).hasCount(3);
        assertThat(page.locator(named("felt") + " [data-found='joint:hip_left'] button[value='2']"))
                .hasAttribute("aria-pressed", "true");

        page.navigate(address);
        assertThat(found.locator("[aria-pressed=true]")).hasCount(2);
        for (int left = 2; left >= 0; left--) {
            page.locator(named("felt") + " button[name=take-back]").first().click();
            assertThat(all).hasCount(left);
        }
        assertThat(page.locator(".trace-answer").textContent()).isEqualTo(before);
    }

    /** The sentence, the bar, the body and the place to feel are seen together, and list and body lead to each other. */
    @Test
    void page_onAPhoneAndOnADesk_showsSentenceBodyAndNextPlaceInOneView(Browsing browsing) {
        Page page = trace(browsing, "Ana Marin");
        for (int[] size : new int[][] {{390, 844}, {820, 1180}, {1180, 820}, {1440, 900}}) {
            page.setViewportSize(size[0], size[1]);
            double sentence = bottom(page.locator(named("sentence")));
            double body = page.locator("#body").boundingBox().y;
            double grades = bottom(page.locator(named("feel") + ":visible .graded"));
            assertThat(sentence).as("sentence before the body at %d", size[0]).isLessThan(body);
            assertThat(grades)
                    .as("grades in view at %d", size[0])
                    .isLessThan(page.locator(named("main-action")).boundingBox().y + (size[0] < 1000 ? 0 : size[1]));
            assertThat(grades).as("grades in view at %d", size[0]).isLessThan(size[1]);
        }
        Browsing.waitForBody(page);
        page.waitForFunction("() => document.getElementById('body').routes?.length > 0");
        Locator first = page.locator(".places > li[data-item]").first();
        page.evaluate(
                "place => document.getElementById('body').dispatchEvent(new CustomEvent('pick', {detail: {region: '', muscle: place, muscles: [place]}}))",
                first.getAttribute("data-places").split(" ")[0]);
        assertThat(first).hasClass("card lit");
        first.focus();
        page.waitForFunction(
                "places => places.split(' ').every(each => document.getElementById('body').state.highlighted.has(each))",
                first.getAttribute("data-places"));
    }

    private static double bottom(Locator element) {
        var box = element.boundingBox();
        return box.y + box.height;
    }

    /** The map that one held muscle would give, marked region by region: the trace finds it and tells how it gets there. */
    @Test
    void place_found_tellsTheWayToThePain(Browsing browsing) {
        Page page = trace(browsing, "Ana Marin");
        String client = page.url().replace("/trace", "");
        page.navigate(client + "/pain");
        Map<String, String> pain = painThatIsTraced();
        pain.forEach((region, points) -> page.fill("#" + region, points));
        page.click(named("main-action"));
        assertThat(page.locator(named("saved"))).isVisible();
        assertThat(page.locator(named("main-action")).getAttribute("href")).endsWith("/sessions/new");
        assertThat(page.locator(".relief").first()).containsText("if the model is right");
        assertThat(page.locator(named("anonymous")).first()).containsText("knows nothing of muscles");
        assertThat(page.locator(".places .card").first()).containsText("Other tissue there would fit as well");
        assertThat(page.locator(named("if-felt")).first()).containsText("If you find it clearly restricted");
        assertThat(page.locator(named("if-felt")).nth(1)).containsText("If you find nothing");
        assertThat(page.locator(named("hand")).nth(1)).containsText("Slight: 0.8");
        // One bar: a place and "unknown" side by side, of one height, together all of the pain.
        Locator parts = page.locator(named("whole") + " rect");
        double all = page.locator(named("whole")).boundingBox().width;
        double sum = 0;
        for (Locator part : parts.all()) {
            assertThat(part.boundingBox().height).isEqualTo(parts.last().boundingBox().height);
            sum += part.boundingBox().width;
        }
        assertThat(sum).isBetween(0.98 * all, 1.02 * all + 4 * parts.count());
        page.locator(named("more") + " summary").first().click();
        assertThat(page.locator(named("way") + " dd").first()).containsText("of what would reach this place");
        Browsing.waitForBody(page);
        page.waitForFunction("() => document.getElementById('body').routes?.length > 0");
        String name = page.locator(".places .place-name").first().textContent();
        page.navigate(client + "/trace/sites");
        // What somebody has moved up in Ana's plan comes before it.
        assertThat(page.locator(named("offered-site"))
                        .filter(new Locator.FilterOptions().setHasText(name))
                        .first())
                .isVisible();
    }

    private static Map<String, String> painThatIsTraced() {
        Atlas atlas = Atlas.standard();
        TraceModel model = TraceModel.of(atlas, StrainNetwork.of(atlas, StrainParameters.standard()));
        double[] points = IntStream.range(0, atlas.muscles().size())
                .mapToObj(muscle -> wholePoints(model.pattern(muscle)))
                .filter(pain ->
                        !model.trace(Observation.of(pain), List.of()).places().isEmpty())
                .findFirst()
                .orElseThrow();
        Map<String, String> pain = new TreeMap<>();
        for (int r = 0; r < points.length; r++) {
            pain.put(atlas.regions().list().get(r).code(), points[r] == 0 ? "" : String.valueOf((int) points[r]));
        }
        return pain;
    }

    private static double[] wholePoints(double[] pattern) {
        double most = Arrays.stream(pattern).max().orElseThrow();
        return Arrays.stream(pattern).map(value -> Math.round(8 * value / most)).toArray();
    }
}
