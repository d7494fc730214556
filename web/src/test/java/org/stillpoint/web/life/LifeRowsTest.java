package org.stillpoint.web.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.body.StandardBody;
import org.stillpoint.practice.life.Happening;
import org.stillpoint.practice.life.LifePlayer;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.EventDate;
import org.stillpoint.record.history.EventKind;
import org.stillpoint.record.history.Told;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.web.view.Places;
import org.stillpoint.words.Speaker;
import org.stillpoint.words.TeachingWords;

class LifeRowsTest {

    private static final Atlas ATLAS = Atlas.standard();
    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
    private static final LifePlayer PLAYER = new LifePlayer(StandardBody.of(ATLAS), Clock.fixed(NOW, ZoneOffset.UTC));
    private static final LifeRows ROWS = new LifeRows(new Places(ATLAS, new Speaker(Locale.UK, ZoneOffset.UTC)));

    @Test
    void rows_ofAToldEvent_holdNoneOfTheClientsOwnWords() {
        Client client = Client.added(new PrivateText("A Client"), OptionalInt.of(1980), NOW);
        Told told = new Told(
                EventKind.INJURY,
                EventDate.day(LocalDate.of(2010, 3, 17)),
                List.of(new RegionCode("X218")),
                new PrivateText("off a ladder"),
                Score0To10.of(8),
                Score0To10.of(7),
                new PrivateText("a fright"));
        TraumaEvent event = TraumaEvent.toldBeforeSession(client.id(), told, NOW);
        List<LifePage.LifeRow> rows = ROWS.of(PLAYER.told(client, List.of(event), List.of(), List.of()));
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo(event.id().toString());
            assertThat(row.places()).isEqualTo("X218");
            assertThat(row.toString()).doesNotContain("ladder").doesNotContain("fright");
        });
    }

    @Test
    void rows_ofATeachingExample_areAllThatHappens() {
        var story = PLAYER.findExample("grief").orElseThrow();
        assertThat(ROWS.of(story)).hasSameSizeAs(story.happenings()).allSatisfy(row -> {
            assertThat(row.title()).isNotBlank();
            assertThat(row.detail()).isNotBlank();
        });
    }

    @Test
    void teachingWords_nameEveryExampleAndAllThatHappensThere_andNothingElse() {
        Set<String> known = new TreeSet<>(PLAYER.examples());
        PLAYER.examples()
                .forEach(example -> PLAYER.findExample(example).orElseThrow().happenings().stream()
                        .map(LifeRowsTest::key)
                        .forEach(known::add));
        assertThat(known).extracting(TeachingWords::of).containsExactlyInAnyOrder(TeachingWords.values());
    }

    private static String key(Happening happening) {
        return switch (happening) {
            case Happening.TaughtEvent event -> event.key();
            case Happening.TaughtArousal change -> change.key();
            case Happening.TaughtRelease release -> release.key();
            default -> throw new AssertionError("no happening of a teaching example: " + happening);
        };
    }
}
