package org.stillpoint.practice.casereport;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.address.AddressEntry;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.ContactDetails;
import org.stillpoint.record.client.RelatedPerson;
import org.stillpoint.record.contact.Contact;
import org.stillpoint.record.setting.PracticeProfile;
import org.stillpoint.record.work.Records;

/**
 * The names that a paper without names is searched for.
 *
 * @param people of the client, of who stands by them, of the address book and of the practice's contacts
 * @param authors under which people sign in
 * @param places where the client lives and where letters go, what the practice is called and where it is
 */
public record NamesOfPractice(List<String> people, List<String> authors, List<String> places) {

    public NamesOfPractice {
        people = List.copyOf(people);
        authors = List.copyOf(authors);
        places = List.copyOf(places);
    }

    /** The same for whoever writes: their own name may stand there. */
    public NamesOfPractice withoutAuthors() {
        return new NamesOfPractice(people, List.of(), places);
    }

    static NamesOfPractice of(Records records, Client client) {
        Id<Client> id = client.id();
        ContactDetails reached = records.aboutClients().contact(id).told();
        List<AddressEntry> book = records.addressBook().list();
        List<String> people = new ArrayList<>(
                List.of(client.name().value(), reached.calledBy().value()));
        Stream.of(reached.guardian(), reached.emergencyContact())
                .flatMap(Optional::stream)
                .map(RelatedPerson::name)
                .map(PrivateText::value)
                .forEach(people::add);
        book.forEach(entry -> people.add(entry.name().value()));
        records.contacts().get().contacts().stream().map(Contact::who).forEach(people::add);
        PracticeProfile profile = records.settings().profile();
        List<String> places = new ArrayList<>(List.of(reached.address().value(), profile.name(), profile.place()));
        book.forEach(entry -> places.add(entry.address().value()));
        return new NamesOfPractice(
                people,
                records.accounts().list().stream()
                        .map(account -> account.signInName().value())
                        .toList(),
                places);
    }

    /** Hides them. */
    @Override
    public String toString() {
        return "(names)";
    }
}
