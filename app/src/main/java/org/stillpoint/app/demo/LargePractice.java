package org.stillpoint.app.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.app.cli.ProgressBar;
import org.stillpoint.practice.consent.ConsentWording;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.Version;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.consent.ConsentDocument;
import org.stillpoint.record.consent.ConsentEntry;
import org.stillpoint.record.consent.ConsentTerm;
import org.stillpoint.record.consent.Signature;
import org.stillpoint.record.consent.Signer;
import org.stillpoint.record.history.EventDate;
import org.stillpoint.record.history.EventKind;
import org.stillpoint.record.history.Told;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.setting.PracticeLanguage;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Actor.ProgramPart;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;
import org.stillpoint.record.work.WholeClient;

/**
 * A large practice of people who do not exist, for whoever wants to see how it holds: each told an event, marked the pain, had
 * sessions and checked in at even intervals. Every number is drawn from the seed and fits nobody.
 */
public final class LargePractice {
    private static final int SEED = 20261128;
    private static final int AT_ONCE = 200; // own choice, 2026: clients in one transaction, a few thousand rows
    private static final int MOST_DAYS = 1_500; // own choice: four years of a practice
    private static final int LEAST_DAYS = 30;
    private static final int OPEN_ONE_OF = 5_000; // own choice: as many sessions at once as a large house has rooms
    private static final int WORSE_ONE_OF = 100; // own choice
    private static final int MORE_PLACES = 3; // own choice, 2026
    private static final Duration SESSION = Duration.ofMinutes(25);

    private static final List<String> FIRST = List.of(
            ("Ada Aino Alma Amir Anton Asha Bela Boris Carla Chen Clara Dario Dina Ebba Elif Emil Enzo Esra Farid Filip"
                            + " Gala Gitta Hana Hugo Ilse Imran Iris Ivo Jana Jonas Jules Kaya Kofi Lara Leif Lena Lior Luca"
                            + " Mara Mateo Mila Mina Nadia Nils Nora Olga Omar Oskar Pia Petra Ravi Rosa Sami Selma Silas"
                            + " Sofia Tarek Thea Timo Uma Vera Viktor Yara Zoe")
                    .split(" "));
    private static final List<String> LAST = List.of(
            ("Abel Aksoy Andersen Baker Bauer Becker Berger Blanc Borg Brandt Bruno Castro Cohen Conti Costa Dahl Dubois"
                            + " Egger Eriksen Falk Fischer Fontana Frank Garcia Graf Gruber Haas Hahn Hansen Hartmann Herzog"
                            + " Hofer Horvat Huber Ivanov Jansen Jensen Kaiser Keller Klein Koch Kovacs Kraus Lang Larsen Lehmann"
                            + " Leroy Lindgren Lopez Maier Marino Martin Meyer Moreau Moser Nagy Nielsen Novak Okafor Olsen Ortiz"
                            + " Park Petrov Popa Reis Ricci Richter Roth Russo Sato Schmid Silva Simon Sommer Stein Suzuki"
                            + " Tanaka Toth Urban Vogel Wagner Weber Weiss Winter Wolf Yilmaz Zimmer")
                    .split(" "));
    private static final List<String> PLACES = List.of("X205", "X206", "X208", "X218", "X219", "X112", "X201", "X107");

    private final UnitOfWork work;
    private final Instant now;
    private final ZoneId zone;
    private final OfEach each;
    private final ConsentWording wording;

    /**
     * How much of each client there is.
     *
     * @param maps of the pain, at least one
     */
    public record OfEach(int checkIns, int sessions, int maps) {
        public OfEach {
            if (checkIns < 0 || sessions < 1 || maps < 1) {
                throw new IllegalArgumentException(
                        checkIns + " check-ins, " + sessions + " sessions, " + maps + " maps; least 0, 1 and 1");
            }
        }

        /** Two sessions and one map, as of most people. */
        public static OfEach usual(int checkIns) {
            return new OfEach(checkIns, 2, 1);
        }
    }

    /** @param wording of the consent that each has signed, so that everything can be done with them at once */
    public LargePractice(UnitOfWork work, Clock clock, OfEach each, ConsentWording wording) {
        this.wording = wording;
        this.work = work;
        this.now = clock.instant();
        this.zone = clock.getZone();
        this.each = each;
    }

    /** Adds so many clients, with a bar of how far it has come. */
    public void add(int clients) {
        try (ProgressBar progress = ProgressBar.of("clients", clients)) {
            for (int from = 0; from < clients; from += AT_ONCE) {
                int first = from;
                int past = Math.min(from + AT_ONCE, clients);
                Deed deed = new Deed(Act.ADD_CLIENT, Id.random(), Optional.empty(), "made up " + first + " to " + past);
                work.run(
                        Actor.program(ProgramPart.DEMO),
                        deed,
                        records -> {
                            List<WholeClient> made = IntStream.range(first, past)
                                    .mapToObj(this::make)
                                    .toList();
                            records.wholeClients().addAll(made);
                            ConsentDocument read =
                                    wording.document(records.settings().consentBlocks(), PracticeLanguage.ENGLISH);
                            made.forEach(one -> records.consents().add(agreed(one.client(), read)));
                            return past;
                        },
                        records -> past);
                progress.advance(past - first);
            }
        }
    }

    /** Signed by a name that says that nobody did. */
    private ConsentEntry agreed(Client client, ConsentDocument read) {
        return new ConsentEntry.ConsentGiven(
                Id.random(),
                client.id(),
                now,
                read,
                read.choices().stream().collect(Collectors.toMap(block -> block, block -> false)),
                Set.of(),
                ConsentTerm.USUAL,
                new Signer.Oneself(),
                new Signature.ByName(new PrivateText("Made up")));
    }

    private WholeClient make(int number) {
        SplittableRandom random = new SplittableRandom(SEED + number);
        int daysAgo = random.nextInt(LEAST_DAYS, MOST_DAYS);
        Instant added = daysAgo(daysAgo);
        Instant last = daysAgo(random.nextInt(Math.min(daysAgo / 2, 365)));
        Client client = new Client(
                Id.random(),
                new PrivateText(pick(FIRST, random) + " " + pick(LAST, random) + "-" + pick(LAST, random)),
                OptionalInt.of(random.nextInt(1935, 2008)),
                true,
                added,
                Optional.empty(),
                Version.FIRST);
        RegionCode place = new RegionCode(pick(PLACES, random));
        Score0To10 pain = score(random);
        Duration between = Duration.between(added, last).dividedBy(each.sessions() + 1);
        List<SafetyCheck> checks = new ArrayList<>();
        List<Session> sessions = new ArrayList<>();
        for (int nth = 1; nth <= each.sessions(); nth++) {
            sessions.add(end(start(client, added.plus(between.multipliedBy(nth)), checks), place));
        }
        if (number % OPEN_ONE_OF == 0) {
            sessions.add(start(client, now.minus(SESSION), checks));
        }
        return new WholeClient(
                client,
                List.of(event(client, place, pain, added)
                        .lockedBy(sessions.getFirst().id())),
                maps(client, added, last, place, pain, number),
                checks,
                sessions,
                diary(client, added, last, number, random));
    }

    /** The first as it was told; each that follows with some places more. */
    private List<BodyMap> maps(
            Client client, Instant added, Instant last, RegionCode place, Score0To10 pain, int number) {
        SplittableRandom random = new SplittableRandom(SEED - number);
        List<BodyMap> maps = new ArrayList<>();
        for (int i = 0; i < each.maps(); i++) {
            TreeMap<RegionCode, Score0To10> marked = new TreeMap<>(Map.of(place, pain));
            for (int more = 0; i > 0 && more < MORE_PLACES; more++) {
                marked.put(new RegionCode(pick(PLACES, random)), score(random));
            }
            Instant at =
                    added.plus(Duration.between(added, last).multipliedBy(i).dividedBy(each.maps()));
            maps.add(new BodyMap(Id.random(), client.id(), at, marked, Version.FIRST));
        }
        return maps;
    }

    private TraumaEvent event(Client client, RegionCode place, Score0To10 pain, Instant at) {
        Told told = new Told(
                EventKind.INJURY,
                EventDate.yearsAgo(9, LocalDate.ofInstant(at, zone)),
                List.of(place),
                PrivateText.NONE,
                pain,
                pain,
                PrivateText.NONE);
        return TraumaEvent.toldBeforeSession(client.id(), told, at);
    }

    private static OpenSession start(Client client, Instant at, List<SafetyCheck> checks) {
        SafetyCheck check = SafetyCheck.clear(client.id(), at);
        checks.add(check);
        return OpenSession.start(Id.random(), client.id(), check, at);
    }

    private static Session end(OpenSession started, RegionCode place) {
        Site site = new Site.RegionSite(place);
        Instant tapped = started.startedAt();
        List<Mark> marks = new ArrayList<>();
        for (Moment moment : List.of(
                new Moment.Settled(), new Moment.SiteEngaged(site, PrivateText.NONE), new Moment.Release(site, 0.25))) {
            tapped = tapped.plusSeconds(300);
            marks.add(new Mark(Id.random(), tapped, tapped, moment));
        }
        return started.with(marks).end(started.startedAt().plus(SESSION));
    }

    private List<CheckIn> diary(Client client, Instant added, Instant last, int number, SplittableRandom random) {
        List<CheckIn> diary = new ArrayList<>(each.checkIns());
        for (int i = 1; i <= each.checkIns(); i++) {
            boolean worse = i == each.checkIns() && number % WORSE_ONE_OF == 0;
            Answers answers = new Answers(
                    score(random),
                    score(random),
                    score(random),
                    score(random),
                    Optional.of(score(random)),
                    Optional.of(score(random)),
                    Optional.empty(),
                    worse ? new PrivateText("Made up: sorer than before.") : PrivateText.NONE);
            Instant at =
                    added.plus(Duration.between(added, last).multipliedBy(i).dividedBy(each.checkIns()));
            diary.add(CheckIn.given(client.id(), answers, at));
        }
        return diary;
    }

    private Instant daysAgo(int days) {
        return now.minus(Duration.ofDays(days)).minus(Duration.ofHours(1));
    }

    private static Score0To10 score(SplittableRandom random) {
        return Score0To10.of(random.nextInt(21) / 2.0);
    }

    private static String pick(List<String> from, SplittableRandom random) {
        return from.get(random.nextInt(from.size()));
    }
}
