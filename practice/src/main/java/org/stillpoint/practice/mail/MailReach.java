package org.stillpoint.practice.mail;

import java.time.Clock;
import java.util.Optional;
import org.stillpoint.practice.consent.ConsentCheck;
import org.stillpoint.practice.language.ClientLanguage;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.MailWishes;
import org.stillpoint.record.consent.ConsentBlock;
import org.stillpoint.record.consent.ConsentStanding;
import org.stillpoint.record.setting.MailServer;
import org.stillpoint.record.setting.MailSetting;
import org.stillpoint.record.setting.PracticeLanguage;
import org.stillpoint.record.work.Records;

/**
 * Whether a client may be written to. It takes a server of the practice, an address, and a consent in force in which contact by e-mail was
 * answered with yes; and nobody is written to who wants no mail, or no longer comes.
 */
public sealed interface MailReach {

    /**
     * They may.
     *
     * @param door at which clients reach this program, or empty
     */
    record ByMail(MailServer server, String door, PrivateText address, PracticeLanguage language, MailWishes wishes)
            implements MailReach {}

    /** They may not. */
    record NotByMail(WhyNot why) implements MailReach {}

    /** Why a client is not written to. */
    enum WhyNot {
        NO_SERVER,
        NO_LONGER_COMES,
        NO_ADDRESS,
        NOT_AGREED,
        SWITCHED_OFF
    }

    /** Within what is read or done. */
    static MailReach of(Records records, Id<Client> client, Clock clock) {
        MailSetting setting = records.settings().mail();
        if (setting.server().isEmpty()) {
            return new NotByMail(WhyNot.NO_SERVER);
        }
        if (records.clients().get(client).isArchived()) {
            return new NotByMail(WhyNot.NO_LONGER_COMES);
        }
        PrivateText address = records.aboutClients().contact(client).told().email();
        if (address.isEmpty()) {
            return new NotByMail(WhyNot.NO_ADDRESS);
        }
        MailWishes wishes = records.aboutClients().mailWishes(client).told();
        if (wishes.off().isPresent()) {
            return new NotByMail(WhyNot.SWITCHED_OFF);
        }
        return hasAgreed(records, client, clock)
                ? new ByMail(
                        setting.server().get(), setting.door(), address, ClientLanguage.of(records, client), wishes)
                : new NotByMail(WhyNot.NOT_AGREED);
    }

    private static boolean hasAgreed(Records records, Id<Client> client, Clock clock) {
        return ConsentCheck.standing(records, client, clock) instanceof ConsentStanding.InForce(var given, var until)
                && given.choices().getOrDefault(ConsentBlock.CONTACT_BY_EMAIL, false);
    }

    /** Where they may. */
    default Optional<ByMail> byMail() {
        return this instanceof ByMail by ? Optional.of(by) : Optional.empty();
    }

    /** Why not, where they may not. */
    default Optional<WhyNot> whyNot() {
        return this instanceof NotByMail not ? Optional.of(not.why()) : Optional.empty();
    }
}
