package org.stillpoint.web.note;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stillpoint.practice.note.NoteReading.NotedSession;
import org.stillpoint.practice.session.Arcing;
import org.stillpoint.practice.session.AroundSession;
import org.stillpoint.practice.session.SessionFacts;
import org.stillpoint.practice.session.SessionFacts.WorkedSite;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.examination.Examination;
import org.stillpoint.record.examination.Finding;
import org.stillpoint.record.followup.AskedAfter;
import org.stillpoint.record.note.NoteDraft;
import org.stillpoint.record.note.NoteLine;
import org.stillpoint.record.note.NotePart;
import org.stillpoint.record.note.NoteSource;
import org.stillpoint.record.note.NoteSource.SourceKind;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.FollowUpTime;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Site;
import org.stillpoint.web.view.ArcingTold;
import org.stillpoint.web.view.Matters;
import org.stillpoint.web.view.Places;
import org.stillpoint.words.AppointmentWords;
import org.stillpoint.words.CheckInWords;
import org.stillpoint.words.ClosingWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.MomentWords;
import org.stillpoint.words.Named;
import org.stillpoint.words.NoteWords;
import org.stillpoint.words.SessionWords;
import org.stillpoint.words.Speaker;

/**
 * Drafts the note of a session: from its marks, from what the client said and marked before it, and from what was booked, and from nothing else. It
 * is never handed a process note.
 */
@Component
public final class NoteTold {

    /** Own choice, 2026: what one reads in a line; the map shows the others. */
    private static final int MOST_PLACES = 6;

    private final Places places;
    private final Speaker speaker;
    private final Clock clock;

    public NoteTold(Places places, Clock clock) {
        this.places = places;
        this.speaker = places.speaker();
        this.clock = clock;
    }

    /**
     * A sentence as it is drafted.
     *
     * @param name by which it is known again, whatever it says
     * @param sources what it tells; never empty
     */
    public record DraftedSentence(String name, NotePart part, String text, List<NoteSource> sources) {}

    /** What is drafted, part by part. */
    List<DraftedSentence> drafted(NotedSession noted) {
        List<DraftedSentence> all = new ArrayList<>();
        EndedSession session = noted.session();
        SessionFacts facts = SessionFacts.of(session);
        said(noted.around(), all);
        add(
                all,
                "O.held",
                new NoteWords.Held(
                        session.startedAt(),
                        speaker.time(session.startedAt()),
                        speaker.time(session.endedAt()),
                        session.length()),
                of(session));
        facts.sites().forEach(site -> found(session, site, noted.around().felt(), all));
        if (!facts.elsewhere().isEmpty()) {
            add(all, "O.whole", new NoteWords.Whole(atMinutes(session, facts.elsewhere())), of(facts.elsewhere()));
        }
        Arcing.of(session, places.atlas())
                .ifPresent(arcing -> add(
                        all,
                        "O.arcing",
                        new NoteWords.Stated(ArcingTold.of(arcing, places)),
                        of(marked(session, mark -> mark.moment() instanceof Moment.Arced))));
        facts.distress()
                .ifPresent(course -> add(
                        all,
                        "O.distress",
                        new NoteWords.Stated(ClosingWords.distress(course)),
                        of(marked(
                                session,
                                mark -> SessionFacts.distress(mark.moment()).isPresent()))));
        facts.awareness()
                .ifPresent(course -> add(
                        all,
                        "O.awareness",
                        new NoteWords.Stated(ClosingWords.awareness(course)),
                        of(marked(session, mark -> mark.moment() instanceof Moment.Awareness))));
        facts.sites().forEach(site -> released(session, site, all));
        next(noted, all);
        return List.copyOf(all);
    }

    private void said(AroundSession around, List<DraftedSentence> all) {
        around.said().ifPresent(checkIn -> {
            List<NoteSource> source = List.of(new NoteSource(SourceKind.CHECK_IN, checkIn.id()));
            add(
                    all,
                    "S.said",
                    new NoteWords.Asked(speaker.shortDay(checkIn.at()), CheckInWords.said(checkIn.answers())),
                    source);
            Optional.of(checkIn).filter(CheckIn::saysWorse).stream()
                    .flatMap(worse -> Matters.said(worse, speaker).stream())
                    .limit(1)
                    .forEach(worse -> add(all, "S.worse", worse, source));
        });
        around.map()
                .ifPresent(map -> add(
                        all,
                        "S.map",
                        new NoteWords.PainAt(
                                speaker.shortDay(map.at()), places.names().hurting(map, MOST_PLACES)),
                        List.of(new NoteSource(SourceKind.BODY_MAP, map.id()))));
    }

    private void found(EndedSession session, WorkedSite worked, Optional<Examination> felt, List<DraftedSentence> all) {
        Message place = places.names().site(worked.site());
        felt.ifPresent(examination -> restriction(examination, worked.site())
                .ifPresent(restriction -> add(
                        all,
                        "O.felt." + code(worked.site()),
                        new NoteWords.FeltAt(place, restriction),
                        List.of(new NoteSource(SourceKind.EXAMINATION, examination.id())))));
        List<Mark> marks = worked.marks().stream()
                .filter(mark ->
                        !(mark.moment() instanceof Moment.Release) && !(mark.moment() instanceof Moment.ReleaseFelt))
                .toList();
        if (!marks.isEmpty()) {
            add(all, "O.at." + code(worked.site()), new NoteWords.AtPlace(place, atMinutes(session, marks)), of(marks));
        }
    }

    private Optional<Message> restriction(Examination examination, Site site) {
        return site instanceof Site.MuscleSite(var muscle)
                ? Optional.ofNullable(examination.findings().get(muscle))
                        .flatMap(Finding::restriction)
                        .map(grade -> new ClosingWords.FeltOn(
                                ClosingWords.restriction(grade), speaker.shortDay(examination.at())))
                : Optional.empty();
    }

    /** As it was judged last by each of the two, kept apart. */
    private void released(EndedSession session, WorkedSite worked, List<DraftedSentence> all) {
        Optional<Mark> therapist = last(worked, mark -> mark.moment() instanceof Moment.Release);
        Optional<Mark> client = last(worked, mark -> mark.moment() instanceof Moment.ReleaseFelt);
        if (therapist.isEmpty() && client.isEmpty()) {
            return;
        }
        Message place = places.names().site(worked.site());
        String name = "A.let-go." + code(worked.site());
        List<NoteSource> sources = of(Stream.concat(therapist.stream(), client.stream()));
        if (client.isEmpty()) {
            double extent = extent(therapist.get());
            String minute = minute(session, therapist.get());
            add(
                    all,
                    name,
                    extent == 0
                            ? new NoteWords.NothingLetGoAt(place, minute)
                            : new NoteWords.LetGoAt(place, SessionWords.released(extent), minute),
                    sources);
        } else if (therapist.isEmpty()) {
            add(
                    all,
                    name,
                    new NoteWords.ClientJudged(place, share(client.get()), minute(session, client.get())),
                    sources);
        } else {
            Message found = share(therapist.get());
            Message felt = share(client.get());
            add(all, name, new NoteWords.BothJudged(place, found, felt, found.equals(felt)), sources);
        }
    }

    private static Optional<Mark> last(WorkedSite worked, Predicate<Mark> which) {
        return worked.marks().stream().filter(which).reduce((before, next) -> next);
    }

    private static double extent(Mark judged) {
        return switch (judged.moment()) {
            case Moment.Release(var site, double extent) -> extent;
            case Moment.ReleaseFelt(var site, double extent) -> extent;
            default -> throw new IllegalArgumentException("no release");
        };
    }

    private static Message share(Mark judged) {
        return extent(judged) == 0 ? SessionWords.NOTHING : SessionWords.released(extent(judged));
    }

    private void next(NotedSession noted, List<DraftedSentence> all) {
        AroundSession around = noted.around();
        EndedSession session = noted.session();
        if (around.heard().isPresent()) {
            CheckIn heard = around.heard().get();
            add(
                    all,
                    "P.follow-up",
                    new ClosingWords.CheckInGiven(
                            speaker.shortDay(heard.at()),
                            new CheckInWords.Answered(
                                    CheckInWords.PAIN, heard.answers().pain())),
                    List.of(new NoteSource(SourceKind.CHECK_IN, heard.id())));
        } else if (around.asked().isPresent()) {
            AskedAfter asked = around.asked().get();
            add(
                    all,
                    "P.follow-up",
                    new ClosingWords.AskedAndSaid(
                            speaker.shortDay(asked.at()),
                            new Named(asked.how()),
                            asked.said().value()),
                    of(session));
        } else {
            FollowUpTime due = session.followUp();
            add(
                    all,
                    "P.follow-up",
                    due.isOverdue(clock.instant())
                            ? new ClosingWords.CheckInAwaited(dayAndTime(due.until()))
                            : new ClosingWords.CheckInDue(dayAndTime(due.from()), dayAndTime(due.until())),
                    of(session));
        }
        around.next()
                .ifPresent(appointment -> add(
                        all,
                        "P.next",
                        new NoteWords.Stated(new ClosingWords.NextAppointment(new AppointmentWords.BookedAt(
                                speaker.weekday(LocalDate.ofInstant(appointment.start(), speaker.zone())),
                                speaker.time(appointment.start()),
                                speaker.time(appointment.end())))),
                        List.of(new NoteSource(SourceKind.APPOINTMENT, appointment.id()))));
    }

    /** The note's text as it stands with what was typed: what is signed. */
    public List<NoteLine> lines(List<DraftedSentence> drafted, NoteDraft typed) {
        List<NoteLine> lines = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (NotePart part : NotePart.values()) {
            drafted.stream().filter(sentence -> sentence.part() == part).forEach(sentence -> {
                told.add(sentence.name());
                Optional<PrivateText> changed = typed.changed(sentence.name());
                if (changed.isEmpty()) {
                    lines.add(new NoteLine(part, new PrivateText(sentence.text()), sentence.sources()));
                } else {
                    own(part, changed.get(), lines);
                }
            });
            typed.changed().forEach((name, text) -> {
                if (NoteDraft.partOf(name) == part && !told.contains(name)) {
                    own(part, text, lines);
                }
            });
            own(part, typed.own(part), lines);
        }
        return List.copyOf(lines);
    }

    /** The same of a session's note. */
    public List<NoteLine> lines(NotedSession noted, NoteDraft typed) {
        return lines(drafted(noted), typed);
    }

    private static void own(NotePart part, PrivateText text, List<NoteLine> lines) {
        if (!text.value().isBlank()) {
            lines.add(new NoteLine(part, text, List.of()));
        }
    }

    /** When a mark was made, since the session began. */
    String minute(Session session, Mark mark) {
        return speaker.clock(Duration.between(session.startedAt(), mark.tappedAt()));
    }

    private List<Message> atMinutes(Session session, List<Mark> marks) {
        return marks.stream()
                .<Message>map(mark -> new NoteWords.AtMinute(withWords(session, mark), minute(session, mark)))
                .toList();
    }

    private Message withWords(Session session, Mark mark) {
        List<PrivateText> dictated = session.dictated(mark.id());
        return dictated.isEmpty()
                ? atItsPlace(mark)
                : new MomentWords.WithWords(atItsPlace(mark), dictated.getLast().value());
    }

    /** As it is called after the name of its place. */
    private Message atItsPlace(Mark mark) {
        return switch (mark.moment()) {
            case Moment.SiteEngaged(var site, var technique) ->
                technique.isEmpty() ? ClosingWords.HANDS_CAME : new ClosingWords.HandsCameBy(technique.value());
            case Moment.StepTaken(int number, var sentence) -> new MomentWords.Step(number);
            default -> MomentWords.of(mark.moment(), places.names());
        };
    }

    private static Stream<Mark> marked(Session session, Predicate<Mark> which) {
        return SessionFacts.inOrder(session).stream().filter(which);
    }

    private static List<NoteSource> of(Stream<Mark> marks) {
        return of(marks.toList());
    }

    private static List<NoteSource> of(List<Mark> marks) {
        return marks.stream()
                .map(mark -> new NoteSource(SourceKind.MARK, mark.id()))
                .toList();
    }

    private static List<NoteSource> of(Session session) {
        return List.of(new NoteSource(SourceKind.SESSION, session.id()));
    }

    private void add(List<DraftedSentence> all, String name, Message said, List<NoteSource> sources) {
        all.add(new DraftedSentence(
                name, NoteDraft.partOf(name), speaker.say(said).strip(), sources));
    }

    private String dayAndTime(Instant at) {
        return speaker.shortDay(at) + ", " + speaker.time(at);
    }

    private static String code(Site site) {
        return switch (site) {
            case Site.MuscleSite(var muscle) -> muscle.value();
            case Site.RegionSite(var region) -> region.value();
        };
    }
}
