package org.stillpoint.practice.about;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stillpoint.practice.PeopleInMemory.by;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.PeopleInMemory;
import org.stillpoint.practice.address.AddressReading;
import org.stillpoint.practice.address.ChangeAddress;
import org.stillpoint.practice.client.CopyClient;
import org.stillpoint.practice.slip.SlipReading.NamedCorrection;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.address.AddressEntry;
import org.stillpoint.record.client.AboutPart;
import org.stillpoint.record.client.Background;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.ContactDetails;
import org.stillpoint.record.client.Preferences;
import org.stillpoint.record.client.Psychotherapy;
import org.stillpoint.record.contract.AboutContract;
import org.stillpoint.record.slip.EntryContent;

/** What is told about a client is changed with its history, by whoever may: the front desk reaches how they are reached, and no more. */
class AboutTest {
    private final PeopleInMemory people = new PeopleInMemory();
    private final Account sam = people.account("sam", Role.THERAPIST);
    private final Account kim = people.account("kim", Role.THERAPIST);
    private final Account desk = people.account("desk", Role.ASSISTANT);
    private final Account supervisor = people.account("uma", Role.SUPERVISOR);
    private final Id<Client> ann = people.add(sam, "Ann Example", OptionalInt.empty());
    private final ChangeClientContact changeContact = new ChangeClientContact(people.work(), people.clock());
    private final ChangeBackground changeBackground = new ChangeBackground(people.work(), people.clock());
    private final ChangeCarers changeCarers = new ChangeCarers(people.work(), people.clock());
    private final ChangeAddress changeAddress = new ChangeAddress(people.work());
    private final AboutReading reading = new AboutReading(people.work(), people.clock());

    private ChangeClientContact.Command phone(String phone, Version seen) {
        return new ChangeClientContact.Command(Id.random(), ann, seen, AboutContract.contact(phone));
    }

    private ChangeBackground.Command reason(String reason, Version seen) {
        return new ChangeBackground.Command(
                Id.random(),
                ann,
                seen,
                new PrivateText(reason),
                Preferences.NONE,
                new PrivateText("lifts a hand"),
                PrivateText.NONE);
    }

    private static AddressEntry entry(String name) {
        return new AddressEntry(
                Id.random(),
                new PrivateText(name),
                PrivateText.NONE,
                PrivateText.NONE,
                PrivateText.NONE,
                PrivateText.NONE,
                true,
                Version.FIRST);
    }

    private List<EntryContent> history() {
        return reading.by(by(sam), ann).history().stream()
                .map(each -> each.correction().before())
                .toList();
    }

    @Test
    void contact_changed_keepsWhatStoodThere_onceHoweverOftenItIsSent() {
        ChangeClientContact.Command first = phone("030 1", Version.FIRST);
        assertThat(changeContact.by(by(desk), first)).isInstanceOf(Answer.Done.class);
        assertThat(changeContact.by(by(desk), first)).isInstanceOf(Answer.Again.class);
        people.clock().pass(Duration.ofMinutes(1));
        assertThat(changeContact.by(by(sam), phone("030 22", Version.FIRST.next())))
                .isInstanceOf(Answer.Done.class);

        assertThat(history())
                .containsExactly(
                        new EntryContent.ContactEntry(AboutContract.contact("030 1")),
                        new EntryContent.ContactEntry(ContactDetails.NONE));
        NamedCorrection told = reading.by(by(sam), ann).history().getLast();
        assertThat(told.who()).contains(desk.signInName());
        assertThat(told.correction().after()).contains(new EntryContent.ContactEntry(AboutContract.contact("030 1")));
    }

    @Test
    void staleChange_changesNothing_andTellsWhatIsKept() {
        changeContact.by(by(desk), phone("030 1", Version.FIRST));
        assertThat(changeContact.by(by(sam), phone("030 22", Version.FIRST)))
                .isInstanceOfSatisfying(
                        Answer.Changed.class,
                        changed -> assertThat(changed.kept())
                                .isEqualTo(new AboutPart<>(ann, AboutContract.contact("030 1"), new Version(2))));
        changeBackground.by(by(sam), reason("my neck", Version.FIRST));
        assertThat(changeBackground.by(by(sam), reason("my back", Version.FIRST)))
                .isInstanceOf(Answer.Changed.class);
        assertThat(reading.by(by(sam), ann).background().told().reason()).isEqualTo(new PrivateText("my neck"));
    }

    @Test
    void carers_areOfTheAddressBook_andSomebodyNewComesIntoItAtOnce() {
        AddressEntry weber = entry("Dr Weber");
        changeAddress.add(by(desk), weber);
        AddressEntry adams = entry("Ms Adams");
        Background before = reading.by(by(sam), ann).background().told();
        changeBackground.by(by(sam), reason("my neck", Version.FIRST));
        assertThat(changeCarers.by(
                        by(sam),
                        new ChangeCarers.Command(
                                Id.random(),
                                ann,
                                new Version(2),
                                Optional.of(Psychotherapy.YES),
                                List.of(weber.id()),
                                Optional.of(adams))))
                .isInstanceOf(Answer.Done.class);

        AboutReading.AboutView about = reading.by(by(sam), ann);
        assertThat(about.carers()).containsExactly(weber, adams);
        assertThat(about.background().told().reason()).isEqualTo(new PrivateText("my neck"));
        assertThat(about.history().getFirst().carers()).containsKeys(weber.id(), adams.id());
        assertThat(before).isEqualTo(Background.NONE);
        assertThat(new AddressReading(people.work()).by(by(kim))).containsExactly(weber, adams);
        assertThat(new CopyClient(people.work(), people.records().audit(), people.clock())
                        .by(by(sam), ann, false)
                        .carers())
                .containsExactly(weber, adams);
        ChangeCarers.Command ofNobody = new ChangeCarers.Command(
                Id.random(), ann, new Version(3), Optional.empty(), List.of(Id.random()), Optional.empty());
        assertThatThrownBy(() -> changeCarers.by(by(sam), ofNobody)).isInstanceOf(NoSuchRecord.class);
    }

    @Test
    void addressBook_changed_staysWithWhoeverHasThem_andIsOfferedNoMore() {
        AddressEntry weber = entry("Dr Weber");
        changeAddress.add(by(sam), weber);
        changeCarers.by(
                by(sam),
                new ChangeCarers.Command(
                        Id.random(), ann, Version.FIRST, Optional.empty(), List.of(weber.id()), Optional.empty()));
        AddressEntry retired = new AddressEntry(
                weber.id(),
                weber.name(),
                new PrivateText("retired"),
                PrivateText.NONE,
                PrivateText.NONE,
                PrivateText.NONE,
                false,
                Version.FIRST);
        ChangeAddress.Command change = new ChangeAddress.Command(Id.random(), retired);
        assertThat(changeAddress.by(by(kim), change)).isInstanceOf(Answer.Done.class);
        assertThat(changeAddress.by(by(kim), change)).isInstanceOf(Answer.Again.class);
        assertThat(changeAddress.by(by(kim), new ChangeAddress.Command(Id.random(), retired)))
                .isInstanceOf(Answer.Changed.class);

        assertThat(reading.by(by(sam), ann).carers())
                .extracting(AddressEntry::profession)
                .containsExactly(new PrivateText("retired"));
        Id<Client> bea = people.add(sam, "Bea Example", OptionalInt.empty());
        assertThat(reading.carers(by(sam), bea).others()).isEmpty();
        assertThatThrownBy(() -> changeAddress.add(by(supervisor), entry("Nobody")))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void background_isForWhoeverTreats_andContactForTheFrontDeskToo() {
        changeBackground.by(by(sam), reason("my neck", Version.FIRST));
        assertThat(reading.contact(by(desk), ann).contact().told()).isEqualTo(ContactDetails.NONE);
        assertThatThrownBy(() -> reading.by(by(desk), ann)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> reading.carers(by(desk), ann)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> changeBackground.by(by(desk), reason("hers", new Version(2))))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> reading.by(by(kim), ann)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> reading.contact(by(kim), ann)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> reading.contact(by(supervisor), ann)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> changeContact.by(by(supervisor), phone("030 1", Version.FIRST)))
                .isInstanceOf(NotAllowed.class);
    }
}
