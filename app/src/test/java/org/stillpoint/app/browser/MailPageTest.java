package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stillpoint.exchange.mail.MailServerInTests;

/** Mail to clients: its server set and tried, a link that arrives, and its way out; over the wire, to a mail server that listens. */
@ExtendWith(PracticeExtension.class)
class MailPageTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static Map<String, String> server(int port, String door) {
        return Map.of(
                "host", "127.0.0.1",
                "port", String.valueOf(port),
                "tls", "NONE",
                "user", "",
                "sender", "practice@example.org",
                "door", door,
                "hours", "0");
    }

    private static Document set(Wire owner, Map<String, String> typed) {
        return owner.send(owner.page("/practice/mail").expectFirst(named("mail-setting")), typed);
    }

    private static void setNone(Wire owner) {
        set(owner, Map.of("host", "", "door", "", "hours", "0"));
    }

    private static String tested(Wire owner, Document page) {
        return owner.send(page.expectFirst(named("mail-test")), Map.of("to", "me@example.org"))
                .expectFirst(named("tested"))
                .text();
    }

    @Test
    void setting_isLookedAt_andATestTellsWhatCameOfIt(Wire owner) throws Exception {
        owner.signIn();
        try (MailServerInTests smtp = new MailServerInTests()) {
            Document wrong = set(
                    owner,
                    Map.of(
                            "host",
                            "no host",
                            "port",
                            "0",
                            "sender",
                            "nobody",
                            "door",
                            "http://door.example",
                            "hours",
                            "x"));
            for (String field : List.of("host", "port", "sender", "door", "hours")) {
                assertThat(wrong.expectFirst("#" + field + "-problem").hasAttr("hidden"))
                        .as(field)
                        .isFalse();
            }
            Map<String, String> inTheClear = new HashMap<>(server(25, ""));
            inTheClear.put("host", "mail.example.org");
            assertThat(set(owner, inTheClear).expectFirst("#tls-problem").hasAttr("hidden"))
                    .isFalse();

            Map<String, String> withPassword = new HashMap<>(server(smtp.port(), ""));
            withPassword.put("senderName", "By the river");
            Document saved = set(owner, withPassword);
            assertThat(saved.select(named("saved"))).hasSize(1);
            assertThat(tested(owner, saved)).contains("taken the mail");
            assertThat(smtp.taken()).hasSize(1);

            Map<String, String> noUser = new HashMap<>(server(smtp.port(), ""));
            noUser.putAll(Map.of("user", "practice", "password", "otter-secret"));
            Document kept = set(owner, noUser);
            assertThat(kept.html()).doesNotContain("otter-secret");
            Map<String, String> elsewhere = new HashMap<>(noUser);
            elsewhere.putAll(Map.of("host", "localhost", "password", ""));
            assertThat(set(owner, elsewhere).expectFirst("#password-problem").hasAttr("hidden"))
                    .isFalse();
        }
        Document gone = set(owner, server(1, ""));
        assertThat(tested(owner, gone)).contains("Nobody answers");
        setNone(owner);
        assertThat(owner.page("/practice/mail").select(named("mail-test"))).isEmpty();
    }

    @Test
    void link_byMail_arrivesInTheirLanguage_opens_andOneClickEndsAllMail(RunningPractice practice) throws Exception {
        Wire owner = new Wire(practice.address()).signIn();
        try (MailServerInTests smtp = new MailServerInTests()) {
            set(owner, server(smtp.port(), practice.address()));
            String client = owner.send(
                            owner.page("/clients/new").expectFirst("main form"), Map.of("name", "Posted Letter"))
                    .location()
                    .substring(practice.address().length());
            assertThat(owner.page(client + "/links").select(named("by-mail"))).isEmpty();
            assertThat(owner.page(client + "/links").select(named("no-mail"))).hasSize(1);
            owner.send(
                    owner.page(client + "/about/contact").expectFirst(named("about-form")),
                    Map.of("email", "posted@example.org", "language", "Deutsch"));
            owner.send(
                    owner.page(client + "/consent/sign").expectFirst(named("paper")),
                    Map.of("CONTACT_BY_EMAIL", "yes", "RESEARCH_USE", "no", "typed", "P. Letter"));
            Document links = owner.page(client + "/links");
            assertThat(links.select(named("by-mail"))).hasSize(1);
            Document sent =
                    owner.send(links.expectFirst(named("make-link")), Map.of("by", "mail", "purpose", "CHECK_IN"));
            assertThat(sent.select(named("link"))).isEmpty();

            MimeMessage mail = arrived(smtp, "posted@example.org");
            assertThat(mail.getSubject()).isEqualTo("Eine Nachricht von Ihrer Praxis");
            List<String> addresses = mail.getContent()
                    .toString()
                    .lines()
                    .map(String::strip)
                    .filter(line -> line.startsWith(practice.address()))
                    .toList();
            assertThat(addresses).hasSize(2);
            Wire posted = new Wire(practice.address());
            String link = addresses.getFirst().substring(practice.address().length());
            assertThat(posted.page(link).select(named("open-link"))).hasSize(1);

            String off = addresses.getLast().substring(practice.address().length());
            Document asked = posted.page(off);
            assertThat(asked.expectFirst("html").attr("lang")).startsWith("de");
            assertThat(asked.select(named("mail-off"))).hasSize(1);
            assertThat(owner.page(client + "/about/mail")
                            .expectFirst("input[name=off]")
                            .hasAttr("checked"))
                    .isFalse();
            assertThat(oneClick(practice.address() + off).statusCode()).isEqualTo(200);
            assertThat(oneClick(practice.address() + off).statusCode()).isEqualTo(200);
            assertThat(oneClick(practice.address() + "/mail-off/none").statusCode())
                    .isEqualTo(404);
            assertThat(posted.page(off).select(named("mail-off"))).isEmpty();
            assertThat(owner.page(client + "/about/mail")
                            .expectFirst("input[name=off]")
                            .hasAttr("checked"))
                    .isTrue();
            assertThat(owner.page(client + "/links").select(named("by-mail"))).isEmpty();
        } finally {
            setNone(owner);
        }
    }

    /** As a mail program asks for it by itself (RFC 8058): no cookie, no token, no page before. */
    private static HttpResponse<String> oneClick(String address) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                                .build(),
                        BodyHandlers.ofString());
    }

    /** The one to this address: others of the practice may be due. */
    private static MimeMessage arrived(MailServerInTests smtp, String address) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            for (MimeMessage mail : smtp.taken()) {
                if (mail.getAllRecipients()[0].toString().equals(address)) {
                    return mail;
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("nothing came within " + PATIENCE);
    }

    @Test
    void wishes_areKept_andTheClientsPageTellsThem(Wire owner) {
        owner.signIn();
        String client = owner.send(owner.page("/clients/new").expectFirst("main form"), Map.of("name", "Wishes Mail"))
                .location()
                .replaceFirst("^https?://[^/]*", "");
        Document form = owner.page(client + "/about/mail");
        assertThat(form.expectFirst(named("stands")).text()).isNotBlank();
        Document wrong = owner.send(withoutDays(form), Map.of("hour", "18"));
        assertThat(wrong.expectFirst("#days-problem").hasAttr("hidden")).isFalse();
        Document saved = owner.send(withoutDays(form), Map.of("hour", "18", "days", "FRIDAY"));
        assertThat(saved.text()).contains("From 18:00, on: Friday.");
    }

    private static Element withoutDays(Document page) {
        Element form = page.expectFirst(named("mail-wishes"));
        form.select("input[name=days]").removeAttr("checked");
        return form;
    }
}
