package org.stillpoint.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A passkey from its making to its end, with a device that Chromium imitates; the demo's account has none when the test is over. */
@ExtendWith(BrowserExtension.class)
class PasskeyBrowserTest {

    private static void giveDevice(Page page) {
        CDPSession devtools = page.context().newCDPSession(page);
        devtools.send("WebAuthn.enable");
        JsonObject device = new JsonObject();
        device.addProperty("protocol", "ctap2");
        device.addProperty("transport", "internal");
        device.addProperty("hasResidentKey", true);
        device.addProperty("hasUserVerification", true);
        device.addProperty("isUserVerified", true);
        device.addProperty("automaticPresenceSimulation", true);
        JsonObject options = new JsonObject();
        options.add("options", device);
        devtools.send("WebAuthn.addVirtualAuthenticator", options);
    }

    private static void signOut(Page page) {
        Browsing.clickInOwnMenu(page, "#sign-out button");
        assertThat(page.locator(named("door"))).isVisible();
    }

    @Test
    void passkey_isMade_opensTheLockedScreen_letsIn_andLetsInNoMoreOnceItIsRemoved(Browsing browsing) {
        Page page = browsing.strangerByName(390, 820);
        giveDevice(page);
        page.navigate("/sign-in");
        Browsing.signIn(page, "demo", "demo");
        page.navigate("/account/passkeys");
        assertThat(Browsing.violationsLightAndDark(page, "adding a passkey")).isEmpty();
        page.fill("#name", "Tablet by the couch");
        page.fill("#current", "demo");
        page.click(named("passkey") + " .main");
        page.click("#passkey-make");
        assertThat(page.locator(named("passkeys"))).containsText("Tablet by the couch");
        assertThat(page.locator(named("happened"))).isVisible();

        page.setViewportSize(1440, 900);
        page.navigate("/clients/new");
        page.fill("#name", "Half A Name");
        Browsing.clickInOwnMenu(page, "#lock-now");
        assertThat(page.locator("#name")).isHidden();
        page.click("#lock-passkey");
        assertThat(page.locator("#name")).hasValue("Half A Name");

        signOut(page);
        page.click("#passkey-use");
        page.waitForURL(url -> !url.contains("/sign-in"));
        page.navigate("/account");
        page.click(named("passkeys") + " summary");
        page.fill(named("passkey-remove") + " input[name=current]", "demo");
        page.click(named("passkey-remove") + " button");
        assertThat(page.locator(named("passkeys"))).hasCount(0);

        signOut(page);
        page.click("#passkey-use");
        assertThat(page.locator("[role=status].calm")).containsText("does not let you in");
        browsing.expectNoErrors();
    }

    @Test
    void pageAtAnAddressOfDigits_leadsToWhereAPasskeyIsKnown(Browsing browsing) {
        Page page = browsing.open("/account/passkeys");
        assertThat(page.locator(named("passkeys-elsewhere")))
                .hasAttribute("href", java.util.regex.Pattern.compile("http://localhost:\\d+/account/passkeys"));
        Page stranger = browsing.stranger(390, 820, com.microsoft.playwright.options.ColorScheme.LIGHT);
        stranger.navigate("/sign-in");
        assertThat(stranger.locator(named("passkey-elsewhere"))).isVisible();
    }
}
