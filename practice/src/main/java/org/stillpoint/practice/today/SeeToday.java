package org.stillpoint.practice.today;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.followup.FollowUpReading;
import org.stillpoint.practice.followup.FollowUpReading.ClientToAsk;
import org.stillpoint.practice.mail.RingList;
import org.stillpoint.practice.note.NoteReading;
import org.stillpoint.practice.note.NoteReading.NoteToSign;
import org.stillpoint.practice.request.RequestReading;
import org.stillpoint.practice.request.RequestReading.OpenRequest;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.care.EmergencyAccess;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.intake.Intake;
import org.stillpoint.record.safety.RedFlag;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.today.Standing;
import org.stillpoint.record.today.Today;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/**
 * Today: who is to come, those with an open session, those with something worse, and those seen last; everybody by name, and finding anybody. It
 * costs what it shows, however large the practice is.
 */
public final class SeeToday {
    /** Own choice, 2026: of each kind as many as one looks through; search finds the rest. */
    public static final int MOST_OF_A_KIND = 20;

    /** Own choice, 2026: what one page of open matters holds. */
    public static final int MOST_MATTERS = 100;

    /** Own choice, 2026: those of a day; the page of all of them holds the rest. */
    private static final int MOST_NOTES = 5;

    /** Own choice, 2026: those of a day; the page of all of them holds the rest. */
    private static final int MOST_FOLLOW_UPS = 5;

    /** Own choice, 2026: whoever has not found the name by then types on. */
    public static final int MOST_FOUND = 50;

    /** Own choice, 2026: a practice with more is made up itself, and counts as it is. */
    private static final int MOST_MADE_UP = 20;

    /**
     * One client in a list.
     *
     * @param standing who, and where they stand
     * @param forecastToSeal whether a forecast may be sealed before the next session and none waits
     * @param open what they said is worse and nobody has followed up, the earliest first
     * @param flags red flags that they told and nobody has answered, the earliest first
     * @param intake their intake that goes on
     */
    public record ClientToday(
            Standing standing,
            boolean forecastToSeal,
            List<CheckIn> open,
            List<RedFlag> flags,
            Optional<Intake> intake) {}

    /**
     * The first page.
     *
     * @param day today, in the practice's time zone
     * @param counts of the whole practice; of people who are made up nobody, but where all are
     * @param hours who is to come today, and was, the earliest first
     * @param week who is to come in the six days after
     * @param open those of the others with a session that goes on
     * @param worse those with something worse or a red flag, as long as nobody has written what was done; red flags first, then whoever has
     *     waited longest
     * @param recent those of the others who were added, treated or heard of last; nobody where anybody is to come
     * @param toSign notes that wait to be signed, the session held first first; the rest is on a page of its own
     * @param moreToSign whether there are more
     * @param toAsk clients who are to be asked how it went after their session; the rest is on a page of its own
     * @param moreToAsk whether there are more
     * @param toRing how many are to be rung because no mail reminds them
     * @param asked what clients asked of the practice and nobody has answered yet, the earliest first
     * @param keeping how well the record is kept
     * @param emergencies records that were opened in an emergency, as long as the reader has not said that they saw it
     */
    public record TodayView(
            LocalDate day,
            Today.Counts counts,
            List<HourToday> hours,
            List<HourToday> week,
            List<ClientToday> open,
            List<ClientToday> worse,
            List<ClientToday> recent,
            List<NoteToSign> toSign,
            boolean moreToSign,
            List<ClientToAsk> toAsk,
            boolean moreToAsk,
            int toRing,
            List<OpenRequest> asked,
            KeepingToday keeping,
            List<EmergencyTold> emergencies) {}

    /**
     * A record that was opened in an emergency.
     *
     * @param by the name of who opened it; empty where they are gone
     */
    public record EmergencyTold(EmergencyAccess access, Client client, Optional<SignInName> by) {}

    /**
     * Who was found.
     *
     * @param rows by name
     * @param more whether there are more than are shown
     */
    public record FoundClients(List<ClientToday> rows, boolean more) {}

    private final UnitOfWork work;
    private final TodayRows rows;
    private final HoursAhead hours;
    private final RingList toRing;
    private final Clock clock;

    /** @param clock in the time zone of the practice, whose day it is */
    public SeeToday(UnitOfWork work, Clock clock) {
        this.work = work;
        this.rows = new TodayRows(clock);
        this.hours = new HoursAhead(clock);
        this.toRing = new RingList(clock);
        this.clock = clock;
    }

    public TodayView by(Actor actor) {
        return work.read(actor, Act.SEE_TODAY, Optional.empty(), records -> {
            Set<Id<Client>> shown = new HashSet<>();
            Today today = records.today();
            boolean told = Membership.seesWhatWasTold(actor);
            List<Standing> worse = told ? unseen(today.listWorse(0, MOST_OF_A_KIND), shown) : List.of();
            List<Standing> open = unseen(today.listOpen(MOST_OF_A_KIND), shown);
            LocalDate day = LocalDate.now(clock);
            List<Appointment> booked = hours.booked(records, day);
            List<Standing> coming = HoursAhead.coming(records, booked);
            coming.forEach(standing -> shown.add(standing.client().id()));
            List<Standing> recent = coming.isEmpty() ? unseen(today.listRecent(MOST_OF_A_KIND), shown) : List.of();
            Map<Id<Client>, ClientToday> seen = seen(records, told, worse, open, coming, recent);
            List<HourToday> ahead = hours.of(records, day, booked, coming, seen, told);
            List<NoteToSign> toSign = told ? NoteReading.toSign(records, MOST_NOTES + 1) : List.of();
            List<ClientToAsk> toAsk =
                    told ? FollowUpReading.due(records, clock.instant(), MOST_FOLLOW_UPS + 1) : List.of();
            Instant tomorrow = day.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
            return new TodayView(
                    day,
                    told ? counted(records) : bare(counted(records)),
                    ahead.stream()
                            .filter(hour -> hour.appointment().start().isBefore(tomorrow))
                            .toList(),
                    ahead.stream()
                            .filter(hour -> !hour.appointment().start().isBefore(tomorrow))
                            .toList(),
                    rows(open, seen),
                    rows(worse, seen),
                    rows(recent, seen),
                    toSign.subList(0, Math.min(MOST_NOTES, toSign.size())),
                    toSign.size() > MOST_NOTES,
                    toAsk.subList(0, Math.min(MOST_FOLLOW_UPS, toAsk.size())),
                    toAsk.size() > MOST_FOLLOW_UPS,
                    toRing.of(records).size(),
                    RequestReading.open(records, actor),
                    KeepingToday.of(records, actor, !shown.isEmpty(), clock.instant()),
                    emergencies(records, actor));
        });
    }

    /** What is shown of everybody who is shown, asked for at once. */
    @SafeVarargs
    private Map<Id<Client>, ClientToday> seen(Records records, boolean told, List<Standing>... lists) {
        Map<Id<Client>, Standing> all = new LinkedHashMap<>();
        Stream.of(lists)
                .flatMap(List::stream)
                .forEach(standing -> all.put(standing.client().id(), standing));
        List<Standing> standings = List.copyOf(all.values());
        return (told ? rows.of(records, standings) : bareRows(standings))
                .stream()
                        .collect(Collectors.toMap(row -> row.standing().client().id(), row -> row));
    }

    private static List<ClientToday> rows(List<Standing> standings, Map<Id<Client>, ClientToday> seen) {
        return standings.stream()
                .map(standing ->
                        Objects.requireNonNull(seen.get(standing.client().id())))
                .toList();
    }

    /**
     * Everybody with an open matter, a page of them.
     *
     * @param rows whoever has waited longest first
     * @param all how many there are
     */
    public record OpenMatters(List<ClientToday> rows, int all) {}

    /**
     * @param page from 1
     * @throws BadValue if it is no page
     */
    public OpenMatters openMatters(Actor actor, int page) {
        if (page < 1 || page > Integer.MAX_VALUE / MOST_MATTERS) {
            throw new BadValue("page", String.valueOf(page), "from 1");
        }
        return work.read(
                actor,
                Act.SEE_TODAY,
                Optional.empty(),
                records -> Membership.seesWhatWasTold(actor)
                        ? new OpenMatters(
                                rows.of(records, records.today().listWorse((page - 1) * MOST_MATTERS, MOST_MATTERS)),
                                records.today().count().worse())
                        : new OpenMatters(List.of(), 0));
    }

    /**
     * A session that goes on.
     *
     * @param since when it was started
     */
    public record SessionGoingOn(Client client, Id<Session> session, Instant since) {}

    /** The session that goes on with a client of the actor's own or of nobody, the one started last; empty where none does. */
    public Optional<SessionGoingOn> running(Actor actor) {
        return work.read(
                actor,
                Act.SEE_TODAY,
                Optional.empty(),
                records -> records.today().findRunning(actor.ownAccount()).flatMap(SeeToday::goingOn));
    }

    private static Optional<SessionGoingOn> goingOn(Standing standing) {
        return standing.openSession()
                .flatMap(session ->
                        standing.lastSession().map(since -> new SessionGoingOn(standing.client(), session, since)));
    }

    /**
     * Everybody by name who is not archived, a page of them.
     *
     * @param after the last of the page before; empty for the first page
     */
    public FoundClients byName(Actor actor, Optional<Id<Client>> after) {
        return work.read(
                actor,
                Act.FIND_CLIENTS,
                Optional.empty(),
                records -> shown(records, actor, records.clients().list(after, MOST_FOUND + 1)));
    }

    /** The same of those who are archived. */
    public FoundClients archived(Actor actor, Optional<Id<Client>> after) {
        return work.read(
                actor,
                Act.FIND_CLIENTS,
                Optional.empty(),
                records -> shown(records, actor, records.clients().listArchived(after, MOST_FOUND + 1)));
    }

    /** Whoever is made up counts only where everybody is, as in a practice that is tried out. */
    private static Today.Counts counted(Records records) {
        Today.Counts all = records.today().count();
        List<Id<Client>> madeUp = records.clients().listMadeUp(MOST_MADE_UP + 1).stream()
                .map(Client::id)
                .toList();
        if (madeUp.isEmpty() || madeUp.size() > MOST_MADE_UP || madeUp.size() >= all.clients()) {
            return all;
        }
        List<Standing> apart = records.today().list(madeUp);
        return new Today.Counts(
                all.clients() - madeUp.size(),
                all.openSessions()
                        - (int) apart.stream()
                                .filter(standing -> standing.openSession().isPresent())
                                .count(),
                all.worse() - (int) apart.stream().filter(Standing::worse).count());
    }

    /** Who comes, and nothing of how it goes with them. */
    private static Today.Counts bare(Today.Counts counts) {
        return new Today.Counts(counts.clients(), counts.openSessions(), 0);
    }

    private static List<ClientToday> bareRows(List<Standing> standings) {
        return standings.stream()
                .map(each ->
                        new Standing(each.client(), Optional.empty(), each.lastSession(), Optional.empty(), 0, false))
                .map(bare -> new ClientToday(bare, false, List.of(), List.of(), Optional.empty()))
                .toList();
    }

    private static List<EmergencyTold> emergencies(Records records, Actor actor) {
        return actor instanceof Actor.Person person
                ? records.emergencies().listUntold(person.account()).stream()
                        .flatMap(access ->
                                records.keeping().tryReading(access.client(), () -> told(records, access)).stream())
                        .toList()
                : List.of();
    }

    private static EmergencyTold told(Records records, EmergencyAccess access) {
        return new EmergencyTold(
                access,
                records.clients().get(access.client()),
                records.accounts().find(access.by()).map(Account::signInName));
    }

    /** The clients in whose name every word of the query begins a word, those who are archived too. */
    public FoundClients find(Actor actor, String query) {
        return work.read(
                actor,
                Act.FIND_CLIENTS,
                Optional.empty(),
                records -> shown(records, actor, records.clients().search(query, MOST_FOUND + 1)));
    }

    private FoundClients shown(Records records, Actor actor, List<Client> clients) {
        List<Id<Client>> ids = clients.stream().map(Client::id).toList();
        List<Id<Client>> first = ids.subList(0, Math.min(MOST_FOUND, ids.size()));
        List<Standing> found = records.today().list(first);
        return new FoundClients(
                Membership.seesWhatWasTold(actor) ? rows.of(records, found) : bareRows(found), ids.size() > MOST_FOUND);
    }

    private static List<Standing> unseen(List<Standing> standings, Set<Id<Client>> shown) {
        List<Standing> others = new ArrayList<>();
        for (Standing standing : standings) {
            if (shown.add(standing.client().id())) {
                others.add(standing);
            }
        }
        return others;
    }
}
