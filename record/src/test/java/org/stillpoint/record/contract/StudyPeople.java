package org.stillpoint.record.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.Version;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.consent.ConsentBlock;
import org.stillpoint.record.consent.ConsentDocument;
import org.stillpoint.record.consent.ConsentEntry.ConsentGiven;
import org.stillpoint.record.consent.ConsentPart;
import org.stillpoint.record.consent.ConsentTerm;
import org.stillpoint.record.consent.Signature;
import org.stillpoint.record.consent.Signer;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.WholeClient;

/** Clients as a study looks at them: what they said of their pain, on which day after their first entry, and when they were treated. */
public final class StudyPeople {
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private StudyPeople() {}

    /**
     * One client.
     *
     * @param zero instant of their first entry
     * @param born year of birth
     * @param pain answers by the day on which they were given; day 0 among them
     * @param session day of the only session, an hour after the hour of the entries; empty for who was never treated
     */
    public record StudyPerson(
            Instant zero, OptionalInt born, List<PainOnDay> pain, OptionalInt session, boolean madeUp) {}

    /** What was said on a day. */
    public record PainOnDay(int day, double pain) {}

    /**
     * Three answers on days from {@code from} on, whose mean this is.
     *
     * @param mean a multiple of a third from 0 to 10
     */
    public static List<PainOnDay> threeAnswers(int from, double mean) {
        int sum = (int) Math.round(3 * mean);
        List<PainOnDay> answers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            answers.add(new PainOnDay(from + i, (sum + i) / 3));
        }
        return answers;
    }

    /** Keeps somebody, as added on the day of their first entry. */
    public static Id<Client> add(Records records, StudyPerson person) {
        Client client = new Client(
                Id.random(),
                new PrivateText("Somebody"),
                person.born(),
                person.madeUp(),
                person.zero(),
                Optional.empty(),
                Version.FIRST);
        List<SafetyCheck> checks = new ArrayList<>();
        List<Session> sessions = new ArrayList<>();
        person.session().ifPresent(day -> {
            Instant start = person.zero().plus(Duration.ofDays(day)).plus(Duration.ofHours(1));
            SafetyCheck check = SafetyCheck.clear(client.id(), start);
            checks.add(check);
            sessions.add(
                    OpenSession.start(Id.random(), client.id(), check, start).end(start.plus(HALF_AN_HOUR)));
        });
        List<CheckIn> diary = person.pain().stream()
                .map(said -> checkIn(client.id(), person.zero().plus(Duration.ofDays(said.day())), said.pain()))
                .toList();
        records.wholeClients().addAll(List.of(new WholeClient(client, List.of(), List.of(), checks, sessions, diary)));
        return client.id();
    }

    /** One more answer. */
    public static void says(Records records, Id<Client> client, Instant at, double pain) {
        records.checkIns().add(checkIn(client, at, pain));
    }

    private static CheckIn checkIn(Id<Client> client, Instant at, double pain) {
        Score0To10 score = Score0To10.of(pain);
        return CheckIn.given(client, Answers.of(score, score, score, score), at);
    }

    /** A consent for a year, with what it says of research. */
    public static void signs(Records records, Id<Client> client, Instant at, boolean research) {
        records.consents()
                .add(new ConsentGiven(
                        Id.random(),
                        client,
                        at,
                        new ConsentDocument(
                                Version.FIRST,
                                List.of(new ConsentPart(ConsentBlock.RESEARCH_USE, "Research", "May it?"))),
                        Map.of(ConsentBlock.RESEARCH_USE, research),
                        Set.of(),
                        ConsentTerm.ONE_YEAR,
                        new Signer.Oneself(),
                        new Signature.ByName(new PrivateText("Somebody"))));
    }
}
