package org.stillpoint.practice.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stillpoint.evidence.diary.CoreDomain;
import org.stillpoint.practice.outcome.CoreDomains.DomainRow;
import org.stillpoint.practice.outcome.CoreDomains.MeasuredClient;

/** Expected domains by Turk and others 2003 (doi:10.1016/j.pain.2003.08.001); which measure belongs where by {@code measures.csv}. */
class CoreDomainsTest {

    private static MeasuredClient treated(boolean askedAfterwards, String... measures) {
        return new MeasuredClient(true, Set.of(measures), askedAfterwards);
    }

    private static DomainRow row(CoreDomain domain, MeasuredClient... clients) {
        return CoreDomains.of(List.of(clients)).rows().stream()
                .filter(row -> row.domain() == domain)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(List<Measured> some) {
        return some.stream().map(one -> one.measure().id()).toList();
    }

    @Test
    void of_checkInsAlone_measuresPainWorseAndWhoStayed() {
        CoreDomains domains = CoreDomains.of(List.of(treated(true, "nrs_pain"), treated(false, "nrs_pain")));
        assertThat(domains.people()).isEqualTo(2);
        assertThat(domains.rows()).extracting(DomainRow::people).containsExactly(2, 0, 0, 0, 1, 2);
        assertThat(domains.measured()).isEqualTo(3);
    }

    @Test
    void of_aQuestionnaireOfTwoDomains_countsInBoth() {
        assertThat(row(CoreDomain.PAIN, treated(false, "peg")).people()).isOne();
        DomainRow functioning = row(CoreDomain.PHYSICAL_FUNCTIONING, treated(false, "peg"));
        assertThat(functioning.people()).isOne();
        assertThat(ids(functioning.by())).containsExactly("peg");
        assertThat(ids(functioning.couldBe())).containsExactly("psfs", "ndi", "promis_pain_interference");
    }

    @Test
    void of_twoQuestionnairesOfOneClient_countThatClientOnce() {
        DomainRow emotional = row(CoreDomain.EMOTIONAL_FUNCTIONING, treated(false, "phq9", "gad7"));
        assertThat(emotional.people()).isOne();
        assertThat(ids(emotional.by())).containsExactly("gad7", "phq9");
    }

    @Test
    void of_ratedImprovement_isThatOfTheClient() {
        assertThat(row(CoreDomain.IMPROVEMENT_AND_SATISFACTION, treated(false, "pgic"))
                        .people())
                .isOne();
    }

    @Test
    void of_someoneWithoutASession_countsNowhere() {
        CoreDomains domains = CoreDomains.of(List.of(new MeasuredClient(false, Set.of("nrs_pain", "phq9"), false)));
        assertThat(domains.people()).isZero();
        assertThat(domains.measured()).isZero();
    }

    @Test
    void of_singleQuestionsOfADayAndOwnQuestionnaires_measureNoDomain() {
        assertThat(CoreDomains.of(List.of(treated(false, "mood_nrs", "sleep_nrs", "own_garden")))
                        .rows())
                .extracting(DomainRow::people)
                .containsExactly(0, 0, 0, 0, 0, 1);
    }
}
