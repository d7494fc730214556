package org.stillpoint.web.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.address.AddressEntry;
import org.stillpoint.record.client.Background;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.ContactDetails;
import org.stillpoint.record.client.Preferences;
import org.stillpoint.record.client.RelatedPerson;
import org.stillpoint.words.AboutWords;
import org.stillpoint.words.ClientWords;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Speaker;

/** What is told about a client, field by field, each with its label, in the order of their pages; empty where nothing was said. */
public final class AboutFields {
    private static final String NEXT = ", ";

    private AboutFields() {}

    public static Map<Message, String> of(Client client) {
        Map<Message, String> fields = new LinkedHashMap<>();
        fields.put(CommonWords.NAME, client.name().value());
        fields.put(
                ClientWords.YEAR_OF_BIRTH,
                client.yearOfBirth().isPresent()
                        ? String.valueOf(client.yearOfBirth().getAsInt())
                        : "");
        return fields;
    }

    public static Map<Message, String> of(ContactDetails told) {
        Map<Message, String> fields = new LinkedHashMap<>();
        fields.put(AboutWords.CALLED_BY, told.calledBy().value());
        fields.put(AboutWords.PRONOUNS, told.pronouns().value());
        fields.put(AboutWords.LANGUAGE, told.language().value());
        fields.put(AboutWords.PHONE, told.phone().value());
        fields.put(AboutWords.EMAIL, told.email().value());
        fields.put(AboutWords.ADDRESS, told.address().value());
        fields.put(AboutWords.GUARDIAN, person(told.guardian()));
        fields.put(AboutWords.EMERGENCY_CONTACT, person(told.emergencyContact()));
        return fields;
    }

    private static String person(Optional<RelatedPerson> person) {
        return person.map(one -> joined(one.name(), one.relation(), one.phone()))
                .orElse("");
    }

    /** All but who else sees to the client. */
    public static Map<Message, String> of(Background told, Speaker speaker) {
        Preferences preferences = told.preferences();
        Map<Message, String> fields = new LinkedHashMap<>();
        fields.put(AboutWords.REASON, told.reason().value());
        fields.put(AboutWords.CAUTIONS, told.cautions().value());
        fields.put(AboutWords.STOP_SIGN, told.stopSign().value());
        fields.put(AboutWords.LYING, preferences.lying().map(speaker::name).orElse(""));
        fields.put(
                AboutWords.WISHES,
                preferences.wishes().stream().sorted().map(speaker::name).collect(Collectors.joining(NEXT)));
        fields.put(AboutWords.HARD_POSITIONS, preferences.hardPositions().value());
        fields.put(AboutWords.AVOID, preferences.avoid().value());
        return fields;
    }

    /** @param carers as they stand in the address book */
    public static Map<Message, String> of(Background told, List<AddressEntry> carers, Speaker speaker) {
        Map<Message, String> fields = new LinkedHashMap<>();
        fields.put(AboutWords.WHO, carers.stream().map(AboutFields::of).collect(Collectors.joining("\n")));
        fields.put(
                AboutWords.PSYCHOTHERAPY,
                told.psychotherapy().map(speaker::name).orElse(""));
        return fields;
    }

    /** In one line. */
    public static String of(AddressEntry carer) {
        return joined(carer.name(), carer.profession(), carer.phone(), carer.email());
    }

    private static String joined(PrivateText... texts) {
        return Stream.of(texts)
                .filter(text -> !text.isEmpty())
                .map(PrivateText::value)
                .collect(Collectors.joining(NEXT));
    }
}
