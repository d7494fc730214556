package org.stillpoint.practice.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.stillpoint.practice.PeopleInMemory.by;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.PeopleInMemory;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.asking.AskQuestionnaires;
import org.stillpoint.practice.checkin.GiveCheckIn;
import org.stillpoint.practice.checkin.MendOwnCheckIn;
import org.stillpoint.practice.client.CopyClient;
import org.stillpoint.practice.link.OpenLink.LinkSeen;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.link.LinkPurpose;
import org.stillpoint.record.link.PrivateLink;
import org.stillpoint.record.slip.EntryContent;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.AuditEntry;
import org.stillpoint.record.work.Sight;
import org.stillpoint.record.work.UnitOfWork;

/** The client's own door: one purpose, one client, one period, one browser, once. */
class LinkTest {
    private static final Actor DOOR = Actor.program(Actor.ProgramPart.DOOR);
    private static final String LINK = "0a".repeat(32);
    private static final String HERE = "0b".repeat(32);
    private static final String ELSEWHERE = "0c".repeat(32);

    private final PeopleInMemory people = new PeopleInMemory();
    private final TestClock clock = people.clock();
    private final RecordsInMemory records = people.records();
    private final Membership rights = people.rights();
    private final UnitOfWork work = people.work();
    private final Account sam = people.account("sam", Role.THERAPIST);
    private final Account kim = people.account("kim", Role.THERAPIST);
    private final Account desk = people.account("desk", Role.ASSISTANT);
    private final Id<Client> ann = add(sam, "Ann");
    private final Id<Client> bea = add(sam, "Bea");
    private final OpenLink open = new OpenLink(work, clock);

    private Id<Client> add(Account whose, String name) {
        return people.add(whose, name, OptionalInt.empty());
    }

    private Id<PrivateLink> make(Account by, LinkPurpose purpose) {
        Id<PrivateLink> id = Id.random();
        new MakeLink(work, clock).by(by(by), new MakeLink.Command(id, ann, purpose, LINK, MakeLink.USUAL));
        return id;
    }

    private Actor.Linked opened(LinkPurpose purpose) {
        Id<PrivateLink> id = make(sam, purpose);
        LinkSeen seen = open.see(DOOR, LINK, HERE);
        assertThat(seen)
                .isInstanceOfSatisfying(
                        LinkSeen.ToBeOpened.class,
                        fresh -> assertThat(open.open(DOOR, fresh.link(), HERE)).isTrue());
        return new Actor.Linked(ann, id);
    }

    private static GiveCheckIn.Command says(Id<Client> client) {
        Score0To10 two = Score0To10.of(2);
        return new GiveCheckIn.Command(Id.random(), client, Answers.of(two, two, two, two));
    }

    private void assertOpensNothing(String browser) {
        assertThat(open.see(DOOR, LINK, browser)).isEqualTo(new LinkSeen.OpensNothing(true));
    }

    @Test
    void checkIn_byLink_isKeptOnce_andUsesTheLinkUp() {
        Actor.Linked linked = opened(LinkPurpose.CHECK_IN);
        assertThat(open.see(DOOR, LINK, HERE))
                .isInstanceOfSatisfying(
                        LinkSeen.OpenHere.class,
                        here -> assertThat(here.actor()).isEqualTo(linked));
        assertOpensNothing(ELSEWHERE);
        GiveCheckIn.Command wanted = says(ann);
        new GiveCheckIn(work, clock).by(linked, wanted);

        assertThat(records.checkIns().list(ann)).extracting(CheckIn::id).containsExactly(wanted.id());
        assertThat(open.see(DOOR, LINK, HERE))
                .isInstanceOfSatisfying(
                        LinkSeen.UsedHere.class, used -> assertThat(used.key()).isEqualTo(wanted.id()));
        assertOpensNothing(ELSEWHERE);
        assertThatThrownBy(() -> new GiveCheckIn(work, clock).by(linked, says(ann)))
                .isInstanceOf(NotAllowed.class);
        assertThat(records.audit().listOf(ann))
                .filteredOn(entry -> entry.outcome() == AuditEntry.Outcome.DONE)
                .extracting(AuditEntry::act, AuditEntry::actor)
                .contains(tuple(Act.MAKE_LINK, by(sam)), tuple(Act.OPEN_LINK, DOOR), tuple(Act.CHECK_IN, linked));
    }

    @Test
    void checkIn_byLink_isMendedByIt_onTheSameDay_andItsHistoryStays() {
        Actor.Linked linked = opened(LinkPurpose.CHECK_IN);
        MendOwnCheckIn mend = new MendOwnCheckIn(work, clock);
        PrivateLink open = records.privateLinks().findByHash(LINK).orElseThrow();
        assertThatThrownBy(() -> mend.find(linked, open)).isInstanceOf(NotAllowed.class);
        GiveCheckIn.Command given = says(ann);
        new GiveCheckIn(work, clock).by(linked, given);

        PrivateLink used = records.privateLinks().findByHash(LINK).orElseThrow();
        CheckIn kept = mend.find(linked, used).orElseThrow();
        Score0To10 nine = Score0To10.of(9);
        var wanted = new MendOwnCheckIn.Command(Id.random(), kept.version(), Answers.of(nine, nine, nine, nine));
        assertThat(mend.by(linked, used, wanted)).isInstanceOf(Answer.Done.class);
        assertThat(mend.by(linked, used, wanted)).isInstanceOf(Answer.Again.class);
        assertThat(mend.by(linked, used, new MendOwnCheckIn.Command(Id.random(), kept.version(), given.answers())))
                .isInstanceOf(Answer.Changed.class);

        assertThat(records.checkIns().list(ann))
                .singleElement()
                .satisfies(now -> assertThat(now.answers()).isEqualTo(wanted.answers()))
                .satisfies(now -> assertThat(now.at()).isEqualTo(kept.at()));
        assertThat(records.corrections().list(ann))
                .singleElement()
                .satisfies(mended -> assertThat(mended.before())
                        .isEqualTo(new EntryContent.CheckInEntry(kept.at(), given.answers())));
        assertThat(records.audit().listOf(ann))
                .extracting(AuditEntry::act, AuditEntry::actor)
                .contains(tuple(Act.MEND_OWN_CHECK_IN, linked));

        clock.pass(Duration.ofDays(1));
        assertThat(mend.find(linked, used)).isEmpty();
        assertThatThrownBy(() -> mend.by(
                        linked,
                        used,
                        new MendOwnCheckIn.Command(Id.random(), kept.version().next(), given.answers())))
                .isInstanceOf(NoSuchRecord.class);
    }

    @Test
    void link_opensWhatItIsForAlone_ofItsClientAlone() {
        new AskQuestionnaires(work, clock).by(by(sam), new AskQuestionnaires.Command(Id.random(), ann, Set.of("peg")));
        for (LinkPurpose purpose : LinkPurpose.values()) {
            Id<PrivateLink> id = Id.random();
            String hash = ("1" + purpose.ordinal()).repeat(32);
            new MakeLink(work, clock).by(by(sam), new MakeLink.Command(id, ann, purpose, hash, MakeLink.USUAL));
            Actor linked = new Actor.Linked(ann, id);
            assertThat(Act.values()).noneMatch(act -> rights.may(linked, act, Optional.of(ann)));
            PrivateLink link = records.privateLinks().findByHash(hash).orElseThrow();
            open.open(DOOR, link, HERE);
            Set<Act> own =
                    switch (purpose) {
                        case CHECK_IN -> EnumSet.of(Act.CHECK_IN, Act.SEE_PAIN);
                        case OWN_COPY -> EnumSet.of(Act.COPY_CLIENT, Act.USE_LINK);
                        case INTAKE ->
                            EnumSet.of(
                                    Act.SAVE_INTAKE_STEP,
                                    Act.ANSWER_INTAKE_STEP,
                                    Act.SEE_INTAKE,
                                    Act.CHANGE_TOUCH_MAP,
                                    Act.SEE_TOUCH_MAP,
                                    Act.SIGN_CONSENT,
                                    Act.SEE_CONSENT);
                        case QUESTIONNAIRE ->
                            EnumSet.of(
                                    Act.ANSWER_QUESTIONNAIRE, Act.HAND_IN_QUESTIONNAIRE, Act.SEE_ASKED_QUESTIONNAIRES);
                        case OWN_VIEW ->
                            EnumSet.of(
                                    Act.SEE_OWN_VIEW,
                                    Act.SEE_CONSENT,
                                    Act.WITHDRAW_CONSENT,
                                    Act.COPY_CLIENT,
                                    Act.ASK_PRACTICE);
                        case APPOINTMENT -> EnumSet.of(Act.SEE_OWN_APPOINTMENT, Act.SAY_CANNOT_COME);
                        case CONSENT ->
                            EnumSet.of(Act.SIGN_CONSENT, Act.SIGN_AREAS, Act.WITHDRAW_CONSENT, Act.SEE_CONSENT);
                    };
            for (Act act : Act.values()) {
                assertThat(rights.may(linked, act, Optional.of(ann)))
                        .as("%s", act)
                        .isEqualTo(own.contains(act));
                assertThat(rights.may(linked, act, Optional.of(bea)))
                        .as("%s", act)
                        .isFalse();
                assertThat(rights.may(linked, act, Optional.empty()))
                        .as("%s", act)
                        .isFalse();
                assertThat(rights.may(new Actor.Linked(bea, id), act, Optional.of(bea)))
                        .isFalse();
            }
            assertThat(rights.sight(linked, Act.SEE_TODAY)).isEqualTo(Sight.NOBODY);
        }
    }

    @Test
    void ownCopy_byLink_isTakenOnce_withoutProcessNotes() {
        Actor.Linked linked = opened(LinkPurpose.OWN_COPY);
        CopyClient copy = new CopyClient(work, records.audit(), clock);
        assertThat(copy.by(linked, ann, false).client().id()).isEqualTo(ann);
        assertThatThrownBy(() -> copy.by(linked, ann, true)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> copy.by(linked, bea, false)).isInstanceOf(NotAllowed.class);
        UseLink use = new UseLink(work, clock);
        use.by(linked, new UseLink.Command(Id.random(), ann, linked.link()));
        assertThatThrownBy(() -> use.by(linked, new UseLink.Command(Id.random(), ann, linked.link())))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> copy.by(linked, ann, false)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void link_takenBackOrRunOut_opensNothing_alsoWhereItWasOpen() {
        Actor.Linked linked = opened(LinkPurpose.CHECK_IN);
        TakeLinkBack.Command back = new TakeLinkBack.Command(Id.random(), ann, linked.link());
        TakeLinkBack takeBack = new TakeLinkBack(work, clock);
        assertThatThrownBy(() -> takeBack.by(by(kim), back)).isInstanceOf(NotAllowed.class);
        takeBack.by(by(sam), back);
        assertOpensNothing(HERE);
        assertThatThrownBy(() -> new GiveCheckIn(work, clock).by(linked, says(ann)))
                .isInstanceOf(NotAllowed.class);
        assertThat(records.checkIns().list(ann)).isEmpty();

        String another = "2a".repeat(32);
        new MakeLink(work, clock)
                .by(by(sam), new MakeLink.Command(Id.random(), ann, LinkPurpose.CHECK_IN, another, Duration.ofDays(1)));
        clock.pass(Duration.ofDays(1));
        assertThat(open.see(DOOR, another, HERE)).isEqualTo(new LinkSeen.OpensNothing(true));
        PrivateLink late = records.privateLinks().findByHash(another).orElseThrow();
        assertThat(open.open(DOOR, late, HERE)).isFalse();
    }

    @Test
    void link_thatNobodyMade_isKnownAsAGuess() {
        assertThat(open.see(DOOR, LINK, HERE)).isEqualTo(new LinkSeen.OpensNothing(false));
    }

    @Test
    void secondBrowser_afterTheFirst_isNotLetIn() {
        make(sam, LinkPurpose.CHECK_IN);
        PrivateLink seenByBoth = records.privateLinks().findByHash(LINK).orElseThrow();
        assertThat(open.open(DOOR, seenByBoth, HERE)).isTrue();
        assertThat(open.open(DOOR, seenByBoth, ELSEWHERE)).isFalse();
        assertOpensNothing(ELSEWHERE);
    }

    @Test
    void links_areMadeAndSeen_byWhoeverTreatsTheClient_forThirtyDaysAtMost() {
        assertThatThrownBy(() -> make(kim, LinkPurpose.CHECK_IN)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> make(desk, LinkPurpose.CHECK_IN)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> new MakeLink(work, clock)
                        .by(
                                by(sam),
                                new MakeLink.Command(
                                        Id.random(),
                                        ann,
                                        LinkPurpose.CHECK_IN,
                                        LINK,
                                        Duration.ofDays(30).plusSeconds(1))))
                .isInstanceOf(BadValue.class);
        make(sam, LinkPurpose.CHECK_IN);
        LinkReading reading = new LinkReading(work, clock);
        assertThat(reading.by(by(sam), ann).links())
                .extracting(LinkReading.NamedLink::by)
                .containsExactly(Optional.of(sam.signInName()));
        assertThatThrownBy(() -> reading.by(by(kim), ann)).isInstanceOf(NotAllowed.class);
        assertThat(reading.by(by(sam), bea).links()).isEmpty();
    }
}
