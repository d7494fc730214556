package org.stillpoint.exchange.fhir;

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
import org.stillpoint.anatomy.RegionCode;
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
import org.stillpoint.record.questionnaire.QuestionnaireScore;
import org.stillpoint.record.request.RequestMatter;
import org.stillpoint.record.safety.Clearance;
import org.stillpoint.record.safety.Condition;
import org.stillpoint.record.safety.ConditionId;
import org.stillpoint.record.safety.FlagOrigin;
import org.stillpoint.record.safety.ProgramConditions;
import org.stillpoint.record.safety.RedFlag;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.safety.SafetyLevel;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.touch.TouchMap;
import org.stillpoint.record.touch.TouchWish;
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

    final Random random;
    public final Id<Client> client;
    public final Id<Account> therapist;

    public MadeUpRecord(long seed) {
        this.random = new Random(seed);
        this.client = id();
        this.therapist = id();
    }

    <T> Id<T> id() {
        return new Id<>(
                new UUID((random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() & ~(3L << 62)) | (2L << 62)));
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    <E extends Enum<E>> E one(Class<E> type) {
        return one(Arrays.asList(type.getEnumConstants()));
    }

    <T> Optional<T> perhaps(Supplier<T> what) {
        return random.nextBoolean() ? Optional.of(what.get()) : Optional.empty();
    }

    PrivateText words() {
        return new PrivateText(one(WORDS));
    }

    PrivateText perhapsWords() {
        return perhaps(this::words).orElse(PrivateText.NONE);
    }

    Instant past() {
        return NOW.minus(random.nextInt(100_000), ChronoUnit.MINUTES).minusMillis(random.nextInt(60_000));
    }

    Score0To10 score() {
        return new Score0To10(
                switch (random.nextInt(3)) {
                    case 0 -> random.nextInt(11);
                    case 1 -> random.nextInt(1001) / 100.0;
                    default -> random.nextDouble() * 10;
                });
    }

    Version version() {
        return new Version(1 + random.nextInt(5));
    }

    public RegionCode region() {
        return new RegionCode(one(Atlas.standard().regions().list()).code());
    }

    private MuscleId muscle() {
        return new MuscleId(one(Atlas.standard().muscles().list()).id());
    }

    Site site() {
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

    /** Sessions of the same client. */
    public MadeUpSessions sessions() {
        return new MadeUpSessions(this);
    }

    /** What is planned for the same client, and asked. */
    public MadeUpAsking asking() {
        return new MadeUpAsking(this);
    }

    /** Everything of one client. */
    public ClientFile file() {
        PersonTold person = person();
        BodyMap map = bodyMap();
        SafetyCheck check = safetyCheck();
        Session session = sessions().session(check.id());
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
                List.of(asking().imported()),
                List.of(examination()),
                List.of(check, safetyCheck()),
                List.of(redFlag()),
                consents(),
                Optional.of(touchMap()),
                List.of(session),
                List.of(
                        sessions().note(Optional.of(session.id()), 2, false),
                        sessions().note(Optional.empty(), 0, true)),
                List.of(sessions().released(session.id())),
                appointments,
                List.of(asking().plan(events, Optional.of(session.id())), asking().plan(events, Optional.empty())),
                asking().goals(),
                List.of(
                        asking().request(new RequestMatter.CannotCome(
                                appointments.getFirst().id(),
                                appointments.getFirst().start())),
                        asking().request(),
                        asking().request()));
    }
}
