package org.stillpoint.exchange.fhir;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.stillpoint.exchange.fhir.resource.FhirEvent;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.intake.IntakeHand;
import org.stillpoint.record.plan.ClientGoal;
import org.stillpoint.record.plan.ClientGoal.GoalAsked;
import org.stillpoint.record.plan.LeftOutPlace;
import org.stillpoint.record.plan.LeftOutReason;
import org.stillpoint.record.plan.PlanChoice;
import org.stillpoint.record.plan.PlanDraft;
import org.stillpoint.record.plan.PlanReason;
import org.stillpoint.record.plan.PlanTurn;
import org.stillpoint.record.plan.PlannedPlace;
import org.stillpoint.record.plan.SessionPlan;
import org.stillpoint.record.plan.Slower;
import org.stillpoint.record.plan.SlowerReason;
import org.stillpoint.record.questionnaire.AnswerWay;
import org.stillpoint.record.questionnaire.AnswerWay.AnswerOption;
import org.stillpoint.record.questionnaire.FilledImported;
import org.stillpoint.record.questionnaire.FilledQuestionnaire;
import org.stillpoint.record.questionnaire.ImportedItem;
import org.stillpoint.record.questionnaire.ImportedItem.FormGroup;
import org.stillpoint.record.questionnaire.ImportedQuestionnaire;
import org.stillpoint.record.questionnaire.ImportedQuestionnaire.PublishedForm;
import org.stillpoint.record.questionnaire.ItemAnswer;
import org.stillpoint.record.request.ClientRequest;
import org.stillpoint.record.request.RequestMatter;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.setting.PracticeLanguage;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.AuditEntry;

/** What is planned for a client who does not exist, what they are asked and ask themselves, and who did what of it. */
public final class MadeUpAsking {
    private final MadeUpRecord made;

    MadeUpAsking(MadeUpRecord made) {
        this.made = made;
    }

    private LocalDate day() {
        return LocalDate.of(2026, 1 + made.random.nextInt(11), 1 + made.random.nextInt(28));
    }

    /** A plan without words, with a place for each region that a told event touched. */
    public SessionPlan plan(List<TraumaEvent> events, Optional<Id<Session>> session) {
        Map<Site, PlannedPlace> places = new LinkedHashMap<>();
        for (int i = made.random.nextInt(5); i > 0; i--) {
            PlannedPlace place = new PlannedPlace(
                    made.site(),
                    made.one(List.of(PlanReason.UNFINISHED, PlanReason.FOUND, PlanReason.TRACED, PlanReason.LET_GO)),
                    day(),
                    made.random.nextBoolean());
            places.put(place.site(), place);
        }
        events.stream()
                .filter(FhirEvent::leaves)
                .flatMap(event -> event.told().places().stream()
                        .map(region -> new PlannedPlace(
                                new Site.RegionSite(region),
                                PlanReason.TOLD,
                                LocalDate.ofInstant(event.recordedAt(), ZoneOffset.UTC),
                                false)))
                .limit(6)
                .forEach(place -> places.putIfAbsent(place.site(), place));
        Map<Site, PlanTurn> turns = new HashMap<>();
        places.keySet().forEach(site -> turns.put(site, made.one(PlanTurn.class)));
        return new SessionPlan(
                made.id(),
                made.client,
                made.past(),
                new PlanDraft(
                        List.copyOf(places.values()),
                        Stream.generate(() -> new LeftOutPlace(made.site(), made.one(LeftOutReason.class), day()))
                                .limit(made.random.nextInt(3))
                                .toList(),
                        Stream.generate(() -> new Slower(made.one(SlowerReason.class), day()))
                                .limit(made.random.nextInt(3))
                                .toList()),
                new PlanChoice(
                        turns,
                        Stream.generate(made::site)
                                .limit(made.random.nextInt(3))
                                .toList(),
                        made.random.nextBoolean() ? OptionalInt.of(1 + made.random.nextInt(120)) : OptionalInt.empty(),
                        PrivateText.NONE),
                session,
                made.version());
    }

    public ClientGoal goal() {
        Instant first = made.past();
        return new ClientGoal(
                made.client,
                1 + made.random.nextInt(5),
                made.words(),
                Stream.iterate(first, at -> at.plus(14, ChronoUnit.DAYS))
                        .limit(1 + made.random.nextInt(3))
                        .map(at -> new GoalAsked(made.id(), at))
                        .toList(),
                made.random.nextBoolean());
    }

    /** What was named in a questionnaire and in the next, of which one activity goes on and one is new. */
    List<ClientGoal> goals() {
        Instant at = made.past();
        return ClientGoal.of(List.of(
                asked(at, List.of("climb the stairs", "carry <b>the child</b>")),
                asked(at.plus(14, ChronoUnit.DAYS), List.of("climb the stairs", "sit through a meal "))));
    }

    private FilledQuestionnaire asked(Instant at, List<String> activities) {
        return FilledQuestionnaire.begun(
                        made.id(),
                        made.client,
                        "psfs",
                        PracticeLanguage.ENGLISH,
                        at,
                        activities.stream().map(PrivateText::new).toList())
                .handedIn(at.plusSeconds(300));
    }

    public ClientRequest request() {
        return request(
                switch (made.random.nextInt(3)) {
                    case 0 -> new RequestMatter.CorrectionAsked(made.words());
                    case 1 -> new RequestMatter.ErasureAsked(made.perhapsWords());
                    default -> new RequestMatter.CannotCome(made.id(), made.past());
                });
    }

    ClientRequest request(RequestMatter matter) {
        return new ClientRequest(
                made.id(), made.client, made.past(), matter, made.perhaps(made::followUp), made.version());
    }

    public AuditEntry auditEntry() {
        Actor actor =
                switch (made.random.nextInt(4)) {
                    case 0 -> new Actor.Person(made.therapist, made.one(Role.class));
                    case 1 -> new Actor.Linked(made.client, made.id());
                    case 2 -> new Actor.Registered(made.id());
                    default -> Actor.program(made.one(Actor.ProgramPart.class));
                };
        byte[] hash = new byte[32];
        made.random.nextBytes(hash);
        return new AuditEntry(
                1 + made.random.nextLong(1L << 40),
                made.past(),
                actor,
                made.one(Act.class),
                Optional.of(made.client),
                made.perhaps(made::id),
                made.one(AuditEntry.Outcome.class),
                HexFormat.of().formatHex(hash));
    }

    /** A made-up questionnaire that the practice imported, with an answer of each kind. */
    public FilledImported imported() {
        PublishedForm form = new PublishedForm(
                "http://example.org/Questionnaire/made-up",
                "1",
                "A made-up questionnaire",
                PracticeLanguage.ENGLISH,
                "",
                "Made up for tests.",
                List.of(
                        item(
                                "choice",
                                new AnswerWay.ByChoice(
                                        List.of(
                                                new AnswerOption("", "", "now and then", Optional.empty()),
                                                new AnswerOption(
                                                        "http://example.org/often", "a", "always", Optional.empty())),
                                        true,
                                        false)),
                        item("yes-no", new AnswerWay.ByYesNo()),
                        item("whole", new AnswerWay.ByNumber(true, Optional.empty(), Optional.empty())),
                        item("number", new AnswerWay.ByNumber(false, Optional.empty(), Optional.empty())),
                        item("words", new AnswerWay.ByWords(true, 4000)),
                        item("day", new AnswerWay.ByDay()),
                        item(
                                "several",
                                new AnswerWay.ByChoice(
                                        List.of(
                                                new AnswerOption(
                                                        "http://example.org/often",
                                                        "b",
                                                        "by day",
                                                        Optional.of(BigDecimal.ONE)),
                                                new AnswerOption("", "", "by night", Optional.empty())),
                                        true,
                                        true)),
                        item("left-out", new AnswerWay.ByYesNo())),
                List.of());
        ImportedQuestionnaire edition = ImportedQuestionnaire.of(made.id(), form, MadeUpRecord.NOW);
        FilledQuestionnaire filled = FilledQuestionnaire.begun(made.id(), made.client, edition, MadeUpRecord.NOW)
                .with(
                        1,
                        made.one(List.of(
                                new ItemAnswer.ChoiceAnswer(1),
                                new ItemAnswer.ChoiceAnswer(2),
                                new ItemAnswer.WordsAnswer(new PrivateText("now and then")),
                                new ItemAnswer.WordsAnswer(made.words()))),
                        IntakeHand.CLIENT_BY_LINK,
                        MadeUpRecord.NOW)
                .with(
                        2,
                        new ItemAnswer.YesNoAnswer(made.random.nextBoolean()),
                        IntakeHand.CLIENT_BY_LINK,
                        MadeUpRecord.NOW)
                .with(
                        3,
                        made.random.nextBoolean()
                                ? ItemAnswer.number(made.random.nextInt())
                                : new ItemAnswer.NumberAnswer(
                                        BigDecimal.valueOf(made.random.nextLong() % 1_000_000_000_000_000_000L)),
                        IntakeHand.CLIENT_BY_LINK,
                        MadeUpRecord.NOW)
                .with(
                        4,
                        new ItemAnswer.NumberAnswer(new BigDecimal("0.25")),
                        IntakeHand.CLIENT_BY_LINK,
                        MadeUpRecord.NOW)
                .with(5, new ItemAnswer.WordsAnswer(made.words()), IntakeHand.CLIENT_BY_LINK, MadeUpRecord.NOW)
                .with(
                        6,
                        new ItemAnswer.DayAnswer(LocalDate.of(2019, 2, 28)),
                        IntakeHand.CLIENT_BY_LINK,
                        MadeUpRecord.NOW)
                .with(
                        7,
                        new ItemAnswer.SeveralAnswers(new TreeSet<>(Set.of(1, 2)), made.words()),
                        IntakeHand.CLIENT_BY_LINK,
                        MadeUpRecord.NOW)
                .without(8, made.one(IntakeHand.class), made.past())
                .handedIn(MadeUpRecord.NOW)
                .seenAt(made.version());
        return new FilledImported(filled, edition);
    }

    private static ImportedItem item(String linkId, AnswerWay way) {
        return new ImportedItem(
                linkId,
                List.of(new FormGroup("part", "A part"), new FormGroup("part of it", "")),
                List.of(),
                "Item " + linkId,
                way,
                false,
                List.of());
    }
}
