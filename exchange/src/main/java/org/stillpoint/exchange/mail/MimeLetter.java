package org.stillpoint.exchange.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.stillpoint.record.Id;
import org.stillpoint.record.mail.Letter;
import org.stillpoint.record.setting.MailServer;

/** A letter as it travels (RFC 5322, MIME): plain text, from the practice to one address. */
final class MimeLetter {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private MimeLetter() {}

    /**
     * @param id from which the id of the message is made, the same for every try
     * @throws MessagingException if it cannot be put together
     */
    static MimeMessage of(Session session, MailServer server, Id<?> id, Letter letter, Clock clock)
            throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(sender(server));
        message.setRecipient(Message.RecipientType.TO, address(letter.to().value()));
        message.setSubject(letter.subject().value(), UTF_8);
        message.setText(letter.text().value(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Content-Language", letter.language().toLanguageTag());
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: nobody's absence is answered to it
        String mailto = "<mailto:" + server.sender() + "?subject=stop>";
        if (letter.off().isPresent()) {
            message.setHeader("List-Unsubscribe", "<" + letter.off().get().value() + ">, " + mailto); // RFC 2369
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"); // RFC 8058
        } else {
            message.setHeader("List-Unsubscribe", mailto);
        }
        message.saveChanges();
        message.setHeader("Message-ID", "<" + id + "@" + domain(server.domain()) + ">"); // saving makes one of its own
        return message;
    }

    private static InternetAddress sender(MailServer server) throws MessagingException {
        InternetAddress sender = address(server.sender());
        if (!server.senderName().isBlank()) {
            try {
                sender.setPersonal(server.senderName(), UTF_8);
            } catch (UnsupportedEncodingException everyJavaHasIt) {
                throw new IllegalStateException(everyJavaHasIt);
            }
        }
        return sender;
    }

    /** @throws AddressException if it is no address of RFC 5322 */
    static InternetAddress address(String typed) throws AddressException {
        int at = typed.lastIndexOf('@');
        InternetAddress address =
                new InternetAddress(typed.substring(0, at + 1) + domain(typed.substring(at + 1)), true);
        if (address.isGroup() || address.getPersonal() != null) {
            throw new AddressException("no plain address");
        }
        return address;
    }

    /** As servers write it: letters of other scripts in ASCII (RFC 5891). */
    static String domain(String typed) throws AddressException {
        try {
            return typed.startsWith("[") ? typed : IDN.toASCII(typed);
        } catch (IllegalArgumentException none) {
            throw new AddressException("no domain");
        }
    }
}
