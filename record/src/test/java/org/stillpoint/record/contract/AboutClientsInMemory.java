package org.stillpoint.record.contract;

import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.AboutClients;
import org.stillpoint.record.client.AboutPart;
import org.stillpoint.record.client.Background;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.ContactDetails;
import org.stillpoint.record.client.MailWishes;

/** What is told about clients, in memory. */
final class AboutClientsInMemory implements AboutClients {
    private final Memory memory;
    private final OfAClient<AboutPart<ContactDetails>> contacts;
    private final OfAClient<AboutPart<Background>> backgrounds;
    private final OfAClient<AboutPart<MailWishes>> mailWishes;

    AboutClientsInMemory(Memory memory, ClientsInMemory clients) {
        this.memory = memory;
        contacts = parts("contact", memory, clients);
        backgrounds = parts("background", memory, clients);
        mailWishes = parts("wishes for mail", memory, clients);
    }

    private static <T> OfAClient<AboutPart<T>> parts(String noun, Memory memory, ClientsInMemory clients) {
        return new OfAClient<>(
                noun,
                memory,
                clients,
                part -> id(part.client()),
                AboutPart::client,
                AboutPart::version,
                AboutPart::seenAt);
    }

    private static <T> Id<AboutPart<T>> id(Id<Client> client) {
        return new Id<>(client.value());
    }

    @Override
    public AboutPart<ContactDetails> contact(Id<Client> client) {
        return contacts.find(client, id(client)).orElse(nothing(client, ContactDetails.NONE));
    }

    @Override
    public AboutPart<ContactDetails> updateContact(AboutPart<ContactDetails> changed) {
        return update(contacts, changed, ContactDetails.NONE);
    }

    @Override
    public AboutPart<Background> background(Id<Client> client) {
        return backgrounds.find(client, id(client)).orElse(nothing(client, Background.NONE));
    }

    @Override
    public AboutPart<Background> updateBackground(AboutPart<Background> changed) {
        return update(backgrounds, changed, Background.NONE);
    }

    @Override
    public AboutPart<MailWishes> mailWishes(Id<Client> client) {
        return mailWishes.find(client, id(client)).orElse(nothing(client, MailWishes.USUAL));
    }

    @Override
    public AboutPart<MailWishes> updateMailWishes(AboutPart<MailWishes> changed) {
        return update(mailWishes, changed, MailWishes.USUAL);
    }

    private static <T> AboutPart<T> nothing(Id<Client> client, T none) {
        return new AboutPart<>(client, none, Version.FIRST);
    }

    private <T> AboutPart<T> update(OfAClient<AboutPart<T>> parts, AboutPart<T> changed, T none) {
        return memory.write(() -> {
            parts.add(nothing(changed.client(), none), (kept, added) -> true);
            return parts.replace(changed, (kept, wanted) -> wanted);
        });
    }
}
