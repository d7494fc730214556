package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.record.setting.PracticeLanguage;
import org.stillpoint.words.ConsentWords;
import org.stillpoint.words.Speaker;

/** A practice that speaks German, and a client who reads Spanish, over the wire. */
class LanguageTest {

    @TempDir
    static Path folder;

    private static RunningPractice practice;
    private static Wire owner;

    @BeforeAll
    static void germanPractice() {
        practice = RunningPractice.start(folder.resolve("data"), "--demo");
        owner = new Wire(practice.address()).signInAs("demo", "demo");
        speak("GERMAN");
    }

    @AfterAll
    static void stop() throws Exception {
        practice.close();
    }

    private static Document speak(String language) {
        return owner.send(owner.page("/practice/settings").expectFirst("main form"), Map.of("language", language));
    }

    private static String language(Document page) {
        return page.expectFirst("html").attr("lang");
    }

    /** A client who is told to speak this. */
    private static String client(String name, String speaks) {
        String client = owner.send(owner.page("/clients/new").expectFirst("main form"), Map.of("name", name))
                .location()
                .replaceFirst("^https?://[^/]*", "");
        owner.send(
                owner.page(client + "/about/contact").expectFirst("form[data-name=about-form]"),
                Map.of("language", speaks));
        return client;
    }

    private static String link(String client, String purpose) {
        return owner.send(owner.page(client + "/links").expectFirst(named("make-link")), Map.of("purpose", purpose))
                .expectFirst(named("link"))
                .text()
                .substring(practice.address().length());
    }

    @Test
    void practice_thatSpeaksGerman_saysItsPagesInGerman_beforeAnybodySignsInToo() {
        Document today = owner.page("/");
        assertThat(language(today)).isEqualTo("de-DE");
        assertThat(today.title()).isEqualTo("Heute · Stillpoint");
        assertThat(language(new Wire(practice.address()).page("/sign-in"))).isEqualTo("de-DE");
        assertThat(owner.page("/nowhere-at-all").expectFirst("html").attr("lang"))
                .isEqualTo("de-DE");
        assertThat(owner.page("/practice/settings").select("#language option").eachText())
                .containsExactly("English", "Deutsch", "Español", "Français");
    }

    /** A colleague reads English where the practice speaks German; so does nobody else, and their other device does. */
    @Test
    void person_whoChoosesALanguage_readsItEverywhere_andWhatClientsReadStaysTheirs() {
        Wire kim = owner.invite("ASSISTANT", "kim");
        Document account =
                kim.send(kim.page("/account").expectFirst(named("own-language")), Map.of("language", "ENGLISH"));

        assertThat(language(account)).isEqualTo("en-GB");
        assertThat(account.expectFirst(named("happened")).text()).isEqualTo("Your language is saved.");
        assertThat(account.select("#language option[selected]").eachAttr("value"))
                .containsExactly("ENGLISH");
        Wire tablet = new Wire(practice.address()).signInAs("kim", Wire.PASSWORD);
        assertThat(language(tablet.page("/"))).isEqualTo("en-GB");
        assertThat(language(owner.page("/"))).isEqualTo("de-DE");

        kim.send(kim.page("/account").expectFirst(named("own-language")), Map.of("language", ""));
        assertThat(language(tablet.page("/"))).as("the practice's again").isEqualTo("de-DE");
    }

    @Test
    void country_thatThePracticeChooses_isHowEveryLanguageIsWrittenThere() {
        Document kept = owner.send(owner.page("/practice/settings").expectFirst("main form"), Map.of("country", "CH"));
        try {
            assertThat(language(kept)).isEqualTo("de-CH");
            assertThat(kept.select("#country option[selected]").eachText()).containsExactly("Schweiz");
            assertThat(owner.get("/body/search?typed=gesass").body())
                    .contains("Gesäss")
                    .doesNotContain("ß");
            String link = link(client("Fleur Fribourg", "Français"), "CHECK_IN");
            assertThat(language(new Wire(practice.address()).page(link))).isEqualTo("fr-CH");
        } finally {
            kept = owner.send(owner.page("/practice/settings").expectFirst("main form"), Map.of("country", ""));
        }
        assertThat(language(kept)).isEqualTo("de-DE");
    }

    @Test
    void places_inGerman_areNamedSearchedAndDrawnInGerman() {
        assertThat(owner.get("/body/search?typed=gesass").body()).contains("Gesäß");
        assertThat(owner.get("/body/anatomy.json").body())
                .contains("Kurzer Anzieher")
                .doesNotContain("Adductor brevis\"");
    }

    @Test
    void client_whoReadsSpanish_meetsSpanishByLink_andSignsWhatWasReadInSpanish() {
        String client = client("Inés Llega", "español y un poco de inglés");
        Wire browser = new Wire(practice.address());
        String link = link(client, "CONSENT");
        assertThat(language(browser.page(link))).isEqualTo("es-ES");
        Document paper = browser.send(browser.page(link).expectFirst(named("open-link")), Map.of());
        assertThat(language(paper)).isEqualTo("es-ES");
        String spanish =
                new Speaker(PracticeLanguage.SPANISH.locale(), ZoneOffset.UTC).say(ConsentWords.YOUR_CHOICE_TEXT);
        assertThat(paper.expectFirst(named("paper")).text()).contains(spanish);

        owner.agreed(client);
        Document signed = owner.page(client + "/consent");
        assertThat(language(signed)).isEqualTo("de-DE");
        assertThat(signed.expectFirst(named("signed-paper")).text()).contains(spanish);
        String changed = new Speaker(PracticeLanguage.GERMAN.locale(), ZoneOffset.UTC).say(ConsentWords.TEXT_CHANGED);
        assertThat(signed.text()).as("it was signed in another language").doesNotContain(changed);
    }

    @Test
    void client_whoReadsWhatTheProgramDoesNotSpeak_meetsThePracticesLanguage() {
        String client = client("Aino Tulee", "suomi");
        assertThat(language(new Wire(practice.address()).page(link(client, "CHECK_IN"))))
                .isEqualTo("de-DE");
    }

    @Test
    void device_handedToAClientWhoReadsFrench_speaksFrench_andGermanAgainAfterwards() {
        String client = client("Lou Arrive", "français");
        Wire tablet = new Wire(practice.address()).signInAs("demo", "demo");
        Document handed = tablet.send(tablet.page(client + "/check-in").expectFirst("[data-name=hand-over]"), Map.of());
        assertThat(language(handed)).isEqualTo("fr-FR");
        assertThat(language(owner.page("/"))).isEqualTo("de-DE");
    }
}
