package org.stillpoint.practice.touch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.practice.PeopleInMemory.by;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.PeopleInMemory;
import org.stillpoint.practice.body.RegionsOfSite;
import org.stillpoint.practice.session.AmendMark;
import org.stillpoint.practice.session.MarkMoment;
import org.stillpoint.practice.session.StartSession;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.intake.IntakeHand;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.session.Tap;
import org.stillpoint.record.touch.TouchMap;
import org.stillpoint.record.touch.TouchWish;

/** A touch map is said, and honoured wherever hands are marked. */
class TouchTest {
    private static final RegionCode NECK = new RegionCode("X205");
    private static final RegionCode BACK = new RegionCode("X208");
    private static final Site AT_NECK = new Site.RegionSite(NECK);
    private static final Site AT_BACK = new Site.RegionSite(BACK);

    private final PeopleInMemory people = new PeopleInMemory();
    private final Account sam = people.account("sam", Role.THERAPIST);
    private final Id<Client> ann = people.add(sam, "Ann Example", OptionalInt.empty());
    private final ChangeTouchMap change = new ChangeTouchMap(people.work(), people.clock());
    private final MarkMoment mark = new MarkMoment(people.work(), people.clock());

    private Answer<Optional<TouchMap>> says(Optional<Version> seen, Map<RegionCode, TouchWish> wishes) {
        return change.by(by(sam), new ChangeTouchMap.Command(Id.random(), ann, seen, wishes, IntakeHand.THERAPIST));
    }

    private Id<Session> started() {
        Id<Session> session = Id.random();
        new StartSession(people.work(), people.clock())
                .by(by(sam), StartSession.Command.clear(session, ann, Id.random()));
        return session;
    }

    private Answer<Mark> marks(Id<Session> session, Moment moment) {
        return mark.by(
                by(sam),
                ann,
                new MarkMoment.Command(
                        session, Tap.of(Id.random(), people.clock().instant(), moment)));
    }

    private Answer<Mark> engages(Id<Session> session, Site site) {
        return marks(session, new Moment.SiteEngaged(site, PrivateText.NONE));
    }

    private static void assertNo(Rule rule, Answer<?> answer) {
        assertThat(answer).isEqualTo(new Answer.No<>(rule));
    }

    @Test
    void map_saidAnew_followsTheOneOfBefore_andAnOlderPageIsShownWhatIsKept() {
        assertThat(says(Optional.empty(), Map.of(NECK, TouchWish.NEVER))).isInstanceOf(Answer.Done.class);
        assertThat(says(Optional.of(Version.FIRST), Map.of(NECK, TouchWish.ASK)))
                .isInstanceOf(Answer.Done.class);
        assertThat(says(Optional.of(Version.FIRST), Map.of())).isInstanceOf(Answer.Changed.class);
        assertThat(says(Optional.empty(), Map.of())).isInstanceOf(Answer.Changed.class);
        assertThat(people.records().touchMaps().list(ann)).hasSize(2);
        assertThat(new TouchReading(people.work()).by(by(sam), ann).latest().map(TouchMap::wishes))
                .contains(Map.of(NECK, TouchWish.ASK));
    }

    @Test
    void placeToAskAt_isOpenOnceTheClientSaidYes_andClosedWhereTheySaidNotToday() {
        says(Optional.empty(), Map.of(NECK, TouchWish.ASK, BACK, TouchWish.WELCOME));
        Id<Session> session = started();
        assertThat(engages(session, AT_BACK)).isInstanceOf(Answer.Done.class);
        assertNo(Rule.TOUCH_IS_ASKED_FIRST, engages(session, AT_NECK));
        marks(session, new Moment.TouchAsked(AT_NECK, false));
        assertNo(Rule.TOUCH_IS_NOT_FOR_TODAY, engages(session, AT_NECK));
        people.clock().pass(Duration.ofSeconds(5));
        marks(session, new Moment.TouchAsked(AT_NECK, true));
        people.clock().pass(Duration.ofMinutes(20));
        assertThat(engages(session, AT_NECK)).isInstanceOf(Answer.Done.class);
    }

    @Test
    void placeOfNoTouch_isOpenForAFreshYesAlone_ofThisSession() {
        says(Optional.empty(), Map.of(NECK, TouchWish.NEVER));
        Id<Session> session = started();
        assertNo(Rule.TOUCH_IS_NEVER, engages(session, AT_NECK));
        assertNo(Rule.TOUCH_IS_NEVER, marks(session, new Moment.Release(AT_NECK, 0.5)));
        marks(session, new Moment.TouchAsked(AT_BACK, true));
        assertNo(Rule.TOUCH_IS_NEVER, engages(session, AT_NECK));
        marks(session, new Moment.TouchAsked(AT_NECK, true));
        assertThat(engages(session, AT_NECK)).isInstanceOf(Answer.Done.class);
        people.clock().pass(TouchCheck.FRESH.plusSeconds(1));
        assertNo(Rule.TOUCH_IS_NEVER, engages(session, AT_NECK));
        assertThat(marks(session, new Moment.Release(AT_NECK, 0.5))).isInstanceOf(Answer.Done.class);
    }

    @Test
    void muscle_belongsToTheRegionsItRunsThrough_andNoAmendmentLeadsRoundTheMap() {
        Site muscle = new Site.MuscleSite(new MuscleId("gastrocnemius_left"));
        RegionCode calf = new RegionCode("X233");
        assertThat(RegionsOfSite.of(muscle)).contains(calf).doesNotContain(NECK);
        says(Optional.empty(), Map.of(calf, TouchWish.NEVER));
        Id<Session> session = started();
        assertNo(Rule.TOUCH_IS_NEVER, engages(session, muscle));
        Answer<Mark> back = engages(session, AT_BACK);
        assertThat(back)
                .isInstanceOfSatisfying(
                        Answer.Done.class,
                        done -> assertNo(
                                Rule.TOUCH_IS_NEVER,
                                new AmendMark(people.work(), people.clock())
                                        .by(
                                                by(sam),
                                                ann,
                                                new AmendMark.Command(
                                                        Id.random(),
                                                        session,
                                                        ((Mark) done.kept()).id(),
                                                        Version.FIRST,
                                                        Optional.of(new Moment.SiteEngaged(muscle, PrivateText.NONE)),
                                                        new PrivateText("it was there")))));
        marks(session, new Moment.TouchAsked(new Site.RegionSite(calf), true));
        assertThat(engages(session, new Site.RegionSite(calf))).isInstanceOf(Answer.Done.class);
    }
}
