package org.stillpoint.exchange.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.mail.Courier.Delivery;
import org.stillpoint.record.mail.Letter;
import org.stillpoint.record.mail.MailFault;
import org.stillpoint.record.setting.MailServer;
import org.stillpoint.record.setting.MailTls;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;

/** Mail goes to a real server of its own, by TLS and not; and what a server does wrong is told for what it is. */
class SmtpCourierTest {
    private static final Duration AT_MOST = Duration.ofSeconds(10);
    private static final String PASSWORD = "changeit";

    private static SmtpCourier courier(int step, Duration atMost, Optional<SSLSocketFactory> trusting) {
        return new SmtpCourier(Clock.systemUTC(), step, atMost, trusting);
    }

    private final SmtpCourier courier = courier(1_000, AT_MOST, Optional.empty());

    private static MailServer server(String host, int port, MailTls tls, String user, String password) {
        return new MailServer(
                host, port, tls, user, new PrivateText(password), "practice@example.org", "Praxis am Fluß, Süd");
    }

    private static MailServer plain(int port) {
        return server("127.0.0.1", port, MailTls.NONE, "", "");
    }

    private static Letter letter(String to, Optional<String> off) {
        return new Letter(
                new PrivateText(to),
                new PrivateText("Eine Nachricht für Sie"),
                new PrivateText("Guten Tag,\n\nwir erwarten Sie.\n.\nBis bald.\n"),
                off.map(PrivateText::new),
                Locale.GERMANY);
    }

    private static Letter letter() {
        return letter("ann@example.org", Optional.of("https://door.example/mail-off/secret"));
    }

    private static Delivery not(MailFault fault, boolean forGood) {
        return new Delivery.Undelivered(fault, forGood);
    }

    @Test
    void letter_arrivesWhole_withWhatMailProgramsAskFor() throws Exception {
        try (MailServerInTests smtp = new MailServerInTests()) {
            Id<?> id = Id.random();
            assertThat(courier.deliver(plain(smtp.port()), id, letter())).isEqualTo(new Delivery.Delivered());
            MimeMessage message = smtp.taken().getFirst();
            assertThat(message.getMessageID()).isEqualTo("<" + id + "@example.org>");
            assertThat(message.getSubject()).isEqualTo("Eine Nachricht für Sie");
            assertThat(message.getContent().toString().replace("\r\n", "\n"))
                    .startsWith("Guten Tag,\n\nwir erwarten Sie.\n.\nBis bald.\n");
            assertThat(message.getContentType()).startsWith("text/plain");
            assertThat(message.getFrom()[0].toString()).contains("practice@example.org");
            assertThat(message.getRecipients(Message.RecipientType.TO)[0].toString())
                    .isEqualTo("ann@example.org");
            assertThat(message.getHeader("List-Unsubscribe", null))
                    .startsWith("<https://door.example/mail-off/secret>");
            assertThat(message.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");
            assertThat(message.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
            assertThat(message.getHeader("Content-Language", null)).isEqualTo("de-DE");
            assertThat(String.join("", Collections.list(message.getAllHeaderLines())))
                    .doesNotContain(InetAddress.getLocalHost().getHostName());

            courier.deliver(plain(smtp.port()), id, letter("ann@bücher.example", Optional.empty()));
            MimeMessage without = smtp.taken().getLast();
            assertThat(without.getHeader("List-Unsubscribe-Post", null)).isNull();
            assertThat(without.getHeader("List-Unsubscribe", null)).startsWith("<mailto:practice@example.org");
            assertThat(without.getRecipients(Message.RecipientType.TO)[0].toString())
                    .isEqualTo("ann@xn--bcher-kva.example");
        }
    }

    @Test
    void refusals_areToldForWhatTheyAre() {
        try (MailServerInTests smtp = new MailServerInTests()) {
            MailServer server = plain(smtp.port());
            smtp.refusesAddress(550);
            assertThat(courier.deliver(server, Id.random(), letter())).isEqualTo(not(MailFault.ADDRESS_REFUSED, true));
            smtp.refusesAddress(450);
            assertThat(courier.deliver(server, Id.random(), letter())).isEqualTo(not(MailFault.ADDRESS_REFUSED, false));
            smtp.refusesMail(554);
            assertThat(courier.deliver(server, Id.random(), letter())).isEqualTo(not(MailFault.MAIL_REFUSED, true));
            smtp.refusesMail(451);
            assertThat(courier.deliver(server, Id.random(), letter())).isEqualTo(not(MailFault.MAIL_REFUSED, false));
            assertThat(courier.deliver(server, Id.random(), letter("no address", Optional.empty())))
                    .isEqualTo(not(MailFault.ADDRESS_REFUSED, true));
            assertThat(courier.deliver(server, Id.random(), letter())).isEqualTo(new Delivery.Delivered());
            assertThat(smtp.taken()).hasSize(1);
        }
    }

    @Test
    void badHost_badPort_andSilence_areToldWithinSeconds() throws Exception {
        assertThat(courier.deliver(server("no-such-host.invalid", 25, MailTls.NONE, "", ""), Id.random(), letter()))
                .isEqualTo(not(MailFault.HOST_UNKNOWN, false));
        int nobodys;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobodys = free.getLocalPort();
        }
        assertThat(courier.deliver(plain(nobodys), Id.random(), letter()))
                .isEqualTo(not(MailFault.NO_CONNECTION, false));
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(courier.deliver(plain(silent.getLocalPort()), Id.random(), letter()))
                    .isEqualTo(not(MailFault.TIMED_OUT, false));
        }
    }

    @Test
    void server_thatSaysAByteNowAndThen_isLeftAloneInTheEnd() throws Exception {
        try (ServerSocket slow = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (var client = slow.accept()) {
                    while (true) {
                        client.getOutputStream().write("2".getBytes(StandardCharsets.US_ASCII));
                        Thread.sleep(200);
                    }
                } catch (IOException | InterruptedException gone) {
                    return;
                }
            });
            long begun = System.nanoTime();
            assertThat(courier(1_000, Duration.ofSeconds(2), Optional.empty())
                            .deliver(plain(slow.getLocalPort()), Id.random(), letter()))
                    .isEqualTo(not(MailFault.TIMED_OUT, false));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(AT_MOST);
        }
    }

    @Test
    void line_thatIsCutAfterTheMail_isToldAsBroken_andTheNextTryHasTheSameId() throws Exception {
        try (MailServerInTests smtp = new MailServerInTests();
                CutLine line = new CutLine(smtp.port(), 1)) {
            Id<?> id = Id.random();
            assertThat(courier.deliver(plain(line.port()), id, letter())).isEqualTo(not(MailFault.BROKEN_OFF, false));
            assertThat(courier.deliver(plain(line.port()), id, letter())).isEqualTo(new Delivery.Delivered());
            assertThat(smtp.taken()).extracting(MimeMessage::getMessageID).containsOnly("<" + id + "@example.org>");
        }
    }

    @Test
    void signIn_isAsked_andAWrongPasswordTold() {
        var people = new EasyAuthenticationHandlerFactory((user, password, context) -> {
            if (!user.equals("practice") || !password.equals("otter")) {
                throw new LoginFailedException();
            }
        });
        try (MailServerInTests smtp = new MailServerInTests(
                builder -> builder.authenticationHandlerFactory(people).requireAuth())) {
            assertThat(courier.deliver(
                            server("127.0.0.1", smtp.port(), MailTls.NONE, "practice", "heron"), Id.random(), letter()))
                    .isEqualTo(not(MailFault.SIGN_IN_REFUSED, false));
            assertThat(courier.deliver(plain(smtp.port()), Id.random(), letter()))
                    .isEqualTo(not(MailFault.SIGN_IN_REFUSED, false));
            assertThat(courier.deliver(
                            server("127.0.0.1", smtp.port(), MailTls.NONE, "practice", "otter"), Id.random(), letter()))
                    .isEqualTo(new Delivery.Delivered());
        }
    }

    @Test
    void tls_isInsistedOn_andTheCertificateLookedAt(@TempDir Path folder) throws Exception {
        SSLContext own = ownCertificate(folder);
        Optional<SSLSocketFactory> trusting = Optional.of(own.getSocketFactory());
        try (MailServerInTests without = new MailServerInTests();
                MailServerInTests starting =
                        new MailServerInTests(builder -> builder.enableTLS().startTlsSocketFactory(own));
                MailServerInTests implicit = new MailServerInTests(builder -> builder.serverSocketFactory(own))) {
            assertThat(courier.deliver(
                            server("localhost", without.port(), MailTls.STARTTLS, "", ""), Id.random(), letter()))
                    .isEqualTo(not(MailFault.NO_TLS, false));
            assertThat(courier.deliver(
                            server("localhost", without.port(), MailTls.IMPLICIT, "", ""), Id.random(), letter()))
                    .isEqualTo(not(MailFault.NO_TLS, false));
            MailServer byStartTls = server("localhost", starting.port(), MailTls.STARTTLS, "", "");
            assertThat(courier.deliver(byStartTls, Id.random(), letter())).isEqualTo(not(MailFault.NOT_TRUSTED, false));
            SmtpCourier knowing = courier(1_000, AT_MOST, trusting);
            assertThat(knowing.deliver(byStartTls, Id.random(), letter())).isEqualTo(new Delivery.Delivered());
            assertThat(knowing.deliver(
                            server("localhost", implicit.port(), MailTls.IMPLICIT, "", ""), Id.random(), letter()))
                    .isEqualTo(new Delivery.Delivered());
            assertThat(knowing.deliver(
                            server("127.0.0.1", starting.port(), MailTls.STARTTLS, "", ""), Id.random(), letter()))
                    .isEqualTo(not(MailFault.NOT_TRUSTED, false)); // the certificate is of another name
        }
    }

    /** A certificate of localhost that nobody but whoever is handed this trusts; made by Java's own keytool. */
    private static SSLContext ownCertificate(Path folder) throws Exception {
        Path file = folder.resolve("own.p12");
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "own",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-validity",
                        "1",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        made.getInputStream().readAllBytes();
        assertThat(made.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("own", keys.getCertificate("own"));
        KeyManagerFactory shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        shown.init(keys, PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(shown.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
