package org.stillpoint.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.safety.ConditionId;
import org.stillpoint.record.work.Act;

class DeedsTest {
    private static final Id<Client> ANN = Id.random();
    private static final ConditionId FEVER = new ConditionId("fever");
    private static final ConditionId TUMOUR = new ConditionId("tumour");

    private record Wanted(PrivateText first, PrivateText second, Optional<String> third) {}

    private record Ticked(Set<ConditionId> found, SortedMap<String, Double> scores, OptionalInt year) {}

    private static String content(Record command) {
        return Deeds.of(Act.CHECK_IN, ANN, ANN, command).content();
    }

    @Property
    void content_isAlikeExactlyWhereEverythingSaidIsAlike(
            @ForAll String a, @ForAll String b, @ForAll String c, @ForAll String d) {
        Wanted one = new Wanted(text(a), text(b), Optional.empty());
        Wanted other = new Wanted(text(c), text(d), Optional.empty());

        assertThat(content(one).equals(content(other))).isEqualTo(one.equals(other));
    }

    @Test
    void content_whereOneFieldImitatesTheNext_differs() {
        assertThat(content(new Wanted(text("a"), text("b,1:c"), Optional.of("d"))))
                .isNotEqualTo(content(new Wanted(text("a,1:b"), text("c"), Optional.of("d"))));
        assertThat(content(new Wanted(text("a"), text("b"), Optional.of("-"))))
                .isNotEqualTo(content(new Wanted(text("a"), text("b"), Optional.empty())));
    }

    @Test
    void content_ofASet_doesNotDependOnItsOrder() {
        Set<ConditionId> there = new LinkedHashSet<>(List.of(FEVER, TUMOUR));
        Set<ConditionId> back = new LinkedHashSet<>(List.of(TUMOUR, FEVER));
        SortedMap<String, Double> scores = new TreeMap<>();
        scores.put("X101", 3.0);

        assertThat(content(new Ticked(there, scores, OptionalInt.of(1980))))
                .isEqualTo(content(new Ticked(back, new TreeMap<>(scores), OptionalInt.of(1980))))
                .isNotEqualTo(content(new Ticked(Set.of(), scores, OptionalInt.of(1980))))
                .isNotEqualTo(content(new Ticked(there, scores, OptionalInt.empty())));
    }

    @Test
    void toString_ofADeed_hidesWhatWasSaid() {
        assertThat(Deeds.of(Act.CHECK_IN, ANN, new Wanted(text("secret"), text(""), Optional.empty())))
                .asString()
                .doesNotContain("secret");
    }

    private static PrivateText text(String words) {
        return new PrivateText(words.codePoints()
                .filter(c -> !Character.isSurrogate((char) c) || c > 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
    }
}
