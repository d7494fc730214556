package org.stillpoint.practice.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.stillpoint.practice.PeopleInMemory.by;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.PeopleInMemory;
import org.stillpoint.practice.session.SessionFacts.FeltCourse;
import org.stillpoint.practice.session.SessionFacts.WorkedSite;
import org.stillpoint.practice.session.SessionListReading.ListedSession;
import org.stillpoint.practice.session.SessionListReading.SessionList;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.GroundingMarks;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.session.Tap;

/** A client's sessions in a line each, the newest first, a page of them; the one that goes on stands apart. */
class SessionListTest {
    private static final Site NECK = new Site.RegionSite(new RegionCode("X105"));
    private static final Site BACK = new Site.RegionSite(new RegionCode("X201"));

    private final PeopleInMemory people = new PeopleInMemory();
    private final Account sam = people.account("sam", Role.THERAPIST);
    private final Account desk = people.account("desk", Role.ASSISTANT);
    private final Id<Client> ann = people.add(sam, "Ann Example", OptionalInt.empty());
    private final StartSession start = new StartSession(people.work(), people.clock());
    private final MarkMoment mark = new MarkMoment(people.work(), people.clock());
    private final EndSession end = new EndSession(people.work(), people.clock());
    private final SessionListReading reading = new SessionListReading(people.work());

    private Id<Session> started() {
        people.clock().pass(Duration.ofDays(1));
        Id<Session> session = Id.random();
        start.by(by(sam), StartSession.Command.clear(session, ann, Id.random()));
        return session;
    }

    private void marked(Id<Session> session, Moment... moments) {
        for (Moment moment : moments) {
            people.clock().pass(Duration.ofMinutes(1));
            mark.by(
                    by(sam),
                    ann,
                    new MarkMoment.Command(
                            session, Tap.of(Id.random(), people.clock().instant(), moment)));
        }
    }

    private Id<Session> held(Moment... moments) {
        Id<Session> session = started();
        marked(session, moments);
        end.by(by(sam), new EndSession.Command(ann, session));
        return session;
    }

    private SessionList list(int page) {
        return reading.by(by(sam), ann, page);
    }

    @Test
    void session_isTold_byItsPlacesItsReleaseItsStopAndItsDistress() {
        held(Stream.of(
                        List.of(
                                new Moment.SiteEngaged(NECK, PrivateText.NONE),
                                new Moment.Distress(Score0To10.of(6)),
                                new Moment.Release(NECK, 0.25),
                                new Moment.SiteEngaged(BACK, PrivateText.NONE),
                                new Moment.StopSignal()),
                        GroundingMarks.all(2),
                        List.of(new Moment.Resumed(), new Moment.Release(NECK, 0.5)))
                .flatMap(List::stream)
                .toArray(Moment[]::new));

        ListedSession told = list(1).held().getFirst();
        assertThat(told.length()).contains(Duration.ofMinutes(16)); // a mark a minute
        SessionFacts facts = told.facts();
        assertThat(facts.sites())
                .extracting(WorkedSite::site, WorkedSite::released)
                .containsExactly(tuple(NECK, OptionalDouble.of(0.5)), tuple(BACK, OptionalDouble.empty()));
        assertThat(facts.stopped()).isTrue();
        assertThat(facts.distress()).contains(new FeltCourse(Score0To10.of(6), Score0To10.of(2)));
    }

    @Test
    void sessions_areTheNewestFirst_aPageOfThem_andTheOneThatGoesOnStandsApart() {
        assertThat(list(1)).extracting(SessionList::all).isEqualTo(0);
        List<Id<Session>> all = new ArrayList<>();
        for (int i = 0; i <= SessionListReading.AT_ONCE; i++) {
            all.addFirst(held());
        }
        Id<Session> running = started();
        marked(running, new Moment.SiteEngaged(NECK, PrivateText.NONE));

        SessionList first = list(1);
        assertThat(first.all()).isEqualTo(all.size());
        assertThat(first.held())
                .extracting(ListedSession::id)
                .containsExactlyElementsOf(all.subList(0, SessionListReading.AT_ONCE));
        assertThat(first.held().getFirst().facts().distress()).isEmpty();
        assertThat(first.running()).hasValueSatisfying(session -> {
            assertThat(session.id()).isEqualTo(running);
            assertThat(session.length()).isEqualTo(Optional.empty());
        });
        assertThat(list(2).held()).extracting(ListedSession::id).containsExactly(all.getLast());
        assertThat(list(3).held()).isEmpty();
        assertThatThrownBy(() -> list(0)).isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> reading.by(by(desk), ann, 1)).isInstanceOf(NotAllowed.class);
    }
}
