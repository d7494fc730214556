package org.stillpoint.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The client says stop. Each step of grounding is a screen, another device goes on where one died, and only then the session ends. */
@ExtendWith({BrowserExtension.class, PracticeExtension.class})
class S06_StopBrowserTest {

    @Test
    void session_withAStop_isGroundedOnTwoDevices_toItsEnd(Browsing browsing, Wire wire) {
        String session = StartedSession.of(wire.signIn(), "Says Stop In Full");
        Page tablet = browsing.open(session);
        tablet.click("[data-kind=settled]");
        tablet.click(".stop");
        assertThat(tablet.locator("#live")).isHidden();
        tablet.click(named("signs-to-stop") + " summary");
        tablet.click(named("signs-to-stop") + " [data-sign=GAZE_LOST]");
        assertThat(Browsing.violationsLightAndDark(tablet, "stopped")).isEmpty();
        tablet.click("#next-step");
        tablet.click("#next-step");
        assertThat(tablet.locator("#stopped-state")).hasText("All saved");
        tablet.close(); // its battery is empty

        Page phone = browsing.open(session);
        assertThat(phone.locator(named("watching"))).isVisible();
        phone.click(named("take-over"));
        assertThat(phone.locator(named("watching"))).isHidden();
        assertThat(phone.locator("#steps li:visible")).containsText("feet");
        phone.click("#next-step");
        phone.click("#next-step");
        phone.click("#steps [data-after=ORIENTATED][data-value='1']");
        phone.click("#steps [data-after=BREATHING][data-value='1']");
        phone.click("#steps [data-after=SAFE_TO_TRAVEL][data-value='0']");
        assertThat(phone.locator("#steps li:visible .stay")).isVisible();
        assertThat(phone.locator(named("end-grounded"))).isHidden();
        phone.click("#steps [data-after=SAFE_TO_TRAVEL][data-value='1']");
        phone.click("#steps [data-after=SOMEONE_TO_CALL][data-value='0']");
        phone.click("#steps [data-distress='2']");
        assertThat(phone.locator("#stopped-state")).hasText("All saved");
        phone.click(named("end-grounded"));

        assertThat(phone.locator(named("marks"))).containsText("Grounding step 4");
        assertThat(phone.locator(named("marks"))).containsText("Safe to travel: no");
        assertThat(phone.locator(named("marks"))).containsText("Gaze lost");
        assertThat(wire.page(session).expectFirst("main").text()).contains("A check-in is due between");
        browsing.expectNoErrors();
    }
}
