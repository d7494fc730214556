package org.stillpoint.exchange.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server of its own on this machine, on a port that was free. What it was told to refuse it refuses, in this order; it keeps the rest. */
public final class MailServerInTests implements AutoCloseable {
    private final List<MimeMessage> taken = new CopyOnWriteArrayList<>();
    private final Queue<RejectException> ofAddresses = new ConcurrentLinkedQueue<>();
    private final Queue<RejectException> ofMails = new ConcurrentLinkedQueue<>();
    private final SMTPServer server;

    public MailServerInTests() {
        this(builder -> builder);
    }

    MailServerInTests(UnaryOperator<SMTPServer.Builder> how) {
        server = how.apply(new SMTPServer.Builder()
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .port(0)
                        .messageHandlerFactory(Handler::new))
                .build();
        server.start();
    }

    public int port() {
        return server.getPortAllocated();
    }

    public List<MimeMessage> taken() {
        return taken;
    }

    /** The next address that it is asked to deliver to. */
    public void refusesAddress(int code) {
        ofAddresses.add(new RejectException(code, "no"));
    }

    /** The next mail, once it has read it. */
    public void refusesMail(int code) {
        ofMails.add(new RejectException(code, "no"));
    }

    private final class Handler implements MessageHandler {
        Handler(MessageContext any) {}

        @Override
        public void from(String from) {}

        @Override
        public void recipient(String recipient) throws RejectException {
            RejectException no = ofAddresses.poll();
            if (no != null) {
                throw no;
            }
        }

        @Override
        public String data(InputStream data) throws RejectException, IOException {
            try {
                MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), data);
                RejectException no = ofMails.poll();
                if (no != null) {
                    throw no;
                }
                taken.add(message);
                return "taken";
            } catch (MessagingException unreadable) {
                throw new IOException(unreadable);
            }
        }

        @Override
        public void done() {}
    }

    @Override
    public void close() {
        server.stop();
    }
}
