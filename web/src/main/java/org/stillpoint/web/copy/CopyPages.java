package org.stillpoint.web.copy;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stillpoint.exchange.sheet.PlainPdf;
import org.stillpoint.exchange.sheet.PlainSheet;
import org.stillpoint.practice.client.CopyClient.CopiedClient;
import org.stillpoint.practice.client.CopyClient.CopiedNote;
import org.stillpoint.practice.client.CopyClient.CopiedSheet;
import org.stillpoint.practice.client.CopyClient.LookedAt;
import org.stillpoint.practice.outcome.Forecast;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.consent.ConsentEntry;
import org.stillpoint.record.consent.ConsentEntry.SignedEntry;
import org.stillpoint.record.examination.Examination;
import org.stillpoint.record.examination.Grade;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.note.SignedAs;
import org.stillpoint.record.request.ClientRequest;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.touch.TouchMap;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.consent.PaperTold;
import org.stillpoint.web.copy.CopyPage.CopySection;
import org.stillpoint.web.intake.IntakeTold;
import org.stillpoint.web.mail.MailTold;
import org.stillpoint.web.questionnaire.AnswerTold;
import org.stillpoint.web.slip.MendedRows;
import org.stillpoint.web.slip.SlipsPage.MendedRow;
import org.stillpoint.web.view.AboutFields;
import org.stillpoint.web.view.Places;
import org.stillpoint.web.view.SafetySaid;
import org.stillpoint.words.AboutWords;
import org.stillpoint.words.AppointmentWords;
import org.stillpoint.words.AskingWords;
import org.stillpoint.words.AuditWords;
import org.stillpoint.words.CheckInWords;
import org.stillpoint.words.ClientWords;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.ConsentWords;
import org.stillpoint.words.CopyWords;
import org.stillpoint.words.EventWords;
import org.stillpoint.words.FollowUpWords;
import org.stillpoint.words.ForecastWords;
import org.stillpoint.words.IntakeWords;
import org.stillpoint.words.MailWords;
import org.stillpoint.words.MatterWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.MomentWords;
import org.stillpoint.words.Named;
import org.stillpoint.words.NoteWords;
import org.stillpoint.words.QuestionnaireWords;
import org.stillpoint.words.RequestWords;
import org.stillpoint.words.SafetyWords;
import org.stillpoint.words.SessionPlanWords;
import org.stillpoint.words.SessionWords;
import org.stillpoint.words.Speaker;
import org.stillpoint.words.TouchWords;

/** A client's complete copy as HTML that loads nothing, and opens without this program. */
public final class CopyPages {
    private final Places places;
    private final IntakeTold told;
    private final Speaker speaker;
    private final PaperTold papers;
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    public CopyPages(Places places) {
        this.told = new IntakeTold(places);
        this.places = places;
        this.speaker = places.speaker();
        this.papers = new PaperTold(speaker);
    }

    /** @param withNotes whether process notes were asked for */
    public String html(CopiedClient copied, boolean withNotes) {
        StringOutput output = new StringOutput();
        templates.render("copy.jte", page(copied, withNotes), output);
        return output.toString();
    }

    /** The same on paper, a paragraph for each row of it; as the bytes of a PDF file, whose title says nothing of whom. */
    public byte[] pdf(CopiedClient copied, boolean withNotes) {
        CopyPage page = page(copied, withNotes);
        return PlainPdf.of(
                new PlainSheet(
                        speaker.say(CopyWords.TITLE),
                        speaker.say(page.title()),
                        "",
                        "",
                        List.of(speaker.say(page.made())),
                        page.sections().stream().map(this::part).toList(),
                        List.of(),
                        PlainSheet.PaperSize.A4),
                speaker.locale());
    }

    private PlainSheet.PlainPart part(CopySection section) {
        return new PlainSheet.PlainPart(
                speaker.say(section.title()),
                section.rows().isEmpty()
                        ? List.of(speaker.say(CopyWords.NOTHING))
                        : section.rows().stream().map(row -> line(section, row)).toList(),
                false);
    }

    private String line(CopySection section, List<String> row) {
        return IntStream.range(0, row.size())
                .filter(cell -> !row.get(cell).isEmpty())
                .mapToObj(cell -> speaker.say(section.columns().get(cell)) + ": " + row.get(cell))
                .collect(Collectors.joining("; "));
    }

    private CopyPage page(CopiedClient copied, boolean withNotes) {
        return new CopyPage(
                speaker,
                new CopyWords.CopyOf(copied.client().name().value()),
                new CopyWords.MadeOn(speaker.day(copied.madeAt()), withNotes),
                sections(copied));
    }

    /** Each item with its answer; what was left out is not there. */
    private List<String> filled(CopiedSheet sheet) {
        return List.of(
                speaker.shortDay(
                        sheet.filled().handedInAt().orElse(sheet.filled().begunAt())),
                sheet.name(),
                sheet.items().stream()
                        .map(one -> one.item() + " " + AnswerTold.of(one.answer(), one.formWords(), speaker))
                        .collect(Collectors.joining("; ")));
    }

    private List<CopySection> sections(CopiedClient copied) {
        return List.of(
                who(copied),
                told(AboutWords.CONTACT, AboutFields.of(copied.contact())),
                new CopySection(
                        MailWords.WISHES,
                        List.of(MailWords.WHEN, MailWords.LAST),
                        Stream.concat(
                                        Stream.of(List.of(MailTold.wishes(copied.mailWishes(), speaker), "")),
                                        copied.mails().stream()
                                                .map(mail ->
                                                        List.of("", speaker.say(MailTold.of(mail.state(), speaker)))))
                                .toList()),
                told(AboutWords.BACKGROUND, AboutFields.of(copied.background(), speaker)),
                told(AboutWords.CARERS, AboutFields.of(copied.background(), copied.carers(), speaker)),
                new CopySection(
                        CopyWords.EVENTS,
                        List.of(
                                EventWords.WHEN,
                                EventWords.WHAT,
                                EventWords.WHERE,
                                EventWords.HOW,
                                EventWords.SEVERITY,
                                EventWords.FELT,
                                EventWords.INTENSITY,
                                EventWords.KNOWN),
                        copied.events().stream().map(this::event).toList()),
                new CopySection(
                        CopyWords.CHECK_INS,
                        List.of(
                                CopyWords.DAY,
                                CheckInWords.PAIN,
                                CheckInWords.STRESS,
                                CheckInWords.TENSION,
                                CheckInWords.ANXIETY,
                                CheckInWords.MOOD,
                                CheckInWords.SLEEP,
                                CheckInWords.BODY_AWARENESS,
                                CheckInWords.WORSE),
                        copied.checkIns().stream().map(this::checkIn).toList()),
                new CopySection(
                        CopyWords.BODY_MAPS,
                        List.of(CopyWords.DAY, CopyWords.PAIN),
                        copied.bodyMaps().stream()
                                .map(map -> List.of(
                                        at(map.at()),
                                        map.pain().entrySet().stream()
                                                .map(pain -> speaker.say(new CopyWords.InRegion(
                                                        places.name(pain.getKey()), pain.getValue())))
                                                .collect(Collectors.joining("; "))))
                                .toList()),
                new CopySection(
                        CopyWords.SAFETY_CHECKS,
                        List.of(CopyWords.DAY, CopyWords.FOUND, SafetyWords.ON_WHOSE_WORD),
                        copied.safetyChecks().stream()
                                .map(check -> List.of(
                                        at(check.at()),
                                        SafetySaid.found(check.found(), speaker),
                                        check.clearance()
                                                .map(given -> speaker.say(SafetyWords.word(given, speaker)))
                                                .orElse("")))
                                .toList()),
                new CopySection(
                        SafetyWords.RED_FLAGS_TOLD,
                        List.of(CopyWords.DAY, CopyWords.FOUND, SafetyWords.WHERE_TOLD, SafetyWords.WHAT_WAS_DONE),
                        copied.redFlags().stream()
                                .map(flag -> List.of(
                                        at(flag.at()),
                                        SafetySaid.found(flag.found(), speaker),
                                        speaker.say(SafetyWords.where(flag.origin())),
                                        flag.followUp()
                                                .map(done -> done.done().value())
                                                .orElse("")))
                                .toList()),
                new CopySection(
                        IntakeWords.TITLE,
                        List.of(CopyWords.DAY, CopyWords.ABOUT_WHAT, CopyWords.TOLD),
                        copied.intakes().stream()
                                .flatMap(intake -> intake.steps().entrySet().stream())
                                .map(step -> List.of(
                                        at(step.getValue().at()),
                                        speaker.say(IntakeWords.title(step.getKey())),
                                        String.join("; ", told.lines(step.getKey(), step.getValue()))))
                                .toList()),
                new CopySection(
                        CopyWords.SESSIONS,
                        List.of(CopyWords.DAY, SessionWords.MINUTE, SessionWords.MARK, CopyWords.NOTE),
                        copied.sessions().stream()
                                .flatMap(session -> marks(session, copied))
                                .toList()),
                new CopySection(
                        AppointmentWords.TITLE,
                        List.of(CopyWords.DAY, CopyWords.UNTIL, CopyWords.CANCELLED),
                        copied.appointments().stream()
                                .map(each -> List.of(
                                        at(each.start()),
                                        at(each.end()),
                                        each.cancelledAt().map(this::at).orElse("")))
                                .toList()),
                new CopySection(
                        RequestWords.OF_CLIENT,
                        List.of(CopyWords.DAY, CopyWords.ABOUT_WHAT, RequestWords.WORDS, MatterWords.WHAT_WAS_DONE),
                        copied.requests().stream().map(this::request).toList()),
                new CopySection(
                        ConsentWords.TITLE,
                        List.of(CopyWords.DAY, AuditWords.WHAT, CopyWords.AGREED, CopyWords.READ),
                        copied.consents().stream()
                                .map(entry -> consent(entry, copied.client()))
                                .toList()),
                new CopySection(
                        TouchWords.TITLE,
                        List.of(CopyWords.DAY, EventWords.WHERE, CopyWords.TOLD),
                        copied.touchMaps().stream().flatMap(this::touch).toList()),
                new CopySection(
                        FollowUpWords.TITLE,
                        List.of(CopyWords.DAY, FollowUpWords.HOW, FollowUpWords.SAID),
                        copied.askedAfters().stream()
                                .map(asked -> List.of(
                                        at(asked.at()),
                                        speaker.name(asked.how()),
                                        asked.said().value()))
                                .toList()),
                new CopySection(
                        SessionPlanWords.TITLE,
                        List.of(CopyWords.DAY, SessionPlanWords.PLACES, SessionPlanWords.WORDS),
                        copied.plans().stream()
                                .map(plan -> List.of(
                                        at(plan.keptAt()),
                                        plan.order().stream().map(places::name).collect(Collectors.joining("; ")),
                                        plan.choice().words().value()))
                                .toList()),
                new CopySection(
                        CopyWords.SESSION_NOTES,
                        List.of(CopyWords.DAY, CopyWords.NOTE_PART, CopyWords.OWN_NOTE),
                        copied.sessionNotes().stream().flatMap(this::note).toList()),
                new CopySection(
                        CopyWords.OWN_NOTES,
                        List.of(CopyWords.DAY, CopyWords.OWN_NOTE, CopyWords.BY),
                        copied.ownNotes().stream()
                                .map(note -> List.of(
                                        at(note.writtenAt()),
                                        note.text().value(),
                                        note.by().map(SignInName::value).orElse("")))
                                .toList()),
                new CopySection(
                        CopyWords.HANDS,
                        List.of(
                                CopyWords.DAY,
                                CopyWords.MUSCLE,
                                CopyWords.RESTRICTION,
                                CopyWords.TENDERNESS,
                                CopyWords.TENSION,
                                CopyWords.LIMITED),
                        copied.examinations().stream().flatMap(this::hands).toList()),
                new CopySection(
                        CopyWords.SCORES,
                        List.of(CopyWords.DAY, CopyWords.INSTRUMENT, CopyWords.SCORE),
                        copied.scores().stream()
                                .map(score -> List.of(
                                        speaker.shortDay(score.day()),
                                        score.instrument(),
                                        speaker.number(score.score())))
                                .toList()),
                new CopySection(
                        QuestionnaireWords.TITLE,
                        List.of(CopyWords.DAY, CopyWords.INSTRUMENT, AskingWords.YOUR_ANSWERS),
                        copied.filled().stream().map(this::filled).toList()),
                new CopySection(
                        CopyWords.FORECASTS,
                        List.of(CopyWords.DAY, ForecastWords.SEALED, CopyWords.CAME),
                        Forecast.among(copied.ledger()).stream()
                                .map(forecast -> List.of(
                                        at(forecast.entry().sealedAt()),
                                        speaker.say(ForecastWords.wording(forecast)),
                                        speaker.say(ForecastWords.came(forecast, speaker.zone()))))
                                .toList()),
                corrected(copied),
                new CopySection(
                        CopyWords.HOLDS,
                        List.of(CopyWords.DAY, CopyWords.REASON, CopyWords.LIFTED),
                        copied.holds().stream()
                                .map(hold -> List.of(
                                        at(hold.since()),
                                        hold.reason().value(),
                                        hold.liftedAt().map(this::at).orElse("")))
                                .toList()),
                new CopySection(
                        CopyWords.LOOKED_AT,
                        List.of(CopyWords.DAY, AuditWords.WHO, AuditWords.WHAT, AuditWords.OUTCOME),
                        copied.lookedAt().stream().map(this::lookedAt).toList()));
    }

    /** A row each. */
    private CopySection told(Message title, Map<Message, String> fields) {
        return new CopySection(
                title,
                List.of(CopyWords.ABOUT_WHAT, CopyWords.TOLD),
                fields.entrySet().stream()
                        .filter(field -> !field.getValue().isEmpty())
                        .map(field -> List.of(speaker.say(field.getKey()), field.getValue()))
                        .toList());
    }

    private CopySection who(CopiedClient copied) {
        return new CopySection(
                CopyWords.WHO,
                List.of(CommonWords.NAME, ClientWords.YEAR_OF_BIRTH, CopyWords.ADDED, AboutWords.WHETHER_ARCHIVED),
                List.of(List.of(
                        copied.client().name().value(),
                        copied.client().yearOfBirth().isPresent()
                                ? String.valueOf(copied.client().yearOfBirth().getAsInt())
                                : "",
                        at(copied.client().addedAt()),
                        copied.client()
                                .archiving()
                                .map(since -> speaker.say(new AboutWords.Since(
                                        speaker.shortDay(since.at()),
                                        since.reason().value())))
                                .orElse(""))));
    }

    private List<String> event(TraumaEvent event) {
        return List.of(
                speaker.when(event.told().when()),
                speaker.name(event.told().kind()),
                places.names(event.told().places()),
                Stream.of(
                                event.told().mechanism().value(),
                                event.told().coded().map(speaker::name).orElse(""),
                                event.told().force().stream().map(speaker::name).collect(Collectors.joining(", ")),
                                event.told().posture().value())
                        .filter(said -> !said.isEmpty())
                        .collect(Collectors.joining("; ")),
                speaker.told(event.told().severity()),
                event.told().felt().value(),
                speaker.told(event.told().emotionalIntensity()),
                speaker.say(new EventWords.KnownAs(event.provenance())));
    }

    private List<String> checkIn(CheckIn checkIn) {
        var answers = checkIn.answers();
        return List.of(
                at(checkIn.at()),
                speaker.score(answers.pain()),
                score(answers.stress()),
                score(answers.tension()),
                score(answers.anxiety()),
                score(answers.mood()),
                score(answers.sleep()),
                score(answers.bodyAwareness()),
                answers.anythingWorse().value());
    }

    private String score(Optional<Score0To10> score) {
        return score.map(speaker::score).orElse("");
    }

    private Stream<List<String>> marks(Session session, CopiedClient copied) {
        String day = at(session.startedAt());
        List<List<String>> rows = new ArrayList<>();
        for (Mark mark : session.standingMarks()) {
            var note = copied.notes().get(mark.id());
            rows.add(List.of(
                    day,
                    speaker.clock(Duration.between(session.startedAt(), mark.tappedAt())),
                    speaker.say(said(session, mark)),
                    note == null ? "" : note.words().value()));
        }
        return rows.isEmpty()
                ? Stream.of(List.of(day, "", speaker.say(SessionWords.NOTHING_MARKED), ""))
                : rows.stream();
    }

    private Stream<List<String>> note(CopiedNote note) {
        String day = at(note.heldAt());
        List<List<String>> rows = new ArrayList<>();
        note.lines()
                .forEach(line -> rows.add(List.of(
                        day, speaker.say(NoteWords.of(line.part())), line.text().value())));
        note.signedBy()
                .forEach(by -> rows.add(List.of(
                        day, "", speaker.say(new NoteWords.SignedBy(by.name().value(), when(by))))));
        note.hash().ifPresent(hash -> rows.add(List.of(day, "", speaker.say(new NoteWords.Hash(hash)))));
        if (note.signedBy().isEmpty()) {
            rows.add(List.of(day, "", speaker.say(NoteWords.NOT_SIGNED)));
        }
        note.amendments()
                .forEach(each -> rows.add(List.of(
                        day,
                        speaker.say(NoteWords.AMENDMENTS),
                        each.text().value() + "\n"
                                + said(
                                        new NoteWords.AmendedBy(each.by().name().value(), when(each.by())),
                                        each.reason()))));
        note.strike()
                .ifPresent(strike -> rows.add(List.of(
                        day,
                        speaker.say(NoteWords.STRUCK_OUT),
                        said(new NoteWords.StruckBy(strike.by().name().value(), when(strike.by())), strike.reason()))));
        return rows.stream();
    }

    private String said(Message what, PrivateText reason) {
        return speaker.say(what) + " " + speaker.say(new NoteWords.Reason(reason.value()));
    }

    private Message when(SignedAs by) {
        return new CommonWords.DayAndTime(by.at(), speaker.time(by.at()));
    }

    /** With what was dictated to it last. */
    private Message said(Session session, Mark mark) {
        Message what = MomentWords.of(mark.moment(), places.names());
        List<PrivateText> dictated = session.dictated(mark.id());
        return dictated.isEmpty()
                ? what
                : new MomentWords.WithWords(what, dictated.getLast().value());
    }

    private Stream<List<String>> hands(Examination examination) {
        String day = at(examination.at());
        return Stream.concat(
                examination.findings().entrySet().stream()
                        .map(finding -> List.of(
                                day,
                                places.muscle(finding.getKey().value()),
                                grade(finding.getValue().restriction()),
                                grade(finding.getValue().tenderness()),
                                grade(finding.getValue().tension()),
                                "")),
                examination.limits().entrySet().stream()
                        .map(limit -> List.of(
                                day,
                                places.joint(limit.getKey().value()),
                                "",
                                "",
                                "",
                                grade(Optional.of(limit.getValue())))));
    }

    private static String grade(Optional<Grade> grade) {
        return grade.map(known -> String.valueOf(known.value())).orElse("");
    }

    private CopySection corrected(CopiedClient copied) {
        MendedRows rows = new MendedRows(places);
        List<List<String>> lines = new ArrayList<>();
        copied.corrections().stream().map(rows::of).forEach(row -> lines.addAll(lines(row)));
        return new CopySection(
                CopyWords.CORRECTED,
                List.of(AuditWords.WHAT, CopyWords.DAY, CopyWords.REASON, CopyWords.BEFORE, CopyWords.AFTER),
                lines);
    }

    private List<List<String>> lines(MendedRow row) {
        return row.fields().stream()
                .map(field -> List.of(
                        speaker.say(row.what()) + ": " + speaker.say(field.label()),
                        speaker.say(row.by()),
                        row.reason().map(speaker::say).orElse(""),
                        field.before(),
                        field.after()))
                .toList();
    }

    private List<String> lookedAt(LookedAt line) {
        Message who =
                switch (line.entry().actor()) {
                    case Actor.Program program -> new Named(program.part());
                    case Actor.Linked linked -> AuditWords.THE_CLIENT;
                    case Actor.Registered registered -> AuditWords.A_PROGRAM;
                    case Actor.Person person ->
                        line.who()
                                .<Message>map(name -> new CommonWords.Verbatim(name.value()))
                                .orElse(AuditWords.ACCOUNT_GONE);
                };
        return List.of(
                at(line.entry().at()),
                speaker.say(who),
                speaker.name(line.entry().act()),
                speaker.name(line.entry().outcome()));
    }

    private Stream<List<String>> touch(TouchMap map) {
        return map.wishes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(wish -> List.of(at(map.at()), places.name(wish.getKey()), speaker.name(wish.getValue())));
    }

    private List<String> request(ClientRequest request) {
        return List.of(
                at(request.at()),
                speaker.say(RequestWords.of(request.matter(), speaker)),
                RequestWords.words(request.matter()),
                request.followUp().map(done -> done.done().value()).orElse(""));
    }

    private List<String> consent(ConsentEntry entry, Client client) {
        return entry instanceof SignedEntry paper
                ? List.of(
                        at(paper.at()),
                        speaker.say(papers.what(paper)),
                        Stream.concat(papers.signed(paper, client).stream(), papers.answers(paper).stream())
                                .collect(Collectors.joining(" ")),
                        paper.document().text() + "\n\n" + String.join("\n", papers.proof(paper)))
                : List.of(at(entry.at()), speaker.say(papers.what(entry)), "", "");
    }

    private String at(Instant at) {
        return speaker.shortDay(LocalDate.ofInstant(at, speaker.zone())) + ", " + speaker.time(at);
    }
}
