package org.stillpoint.practice.mail;

import java.util.Optional;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.link.Link;
import org.stillpoint.record.mail.Letter;
import org.stillpoint.record.setting.PracticeLanguage;

/** The words of a mail, in the language of whoever reads it. */
@FunctionalInterface
public interface MailWording {

    /**
     * @param to an address
     * @param door at which clients reach this program; empty where they do nowhere
     * @param off what the link ends in by which its reader wants no more mail; empty where it is none to a client
     */
    Letter write(PrivateText to, MailContent content, String door, Optional<Link> off, PracticeLanguage language);
}
