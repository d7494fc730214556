package org.stillpoint.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.stillpoint.exchange.English;
import org.stillpoint.exchange.OnCommandLine;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Accounts;
import org.stillpoint.record.address.AddressEntry;
import org.stillpoint.record.api.ApiGrant;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.literature.AddedStudy;
import org.stillpoint.record.questionnaire.ImportedQuestionnaire;
import org.stillpoint.record.signin.SignIns;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;
import org.stillpoint.words.Message;

/** The rules of the house (ARCHITECTURE.md, CONTRIBUTING.md), held on the compiled classes of every room but the last two: the cohort and the bench. */
@Execution(ExecutionMode.CONCURRENT)
class HouseTest {

    /** Each room and the rooms it may use; the same table stands in ARCHITECTURE.md. */
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            entry("anatomy", List.of()),
            entry("strain", List.of("anatomy")),
            entry("memory", List.of("anatomy", "strain")),
            entry("trace", List.of("anatomy", "strain", "memory")),
            entry("evidence", List.of()),
            entry("record", List.of("anatomy")),
            entry("practice", List.of("anatomy", "strain", "memory", "trace", "evidence", "record")),
            entry("words", List.of("anatomy", "strain", "evidence", "trace", "record", "practice")),
            entry("chart", List.of()),
            entry("store", List.of("anatomy", "record")),
            entry("exchange", List.of("anatomy", "evidence", "record", "words", "chart")),
            entry("web", List.of("anatomy", "record", "practice", "words", "chart", "exchange")),
            entry(
                    "app",
                    List.of(
                            "anatomy",
                            "strain",
                            "memory",
                            "trace",
                            "evidence",
                            "record",
                            "practice",
                            "words",
                            "chart",
                            "store",
                            "exchange",
                            "web")));

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.stillpoint");

    @Test
    void rooms_useOnlyRoomsBehindThemOnTheRoad() {
        LayeredArchitecture road = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String room : MAY_USE.keySet()) {
            road = road.optionalLayer(room).definedBy("org.stillpoint." + room + "..");
        }
        for (String room : MAY_USE.keySet()) {
            List<String> used = MAY_USE.getOrDefault(room, List.of());
            road = used.isEmpty()
                    ? road.whereLayer(room).mayNotAccessAnyLayer()
                    : road.whereLayer(room).mayOnlyAccessLayers(used.toArray(String[]::new));
        }
        road.check(HOUSE);
    }

    @Test
    void rooms_useEveryRoomThatTheyMayUse() {
        Set<String> used = HOUSE.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(use -> room(use.getOriginClass()) + " uses " + room(use.getTargetClass()))
                .collect(Collectors.toSet());
        Set<String> allowed = MAY_USE.entrySet().stream()
                .flatMap(room -> room.getValue().stream().map(other -> room.getKey() + " uses " + other))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(used).as("what the table allows and nobody does").containsAll(allowed);
    }

    /** The picture on the architecture page (docs/house.svg) and the table above it show these rooms, and these arrows between them. */
    @Test
    void pictureAndTable_showTheRoomsAndWhatEachUses() throws IOException {
        String picture = Files.readString(Path.of("..", "docs", "house.svg"));
        assertThat(found("<g id=\"(\\w+)\">", picture)).isEqualTo(new TreeSet<>(MAY_USE.keySet()));
        assertThat(found("<path id=\"(\\w+-uses-\\w+)\"", picture)).isEqualTo(arrows());
        Set<String> told = new TreeSet<>();
        String page = Files.readString(Path.of("..", "ARCHITECTURE.md"));
        Pattern.compile("(?m)^\\| `(\\w+)` \\| .* \\| ([^|]*) \\|$")
                .matcher(page)
                .results()
                .filter(row ->
                        MAY_USE.containsKey(row.group(1)) && !row.group(2).equals("all"))
                .forEach(row -> Arrays.stream(row.group(2).split(", *"))
                        .filter(other -> !other.isBlank())
                        .forEach(other -> told.add(row.group(1) + "-uses-" + other.strip())));
        Set<String> ofTheApp = arrows();
        ofTheApp.removeIf(arrow -> !arrow.startsWith("app-"));
        told.addAll(ofTheApp); // which "all" says of it
        assertThat(told).isEqualTo(arrows());
    }

    private static Set<String> arrows() {
        return MAY_USE.entrySet().stream()
                .flatMap(room -> room.getValue().stream().map(other -> room.getKey() + "-uses-" + other))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The first name after the house's own; templates are none of the house's rooms. */
    private static String room(JavaClass type) {
        String[] names = type.getPackageName().split("\\.");
        return names.length > 2 && names[1].equals("stillpoint") ? names[2] : "";
    }

    @Test
    void packages_haveNoCycles() {
        slices().matching("org.stillpoint.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void packages_areNullMarked() {
        Set<String> unmarked = HOUSE.stream()
                .filter(HANDWRITTEN)
                .map(JavaClass::getPackage)
                .filter(p -> !p.isAnnotatedWith(NullMarked.class))
                .map(p -> p.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unmarked)
                .as("packages without @NullMarked in package-info.java")
                .isEmpty();
    }

    @Test
    void numbersAndDomain_knowNoFramework() {
        noClasses()
                .that()
                .resideInAnyPackage(rooms(
                        "anatomy", "strain", "memory", "trace", "evidence", "record", "practice", "words", "chart"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "jakarta..", "java.sql..", "picocli..")
                .check(HOUSE);
    }

    @Test
    void web_knowsNoStore() {
        noClasses()
                .that()
                .resideInAPackage("org.stillpoint.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.jooq..", "org.stillpoint.store..")
                .check(HOUSE);
    }

    /** Whoever signs in, and where, is looked up before there is an actor; everything else is read and done by one. */
    @Test
    void web_readsAndActsOnlyByAnActor() {
        noClasses()
                .that()
                .resideInAPackage("org.stillpoint.web..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "a repository of the record",
                        c -> REPOSITORIES.contains(c)
                                && !c.isEquivalentTo(Accounts.class)
                                && !c.isEquivalentTo(SignIns.class)))
                .check(HOUSE);
    }

    /** What is one client's is found only as theirs: an id alone opens nothing. */
    @Test
    void repositories_takeTheClientsIdWithTheRecords() {
        Set<String> alone = REPOSITORIES.stream()
                .flatMap(repository -> Arrays.stream(repository.reflect().getMethods()))
                .filter(method -> Set.of("find", "get", "list", "remove", "update", "mark", "end")
                        .contains(method.getName()))
                .filter(method -> {
                    List<String> ids = Arrays.stream(method.getGenericParameterTypes())
                            .map(Type::getTypeName)
                            .filter(type -> type.startsWith(Id.class.getName() + "<"))
                            .toList();
                    return !ids.isEmpty() && ids.stream().noneMatch(OF_NOBODY_ELSE::contains);
                })
                .map(Method::toGenericString)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(alone).isEmpty();
    }

    @Test
    void acts_takeAnActor() {
        methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat(DescribedPredicate.describe(
                        "of the practice, with a unit of work",
                        c -> c.getPackageName().startsWith("org.stillpoint.practice")
                                && c.getFields().stream()
                                        .anyMatch(field -> field.getRawType().isEquivalentTo(UnitOfWork.class))))
                .and()
                .areNotStatic()
                .and()
                .doNotHaveName("forget")
                .should(new ArchCondition<>("take an actor first") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        List<JavaClass> parameters = method.getRawParameterTypes();
                        boolean takes =
                                !parameters.isEmpty() && parameters.getFirst().isEquivalentTo(Actor.class);
                        events.add(new SimpleConditionEvent(method, takes, method.getFullName()));
                    }
                })
                .check(HOUSE);
    }

    /** Who is let in, and how, is changed in a unit of work, which writes each change into the account. */
    @Test
    void waysIn_areChangedInAUnitOfWorkAlone() {
        noClasses()
                .that(DescribedPredicate.describe(
                        "without a unit of work",
                        c -> !c.getPackageName().startsWith("org.stillpoint.store")
                                && (!c.getPackageName().startsWith("org.stillpoint.practice")
                                        || c.getFields().stream()
                                                .noneMatch(field ->
                                                        field.getRawType().isEquivalentTo(UnitOfWork.class)))))
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "a way in is changed",
                        call -> WAYS_IN.getOrDefault(call.getTargetOwner().getSimpleName(), Set.of())
                                .contains(call.getName())))
                .check(HOUSE);
    }

    /** What changes them. A code that was taken and a count that was shown are sign-ins, which stand in the account as such. */
    private static final Map<String, Set<String>> WAYS_IN = Map.of(
            "Accounts", Set.of("add", "update"),
            "SignIns", Set.of("keepFactor", "removeFactor", "endAll", "setRule"),
            "Passkeys", Set.of("add", "remove", "removeAll"),
            "Invitations", Set.of("add", "withdraw"),
            "PrivateLinks", Set.of("add", "update"),
            "ApiGrants", Set.of("add", "replace", "setOpen"));

    /** What a start makes names no class of FHIR's library or of signatures: they are loaded by whoever is let in first. */
    @Test
    void doorOfFhir_loadsNoFhir() {
        noClasses()
                .that()
                .resideInAPackage("org.stillpoint.web.api..")
                .and()
                .areMetaAnnotatedWith("org.springframework.stereotype.Component")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ca.uhn.fhir..", "org.hl7.fhir..", "com.nimbusds..")
                .check(HOUSE);
    }

    @Test
    void store_alone_isStored() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.stillpoint.store..")
                .should()
                .haveSimpleNameStartingWith("Stored")
                .check(HOUSE);
    }

    /**
     * What a person reads is said by {@code words} alone. Elsewhere a record may carry what was said, and the command line's English
     * is called what it is.
     */
    @Test
    void words_aloneSays() {
        methods()
                .that()
                .haveNameMatching("words|sentence")
                .and()
                .areDeclaredInClassesThat(HANDWRITTEN)
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage("org.stillpoint.words..")
                .and()
                .haveRawReturnType(String.class)
                .should(new ArchCondition<>("read a record's component") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        boolean component = method.getRawParameterTypes().isEmpty()
                                && method.getOwner().isRecord()
                                && method.getOwner()
                                        .tryGetField(method.getName())
                                        .isPresent();
                        events.add(new SimpleConditionEvent(method, component, method.getFullName()));
                    }
                })
                .check(HOUSE);
    }

    /** What is wrong with a table is a message wherever a page may show it; sentences in English are the command line's. */
    @Test
    void english_isSpokenByTheCommandLineAlone() {
        DescribedPredicate<CanBeAnnotated> spoken = CanBeAnnotated.Predicates.annotatedWith(OnCommandLine.class);
        Set<String> taking = HOUSE.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(spoken)
                .map(method -> method.getOwner().getSimpleName() + "." + method.getName())
                .collect(Collectors.toSet());
        assertThat(taking).contains("Problem.ofValue", "Row.problem", "Table.ask", "Read.note");
        noClasses()
                .that()
                .resideInAnyPackage(rooms("exchange", "web"))
                .should()
                .accessTargetWhere(JavaAccess.Predicates.target(spoken.forSubtype()))
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("org.stillpoint.web..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(English.class)
                .check(HOUSE);
    }

    /** A constant keeps its name; what people call it is said by {@code words} alone. Rooms whose constants only a terminal prints are not asked. */
    @Test
    void constants_areNamedForPeopleByWordsAlone() {
        methods()
                .that()
                .haveName("label")
                .and()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(
                        rooms("anatomy", "strain", "evidence", "record", "practice", "chart", "store", "web"))
                .and()
                .haveRawReturnType(String.class)
                .should()
                .beDeclaredInClassesThat(DescribedPredicate.not(JavaClass.Predicates.assignableTo(Enum.class)))
                .check(HOUSE);
    }

    /** What one place of the body is called is no bare text at a border; inside the numbers a place is its index in the atlas. */
    @Test
    void placesOfTheBody_haveTypesOfTheirOwn() {
        fields().that()
                .haveNameMatching("muscle|joint|region")
                .and()
                .areDeclaredInClassesThat(DescribedPredicate.describe(
                        "a record", type -> type.isAssignableTo(Record.class) && HANDWRITTEN.test(type)))
                .and()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(rooms("strain", "memory", "trace", "record", "practice"))
                .should()
                .notHaveRawType(String.class)
                .check(HOUSE);
    }

    @Test
    void state_isNeverStaticAndMutable() {
        fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat(HANDWRITTEN)
                .should()
                .beFinal()
                .check(HOUSE);
    }

    @Test
    void names_areWholeWords() {
        classes()
                .that(HANDWRITTEN)
                .should()
                .haveNameNotMatching(".*(Impl|Utils?|Manager|Helper)$")
                .andShould()
                .haveNameNotMatching(".*\\.((Base|Abstract)[A-Z]|I[A-Z][a-z])\\w*$")
                .check(HOUSE);
    }

    /**
     * One word, one meaning: a type's name is declared once in the house, in whatever type it is nested. By convention only, an act's
     * wish is its {@code Command}, and a sentence has a name in its own group of words.
     */
    @Test
    void names_areDeclaredOnce() {
        Map<String, Set<String>> declared = HOUSE.stream()
                .filter(HANDWRITTEN)
                .filter(type -> !type.isAnonymousClass() && !type.isLocalClass())
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .filter(type -> !isActsCommand(type) && !isSentenceOfAGroup(type))
                .filter(HouseTest::isStillDeclared)
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName,
                        TreeMap::new,
                        Collectors.mapping(JavaClass::getName, Collectors.toCollection(TreeSet::new))));
        assertThat(declared).hasSizeGreaterThan(MANY_TYPES);
        declared.values().removeIf(types -> types.size() == 1);
        assertThat(declared).as("names with more than one meaning").isEmpty();
    }

    /** Fewer names than this were not all of the house's. */
    private static final int MANY_TYPES = 800;

    /** A build that compiles what changed leaves classes behind whose source is gone. */
    private static boolean isStillDeclared(JavaClass type) {
        return type.getEnclosingClass()
                .map(outer -> isStillDeclared(outer)
                        && Arrays.asList(outer.reflect().getDeclaredClasses()).contains(type.reflect()))
                .orElseGet(() -> Files.exists(Path.of(
                        "..", room(type), "src/main/java", type.getName().replace('.', '/') + ".java")));
    }

    private static boolean isActsCommand(JavaClass type) {
        return type.getSimpleName().equals("Command")
                && type.getPackageName().startsWith("org.stillpoint.practice.")
                && type.getEnclosingClass().isPresent();
    }

    private static boolean isSentenceOfAGroup(JavaClass type) {
        return type.isAssignableTo(Message.class) && type.getEnclosingClass().isPresent();
    }

    /** What a unit of work hands out: every repository of the record, and the record itself. */
    private static final Set<JavaClass> REPOSITORIES = HOUSE.get(Records.class).getMethods().stream()
            .map(JavaMethod::getRawReturnType)
            .collect(Collectors.toSet());

    /** Ids that are whose they are: of the client, of an account, and of a study, an entry of the address book and an imported questionnaire, which are nobody's. */
    private static final Set<String> OF_NOBODY_ELSE = Stream.of(
                    Client.class,
                    Account.class,
                    AddedStudy.class,
                    AddressEntry.class,
                    ApiGrant.class,
                    ImportedQuestionnaire.class)
            .map(type -> Id.class.getName() + "<" + type.getName() + ">")
            .collect(Collectors.toSet());

    private static final DescribedPredicate<JavaClass> HANDWRITTEN = DescribedPredicate.describe(
            "handwritten",
            c -> !c.getPackageName().contains("generated")
                    && !c.getPackageName().contains("jte"));

    private static String[] rooms(String... names) {
        return java.util.Arrays.stream(names)
                .map(n -> "org.stillpoint." + n + "..")
                .toArray(String[]::new);
    }
}
