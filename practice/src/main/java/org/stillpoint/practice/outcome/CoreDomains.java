package org.stillpoint.practice.outcome;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stillpoint.evidence.diary.CoreDomain;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.questionnaire.QuestionnaireScore;
import org.stillpoint.record.session.Session;

/**
 * Which of the six core domains of trials of pain treatments a practice measures, of whoever had a session.
 *
 * @param people how many had one
 * @param rows one for each domain, in the order of their source
 */
public record CoreDomains(int people, List<DomainRow> rows) {

    /**
     * @param people in how many of them it was measured
     * @param by measures that were, in the order of the table of measures; none where the record itself tells
     * @param couldBe measures of this domain of which there is nothing
     */
    public record DomainRow(CoreDomain domain, int people, List<Measured> by, List<Measured> couldBe) {}

    /**
     * What there is of one client.
     *
     * @param held whether they had a session
     * @param measures ids of the measures of which there is a value
     * @param askedAfterwards whether a check-in after the first session is there, which asks whether anything is worse
     */
    record MeasuredClient(boolean held, Set<String> measures, boolean askedAfterwards) {

        static MeasuredClient of(List<CheckIn> diary, List<Session> held, List<QuestionnaireScore> scores) {
            Stream<String> pain =
                    diary.stream().limit(1).map(any -> Asked.PAIN.measure().id());
            return new MeasuredClient(
                    !held.isEmpty(),
                    Stream.concat(pain, scores.stream().map(QuestionnaireScore::instrument))
                            .collect(Collectors.toUnmodifiableSet()),
                    !held.isEmpty()
                            && diary.stream()
                                    .anyMatch(checkIn ->
                                            checkIn.at().isAfter(held.getFirst().startedAt())));
        }

        private boolean measuredBy(List<Measured> some) {
            return some.stream().map(one -> one.measure().id()).anyMatch(measures::contains);
        }
    }

    /** How many domains were measured in anybody. */
    public int measured() {
        return (int) rows.stream().filter(row -> row.people() > 0).count();
    }

    static CoreDomains of(List<MeasuredClient> everybody) {
        List<MeasuredClient> treated =
                everybody.stream().filter(MeasuredClient::held).toList();
        return new CoreDomains(
                treated.size(),
                Stream.of(CoreDomain.values())
                        .map(domain -> row(domain, treated))
                        .toList());
    }

    private static DomainRow row(CoreDomain domain, List<MeasuredClient> treated) {
        List<Measured> all = Stream.<Measured>concat(Stream.of(Asked.values()), Questionnaire.all().stream())
                .filter(one -> one.measure().domains().contains(domain))
                .toList();
        List<Measured> by = all.stream()
                .filter(some -> treated.stream().anyMatch(one -> one.measuredBy(List.of(some))))
                .toList();
        Predicate<MeasuredClient> measured =
                switch (domain) {
                    case SYMPTOMS_AND_ADVERSE_EVENTS -> MeasuredClient::askedAfterwards;
                    case PARTICIPANT_DISPOSITION -> MeasuredClient::held;
                    case PAIN, PHYSICAL_FUNCTIONING, EMOTIONAL_FUNCTIONING, IMPROVEMENT_AND_SATISFACTION ->
                        one -> one.measuredBy(all);
                };
        return new DomainRow(
                domain,
                (int) treated.stream().filter(measured).count(),
                by,
                all.stream().filter(one -> !by.contains(one)).toList());
    }
}
