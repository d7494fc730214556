package org.stillpoint.exchange.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.stillpoint.record.mail.Courier.Delivery.Undelivered;
import org.stillpoint.record.mail.MailFault;

/** What a server's refusal means. */
final class SmtpFaults {
    /** RFC 5321: the server is about to leave; RFC 4954: it wants a sign-in first; from 500 on trying again changes nothing. */
    private static final int LEAVING = 421;

    private static final int SIGN_IN_NEEDED = 530;
    private static final int FOR_GOOD = 500;

    /** Each looks for its own kind among all that went wrong; the first that finds it tells. */
    private static final List<Function<List<Throwable>, Optional<Undelivered>>> KINDS = List.of(
            all -> first(all, AuthenticationFailedException.class).map(any -> later(MailFault.SIGN_IN_REFUSED)),
            all -> first(all, SMTPAddressFailedException.class)
                    .map(no -> new Undelivered(MailFault.ADDRESS_REFUSED, no.getReturnCode() >= FOR_GOOD)),
            all -> first(all, SMTPSenderFailedException.class).map(any -> later(MailFault.SENDER_REFUSED)),
            all -> first(all, SMTPSendFailedException.class).flatMap(no -> byCode(no.getReturnCode())),
            all -> first(all, UnknownHostException.class).map(any -> later(MailFault.HOST_UNKNOWN)),
            all -> first(all, CertificateException.class).map(any -> later(MailFault.NOT_TRUSTED)),
            all -> first(all, CertPathValidatorException.class).map(any -> later(MailFault.NOT_TRUSTED)),
            all -> first(all, SSLException.class).map(any -> later(MailFault.NO_TLS)),
            all -> all.stream().anyMatch(SmtpFaults::saysNoTls)
                    ? Optional.of(later(MailFault.NO_TLS))
                    : Optional.empty(),
            all -> first(all, SocketTimeoutException.class).map(any -> later(MailFault.TIMED_OUT)),
            all -> first(all, ConnectException.class).map(any -> later(MailFault.NO_CONNECTION)),
            all -> first(all, NoRouteToHostException.class).map(any -> later(MailFault.NO_CONNECTION)),
            all -> first(all, MailConnectException.class).map(any -> later(MailFault.NO_CONNECTION)));

    private SmtpFaults() {}

    static Undelivered of(MessagingException failed) {
        List<Throwable> all = all(failed);
        return KINDS.stream()
                .flatMap(kind -> kind.apply(all).stream())
                .findFirst()
                .orElseGet(() -> later(MailFault.BROKEN_OFF));
    }

    private static Undelivered later(MailFault fault) {
        return new Undelivered(fault, false);
    }

    /** Empty where there was none: the connection broke. */
    private static Optional<Undelivered> byCode(int code) {
        if (code < 0) {
            return Optional.empty();
        }
        return Optional.of(
                switch (code) {
                    case LEAVING -> later(MailFault.NO_CONNECTION);
                    case SIGN_IN_NEEDED -> later(MailFault.SIGN_IN_REFUSED);
                    default -> new Undelivered(MailFault.MAIL_REFUSED, code >= FOR_GOOD);
                });
    }

    /** The library says it in words alone. */
    private static boolean saysNoTls(Throwable failed) {
        return String.valueOf(failed.getMessage()).contains("STARTTLS");
    }

    private static <T> Optional<T> first(List<Throwable> all, Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** What went wrong, and what that was caused by or came with. */
    private static List<Throwable> all(Throwable failed) {
        List<Throwable> all = new ArrayList<>(List.of(failed));
        for (int i = 0; i < all.size() && i < 32; i++) {
            Throwable each = all.get(i);
            Throwable next = each instanceof MessagingException said ? said.getNextException() : null;
            for (Throwable more : new Throwable[] {next, each.getCause()}) {
                if (more != null && !all.contains(more)) {
                    all.add(more);
                }
            }
        }
        return all;
    }
}
