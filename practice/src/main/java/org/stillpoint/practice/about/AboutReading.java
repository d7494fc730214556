package org.stillpoint.practice.about;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.mail.MailReading;
import org.stillpoint.practice.mail.MailReading.ClientMail;
import org.stillpoint.practice.safety.SafetyStanding;
import org.stillpoint.practice.slip.SlipReading;
import org.stillpoint.practice.slip.SlipReading.NamedCorrection;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.address.AddressEntry;
import org.stillpoint.record.client.AboutPart;
import org.stillpoint.record.client.Background;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.ContactDetails;
import org.stillpoint.record.slip.EntryContent;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** What is told about a client: all of it for whoever treats them, and for the front desk how they are reached. */
public final class AboutReading {

    /** Who it is and how they are reached. */
    public record ContactView(Client client, AboutPart<ContactDetails> contact, ClientMail mail) {}

    /**
     * Who else sees to a client.
     *
     * @param carers in the order in which they were named
     * @param others who else is current in the address book, by name
     */
    public record CarersView(
            Client client, AboutPart<Background> background, List<AddressEntry> carers, List<AddressEntry> others) {}

    /**
     * All of it.
     *
     * @param mail how it stands with mail to them
     * @param carers who else sees to them
     * @param answered what was ever asked first before a session, and who answered for it
     * @param archivedBy whose account archived them, where that is known
     * @param history what stood there before, the newest first
     * @param decides whether the reader decides who sees to this client, and whether they still come
     * @param mayErase whether the reader may erase them
     */
    public record AboutView(
            Client client,
            AboutPart<ContactDetails> contact,
            ClientMail mail,
            AboutPart<Background> background,
            List<AddressEntry> carers,
            List<SafetyStanding.AnsweredFor> answered,
            Optional<SignInName> archivedBy,
            List<NamedCorrection> history,
            boolean decides,
            boolean mayErase) {}

    private final UnitOfWork work;
    private final Clock clock;

    /** @param clock in the time zone of the practice */
    public AboutReading(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** @throws org.stillpoint.record.NoSuchRecord if there is no such client */
    public ContactView contact(Actor actor, Id<Client> id) {
        return work.read(
                actor,
                Act.SEE_CLIENT,
                Optional.of(id),
                records -> new ContactView(
                        records.clients().get(id),
                        records.aboutClients().contact(id),
                        MailReading.of(records, id, clock)));
    }

    /** @throws org.stillpoint.record.NoSuchRecord if there is no such client */
    public CarersView carers(Actor actor, Id<Client> id) {
        return work.read(actor, Act.SEE_BACKGROUND, Optional.of(id), records -> {
            AboutPart<Background> background = records.aboutClients().background(id);
            List<Id<AddressEntry>> carers = background.told().carers();
            return new CarersView(
                    records.clients().get(id),
                    background,
                    entries(records, carers),
                    records.addressBook().list().stream()
                            .filter(entry -> entry.isCurrent() && !carers.contains(entry.id()))
                            .toList());
        });
    }

    /** @throws org.stillpoint.record.NoSuchRecord if there is no such client */
    public AboutView by(Actor actor, Id<Client> id) {
        return work.read(actor, Act.SEE_BACKGROUND, Optional.of(id), records -> {
            Client client = records.clients().get(id);
            AboutPart<Background> background = records.aboutClients().background(id);
            return new AboutView(
                    client,
                    records.aboutClients().contact(id),
                    MailReading.of(records, id, clock),
                    background,
                    entries(records, background.told().carers()),
                    SafetyStanding.answered(records.safetyChecks().list(id).reversed()),
                    client.archiving()
                            .flatMap(since -> since.by())
                            .flatMap(account -> records.accounts().find(account))
                            .map(Account::signInName),
                    SlipReading.mended(records, id).stream()
                            .filter(each -> isAbout(each.correction().before()))
                            .toList(),
                    new Membership(records).may(actor, Act.ARCHIVE_CLIENT, Optional.of(id)),
                    Membership.runsThePractice(actor));
        });
    }

    /** Those of the address book who were named for a client, in this order. */
    public List<AddressEntry> named(Actor actor, Id<Client> client, List<Id<AddressEntry>> carers) {
        return work.read(actor, Act.SEE_BACKGROUND, Optional.of(client), records -> entries(records, carers));
    }

    /** Those entries of the address book, in this order. */
    public static List<AddressEntry> entries(Records records, List<Id<AddressEntry>> carers) {
        return carers.stream()
                .flatMap(carer -> records.addressBook().find(carer).stream())
                .toList();
    }

    private static boolean isAbout(EntryContent content) {
        return switch (content) {
            case EntryContent.ClientEntry any -> true;
            case EntryContent.ContactEntry any -> true;
            case EntryContent.BackgroundEntry any -> true;
            case EntryContent.ArchiveEntry any -> true;
            case EntryContent.CheckInEntry any -> false;
            case EntryContent.EventEntry any -> false;
            case EntryContent.SafetyEntry any -> false;
            case EntryContent.SessionEntry any -> false;
            case EntryContent.MarkEntry any -> false;
        };
    }
}
