package org.stillpoint.practice.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stillpoint.record.Id;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.consent.ConsentEntry;
import org.stillpoint.record.examination.Examination;
import org.stillpoint.record.followup.AskedAfter;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.intake.StepAnswer;
import org.stillpoint.record.ledger.LedgerEntry;
import org.stillpoint.record.note.SessionNote;
import org.stillpoint.record.plan.SessionPlan;
import org.stillpoint.record.questionnaire.QuestionnaireScore;
import org.stillpoint.record.retention.LegalHold;
import org.stillpoint.record.retention.RetentionRule;
import org.stillpoint.record.safety.RedFlag;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.slip.EntryContent;
import org.stillpoint.record.slip.EntryCorrection;
import org.stillpoint.record.today.Standing;
import org.stillpoint.record.touch.TouchMap;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** Whose record is due for erasure by the practice's rule, and who is held. Nobody is erased by it: that stays an act of a person. */
public final class RetentionReading {
    /** Own choice, 2026: as many as one goes through; the others come after these. */
    private static final int MOST = 200;

    /**
     * A client whose record is due.
     *
     * @param lastEntry day of the last entry
     * @param due since when
     */
    public record DueClient(Client client, LocalDate lastEntry, LocalDate due) {}

    /** A client who is held. */
    public record HeldClient(Client client, LegalHold hold) {}

    /**
     * What is due and what is held.
     *
     * @param due the longest ago first, without those who are held
     * @param held the earliest first
     */
    public record DueForErasure(RetentionRule rule, List<DueClient> due, List<HeldClient> held) {}

    private final UnitOfWork work;
    private final Clock clock;

    /** @param clock in the time zone of the practice */
    public RetentionReading(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    public DueForErasure by(Actor actor) {
        return work.read(actor, Act.SEE_RETENTION, Optional.empty(), records -> {
            RetentionRule rule = records.retention().rule();
            LocalDate today = LocalDate.now(clock);
            Instant seenBefore =
                    today.minusYears(rule.years()).atStartOfDay(clock.getZone()).toInstant();
            List<HeldClient> held = records.retention().listStanding().stream()
                    .map(hold -> new HeldClient(records.clients().get(hold.client()), hold))
                    .toList();
            List<DueClient> due = records.today().listSeenBefore(seenBefore, MOST).stream()
                    .map(Standing::client)
                    .filter(client -> !records.retention().isHeld(client.id()))
                    .map(client -> due(records, rule, client))
                    .filter(client -> !client.due().isAfter(today))
                    .sorted(Comparator.comparing(DueClient::due))
                    .toList();
            return new DueForErasure(rule, due, held);
        });
    }

    /** The holds of one client, lifted ones too. */
    public List<LegalHold> of(Actor actor, Id<Client> client) {
        return work.read(
                actor,
                Act.SEE_CLIENT,
                Optional.of(client),
                records -> records.retention().list(client));
    }

    private DueClient due(Records records, RetentionRule rule, Client client) {
        LocalDate last = LocalDate.ofInstant(lastEntry(records, client), clock.getZone());
        return new DueClient(client, last, rule.dueOn(last, client.yearOfBirth()));
    }

    private Instant lastEntry(Records records, Client client) {
        Id<Client> id = client.id();
        return Stream.of(
                        Stream.of(client.addedAt()),
                        records.today().list(List.of(id)).stream()
                                .flatMap(standing -> Stream.of(standing.lastSession(), standing.lastCheckIn()))
                                .flatMap(Optional::stream),
                        records.history().list(id).stream().map(TraumaEvent::recordedAt),
                        records.bodyMaps().list(id).stream().map(BodyMap::at),
                        records.safetyChecks().list(id).stream().map(SafetyCheck::at),
                        records.consents().list(id).entries().stream().map(ConsentEntry::at),
                        records.touchMaps().list(id).stream().map(TouchMap::at),
                        records.redFlags().list(id).stream().map(RedFlag::at),
                        records.intakes().list(id).stream()
                                .flatMap(intake -> Stream.concat(
                                        Stream.of(intake.at()),
                                        intake.steps().values().stream().map(StepAnswer::at))),
                        records.examinations().list(id).stream().map(Examination::at),
                        records.questionnaireScores().list(id).stream()
                                .map(QuestionnaireScore::day)
                                .map(day -> day.atStartOfDay(clock.getZone()).toInstant()),
                        records.filledQuestionnaires().list(id).stream()
                                .flatMap(filled ->
                                        Stream.concat(Stream.of(filled.begunAt()), filled.answeredAt().stream())),
                        records.ledger().list(id).stream().map(LedgerEntry::sealedAt),
                        records.sessionNotes().list(id).stream().map(SessionNote::changedAt),
                        records.askedAfters().list(id).stream().map(AskedAfter::at),
                        records.sessionPlans().list(id).stream().map(SessionPlan::keptAt),
                        records.corrections().list(id).stream()
                                .filter(each -> !(each.before()
                                        instanceof EntryContent.ArchiveEntry)) // says nothing of the client
                                .map(EntryCorrection::at))
                .flatMap(each -> each)
                .max(Comparator.naturalOrder())
                .orElse(client.addedAt());
    }
}
