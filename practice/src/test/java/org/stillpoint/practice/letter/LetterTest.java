package org.stillpoint.practice.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stillpoint.practice.PeopleInMemory.by;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.PeopleInMemory;
import org.stillpoint.practice.checkin.GiveCheckIn;
import org.stillpoint.practice.letter.LetterReading.LetterFacts;
import org.stillpoint.practice.session.EndSession;
import org.stillpoint.practice.session.MarkMoment;
import org.stillpoint.practice.session.StartSession;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.session.Tap;

/** What another clinician may be told of a client. */
class LetterTest {
    private static final Site NECK = new Site.RegionSite(new RegionCode("X206"));
    private static final Site BACK = new Site.RegionSite(new RegionCode("X201"));

    private final PeopleInMemory people = new PeopleInMemory();
    private final Account sam = people.account("sam", Role.THERAPIST);
    private final Account kim = people.account("kim", Role.THERAPIST);
    private final Id<Client> ann = people.add(sam, "Ann Example", OptionalInt.of(1980));
    private final LetterReading reading = new LetterReading(people.work(), people.clock());

    private void held(Site... sites) {
        Id<Session> session = Id.random();
        new StartSession(people.work(), people.clock())
                .by(by(sam), StartSession.Command.clear(session, ann, Id.random()));
        Stream.of(sites).forEach(site -> {
            people.clock().pass(Duration.ofMinutes(5));
            new MarkMoment(people.work(), people.clock())
                    .by(
                            by(sam),
                            ann,
                            new MarkMoment.Command(
                                    session,
                                    Tap.of(
                                            Id.random(),
                                            people.clock().instant(),
                                            new Moment.SiteEngaged(site, PrivateText.NONE))));
        });
        new EndSession(people.work(), people.clock()).by(by(sam), new EndSession.Command(ann, session));
        people.clock().pass(Duration.ofDays(7));
    }

    private void says(String worse) {
        Score0To10 four = Score0To10.of(4);
        new GiveCheckIn(people.work(), people.clock())
                .by(
                        by(sam),
                        new GiveCheckIn.Command(
                                Id.random(),
                                ann,
                                new Answers(
                                        four,
                                        four,
                                        four,
                                        four,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        new PrivateText(worse))));
    }

    @Test
    void facts_areTheSessionsWithTheirPlaces_theMostVisitedFirst_andWhatWasWorse() {
        held(NECK, BACK);
        held(BACK);
        says("My neck is sore");
        says("");

        LetterFacts facts = reading.by(by(sam), ann);

        assertThat(facts.held()).hasSize(2).isSorted();
        assertThat(facts.sites()).containsExactly(BACK, NECK);
        assertThat(facts.worse())
                .singleElement()
                .satisfies(said ->
                        assertThat(said.answers().anythingWorse().value()).isEqualTo("My neck is sore"));
        assertThat(facts.flags()).isEmpty();
        assertThat(facts.by()).contains(new SignInName("sam"));
    }

    @Test
    void facts_ofMoreThanAYearAgo_areNoNews() {
        held(NECK);
        says("My neck is sore");
        people.clock().pass(Duration.ofDays(366));

        LetterFacts facts = reading.by(by(sam), ann);

        assertThat(facts.held()).isEmpty();
        assertThat(facts.sites()).isEmpty();
        assertThat(facts.worse()).isEmpty();
    }

    @Test
    void facts_forWhoeverDoesNotTreatThem_areRefused() {
        assertThatThrownBy(() -> reading.by(by(kim), ann)).isInstanceOf(NotAllowed.class);
    }
}
