package org.stillpoint.exchange.fhir;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.JointId;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.Point;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.exchange.fhir.resource.FhirEvent;
import org.stillpoint.exchange.fhir.resource.FhirPerson.PersonTold;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.appointment.Attendance;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.bodymap.PainQuality;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.checkin.FollowUp;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.ContactDetails;
import org.stillpoint.record.client.RelatedPerson;
import org.stillpoint.record.consent.ConsentBlock;
import org.stillpoint.record.consent.ConsentDocument;
import org.stillpoint.record.consent.ConsentEntry;
import org.stillpoint.record.consent.ConsentHistory;
import org.stillpoint.record.consent.ConsentPart;
import org.stillpoint.record.consent.ConsentTerm;
import org.stillpoint.record.consent.SensitiveArea;
import org.stillpoint.record.consent.Signature;
import org.stillpoint.record.consent.Signer;
import org.stillpoint.record.examination.Examination;
import org.stillpoint.record.examination.Finding;
import org.stillpoint.record.examination.Grade;
import org.stillpoint.record.history.EventDate;
import org.stillpoint.record.history.EventKind;
import org.stillpoint.record.history.ForceDirection;
import org.stillpoint.record.history.Mechanism;
import org.stillpoint.record.history.Provenance;
import org.stillpoint.record.history.Told;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.intake.IntakeHand;
import org.stillpoint.record.note.NoteDraft;
import org.stillpoint.record.note.NoteLine;
import org.stillpoint.record.note.NotePart;
import org.stillpoint.record.note.NoteSignature;
import org.stillpoint.record.note.NoteStrike;
import org.stillpoint.record.note.SessionNote;
import org.stillpoint.record.note.SignedAs;
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
import org.stillpoint.record.questionnaire.QuestionnaireScore;
import org.stillpoint.record.request.ClientRequest;
import org.stillpoint.record.request.RequestMatter;
import org.stillpoint.record.safety.Clearance;
import org.stillpoint.record.safety.Condition;
import org.stillpoint.record.safety.ConditionId;
import org.stillpoint.record.safety.FlagOrigin;
import org.stillpoint.record.safety.ProgramConditions;
import org.stillpoint.record.safety.RedFlag;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.safety.SafetyLevel;
import org.stillpoint.record.session.AfterStop;
import org.stillpoint.record.session.DialogueKind;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Heading;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.ReleaseSign;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.SignToStop;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.session.SpontaneousSign;
import org.stillpoint.record.setting.PracticeLanguage;
import org.stillpoint.record.touch.TouchMap;
import org.stillpoint.record.touch.TouchWish;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.AuditEntry;
import org.stillpoint.record.work.ClientFile;
import org.stillpoint.record.work.ClientFile.StaffMember;

/** A client who does not exist, with entries of every kind, as a seed says. */
public final class MadeUpRecord {
    public static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    private static final List<String> WORDS = List.of(
            "plain",
            "<b>bold</b> & \"quoted\"",
            "Grüße, naïve façade",
            "line one\nline two",
            "日本語 العربية",
            "ends with a space ",
            "🌿 leaf",
            "{{curly}} $dollar \\back");

    private static final int KINDS_THAT_LEAVE = 25;

    private final Random random;
    public final Id<Client> client;
    public final Id<Account> therapist;

    public MadeUpRecord(long seed) {
        this.random = new Random(seed);
        this.client = id();
        this.therapist = id();
    }

    private <T> Id<T> id() {
        return new Id<>(
                new UUID((random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() & ~(3L << 62)) | (2L << 62)));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <E extends Enum<E>> E one(Class<E> type) {
        return one(Arrays.asList(type.getEnumConstants()));
    }

    private <T> Optional<T> perhaps(Supplier<T> what) {
        return random.nextBoolean() ? Optional.of(what.get()) : Optional.empty();
    }

    private PrivateText words() {
        return new PrivateText(one(WORDS));
    }

    private PrivateText perhapsWords() {
        return perhaps(this::words).orElse(PrivateText.NONE);
    }

    private Instant past() {
        return NOW.minus(random.nextInt(100_000), ChronoUnit.MINUTES).minusMillis(random.nextInt(60_000));
    }

    private Score0To10 score() {
        return new Score0To10(
                switch (random.nextInt(3)) {
                    case 0 -> random.nextInt(11);
                    case 1 -> random.nextInt(1001) / 100.0;
                    default -> random.nextDouble() * 10;
                });
    }

    private Version version() {
        return new Version(1 + random.nextInt(5));
    }

    public RegionCode region() {
        return new RegionCode(one(Atlas.standard().regions().list()).code());
    }

    private MuscleId muscle() {
        return new MuscleId(one(Atlas.standard().muscles().list()).id());
    }

    private Site site() {
        return random.nextBoolean() ? new Site.RegionSite(region()) : new Site.MuscleSite(muscle());
    }

    private EventDate date() {
        int year = 1960 + random.nextInt(60);
        return switch (random.nextInt(4)) {
            case 0 -> EventDate.day(LocalDate.ofYearDay(year, 1 + random.nextInt(365)));
            case 1 -> EventDate.month(java.time.YearMonth.of(year, 1 + random.nextInt(12)));
            case 2 -> EventDate.year(year);
            default -> EventDate.about(year);
        };
    }

    public TraumaEvent event() {
        return event(random.nextBoolean() ? Provenance.TOLD_BEFORE_SESSION : Provenance.LATER_CORROBORATED);
    }

    public TraumaEvent event(Provenance provenance) {
        EventKind kind = one(EventKind.class);
        Told told = new Told(
                kind,
                date(),
                Stream.generate(this::region)
                        .limit(random.nextInt(4))
                        .distinct()
                        .toList(),
                perhapsWords(),
                perhaps(() -> one(Mechanism.of(kind))),
                perhaps(this::score),
                perhaps(this::score),
                perhapsWords(),
                Stream.generate(() -> one(ForceDirection.class))
                        .limit(random.nextInt(4))
                        .collect(Collectors.toSet()),
                perhapsWords());
        return new TraumaEvent(id(), client, told, provenance, past(), perhaps(this::id), version());
    }

    public BodyMap bodyMap() {
        Map<RegionCode, Score0To10> pain = new HashMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            pain.put(region(), score());
        }
        Map<RegionCode, PainQuality> quality = new HashMap<>();
        pain.keySet()
                .forEach(region -> perhaps(() -> one(PainQuality.class)).ifPresent(word -> quality.put(region, word)));
        return new BodyMap(id(), client, past(), new TreeMap<>(pain), new TreeMap<>(quality), version());
    }

    public FollowUp followUp() {
        return new FollowUp(past(), perhaps(() -> therapist), words());
    }

    public CheckIn checkIn(Optional<Id<BodyMap>> map) {
        return new CheckIn(
                id(),
                client,
                past(),
                perhaps(() -> ZoneOffset.ofTotalSeconds(900 * (random.nextInt(105) - 48))),
                new Answers(
                        score(),
                        perhaps(this::score),
                        perhaps(this::score),
                        perhaps(this::score),
                        perhaps(this::score),
                        perhaps(this::score),
                        perhaps(this::score),
                        perhapsWords()),
                map,
                random.nextBoolean(),
                perhaps(this::followUp),
                version());
    }

    public QuestionnaireScore score(String instrument) {
        return new QuestionnaireScore(
                id(), client, instrument, LocalDate.of(2026, 1 + random.nextInt(12), 3), random.nextInt(280) / 10.0);
    }

    public QuestionnaireScore questionnaire() {
        return score(one(List.of("peg", "phq9", "gad7", "promis_pain_interference", "psfs", "ours_alone")));
    }

    private Grade grade() {
        return new Grade(random.nextInt(4));
    }

    /** A muscle that was felt has one finding at least. */
    public Examination examination() {
        Map<MuscleId, Finding> findings = new HashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            findings.put(muscle(), new Finding(Optional.of(grade()), perhaps(this::grade), perhaps(this::grade)));
        }
        Map<JointId, Grade> limits = new HashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            limits.put(new JointId(one(Atlas.standard().joints().list()).id()), grade());
        }
        return new Examination(id(), client, past(), new TreeMap<>(findings), new TreeMap<>(limits), version());
    }

    private Set<Condition> conditions(List<Condition> of) {
        Map<ConditionId, Condition> found = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Condition condition = one(of);
            found.put(condition.id(), condition);
        }
        perhaps(() -> new Condition(
                        new ConditionId("own-" + random.nextInt(9)),
                        SafetyLevel.ASK_FIRST,
                        OptionalInt.of(1 + random.nextInt(100)),
                        "the practice",
                        Optional.of(one(WORDS))))
                .filter(own -> of.stream().anyMatch(each -> each.level() == SafetyLevel.ASK_FIRST))
                .ifPresent(own -> found.put(own.id(), own));
        return new HashSet<>(found.values());
    }

    public SafetyCheck safetyCheck() {
        return new SafetyCheck(
                id(),
                client,
                past(),
                conditions(ProgramConditions.list()),
                perhaps(() -> new Clearance(
                        perhapsWords(), perhapsWords(), perhaps(() -> LocalDate.of(2026, 3, 1 + random.nextInt(28))))),
                version());
    }

    public RedFlag redFlag() {
        List<Condition> red = ProgramConditions.list().stream()
                .filter(each -> each.level() == SafetyLevel.RED_FLAG)
                .toList();
        Set<Condition> found = new HashSet<>(conditions(red));
        found.add(red.getFirst());
        return new RedFlag(id(), client, past(), one(FlagOrigin.class), found, perhaps(this::followUp), version());
    }

    public ConsentHistory consents() {
        ConsentDocument document = new ConsentDocument(
                Version.FIRST,
                List.of(
                        new ConsentPart(ConsentBlock.WHO_TREATS, "Who treats", one(WORDS)),
                        new ConsentPart(ConsentBlock.SENSITIVE_AREAS, "Areas", "Each apart"),
                        new ConsentPart(ConsentBlock.RESEARCH_USE, "Research", "Yes or no")));
        Instant at = past();
        Map<ConsentBlock, Boolean> choices = new EnumMap<>(ConsentBlock.class);
        choices.put(ConsentBlock.RESEARCH_USE, random.nextBoolean());
        Set<SensitiveArea> areas = Set.of(one(SensitiveArea.class));
        Signer signer = perhaps(
                        () -> (Signer) new Signer.Guardian(new PrivateText("Parent"), new PrivateText("mother")))
                .orElseGet(Signer.Oneself::new);
        Signature byName = new Signature.ByName(new PrivateText("Ann"));
        List<ConsentEntry> entries = new ArrayList<>();
        entries.add(new ConsentEntry.ConsentGiven(
                id(), client, at, document, choices, areas, one(ConsentTerm.class), signer, byName));
        entries.add(new ConsentEntry.AreasSigned(
                id(), client, at.plusSeconds(60), document, areas, new Signer.Oneself(), byName));
        if (random.nextBoolean()) {
            entries.add(new ConsentEntry.ConsentWithdrawn(id(), client, at.plusSeconds(3600)));
        }
        return new ConsentHistory(entries);
    }

    /** A map in which something was said. */
    public TouchMap touchMap() {
        Map<RegionCode, TouchWish> wishes = new HashMap<>();
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            wishes.put(region(), one(TouchWish.class));
        }
        return new TouchMap(id(), client, past(), wishes, one(IntakeHand.class), version());
    }

    /** Any direction; or one along an axis, as a page computes it: with a cosine that is all but 0. */
    private Heading heading() {
        return random.nextBoolean()
                ? Heading.along(random.nextGaussian(), random.nextGaussian(), random.nextGaussian())
                : Heading.along(1, 0, Math.cos(Math.PI / 2));
    }

    private Moment moment(int kind) {
        return switch (kind) {
            case 0 -> new Moment.Settled();
            case 1 -> new Moment.SiteEngaged(site(), perhapsWords());
            case 2 -> new Moment.Stillpoint();
            case 3 -> new Moment.SignificanceStop();
            case 4 -> new Moment.SignOfRelease(one(ReleaseSign.class));
            case 5 -> new Moment.PositionTaken(perhapsWords());
            case 6 -> new Moment.Observed(one(SpontaneousSign.class));
            case 7 -> new Moment.Integrated();
            case 8 -> new Moment.GroundingStep();
            case 9 -> new Moment.Awareness(score());
            case 10 -> new Moment.Distress(score());
            case 11 -> new Moment.Release(site(), random.nextDouble());
            case 12 -> new Moment.ReleaseFelt(site(), random.nextInt(11) / 10.0);
            case 13 -> new Moment.Paused();
            case 14 -> new Moment.Resumed();
            case 15 -> new Moment.StopSignal();
            case 16 -> new Moment.TouchAsked(site(), random.nextBoolean());
            case 17 -> new Moment.ConsentEnded();
            case 18 ->
                new Moment.Arced(
                        region(),
                        new Point(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()),
                        heading(),
                        random.nextBoolean());
            case 19 ->
                new Moment.Dialogue(one(DialogueKind.class), perhaps(() -> random.nextBoolean() ? therapist : id()));
            case 20 -> new Moment.SignNoticed(one(SignToStop.class));
            case 21 -> new Moment.StepTaken(1 + random.nextInt(Moment.StepTaken.MOST), perhapsWords());
            case 22 -> new Moment.AskedAfterStop(one(AfterStop.class), random.nextBoolean());
            case 23 -> new Moment.HelpCalled();
            default -> new Moment.Grounded(score());
        };
    }

    /** A session with a mark of each kind that may leave. */
    public Session session(Id<SafetyCheck> check) {
        Instant start = past();
        List<Mark> marks = new ArrayList<>();
        for (int kind = 0; kind < KINDS_THAT_LEAVE; kind++) {
            Instant at = start.plusSeconds(60L * kind);
            marks.add(new Mark(id(), at, at.plusMillis(250), moment(kind)));
        }
        return new EndedSession(id(), client, check, start, start.plus(Duration.ofMinutes(45)), marks);
    }

    public Mark memory(Session in) {
        return mark(in, new Moment.MemorySurfaced());
    }

    /** A mark at the start of a session. */
    public Mark mark(Session in, Moment what) {
        return new Mark(id(), in.startedAt(), in.startedAt(), what);
    }

    private SignedAs signed(Instant at) {
        return new SignedAs(therapist, new SignInName("ann"), at);
    }

    public SessionNote note(Optional<Id<Session>> session, int amendments, boolean struckOut) {
        List<NoteLine> lines = Arrays.stream(NotePart.values())
                .flatMap(part ->
                        Stream.of(new NoteLine(part, words(), List.of()), new NoteLine(part, words(), List.of())))
                .toList();
        Instant at = past();
        SessionNote note = new SessionNote(
                        id(),
                        client,
                        session,
                        at.minusSeconds(7200),
                        NoteDraft.NONE,
                        at,
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        version())
                .signed(NoteSignature.under(lines, signed(at), true));
        for (int i = 1; i <= amendments; i++) {
            note = note.amended(words(), new PrivateText("the reason " + i), signed(at.plusSeconds(60L * i)));
        }
        return struckOut
                ? note.struckOut(
                        new NoteStrike(new PrivateText("wrong day"), signed(at.plusSeconds(6000)), Optional.empty()))
                : note;
    }

    public Appointment appointment() {
        return new Appointment(
                id(),
                client,
                past().truncatedTo(ChronoUnit.SECONDS),
                Duration.ofMinutes(30 + random.nextInt(60)),
                perhaps(this::past),
                perhaps(() -> new Attendance(past(), random.nextBoolean(), perhapsWords())),
                version());
    }

    private LocalDate day() {
        return LocalDate.of(2026, 1 + random.nextInt(11), 1 + random.nextInt(28));
    }

    /** A plan without words, with a place for each region that a told event touched. */
    public SessionPlan plan(List<TraumaEvent> events, Optional<Id<Session>> session) {
        Map<Site, PlannedPlace> places = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            PlannedPlace place = new PlannedPlace(
                    site(),
                    one(List.of(PlanReason.UNFINISHED, PlanReason.FOUND, PlanReason.TRACED, PlanReason.LET_GO)),
                    day(),
                    random.nextBoolean());
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
        places.keySet().forEach(site -> turns.put(site, one(PlanTurn.class)));
        return new SessionPlan(
                id(),
                client,
                past(),
                new PlanDraft(
                        List.copyOf(places.values()),
                        Stream.generate(() -> new LeftOutPlace(site(), one(LeftOutReason.class), day()))
                                .limit(random.nextInt(3))
                                .toList(),
                        Stream.generate(() -> new Slower(one(SlowerReason.class), day()))
                                .limit(random.nextInt(3))
                                .toList()),
                new PlanChoice(
                        turns,
                        Stream.generate(this::site).limit(random.nextInt(3)).toList(),
                        random.nextBoolean() ? OptionalInt.of(1 + random.nextInt(120)) : OptionalInt.empty(),
                        PrivateText.NONE),
                session,
                version());
    }

    public ClientGoal goal() {
        Instant first = past();
        return new ClientGoal(
                client,
                1 + random.nextInt(5),
                words(),
                Stream.iterate(first, at -> at.plus(14, ChronoUnit.DAYS))
                        .limit(1 + random.nextInt(3))
                        .map(at -> new GoalAsked(id(), at))
                        .toList(),
                random.nextBoolean());
    }

    /** What was named in a questionnaire and in the next, of which one activity goes on and one is new. */
    private List<ClientGoal> goals() {
        Instant at = past();
        return ClientGoal.of(List.of(
                asked(at, List.of("climb the stairs", "carry <b>the child</b>")),
                asked(at.plus(14, ChronoUnit.DAYS), List.of("climb the stairs", "sit through a meal "))));
    }

    private FilledQuestionnaire asked(Instant at, List<String> activities) {
        return FilledQuestionnaire.begun(
                        id(),
                        client,
                        "psfs",
                        PracticeLanguage.ENGLISH,
                        at,
                        activities.stream().map(PrivateText::new).toList())
                .handedIn(at.plusSeconds(300));
    }

    public ClientRequest request() {
        return request(
                switch (random.nextInt(3)) {
                    case 0 -> new RequestMatter.CorrectionAsked(words());
                    case 1 -> new RequestMatter.ErasureAsked(perhapsWords());
                    default -> new RequestMatter.CannotCome(id(), past());
                });
    }

    private ClientRequest request(RequestMatter matter) {
        return new ClientRequest(id(), client, past(), matter, perhaps(this::followUp), version());
    }

    public AuditEntry auditEntry() {
        Actor actor =
                switch (random.nextInt(4)) {
                    case 0 -> new Actor.Person(therapist, one(Role.class));
                    case 1 -> new Actor.Linked(client, id());
                    case 2 -> new Actor.Registered(id());
                    default -> Actor.program(one(Actor.ProgramPart.class));
                };
        byte[] hash = new byte[32];
        random.nextBytes(hash);
        return new AuditEntry(
                1 + random.nextLong(1L << 40),
                past(),
                actor,
                one(Act.class),
                Optional.of(client),
                perhaps(this::id),
                one(AuditEntry.Outcome.class),
                HexFormat.of().formatHex(hash));
    }

    public PersonTold person() {
        return new PersonTold(
                new Client(
                        client,
                        words(),
                        perhaps(() -> 1940 + random.nextInt(80))
                                .map(OptionalInt::of)
                                .orElse(OptionalInt.empty()),
                        random.nextBoolean(),
                        past(),
                        Optional.empty(),
                        version()),
                new ContactDetails(
                        perhapsWords(),
                        perhapsWords(),
                        perhapsWords(),
                        perhaps(() -> new PrivateText("+49 30 1234567")).orElse(PrivateText.NONE),
                        perhaps(() -> new PrivateText("ann@example.org")).orElse(PrivateText.NONE),
                        perhapsWords(),
                        perhaps(this::related),
                        perhaps(this::related)));
    }

    private RelatedPerson related() {
        return new RelatedPerson(
                words(),
                perhapsWords(),
                perhaps(() -> new PrivateText("+1 555 0100")).orElse(PrivateText.NONE));
    }

    public StaffMember staff() {
        return new StaffMember(therapist, new SignInName("ann"), one(Role.class), random.nextBoolean());
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
                                        true)),
                        item("yes-no", new AnswerWay.ByYesNo()),
                        item("whole", new AnswerWay.ByNumber(true, Optional.empty(), Optional.empty())),
                        item("number", new AnswerWay.ByNumber(false, Optional.empty(), Optional.empty())),
                        item("words", new AnswerWay.ByWords(true, 4000)),
                        item("day", new AnswerWay.ByDay())),
                List.of());
        ImportedQuestionnaire edition = ImportedQuestionnaire.of(id(), form, NOW);
        FilledQuestionnaire filled = FilledQuestionnaire.begun(id(), client, edition, NOW)
                .with(
                        1,
                        random.nextBoolean() ? new ItemAnswer.ChoiceAnswer(2) : new ItemAnswer.WordsAnswer(words()),
                        IntakeHand.CLIENT_BY_LINK,
                        NOW)
                .with(2, new ItemAnswer.YesNoAnswer(random.nextBoolean()), IntakeHand.CLIENT_BY_LINK, NOW)
                .with(3, ItemAnswer.number(random.nextInt()), IntakeHand.CLIENT_BY_LINK, NOW)
                .with(4, new ItemAnswer.NumberAnswer(new BigDecimal("0.25")), IntakeHand.CLIENT_BY_LINK, NOW)
                .with(5, new ItemAnswer.WordsAnswer(words()), IntakeHand.CLIENT_BY_LINK, NOW)
                .with(6, new ItemAnswer.DayAnswer(LocalDate.of(2019, 2, 28)), IntakeHand.CLIENT_BY_LINK, NOW)
                .handedIn(NOW);
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

    /** Everything of one client. */
    public ClientFile file() {
        PersonTold person = person();
        BodyMap map = bodyMap();
        SafetyCheck check = safetyCheck();
        Session session = session(check.id());
        List<TraumaEvent> events = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            events.add(event().lockedBy(perhaps(session::id)));
        }
        List<Appointment> appointments = List.of(appointment(), appointment());
        return new ClientFile(
                NOW,
                "Practice at the river",
                Optional.of(therapist),
                List.of(staff()),
                person.client(),
                person.contact(),
                events,
                List.of(map),
                List.of(checkIn(Optional.of(map.id())), checkIn(Optional.empty())),
                List.of(score("peg"), score("phq9"), score("gad7"), score("promis_pain_interference"), score("mine")),
                List.of(imported()),
                List.of(examination()),
                List.of(check, safetyCheck()),
                List.of(redFlag()),
                consents(),
                Optional.of(touchMap()),
                List.of(session),
                List.of(note(Optional.of(session.id()), 2, false), note(Optional.empty(), 0, true)),
                appointments,
                List.of(plan(events, Optional.of(session.id())), plan(events, Optional.empty())),
                goals(),
                List.of(
                        request(new RequestMatter.CannotCome(
                                appointments.getFirst().id(),
                                appointments.getFirst().start())),
                        request(),
                        request()));
    }
}
