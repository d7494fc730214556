package org.stillpoint.practice.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.practice.PeopleInMemory.by;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.PeopleInMemory;
import org.stillpoint.practice.client.AddClient;
import org.stillpoint.practice.consent.ConsentReading.ConsentView;
import org.stillpoint.practice.link.MakeLink;
import org.stillpoint.practice.link.OpenLink;
import org.stillpoint.practice.session.AmendMark;
import org.stillpoint.practice.session.EndSession;
import org.stillpoint.practice.session.GoOnWithSession;
import org.stillpoint.practice.session.MarkMoment;
import org.stillpoint.practice.session.SessionReading;
import org.stillpoint.practice.session.StartSession;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.consent.ConsentBlock;
import org.stillpoint.record.consent.ConsentEntry;
import org.stillpoint.record.consent.ConsentStanding;
import org.stillpoint.record.consent.ConsentTerm;
import org.stillpoint.record.consent.SensitiveArea;
import org.stillpoint.record.consent.Signature;
import org.stillpoint.record.consent.Signer;
import org.stillpoint.record.contract.GroundingMarks;
import org.stillpoint.record.intake.IntakeHand;
import org.stillpoint.record.intake.IntakeStep;
import org.stillpoint.record.intake.StepAnswer;
import org.stillpoint.record.intake.StepAnswer.StepState;
import org.stillpoint.record.link.LinkPurpose;
import org.stillpoint.record.link.PrivateLink;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.session.Tap;
import org.stillpoint.record.setting.ConsentBlocks;
import org.stillpoint.record.setting.ConsentBlocks.WrittenBlock;
import org.stillpoint.record.work.Actor;

/** A consent is signed as it was read, runs out, is withdrawn, and is asked for before hands are laid on. */
class ConsentTest {
    private static final Signer SELF = new Signer.Oneself();
    private static final Signature TYPED = new Signature.ByName(new PrivateText("Ann Example"));
    private static final Site BUTTOCK = new Site.RegionSite(new RegionCode("X223"));
    private static final Site CHEST = new Site.RegionSite(new RegionCode("X108"));

    private final PeopleInMemory people = new PeopleInMemory();
    private final Clock clock = people.clock();
    private final Account sam = people.account("sam", Role.THERAPIST);
    private final ConsentReading reading = new ConsentReading(people.work(), ConsentInTests.WORDING, clock);
    private final SignConsent sign = new SignConsent(people.work(), ConsentInTests.WORDING, clock);
    private final SignAreas signAreas = new SignAreas(people.work(), ConsentInTests.WORDING, clock);
    private final WithdrawConsent withdraw = new WithdrawConsent(people.work(), clock);
    private final StartSession start = new StartSession(people.work(), clock);
    private final MarkMoment mark = new MarkMoment(people.work(), clock);

    /** Somebody who has signed nothing. */
    private Id<Client> client(OptionalInt yearOfBirth) {
        Id<Client> id = Id.random();
        new AddClient(people.work(), clock)
                .by(by(sam), new AddClient.Command(id, new PrivateText("Ann Example"), yearOfBirth, false));
        return id;
    }

    private ConsentView view(Id<Client> client) {
        return reading.by(by(sam), client);
    }

    private SignConsent.Command paper(Id<Client> client, ConsentTerm term, Signer signer) {
        var read = view(client).now();
        return new SignConsent.Command(
                Id.random(),
                client,
                read.hash(),
                Map.of(ConsentBlock.CONTACT_BY_EMAIL, true, ConsentBlock.RESEARCH_USE, false),
                Set.of(),
                term,
                signer,
                TYPED);
    }

    private Answer<ConsentEntry> signs(Id<Client> client, ConsentTerm term) {
        return sign.by(by(sam), paper(client, term, SELF));
    }

    private Answer<ConsentEntry> withdraws(Id<Client> client) {
        return withdraw.by(by(sam), new WithdrawConsent.Command(Id.random(), client));
    }

    private Answer<ConsentEntry> signsFor(Id<Client> client, SensitiveArea area) {
        return signAreas.by(
                by(sam),
                new SignAreas.Command(
                        Id.random(), client, view(client).ofAreas().hash(), Set.of(area), SELF, TYPED));
    }

    private Answer<StartSession.Started> starts(Id<Client> client, Id<Session> session) {
        return start.by(by(sam), StartSession.Command.clear(session, client, Id.random()));
    }

    private Id<Session> started(Id<Client> client) {
        Id<Session> session = Id.random();
        assertThat(starts(client, session)).isInstanceOf(Answer.Done.class);
        return session;
    }

    private Answer<Mark> marks(Id<Client> client, Id<Session> session, Moment moment) {
        return mark.by(by(sam), client, new MarkMoment.Command(session, Tap.of(Id.random(), clock.instant(), moment)));
    }

    private static void assertNo(Rule rule, Answer<?> answer) {
        assertThat(answer).isEqualTo(new Answer.No<>(rule));
    }

    private void pass(Duration time) {
        people.clock().pass(time);
    }

    @Test
    void consent_signedWithinAnIntakeByLink_isOne_theIntakeHearsOfIt_andItsLinkStaysOpen() {
        Id<Client> ann = client(OptionalInt.empty());
        Id<PrivateLink> id = Id.random();
        new MakeLink(people.work(), clock)
                .by(by(sam), new MakeLink.Command(id, ann, LinkPurpose.INTAKE, "0a".repeat(32), MakeLink.USUAL));
        Actor door = Actor.program(Actor.ProgramPart.DOOR);
        PrivateLink made =
                people.records().privateLinks().findByHash("0a".repeat(32)).orElseThrow();
        assertThat(new OpenLink(people.work(), clock).open(door, made, "0b".repeat(32)))
                .isTrue();

        Actor linked = new Actor.Linked(ann, id);
        assertThat(sign.by(linked, paper(ann, ConsentTerm.USUAL, SELF))).isInstanceOf(Answer.Done.class);
        assertThat(view(ann).standing()).isInstanceOf(ConsentStanding.InForce.class);
        assertThat(people.records().intakes().findOpen(ann).orElseThrow().find(IntakeStep.CONSENT))
                .contains(new StepAnswer(Map.of(), StepState.ANSWERED, IntakeHand.CLIENT_BY_LINK, clock.instant()));
        assertThat(people.records().privateLinks().findOpen(ann, id)).isPresent();
    }

    @Test
    void start_withoutConsent_isRefused_andWithOneItStarts_untilItRunsOut() {
        Id<Client> ann = client(OptionalInt.empty());
        assertNo(Rule.CONSENT_IS_MISSING, starts(ann, Id.random()));
        assertThat(people.records().safetyChecks().list(ann)).isEmpty();

        assertThat(signs(ann, ConsentTerm.SIX_MONTHS)).isInstanceOf(Answer.Done.class);
        LocalDate until = LocalDate.now(clock).plusMonths(6);
        assertThat(view(ann).standing())
                .isInstanceOfSatisfying(
                        ConsentStanding.InForce.class,
                        inForce -> assertThat(inForce.until()).contains(until));
        Id<Session> session = started(ann);
        new EndSession(people.work(), clock).by(by(sam), new EndSession.Command(ann, session));

        pass(Duration.ofDays(190));
        assertNo(Rule.CONSENT_HAS_RUN_OUT, starts(ann, Id.random()));
        assertThat(view(ann).standing())
                .isInstanceOfSatisfying(
                        ConsentStanding.HasRunOut.class,
                        over -> assertThat(over.lastDay()).isEqualTo(until));
        signs(ann, ConsentTerm.ONE_YEAR);
        started(ann);
        assertThat(view(ann).history().entries()).hasSize(2);
    }

    @Test
    void consent_forOneSession_holdsForThatSession_andAreasCanBeSignedWithinIt() {
        Id<Client> ann = client(OptionalInt.empty());
        signs(ann, ConsentTerm.ONE_SESSION);
        pass(Duration.ofDays(3));
        Id<Session> session = started(ann);
        pass(Duration.ofMinutes(1));
        assertThat(signsFor(ann, SensitiveArea.GLUTEAL)).isInstanceOf(Answer.Done.class);
        assertThat(marks(ann, session, new Moment.SiteEngaged(BUTTOCK, PrivateText.NONE)))
                .isInstanceOf(Answer.Done.class);
        new EndSession(people.work(), clock).by(by(sam), new EndSession.Command(ann, session));
        assertNo(Rule.CONSENT_HAS_RUN_OUT, starts(ann, Id.random()));
        assertNo(Rule.CONSENT_HAS_RUN_OUT, signsFor(ann, SensitiveArea.GLUTEAL));
    }

    @Test
    void consent_ofWhoeverIsNotOfAge_isSignedByAGuardianAlone() {
        Id<Client> child = client(OptionalInt.of(LocalDate.now(clock).getYear() - 17));
        assertNo(Rule.NEEDS_A_GUARDIAN, signs(child, ConsentTerm.USUAL));
        assertThat(view(child).needsGuardian()).isTrue();
        Signer mother = new Signer.Guardian(new PrivateText("Bea Example"), new PrivateText("mother"));
        assertThat(sign.by(by(sam), paper(child, ConsentTerm.USUAL, mother))).isInstanceOf(Answer.Done.class);
        assertNo(Rule.NEEDS_A_GUARDIAN, signsFor(child, SensitiveArea.GLUTEAL));
        Id<Client> perhaps = client(OptionalInt.of(LocalDate.now(clock).getYear() - 18));
        assertThat(view(perhaps).comesOfAge()).isTrue();
        assertThat(signs(perhaps, ConsentTerm.USUAL)).isInstanceOf(Answer.Done.class);
    }

    @Test
    void paper_sentTwice_isSignedOnce_andOneWhoseTextHasChangedIsNotSigned() {
        Id<Client> ann = client(OptionalInt.empty());
        SignConsent.Command wanted = paper(ann, ConsentTerm.USUAL, SELF);
        assertThat(sign.by(by(sam), wanted)).isInstanceOf(Answer.Done.class);
        assertThat(sign.by(by(sam), wanted)).isInstanceOf(Answer.Again.class);
        assertThat(view(ann).history().entries()).hasSize(1);
        assertThat(view(ann).textChanged()).isFalse();

        SignConsent.Command older = paper(ann, ConsentTerm.USUAL, SELF);
        people.records()
                .settings()
                .replace(new ConsentBlocks(
                        Map.of(ConsentBlock.REACTIONS, new WrittenBlock(true, new PrivateText("Ring us."))),
                        Version.FIRST));
        assertNo(Rule.CONSENT_TEXT_HAS_CHANGED, sign.by(by(sam), older));
        assertThat(view(ann).textChanged()).isTrue();
        started(ann);
        assertThat(view(ann).history().entries().getFirst())
                .isInstanceOfSatisfying(
                        ConsentEntry.ConsentGiven.class,
                        given -> assertThat(given.document().hash()).isEqualTo(wanted.read()));
    }

    @Test
    void withdrawal_whileASessionGoesOn_stopsItForGood_untilAnotherIsSigned() {
        Id<Client> ann = client(OptionalInt.empty());
        signs(ann, ConsentTerm.USUAL);
        Id<Session> session = started(ann);
        pass(Duration.ofMinutes(2));
        assertThat(withdraws(ann)).isInstanceOf(Answer.Done.class);
        assertThat(withdraws(ann)).isInstanceOf(Answer.Again.class);
        SessionReading.SessionTurn turn =
                new SessionReading(people.work(), clock).turn(by(sam), session, Optional.empty());
        assertThat(turn.stop()).isPresent();
        assertThat(turn.session().lostConsent()).isTrue();

        pass(Duration.ofSeconds(1));
        Id<Mark> stop = turn.stop().orElseThrow().id();
        for (Moment moment : List.of(
                new Moment.Resumed(),
                new Moment.Undone(stop),
                new Moment.Settled(),
                new Moment.SiteEngaged(new Site.RegionSite(new RegionCode("X205")), PrivateText.NONE))) {
            assertNo(Rule.CONSENT_IS_WITHDRAWN, marks(ann, session, moment));
        }
        assertThat(marks(ann, session, new Moment.StopSignal())).isInstanceOf(Answer.Done.class);
        Tap before = Tap.of(Id.random(), clock.instant().minusSeconds(30), new Moment.Undone(stop));
        assertNo(Rule.CONSENT_IS_WITHDRAWN, mark.by(by(sam), ann, new MarkMoment.Command(session, before)));
        EndSession end = new EndSession(people.work(), clock);
        assertNo(Rule.NOT_GROUNDED, end.by(by(sam), new EndSession.Command(ann, session)));
        for (Moment moment : GroundingMarks.all(2)) {
            assertThat(marks(ann, session, moment)).isInstanceOf(Answer.Done.class);
        }
        assertThat(end.by(by(sam), new EndSession.Command(ann, session))).isInstanceOf(Answer.Done.class);

        var amend = new AmendMark.Command(
                Id.random(), session, stop, Version.FIRST, Optional.empty(), new PrivateText("a slip"));
        assertNo(Rule.CONSENT_IS_WITHDRAWN, new AmendMark(people.work(), clock).by(by(sam), ann, amend));
        GoOnWithSession goOn = new GoOnWithSession(people.work(), clock);
        assertNo(Rule.CONSENT_IS_WITHDRAWN, goOn.by(by(sam), new GoOnWithSession.Command(ann, session)));
        assertNo(Rule.CONSENT_IS_WITHDRAWN, starts(ann, Id.random()));
        pass(Duration.ofMinutes(1));
        signs(ann, ConsentTerm.USUAL);
        started(ann);
        assertThat(view(ann).history().entries()).hasSize(3);
    }

    @Test
    void sensitiveArea_asASite_needsTheSignatureOfThatDay_orOfBeforeWhereOnceIsEnough() {
        Id<Client> ann = client(OptionalInt.empty());
        signs(ann, ConsentTerm.USUAL);
        Id<Session> session = started(ann);
        Moment chest = new Moment.SiteEngaged(CHEST, PrivateText.NONE);
        Moment buttock = new Moment.SiteEngaged(BUTTOCK, PrivateText.NONE);
        assertNo(Rule.CHEST_WALL_IS_NOT_SIGNED, marks(ann, session, chest));
        assertNo(Rule.GLUTEAL_IS_NOT_SIGNED, marks(ann, session, new Moment.Release(BUTTOCK, 0.5)));
        signsFor(ann, SensitiveArea.CHEST_WALL);
        signsFor(ann, SensitiveArea.GLUTEAL);
        assertThat(marks(ann, session, chest)).isInstanceOf(Answer.Done.class);
        assertThat(marks(ann, session, buttock)).isInstanceOf(Answer.Done.class);
        new EndSession(people.work(), clock).by(by(sam), new EndSession.Command(ann, session));

        pass(Duration.ofDays(1));
        Id<Session> next = started(ann);
        assertNo(Rule.CHEST_WALL_IS_NOT_SIGNED, marks(ann, next, chest));
        assertThat(marks(ann, next, buttock)).isInstanceOf(Answer.Done.class);
        assertThat(view(ann).areas()).containsExactly(SensitiveArea.GLUTEAL);
    }

    @Test
    void sites_ofTheAtlas_belongToTheirSensitiveArea() {
        Atlas atlas = Atlas.standard();
        Map<SensitiveArea, Set<String>> found = new EnumMap<>(SensitiveArea.class);
        atlas.muscles()
                .list()
                .forEach(muscle -> SensitiveArea.of(new Site.MuscleSite(new MuscleId(muscle.id())))
                        .ifPresent(area -> found.computeIfAbsent(area, any -> new TreeSet<>())
                                .add(muscle.id().replaceFirst("_(left|right)$", ""))));
        assertThat(found)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        SensitiveArea.CHEST_WALL,
                        Set.of(
                                "external_intercostals",
                                "internal_intercostals",
                                "pectoralis_major",
                                "pectoralis_minor",
                                "serratus_anterior",
                                "transversus_thoracis"),
                        SensitiveArea.UPPER_INNER_THIGH,
                        Set.of(
                                "adductor_brevis",
                                "adductor_longus",
                                "adductor_magnus",
                                "gracilis",
                                "obturator_externus",
                                "pectineus"),
                        SensitiveArea.PELVIC_FLOOR,
                        Set.of(
                                "bulbospongiosus",
                                "coccygeus",
                                "iliococcygeus",
                                "obturator_internus",
                                "pubococcygeus",
                                "puborectalis",
                                "superficial_transverse_perineal"),
                        SensitiveArea.GLUTEAL,
                        Set.of(
                                "gemellus_inferior",
                                "gemellus_superior",
                                "gluteus_maximus",
                                "gluteus_medius",
                                "gluteus_minimus",
                                "piriformis",
                                "quadratus_femoris"),
                        SensitiveArea.INSIDE_THE_MOUTH,
                        Set.of("lateral_pterygoid", "medial_pterygoid")));
        assertThat(atlas.regions().list().stream()
                        .filter(region -> SensitiveArea.of(new Site.RegionSite(new RegionCode(region.code())))
                                .isPresent())
                        .map(region -> region.name())
                        .distinct())
                .containsExactlyInAnyOrder("chest", "groin and lower abdomen", "buttock");
    }
}
