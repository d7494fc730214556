package org.stillpoint.practice.client;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.stillpoint.practice.about.AboutReading;
import org.stillpoint.practice.asking.AskedSheet;
import org.stillpoint.practice.session.SessionReading;
import org.stillpoint.practice.slip.SlipReading;
import org.stillpoint.practice.slip.SlipReading.NamedCorrection;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.address.AddressEntry;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Background;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.ContactDetails;
import org.stillpoint.record.client.MailWishes;
import org.stillpoint.record.consent.ConsentEntry;
import org.stillpoint.record.examination.Examination;
import org.stillpoint.record.followup.AskedAfter;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.intake.Intake;
import org.stillpoint.record.ledger.LedgerEntry;
import org.stillpoint.record.mail.MailMatter;
import org.stillpoint.record.mail.MailState;
import org.stillpoint.record.mail.OutboxMail;
import org.stillpoint.record.note.NoteAmendment;
import org.stillpoint.record.note.NoteLine;
import org.stillpoint.record.note.NoteSignature;
import org.stillpoint.record.note.NoteStrike;
import org.stillpoint.record.note.SessionNote;
import org.stillpoint.record.note.SignedAs;
import org.stillpoint.record.plan.SessionPlan;
import org.stillpoint.record.questionnaire.FilledQuestionnaire;
import org.stillpoint.record.questionnaire.ItemAnswer;
import org.stillpoint.record.questionnaire.QuestionnaireScore;
import org.stillpoint.record.request.ClientRequest;
import org.stillpoint.record.retention.LegalHold;
import org.stillpoint.record.safety.RedFlag;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.ProcessNote;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.touch.TouchMap;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Audit;
import org.stillpoint.record.work.AuditEntry;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** Everything that is kept of one client, to be handed to them: told, marked, measured, corrected, and who looked at it. */
public final class CopyClient {

    /**
     * One line of the account.
     *
     * @param who the name of the account; empty where a program acted, or nobody who is known
     */
    public record LookedAt(AuditEntry entry, Optional<SignInName> who) {}

    /** What a therapist noted of a session for themselves, and has given to the client; as it stands, without how it stood before. */
    public record GivenNote(Instant writtenAt, PrivateText text, Optional<SignInName> by) {}

    /**
     * The note of a session.
     *
     * @param lines what was signed, or what was typed where nobody has signed it
     * @param signedBy who signed it; nobody where it is not signed
     * @param hash of what was signed; empty where nobody has signed
     * @param strike where it counts no more; without where it went
     * @param moved whether it had stood in another record
     */
    public record CopiedNote(
            Instant heldAt,
            List<NoteLine> lines,
            List<SignedAs> signedBy,
            Optional<String> hash,
            List<NoteAmendment> amendments,
            Optional<NoteStrike> strike,
            boolean moved) {
        static CopiedNote of(SessionNote note) {
            return new CopiedNote(
                    note.heldAt(),
                    note.text(),
                    note.signatures().stream().map(NoteSignature::by).toList(),
                    note.signature().map(NoteSignature::hash),
                    note.amendments(),
                    note.strike().map(strike -> new NoteStrike(strike.reason(), strike.by(), Optional.empty())),
                    note.copy().isPresent());
        }
    }

    /** A mail to them; while it waits without its words, which hold links that nobody else may open. */
    public record CopiedMail(MailMatter matter, MailState state) {
        static CopiedMail of(OutboxMail mail) {
            return new CopiedMail(
                    mail.matter(),
                    mail.state() instanceof MailState.ToBeSent waits
                            ? new MailState.ToBeSent(
                                    waits.next(), waits.tries(), waits.letter().withoutWords())
                            : mail.state());
        }
    }

    /**
     * A questionnaire with what was asked.
     *
     * @param items those that were answered
     * @param score what its rule gives; empty where it gives none
     */
    public record CopiedSheet(String name, FilledQuestionnaire filled, List<AnsweredItem> items, OptionalDouble score) {
        static CopiedSheet of(AskedSheet sheet) {
            return new CopiedSheet(
                    sheet.name(),
                    sheet.filled(),
                    sheet.asked().stream()
                            .flatMap(item -> sheet.answer(item).stream()
                                    .map(answer ->
                                            new AnsweredItem(sheet.item(item).text(), answer, sheet.formWords(item))))
                            .toList(),
                    sheet.score());
        }
    }

    /** @param formWords what the form calls the answer; empty where it has no words for it */
    public record AnsweredItem(String item, ItemAnswer answer, Optional<String> formWords) {}

    /**
     * All of it, as one state of the record tells it.
     *
     * @param mails those to them, the latest first
     * @param carers who else sees to them, as they stand in the practice's address book
     * @param notes process notes by their mark, as far as they are open for whoever made the copy; empty where they were not asked for
     * @param ownNotes those that their authors gave, the earliest first
     * @param sessionNotes the notes of the sessions, by when they were held
     * @param corrections what was mended, the earliest first
     * @param lookedAt everything that was done and read, the earliest first
     */
    public record CopiedClient(
            Instant madeAt,
            Client client,
            ContactDetails contact,
            MailWishes mailWishes,
            List<CopiedMail> mails,
            Background background,
            List<AddressEntry> carers,
            List<TraumaEvent> events,
            List<BodyMap> bodyMaps,
            List<SafetyCheck> safetyChecks,
            List<RedFlag> redFlags,
            List<Intake> intakes,
            List<Session> sessions,
            Map<Id<Mark>, ProcessNote> notes,
            List<GivenNote> ownNotes,
            List<ConsentEntry> consents,
            List<TouchMap> touchMaps,
            List<AskedAfter> askedAfters,
            List<SessionPlan> plans,
            List<CopiedNote> sessionNotes,
            List<Appointment> appointments,
            List<ClientRequest> requests,
            List<CheckIn> checkIns,
            List<Examination> examinations,
            List<QuestionnaireScore> scores,
            List<CopiedSheet> filled,
            List<LedgerEntry> ledger,
            List<NamedCorrection> corrections,
            List<LegalHold> holds,
            List<LookedAt> lookedAt) {}

    private final UnitOfWork work;
    private final Audit audit;
    private final Clock clock;

    public CopyClient(UnitOfWork work, Audit audit, Clock clock) {
        this.work = work;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Process notes leave the record by an explicit act alone.
     *
     * @param withNotes whether those go with it that are open for whoever copies
     * @throws org.stillpoint.record.NoSuchRecord if there is no such client
     */
    public CopiedClient by(Actor actor, Id<Client> id, boolean withNotes) {
        Map<Id<Mark>, ProcessNote> notes = withNotes
                ? work.read(actor, Act.SEE_PROCESS_NOTES, Optional.of(id), records -> notes(records, actor, id))
                : Map.of();
        List<AuditEntry> entries = audit.listOf(id);
        return work.read(actor, Act.COPY_CLIENT, Optional.of(id), records -> {
            Map<Id<Account>, SignInName> names =
                    records.accounts().list().stream().collect(Collectors.toMap(Account::id, Account::signInName));
            Background background = records.aboutClients().background(id).told();
            return new CopiedClient(
                    clock.instant(),
                    records.clients().get(id),
                    records.aboutClients().contact(id).told(),
                    records.aboutClients().mailWishes(id).told(),
                    records.outbox().list(id).stream().map(CopiedMail::of).toList(),
                    background,
                    AboutReading.entries(records, background.carers()),
                    records.history().list(id),
                    records.bodyMaps().list(id),
                    records.safetyChecks().list(id),
                    records.redFlags().list(id),
                    records.intakes().list(id),
                    records.sessions().list(id),
                    notes,
                    records.ownNotes().listReleased(id).stream()
                            .map(each -> new GivenNote(
                                    each.writtenAt(), each.text(), Optional.ofNullable(names.get(each.author()))))
                            .toList(),
                    records.consents().list(id).entries(),
                    records.touchMaps().list(id),
                    records.askedAfters().list(id),
                    records.sessionPlans().list(id),
                    records.sessionNotes().list(id).stream().map(CopiedNote::of).toList(),
                    records.appointments().list(id),
                    records.clientRequests().list(id),
                    records.checkIns().list(id),
                    records.examinations().list(id),
                    records.questionnaireScores().list(id),
                    records.filledQuestionnaires().list(id).stream()
                            .map(filled -> CopiedSheet.of(AskedSheet.of(records, filled)))
                            .toList(),
                    records.ledger().list(id),
                    SlipReading.mended(records, id).reversed(),
                    records.retention().list(id),
                    entries.stream()
                            .map(entry -> new LookedAt(entry, who(entry, names)))
                            .toList());
        });
    }

    private static Optional<SignInName> who(AuditEntry entry, Map<Id<Account>, SignInName> names) {
        return switch (entry.actor()) {
            case Actor.Person person -> Optional.ofNullable(names.get(person.account()));
            case Actor.Linked linked -> Optional.empty();
            case Actor.Registered registered -> Optional.empty();
            case Actor.Program program -> Optional.empty();
        };
    }

    private static Map<Id<Mark>, ProcessNote> notes(Records records, Actor actor, Id<Client> id) {
        Map<Id<Mark>, ProcessNote> all = new HashMap<>();
        for (Session session : records.sessions().heads(id)) {
            all.putAll(SessionReading.notes(records, actor, id, session.id()));
        }
        return all;
    }
}
