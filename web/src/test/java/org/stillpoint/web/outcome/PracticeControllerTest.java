package org.stillpoint.web.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.outcome.ClientOutcome.MeasuredChange;
import org.stillpoint.practice.outcome.PracticeNumbers.Own;
import org.stillpoint.record.Id;

class PracticeControllerTest {

    @Test
    void heaviest_ofManyPeople_areThoseToldMostNarrowly_inTheirOrder() {
        List<Own> many = people(1_000);
        List<Own> shown = PracticeController.heaviest(many);
        assertThat(shown).hasSize(PracticeController.MOST_NAMED).isSubsetOf(many);
        assertThat(shown).isSortedAccordingTo((a, b) -> many.indexOf(a) - many.indexOf(b));
        double widest =
                shown.stream().mapToDouble(own -> own.effect().variance()).max().orElseThrow();
        assertThat(many.stream().filter(own -> !shown.contains(own)))
                .allMatch(own -> own.effect().variance() >= widest);
    }

    @Test
    void heaviest_ofFewPeople_areAll() {
        List<Own> few = people(PracticeController.MOST_NAMED);
        assertThat(PracticeController.heaviest(few)).isEqualTo(few);
        assertThat(PracticeController.heaviest(List.of())).isEmpty();
    }

    /** Each with another variance, but for every tenth, and none in its order. */
    private static List<Own> people(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> new Own(
                        Id.random(),
                        new MeasuredChange(-i, -i - 1, 1 - i, -i, 1 + (i * 7919 % many) / 10.0),
                        OptionalDouble.empty()))
                .toList();
    }
}
