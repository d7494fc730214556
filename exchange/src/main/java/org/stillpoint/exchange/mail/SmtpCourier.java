package org.stillpoint.exchange.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.Id;
import org.stillpoint.record.mail.Courier;
import org.stillpoint.record.mail.Letter;
import org.stillpoint.record.mail.MailFault;
import org.stillpoint.record.setting.MailServer;
import org.stillpoint.record.setting.MailTls;

/**
 * Hands mail to a server by SMTP (RFC 5321), with TLS 1.2 or later and the server's certificate and name looked at, where TLS was chosen. One
 * connection for each mail. Whatever the server does, a try ends within half a minute.
 */
public final class SmtpCourier implements Courier {
    /** In milliseconds, of each connecting, reading and writing. Own choice, 2026: below ten seconds somebody still waits for an answer. */
    private static final int STEP = 8_000;

    /** Of all steps together. Own choice, 2026: a server that sends a byte now and then is left alone. */
    private static final Duration AT_MOST = Duration.ofSeconds(30);

    private final Clock clock;
    private final int step;
    private final Duration atMost;
    private final Optional<SSLSocketFactory> trusting;

    /** Trusts whom Java trusts. */
    public SmtpCourier() {
        this(Clock.systemUTC(), STEP, AT_MOST, Optional.empty());
    }

    /**
     * @param step milliseconds of each step
     * @param atMost of all of them
     * @param trusting what makes connections with TLS, where it is not Java's own
     */
    SmtpCourier(Clock clock, int step, Duration atMost, Optional<SSLSocketFactory> trusting) {
        this.clock = clock;
        this.step = step;
        this.atMost = atMost;
        this.trusting = trusting;
    }

    @Override
    public Delivery deliver(MailServer server, Id<?> id, Letter letter) {
        FutureTask<Delivery> task = new FutureTask<>(() -> deliverNow(server, id, letter));
        Thread thread =
                Thread.ofVirtual().name("stillpoint-smtp").start(task); // its reading ends when it is interrupted
        try {
            return task.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            thread.interrupt();
            return new Delivery.Undelivered(MailFault.TIMED_OUT, false);
        } catch (InterruptedException closing) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            return new Delivery.Undelivered(MailFault.BROKEN_OFF, false);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("mail could not be handed over", failed.getCause());
        }
    }

    private Delivery deliverNow(MailServer server, Id<?> id, Letter letter) {
        Session session;
        MimeMessage message;
        try {
            session = Session.getInstance(properties(server));
            message = MimeLetter.of(session, server, id, letter, clock);
        } catch (AddressException none) {
            return new Delivery.Undelivered(MailFault.ADDRESS_REFUSED, true);
        } catch (MessagingException unwritable) {
            return new Delivery.Undelivered(MailFault.MAIL_REFUSED, true);
        }
        Transport transport = null;
        try {
            transport = session.getTransport("smtp");
            boolean signsIn = !server.user().isEmpty();
            transport.connect(
                    server.host(),
                    server.port(),
                    signsIn ? server.user() : null,
                    signsIn ? server.password().value() : null);
            transport.sendMessage(
                    message, new Address[] {MimeLetter.address(letter.to().value())});
            return new Delivery.Delivered();
        } catch (MessagingException failed) {
            return SmtpFaults.of(failed);
        } finally {
            close(transport);
        }
    }

    /** Once it is taken it is taken, however the server says goodbye. */
    private static void close(@Nullable Transport transport) {
        if (transport != null) {
            try {
                transport.close();
            } catch (MessagingException gone) {
                return;
            }
        }
    }

    private Properties properties(MailServer server) throws AddressException {
        Properties all = new Properties();
        String milliseconds = String.valueOf(step);
        all.put("mail.smtp.connectiontimeout", milliseconds);
        all.put("mail.smtp.timeout", milliseconds);
        all.put("mail.smtp.writetimeout", milliseconds);
        all.put("mail.smtp.quitwait", "false");
        all.put("mail.smtp.localhost", MimeLetter.domain(server.domain())); // not what this machine is called
        all.put("mail.smtp.from", server.sender());
        all.put("mail.smtp.auth", String.valueOf(!server.user().isEmpty()));
        all.put("mail.smtp.starttls.enable", String.valueOf(server.tls() == MailTls.STARTTLS));
        all.put("mail.smtp.starttls.required", String.valueOf(server.tls() == MailTls.STARTTLS));
        all.put("mail.smtp.ssl.enable", String.valueOf(server.tls() == MailTls.IMPLICIT));
        all.put("mail.smtp.ssl.checkserveridentity", "true");
        all.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        trusting.ifPresent(factory -> all.put("mail.smtp.ssl.socketFactory", factory));
        return all;
    }
}
