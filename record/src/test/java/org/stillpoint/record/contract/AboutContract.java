package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.address.AddressEntry;
import org.stillpoint.record.client.AboutPart;
import org.stillpoint.record.client.Archiving;
import org.stillpoint.record.client.Background;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.ContactDetails;
import org.stillpoint.record.client.LyingPosition;
import org.stillpoint.record.client.Preferences;
import org.stillpoint.record.client.Psychotherapy;
import org.stillpoint.record.client.RelatedPerson;
import org.stillpoint.record.client.RoomWish;
import org.stillpoint.record.today.Standing;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;

/** What every keeping does with what is told about a client, with the address book, and with those who no longer come. */
public interface AboutContract extends Practice {

    /** Every field that there is. */
    static ContactDetails contact(String phone) {
        return new ContactDetails(
                new PrivateText("Annie"),
                new PrivateText("she"),
                new PrivateText("Polish, some English"),
                new PrivateText(phone),
                new PrivateText("ann@example.org"),
                new PrivateText("1 Some Street\nSome Town"),
                Optional.of(new RelatedPerson(new PrivateText("Gus"), new PrivateText("father"), PrivateText.NONE)),
                Optional.of(new RelatedPerson(
                        new PrivateText("Emmy"), new PrivateText("sister"), new PrivateText("0123 45"))));
    }

    /** Every field that there is. */
    static Background background(String reason, List<Id<AddressEntry>> carers) {
        return new Background(
                new PrivateText(reason),
                new Preferences(
                        Optional.of(LyingPosition.ON_THE_SIDE),
                        Set.of(RoomWish.DOOR_AJAR, RoomWish.QUIET),
                        new PrivateText("flat on the back"),
                        new PrivateText("lavender")),
                new PrivateText("lifts the left hand"),
                new PrivateText("the throat"),
                Optional.of(Psychotherapy.NO_CONTACT_WANTED),
                carers);
    }

    private static AddressEntry physician(String name) {
        return new AddressEntry(
                Id.random(),
                new PrivateText(name),
                new PrivateText("physician"),
                new PrivateText("+49 30 123"),
                new PrivateText("practice@example.org"),
                new PrivateText("2 Some Street"),
                true,
                Version.FIRST);
    }

    @Test
    default void about_beforeAnythingIsTold_isNothingAtTheFirstVersion() {
        Id<Client> ann = addClient("Ann").id();
        assertThat(records().aboutClients().contact(ann))
                .isEqualTo(new AboutPart<>(ann, ContactDetails.NONE, Version.FIRST));
        assertThat(records().aboutClients().background(ann))
                .isEqualTo(new AboutPart<>(ann, Background.NONE, Version.FIRST));
    }

    @Test
    default void about_updated_isReadAsItWasTold_andAStalePageIsRefused() {
        Id<Client> ann = addClient("Ann").id();
        Id<Client> bea = addClient("Bea").id();
        AboutPart<ContactDetails> unseen = records().aboutClients().contact(ann);
        AboutPart<ContactDetails> kept = records().aboutClients().updateContact(unseen.with(contact("030 1")));
        assertThat(kept.version()).isEqualTo(new Version(2));
        assertThatThrownBy(() -> records().aboutClients().updateContact(unseen.with(contact("030 22"))))
                .isInstanceOfSatisfying(
                        StaleRecord.class, stale -> assertThat(stale.found()).isEqualTo(new Version(2)));
        AboutPart<ContactDetails> again = records().aboutClients().updateContact(kept.with(contact("030 333")));
        AboutPart<Background> background = records()
                .aboutClients()
                .updateBackground(records()
                        .aboutClients()
                        .background(ann)
                        .with(background("my neck", List.of(Id.random(), Id.random()))));
        reopen();

        assertThat(records().aboutClients().contact(ann)).isEqualTo(again);
        assertThat(again.told()).isEqualTo(contact("030 333"));
        assertThat(records().aboutClients().background(ann)).isEqualTo(background);
        assertThat(records().aboutClients().contact(bea).told()).isEqualTo(ContactDetails.NONE);
        assertThat(kept.toString() + background).doesNotContain("Annie", "Emmy", "neck", "lavender");
    }

    @Test
    default void about_goesWithItsClient_andIsOfNobodyElse() {
        Client ann = addClient("Ann");
        AboutPart<ContactDetails> contact = new AboutPart<>(ann.id(), contact("030 1"), Version.FIRST);
        AboutPart<Background> background = new AboutPart<>(ann.id(), background("my neck", List.of()), Version.FIRST);
        records().aboutClients().updateContact(contact);
        records().aboutClients().updateBackground(background);
        records().clients().erase(ann.id());

        assertThat(records().aboutClients().contact(ann.id()).told()).isEqualTo(ContactDetails.NONE);
        assertThat(records().aboutClients().background(ann.id()).told()).isEqualTo(Background.NONE);
        assertThatThrownBy(() -> records().aboutClients().updateContact(contact))
                .isInstanceOf(NoSuchRecord.class);
        assertThatThrownBy(() -> records().aboutClients().updateBackground(background))
                .isInstanceOf(NoSuchRecord.class);
    }

    @Test
    default void addressBook_isByName_versioned_andNobodyIsAnother() {
        AddressEntry weber = physician("Dr weber");
        AddressEntry adams = physician("Dr Adams");
        records().addressBook().add(weber);
        records().addressBook().add(weber);
        records().addressBook().add(adams);
        AddressEntry gone = new AddressEntry(
                weber.id(),
                weber.name(),
                PrivateText.NONE,
                PrivateText.NONE,
                PrivateText.NONE,
                PrivateText.NONE,
                false,
                weber.version());
        AddressEntry kept = records().addressBook().update(gone);
        reopen();

        assertThat(kept).isEqualTo(gone.seenAt(new Version(2)));
        assertThat(records().addressBook().list()).containsExactly(adams, kept);
        assertThat(records().addressBook().find(weber.id())).contains(kept);
        assertThat(records().addressBook().find(Id.random())).isEmpty();
        assertThatThrownBy(() -> records().addressBook().update(gone)).isInstanceOf(StaleRecord.class);
        assertThatThrownBy(() -> records().addressBook().add(weber)).isInstanceOf(AlreadyThere.class);
        assertThatThrownBy(() -> records().addressBook().update(physician("Nobody")))
                .isInstanceOf(NoSuchRecord.class);
        assertThatThrownBy(() -> physician(" ")).isInstanceOf(BadValue.class);
    }

    private Client archive(Client client) {
        return records()
                .clients()
                .update(client.with(
                        Optional.of(new Archiving(now(), Optional.of(Id.random()), new PrivateText("moved away")))));
    }

    @Test
    default void archived_isFoundBySearch_andStandsInAListOfItsOwn_notOnToday() {
        Client ann = addClient("Ann");
        Client bea = addClient("Bea");
        Client cara = addClient("Cara");
        Client gone = archive(bea);
        reopen();

        assertThat(records().clients().get(bea.id())).isEqualTo(gone);
        assertThat(records().clients().list(Optional.empty(), 9)).containsExactly(ann, cara);
        assertThat(records().clients().listArchived(Optional.empty(), 9)).containsExactly(gone);
        assertThat(records().clients().listArchived(Optional.of(bea.id()), 9)).isEmpty();
        assertThat(records().clients().search("bea")).containsExactly(gone);
        assertThat(records().clients().list()).as("all there are").containsExactly(ann, gone, cara);
        assertThat(records().today().listRecent(9)).extracting(Standing::client).containsExactlyInAnyOrder(ann, cara);
        clock().pass(Duration.ofDays(9));
        assertThat(records().today().listSeenBefore(now(), 9))
                .as("those whose time to be erased comes")
                .extracting(Standing::client)
                .contains(gone);

        Client renamed = records().clients().update(gone.with(new PrivateText("Beate"), OptionalInt.empty()));
        assertThat(renamed.isArchived()).isTrue();
        Client back = records().clients().update(renamed.with(Optional.empty()));
        assertThat(records().clients().list(Optional.empty(), 9)).containsExactly(ann, back, cara);
        assertThat(records().today().listRecent(9)).extracting(Standing::client).contains(back);
        assertThatThrownBy(() -> new Archiving(now(), Optional.empty(), new PrivateText(" ")))
                .isInstanceOf(BadValue.class);
    }

    private String run(Actor actor, Deed deed) {
        return work(UnitOfWorkContract.ALL_BUT_THE_GUEST).run(actor, deed, records -> "done", records -> "again");
    }

    /** Whatever begins something is refused before it is asked what it is; what was done before is answered as it was. */
    @Test
    default void archived_nothingIsBegun_untilTheyAreBroughtBack() {
        Client ann = addClient("Ann");
        Actor owner = UnitOfWorkContract.OWNER;
        Deed before = new Deed(Act.MARK_PAIN, Id.random(), Optional.of(ann.id()), "");
        run(owner, before);
        Client gone = archive(ann);
        for (Act act : Act.values()) {
            if (act.kind() == Act.ActKind.BEGINS) {
                Deed deed = new Deed(act, Id.random(), before.client(), "");
                assertThatThrownBy(() -> run(owner, deed))
                        .as(act.name())
                        .isInstanceOfSatisfying(
                                Refused.class, no -> assertThat(no.rule()).isEqualTo(Rule.CLIENT_IS_ARCHIVED));
            }
        }
        Deed changes = new Deed(Act.CHANGE_CLIENT, Id.random(), before.client(), "");
        assertThat(run(owner, changes)).isEqualTo("done");
        assertThat(run(owner, before)).isEqualTo("again");

        records().clients().update(gone.with(Optional.empty()));
        Deed begins = new Deed(Act.START_SESSION, Id.random(), before.client(), "");
        assertThat(run(owner, begins)).isEqualTo("done");
    }
}
