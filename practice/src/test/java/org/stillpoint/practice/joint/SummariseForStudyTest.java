package org.stillpoint.practice.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stillpoint.record.contract.StudyPeople.threeAnswers;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stillpoint.evidence.joint.JointSummary.ComparedArms;
import org.stillpoint.evidence.joint.JointSummary.OwnDifferences;
import org.stillpoint.evidence.joint.JointSummary.Withheld;
import org.stillpoint.evidence.joint.JointSummary.WithheldReason;
import org.stillpoint.evidence.joint.SmallestCell;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.PeopleInMemory;
import org.stillpoint.practice.joint.JointProtocol.JointPractice;
import org.stillpoint.practice.joint.JointProtocol.NumberRange;
import org.stillpoint.practice.joint.JointProtocol.StudiedPeople;
import org.stillpoint.practice.joint.SummariseForStudy.JointView;
import org.stillpoint.practice.outcome.DrawLot;
import org.stillpoint.practice.outcome.Lot;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.StudyPeople;
import org.stillpoint.record.contract.StudyPeople.PainOnDay;
import org.stillpoint.record.contract.StudyPeople.StudyPerson;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.AuditEntry;

/** What a practice tells of whom, and who may let it. The clock of these tests stands at 2026-11-22, by UTC. */
class SummariseForStudyTest {
    private static final Actor MACHINE = Actor.program(Actor.ProgramPart.COMMAND_LINE);
    private static final Instant ZERO = Instant.parse("2026-03-02T09:00:00Z");
    private static final JointDesign ARMS = new JointDesign.TreatedAndWaiting(14, 21, 56, 70, 3, 0.3, 1);

    /** Means before and after, in thirds, of five who were treated and six who waited. */
    private static final double[][] TREATED = {{5, 3}, {6, 14 / 3.0}, {7, 4}, {4, 7 / 3.0}, {8, 6}};

    private static final double[][] WAITING = {{5, 5}, {6, 17 / 3.0}, {7, 7}, {4, 3}, {8, 19 / 3.0}, {3, 10 / 3.0}};

    private final PeopleInMemory people = new PeopleInMemory();
    private final SummariseForStudy summarise =
            new SummariseForStudy(people.work(), people.records().audit(), people.clock());
    private final ContributeToStudy contribute = new ContributeToStudy(people.work());

    private static JointProtocol protocol(JointDesign design, StudiedPeople who) {
        return new JointProtocol(
                "Title",
                "Question",
                "Coordinator",
                design,
                JointProtocol.findMeasured("pain").orElseThrow(),
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 8, 31),
                who,
                new SmallestCell(5),
                List.of(new JointPractice("One", "key 1"), new JointPractice("Two", "key 2")),
                Instant.parse("2026-02-01T00:00:00Z"),
                "a".repeat(64));
    }

    private static final JointProtocol COMPARES = protocol(ARMS, new StudiedPeople(Optional.empty(), Optional.empty()));

    private Id<Client> person(OptionalInt born, List<PainOnDay> pain, OptionalInt session) {
        Id<Client> id = StudyPeople.add(people.records(), new StudyPerson(ZERO, born, pain, session, false));
        StudyPeople.signs(people.records(), id, people.clock().instant().minus(Duration.ofDays(1)), true);
        return id;
    }

    private static List<PainOnDay> days(List<PainOnDay> before, List<PainOnDay> after) {
        return Stream.concat(before.stream(), after.stream()).toList();
    }

    private Id<Client> person(double before, double after, OptionalInt session) {
        return person(OptionalInt.empty(), days(threeAnswers(0, before), threeAnswers(60, after)), session);
    }

    private void elevenPeople() {
        for (double[] means : TREATED) {
            person(means[0], means[1], OptionalInt.of(10));
        }
        for (double[] means : WAITING) {
            person(means[0], means[1], OptionalInt.empty());
        }
    }

    private JointView.Summarised seen(JointProtocol protocol) {
        return (JointView.Summarised) summarise.by(MACHINE, protocol);
    }

    /** Source: R 4.2.2, {@code summary(lm(after ~ treated + before))} of the means above: -1.458586, 0.395844, 0.806061, sigma 0.645758. */
    @Test
    void summary_ofFiveTreatedAndSixWhoWaited_isTheirAncova() {
        elevenPeople();

        assertThat(seen(COMPARES).summary())
                .isEqualTo(new ComparedArms(5, 6, -1.459, 0.396, 0.806, 0.646, Optional.empty(), Optional.empty()));
        assertThat(seen(COMPARES).leftOut()).isEmpty();
        assertThat(seen(COMPARES).madeUp()).isFalse();
    }

    @Test
    void summary_withoutConsentToResearch_leavesOutAndCounts_andReadsNothingElse() {
        elevenPeople();
        JointView.Summarised without = seen(COMPARES);
        Id<Client> never = StudyPeople.add(
                people.records(),
                new StudyPerson(ZERO, OptionalInt.empty(), threeAnswers(0, 9), OptionalInt.of(3), false));
        Id<Client> no = person(9, 0, OptionalInt.of(5));
        StudyPeople.signs(people.records(), no, people.clock().instant(), false);
        Id<Client> ranOut = StudyPeople.add(
                people.records(),
                new StudyPerson(
                        ZERO,
                        OptionalInt.empty(),
                        days(threeAnswers(0, 9), threeAnswers(60, 1)),
                        OptionalInt.of(3),
                        false));
        StudyPeople.signs(people.records(), ranOut, people.clock().instant().minus(Duration.ofDays(400)), true);

        JointView.Summarised seen = seen(COMPARES);

        assertThat(seen.summary()).isEqualTo(without.summary());
        assertThat(seen.leftOut()).isEqualTo(Map.of(JointLeftOut.NO_CONSENT, 3));
        for (Id<Client> id : List.of(never, no, ranOut)) {
            assertThat(people.records().audit().listOf(id))
                    .extracting(AuditEntry::act)
                    .doesNotContain(Act.SUMMARISE_FOR_STUDY);
        }
    }

    @Test
    void summary_ofWhoeverCannotBeCounted_tellsWhy_theFirstReasonOfEach() {
        elevenPeople();
        person(OptionalInt.empty(), List.of(), OptionalInt.empty());
        person(OptionalInt.empty(), days(threeAnswers(-200, 5), threeAnswers(60, 5)), OptionalInt.empty());
        person(5, 5, OptionalInt.of(0)); // treated an hour after the first entry: one answer before
        person(5, 5, OptionalInt.of(30));
        person(OptionalInt.empty(), threeAnswers(0, 5), OptionalInt.of(10));
        person(5, 5, OptionalInt.of(70)); // still waiting until the last day, and treated on it
        JointView.Summarised eleven = seen(COMPARES);
        person(5, 5, OptionalInt.of(71)); // treated a day later: waited

        assertThat(eleven.leftOut())
                .isEqualTo(Map.of(
                        JointLeftOut.NO_ENTRY, 1,
                        JointLeftOut.OTHER_TIME, 1,
                        JointLeftOut.TOO_FEW_BEFORE, 1,
                        JointLeftOut.TREATED_BETWEEN, 2,
                        JointLeftOut.TOO_FEW_AFTER, 1));
        assertThat(((ComparedArms) seen(COMPARES).summary()).waiting()).isEqualTo(7);
    }

    @Test
    void summary_ofPeopleOfSomeAgeAndPain_leavesOutOthers() {
        JointProtocol some = protocol(
                ARMS, new StudiedPeople(Optional.of(new NumberRange(18, 80)), Optional.of(new NumberRange(4, 10))));
        List<PainOnDay> five = days(threeAnswers(0, 5), threeAnswers(60, 5));
        person(OptionalInt.of(2010), five, OptionalInt.of(10));
        person(OptionalInt.empty(), five, OptionalInt.of(10));
        person(OptionalInt.of(1980), days(threeAnswers(0, 3), threeAnswers(60, 5)), OptionalInt.of(10));
        person(OptionalInt.of(1980), five, OptionalInt.of(10));

        assertThat(seen(some).leftOut()).isEqualTo(Map.of(JointLeftOut.OTHER_AGE, 2, JointLeftOut.OTHER_BEFORE, 1));
        assertThat(seen(some).summary()).isEqualTo(new Withheld(WithheldReason.TOO_FEW));
    }

    @Test
    void summary_beforeTheLastDayIsOver_isNotThere() {
        JointProtocol later = new JointProtocol(
                "Title",
                "Question",
                "Coordinator",
                ARMS,
                COMPARES.measured(),
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 9, 13),
                COMPARES.people(),
                COMPARES.cell(),
                COMPARES.practices(),
                COMPARES.sealedAt(),
                "b".repeat(64));

        // 2026-09-13 and 70 days are 2026-11-22, which is today
        assertThat(summarise.by(MACHINE, later)).isEqualTo(new JointView.TooEarly(LocalDate.of(2026, 11, 23)));
        people.clock().pass(Duration.ofHours(14));
        assertThat(summarise.by(MACHINE, later)).isInstanceOf(JointView.Summarised.class);
    }

    @Test
    void summary_ofMadeUpClients_countsThemOnlyWhereThereAreNoOthers_andSaysSo() {
        StudyPerson madeUp = new StudyPerson(
                ZERO, OptionalInt.empty(), days(threeAnswers(0, 5), threeAnswers(60, 4)), OptionalInt.of(10), true);
        Id<Client> one = StudyPeople.add(people.records(), madeUp);
        StudyPeople.signs(people.records(), one, people.clock().instant(), true);
        assertThat(seen(COMPARES).madeUp()).isTrue();

        elevenPeople();

        assertThat(seen(COMPARES).madeUp()).isFalse();
        assertThat(((ComparedArms) seen(COMPARES).summary()).treated()).isEqualTo(5);
    }

    /** Drawn by the act, so that plans are those of the program; what was said follows the plan by two points. */
    @Test
    void summary_byLot_isOfPlansThatStood_withoutThoseThatWereStopped() {
        people.clock().pass(Duration.ofDays(-260)); // 2026-03-07
        List<Id<Client>> drawn = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Id<Client> id = StudyPeople.add(
                    people.records(),
                    new StudyPerson(
                            people.clock().instant(), OptionalInt.empty(), List.of(), OptionalInt.empty(), false));
            drawn.add(id);
            draw(id, "");
        }
        Id<Client> without = StudyPeople.add(
                people.records(),
                new StudyPerson(people.clock().instant(), OptionalInt.empty(), List.of(), OptionalInt.empty(), false));
        for (Id<Client> id : drawn) {
            say(id);
        }
        people.clock().pass(Duration.ofDays(260));
        Stream.concat(drawn.stream(), Stream.of(without))
                .forEach(id ->
                        StudyPeople.signs(people.records(), id, people.clock().instant(), true));
        JointProtocol byLot = protocol(new JointDesign.ByLot(), new StudiedPeople(Optional.empty(), Optional.empty()));

        JointView.Summarised seen = seen(byLot);

        OwnDifferences own = (OwnDifferences) seen.summary();
        assertThat(own.people()).isEqualTo(6);
        assertThat(own.difference()).isBetween(-2.4, -1.6);
        assertThat(own.error()).isPositive();
        assertThat(seen.leftOut()).isEqualTo(Map.of(JointLeftOut.NO_PLAN, 1));
    }

    private void draw(Id<Client> client, String stops) {
        LocalDate first = LocalDate.now(people.clock()).plusDays(1);
        Answer<Lot> answer = new DrawLot(people.work(), people.clock(), new java.util.SplittableRandom(7))
                .by(
                        Actor.program(Actor.ProgramPart.DEMO),
                        new DrawLot.Command(
                                Id.random(), client, Lot.PlanKind.PAIRS, first, 3, 4, new PrivateText(stops)));
        assertThat(answer).isInstanceOf(Answer.Done.class);
    }

    private void say(Id<Client> client) {
        Lot lot = Lot.among(people.records().ledger().list(client)).getFirst();
        boolean[] plan = lot.plan();
        Instant noon = lot.first().atTime(12, 0).toInstant(java.time.ZoneOffset.UTC);
        for (int day = 0; day < plan.length; day++) {
            StudyPeople.says(
                    people.records(),
                    client,
                    noon.plus(Duration.ofDays(day)),
                    (plan[day] ? 4 : 6) + (day * 7 % 3 - 1) * 0.5);
        }
    }

    @Test
    void rights_areTheOwnersAndTheMachines() {
        Actor owner = PeopleInMemory.by(people.account("olga", Role.OWNER));
        Actor therapist = PeopleInMemory.by(people.account("sam", Role.THERAPIST));
        elevenPeople();

        assertThat(summarise.by(owner, COMPARES)).isInstanceOf(JointView.Summarised.class);
        assertThatThrownBy(() -> summarise.by(therapist, COMPARES)).isInstanceOf(NotAllowed.class);
        ContributeToStudy.Command wanted = new ContributeToStudy.Command(COMPARES.hash(), 1, "c".repeat(64));
        assertThatThrownBy(() -> contribute.by(therapist, wanted)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void contribution_standsInTheAccount_underAKeyThatFollowsFromTheProtocol() {
        elevenPeople();
        assertThat(seen(COMPARES).earlier()).isZero();
        ContributeToStudy.Command first = new ContributeToStudy.Command(COMPARES.hash(), 1, "c".repeat(64));

        assertThat(contribute.by(MACHINE, first)).isEqualTo(new Answer.Done<>(1));

        assertThat(people.records().audit().listOf(Act.CONTRIBUTE_TO_STUDY))
                .extracting(entry -> entry.key().orElseThrow().toString())
                .containsExactly(ContributeToStudy.key(COMPARES.hash(), 1).toString());
        assertThat(seen(COMPARES).earlier()).isEqualTo(1);
        assertThat(contribute.by(MACHINE, first)).isEqualTo(new Answer.Again<>(1));
        assertThat(contribute.by(MACHINE, new ContributeToStudy.Command(COMPARES.hash(), 1, "d".repeat(64))))
                .isEqualTo(new Answer.Other<>(1));
        assertThat(contribute.by(MACHINE, new ContributeToStudy.Command(COMPARES.hash(), 2, "d".repeat(64))))
                .isEqualTo(new Answer.Done<>(2));
        assertThat(seen(COMPARES).earlier()).isEqualTo(2);
    }

    /** A UUID of version 8 (RFC 9562) that another program can work out: SHA-256 of the hash, a line feed and the number. */
    @Test
    void key_isOfVersionEight_andAnotherForEachNumberAndProtocol() {
        Id<?> key = ContributeToStudy.key("a".repeat(64), 1);
        assertThat(key.value().version()).isEqualTo(8);
        assertThat(key.value().variant()).isEqualTo(2);
        assertThat(key.toString())
                .isNotEqualTo(ContributeToStudy.key("a".repeat(64), 2).toString())
                .isNotEqualTo(ContributeToStudy.key("b".repeat(64), 1).toString());
    }
}
