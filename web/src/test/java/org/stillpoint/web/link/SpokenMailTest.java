package org.stillpoint.web.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.mail.MailContent;
import org.stillpoint.practice.mail.MailContent.TimedLink;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.link.Link;
import org.stillpoint.record.mail.Letter;
import org.stillpoint.record.setting.PracticeLanguage;
import org.stillpoint.words.Speaker;

/** A mail says nothing of what somebody comes for, in any language, whoever reads it over a shoulder. */
class SpokenMailTest {
    private static final Instant THEN = Instant.parse("2026-11-30T10:00:00Z");
    private static final String DOOR = "https://door.example";
    private static final PrivateText TO = new PrivateText("ann@example.org");

    private final SpokenMail mail = new SpokenMail(new Speaker(Locale.UK, ZoneOffset.UTC));

    private static List<MailContent> contents() {
        TimedLink link = new TimedLink(new Link("aaaa"), THEN);
        return List.of(
                new MailContent.AskedToAnswer(Optional.of(link)),
                new MailContent.AskedToAnswer(Optional.empty()),
                new MailContent.ClientExpected(THEN, Optional.of(link)),
                new MailContent.ClientExpected(THEN, Optional.empty()),
                new MailContent.HandedOn(link),
                new MailContent.TestNote());
    }

    /** Stems, one on a line, after the language: no word of a mail begins so. */
    private static List<String> stems(PracticeLanguage language) throws IOException {
        List<String> stems = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SpokenMailTest.class.getResourceAsStream("not-in-mail.csv")),
                StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> line.startsWith(language.locale().getLanguage() + ","))
                    .forEach(line -> stems.add(line.substring(line.indexOf(',') + 1)));
        }
        assertThat(stems).hasSizeGreaterThan(20);
        return stems;
    }

    @Test
    void letters_inEveryLanguage_holdNoWordOfHealth() throws IOException {
        for (PracticeLanguage language : PracticeLanguage.values()) {
            Pattern stems = Pattern.compile(
                    "(?<!\\p{L})(" + String.join("|", stems(language)) + ")",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            for (MailContent content : contents()) {
                for (String door : List.of(DOOR, "")) {
                    Letter letter = mail.write(TO, content, door, Optional.of(new Link("bbbb")), language);
                    assertThat(stems.matcher(letter.subject().value()).find()).isFalse();
                    assertThat(stems.matcher(letter.text().value())
                                    .results()
                                    .map(found -> language + ": " + found.group()))
                            .isEmpty();
                    assertThat(letter.language()).isEqualTo(language.locale());
                }
            }
        }
    }

    @Test
    void letter_endsWithTheWayOut_onALineOfItsOwn() {
        Letter letter = mail.write(
                TO,
                new MailContent.ClientExpected(THEN, Optional.empty()),
                DOOR,
                Optional.of(new Link("bbbb")),
                PracticeLanguage.FRENCH);
        assertThat(letter.off()).contains(new PrivateText(DOOR + "/mail-off/bbbb"));
        assertThat(letter.text().value().lines().toList().getLast()).isEqualTo(DOOR + "/mail-off/bbbb");
        assertThat(letter.text().value()).contains("30 novembre 2026").contains("10:00");

        Letter without = mail.write(
                TO,
                new MailContent.ClientExpected(THEN, Optional.empty()),
                "",
                Optional.of(new Link("bbbb")),
                PracticeLanguage.ENGLISH);
        assertThat(without.off()).isEmpty();
        assertThat(without.text().value()).doesNotContain("bbbb").contains("answer this one with the word stop");
    }

    @Test
    void letter_withALink_hasItsAddressOnALineOfItsOwn() {
        Letter letter = mail.write(
                TO,
                new MailContent.HandedOn(new TimedLink(new Link("aaaa"), THEN)),
                DOOR,
                Optional.of(new Link("bbbb")),
                PracticeLanguage.GERMAN);
        assertThat(letter.text().value().lines()).contains(DOOR + "/link/aaaa");
    }

    @Test
    void letter_thatReminds_holdsThePageOnALineOfItsOwn_andUntilWhenItOpens() {
        Instant over = THEN.plusSeconds(3_600);
        Letter letter = mail.write(
                TO,
                new MailContent.ClientExpected(THEN, Optional.of(new TimedLink(new Link("aaaa"), over))),
                DOOR,
                Optional.of(new Link("bbbb")),
                PracticeLanguage.ENGLISH);
        assertThat(letter.text().value().lines()).contains(DOOR + "/link/aaaa");
        assertThat(letter.text().value())
                .contains("10:00")
                .contains("until")
                .contains("11:00")
                .contains("say so there");

        Letter without = mail.write(
                TO,
                new MailContent.ClientExpected(THEN, Optional.empty()),
                DOOR,
                Optional.of(new Link("bbbb")),
                PracticeLanguage.ENGLISH);
        assertThat(without.text().value()).doesNotContain("/link/").contains("please call us");
    }
}
