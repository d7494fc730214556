package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A code after the password, over the wire of the demo practice, whose account asks for none when the test is over. */
@ExtendWith(PracticeExtension.class)
class SecondStepTest {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** As an authenticator makes it of the key on the page (RFC 6238), told apart from how the program does. */
    private static String code(String secret) throws GeneralSecurityException {
        BigInteger bits = BigInteger.ZERO;
        for (char letter : secret.toCharArray()) {
            bits = bits.shiftLeft(5).or(BigInteger.valueOf(BASE32.indexOf(letter)));
        }
        byte[] key = new byte[20];
        byte[] found = bits.toByteArray();
        int length = Math.min(found.length, key.length);
        System.arraycopy(found, found.length - length, key, key.length - length, length);
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(key, "HmacSHA1"));
        byte[] hash = mac.doFinal(ByteBuffer.allocate(8)
                .putLong(Instant.now().getEpochSecond() / 30)
                .array());
        int at = hash[19] & 15;
        return "%06d".formatted((ByteBuffer.wrap(hash).getInt(at) & 0x7fffffff) % 1_000_000);
    }

    @Test
    void passkeyAfterThePassword_isAskedForOnlyWhereThereIsOne(Wire visitor) {
        Document account = visitor.signIn().page("/account");
        assertThat(account.select(named("passkey-ask"))).isEmpty();
        String token = account.expectFirst("meta[name=csrf]").attr("content");
        visitor.ask("/account/passkeys/ask", Map.of("_csrf", token, "current", "demo"));
        assertThat(visitor.page("/account").select(named("codes-left"))).isEmpty();
    }

    @Test
    void secondStep_thatThePracticeDemands_isSetUpBeforeAnythingElseIsShown(Wire owner, Wire visitor) throws Exception {
        Document account = owner.signIn().page("/account");
        Document rule = owner.page(account.expectFirst(named("door-rule-link")).attr("href"));
        assertThat(rule.expectFirst(named("password-alone")).text()).contains("demo");
        Element form = rule.expectFirst(named("door-rule"));
        assertThat(owner.post(form, Map.of("linkDays", "31")).statusCode()).isEqualTo(400);
        Wire asked = owner.invite("THERAPIST", "asked-for-more");
        Document client = asked.send(
                asked.page("/clients/new").expectFirst("main form"), Map.of("name", "Behind The Second Step"));
        asked.send(
                asked.page(asked.agreed(client.location().replaceFirst("^https?://[^/]*", "")) + "/sessions/new")
                        .expectFirst("main form"),
                Wire.nothingFound("start"));
        Element typed = asked.page("/clients/new").expectFirst("main form");
        Document set = owner.send(form, Map.of("secondStep", "yes", "linkDays", "30"));
        assertThat(set.select(named("door-rule-set"))).hasSize(1);
        try {
            asked.signInAs("asked-for-more", Wire.PASSWORD);
            assertThat(asked.page("/").select(named("step-demanded"))).hasSize(1);
            Document barred = asked.page("/account/codes");
            assertThat(barred.text()).as("the session that goes on").doesNotContain("Behind The Second Step");
            assertThat(asked.page("/account").select(named("step-demanded"))).hasSize(1);
            assertThat(asked.json("/clients/find", "").statusCode()).isEqualTo(423);
            Document waits = asked.send(typed, Map.of("name", "Typed Before The Second Step"));
            Document page = asked.page(
                    asked.page(waits.expectFirst(named("step-elsewhere")).attr("href"))
                            .expectFirst(named("step-by-code"))
                            .attr("href"));
            String secret = page.expectFirst(named("secret")).text();
            asked.send(page.expectFirst(named("codes")), Map.of("code", code(secret), "current", Wire.PASSWORD));
            Document added = asked.send(waits.expectFirst(named("go-on")), Map.of());
            assertThat(added.expectFirst("h1").text()).contains("Typed Before The Second Step");
            Document own = asked.page("/account");
            assertThat(own.select(named("codes-left"))).hasSize(1);
            Document kept = asked.send(own.expectFirst(named("codes-end")), Map.of("current", Wire.PASSWORD));
            assertThat(kept.select(named("codes-left"))).as("still demanded").hasSize(1);
        } finally {
            owner.send(form, Map.of("key", UUID.randomUUID().toString(), "secondStep", "", "linkDays", "30"));
        }
        assertThat(visitor.signInAnew().page("/").select(named("step-demanded")))
                .isEmpty();
    }

    @Test
    void secondStep_isSetUpByADevice_askedForByEveryPage_andGivenUp(Wire visitor) throws Exception {
        Document page = visitor.signInAnew().page("/account/codes");
        String secret = page.expectFirst(named("secret")).text();
        Document shown =
                visitor.send(page.expectFirst(named("codes")), Map.of("code", code(secret), "current", "demo"));
        List<String> recovery = shown.select(named("recovery") + " li").eachText();
        assertThat(recovery).hasSize(10);

        visitor.signedOut();
        Document step = visitor.send(
                visitor.page("/sign-in").expectFirst("main form"), Map.of("name", "demo", "password", "demo"));
        assertThat(visitor.get("/").statusCode()).isEqualTo(423);
        assertThat(visitor.get("/account").statusCode()).isEqualTo(423);
        Document wrong = visitor.send(step.expectFirst(named("door")), Map.of("code", "none"));
        assertThat(wrong.expectFirst(named("door")).attr("action")).endsWith("/sign-in/code");
        visitor.send(wrong.expectFirst(named("door")), Map.of("code", recovery.getFirst()));

        Document account = visitor.page("/account");
        assertThat(account.expectFirst(named("codes-left")).text()).contains("9 recovery codes");
        Document renewed = visitor.send(account.expectFirst(named("codes-renew")), Map.of("current", "demo"));
        assertThat(renewed.select(named("recovery") + " li").eachText())
                .hasSize(10)
                .doesNotContainAnyElementsOf(recovery);
        assertThat(visitor.page("/practice/audit")
                        .select(named("audit") + " tr")
                        .eachText())
                .anyMatch(row -> row.contains("demo") && row.contains("made new recovery codes"))
                .anyMatch(row -> row.contains("demo") && row.contains("set up a second step"));
        Document ended = visitor.send(account.expectFirst(named("codes-end")), Map.of("current", "demo"));
        assertThat(ended.select(named("codes-left"))).isEmpty();
    }
}
