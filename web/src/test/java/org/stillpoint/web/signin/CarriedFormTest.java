package org.stillpoint.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.stillpoint.web.signin.KeptForm.SentField;

class CarriedFormTest {

    private static MockHttpServletRequest post(String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        request.setContentType("application/x-www-form-urlencoded");
        request.addHeader("Sec-Fetch-Site", "same-origin");
        return request;
    }

    @Test
    void whatWasRefused_comesBackAsItIsCarried_withoutItsToken() {
        MockHttpServletRequest sent = post("/clients/new");
        sent.addParameter("name", "Ann");
        sent.addParameter("region", "X101", "X102");
        sent.addParameter("_csrf", "old");
        KeptForm kept = KeptForm.refused(sent, "_csrf").orElseThrow();
        MockHttpServletRequest signIn = post("/sign-in");
        signIn.addParameter("name", "somebody else");
        signIn.addParameter(KeptForm.TO, kept.to());
        kept.fields().forEach(field -> signIn.addParameter(KeptForm.MARK + field.name(), field.value()));

        assertThat(KeptForm.carried(signIn)).contains(kept);
        assertThat(kept.fields())
                .containsExactlyInAnyOrder(
                        new SentField("name", "Ann"), new SentField("region", "X101"), new SentField("region", "X102"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/", "https://evil.example/", "/\\evil.example", "/sign-out", "/sign-in", ""})
    void placeOutsideThePracticeOrAtItsDoor_isNone(String elsewhere) {
        MockHttpServletRequest signIn = post("/sign-in");
        signIn.addParameter(KeptForm.TO, elsewhere);
        assertThat(KeptForm.carried(signIn)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/account/password", "/account/codes", "/account/passkeys/ask"})
    void formOfOnesOwnAccount_whichHoldsAPassword_isNotCarried(String path) {
        assertThat(KeptForm.refused(post(path), "_csrf")).isEmpty();
        MockHttpServletRequest signIn = post("/sign-in");
        signIn.addParameter(KeptForm.TO, path);
        assertThat(KeptForm.carried(signIn)).isEmpty();
    }

    /** Words that were typed into a note are not lost; the password that was to sign it is. */
    @Test
    void howSomebodyShowsWhoTheyAre_isNotCarried() {
        MockHttpServletRequest sent = post("/clients/1/notes/2/sign");
        sent.addParameter("own-PLAN", "Rest.");
        sent.addParameter("factor", "a password");
        sent.addParameter("passkey", "{}");
        assertThat(KeptForm.refused(sent, "_csrf").orElseThrow().fields())
                .containsExactly(new SentField("own-PLAN", "Rest."));
    }

    @Test
    void formOfAnotherSite_orOfABrowserThatDoesNotSay_isNotCarried() {
        for (String from : new String[] {"cross-site", "same-site", "none"}) {
            MockHttpServletRequest sent = post("/clients/new");
            sent.removeHeader("Sec-Fetch-Site");
            sent.addHeader("Sec-Fetch-Site", from);
            assertThat(KeptForm.refused(sent, "_csrf")).as(from).isEmpty();
        }
        MockHttpServletRequest silent = post("/clients/new");
        silent.removeHeader("Sec-Fetch-Site");
        assertThat(KeptForm.refused(silent, "_csrf")).isEmpty();
    }

    @Test
    void fileOrScript_isNotCarried() {
        MockHttpServletRequest file = post("/clients/new");
        file.setContentType("multipart/form-data; boundary=x");
        assertThat(KeptForm.refused(file, "_csrf")).isEmpty();
        assertThat(KeptForm.refused(new MockHttpServletRequest("GET", "/clients"), "_csrf"))
                .isEmpty();
    }
}
