package org.stillpoint.web.link;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stillpoint.practice.mail.MailContent;
import org.stillpoint.practice.mail.MailWording;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.link.Link;
import org.stillpoint.record.mail.Letter;
import org.stillpoint.record.setting.PracticeLanguage;
import org.stillpoint.web.mail.OffAddress;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.LetterWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Speaker;

/** The words of a mail: plain lines, and each address on a line of its own. */
@Component
public final class SpokenMail implements MailWording {
    private final Speaker speaker;

    public SpokenMail(Speaker speaker) {
        this.speaker = speaker;
    }

    @Override
    public Letter write(
            PrivateText to, MailContent content, String door, Optional<Link> off, PracticeLanguage language) {
        Speaker tongue = speaker.in(language.locale());
        Optional<String> offAddress = off.filter(any -> !door.isEmpty()).map(link -> door + OffAddress.path(link));
        List<String> lines = new ArrayList<>();
        lines.add(tongue.say(LetterWords.GREETING));
        lines.add("");
        lines.addAll(body(content, door, tongue));
        if (off.isPresent()) {
            lines.add("");
            lines.add("-- ");
            lines.add(tongue.say(offAddress.isPresent() ? LetterWords.OFF_LINK : LetterWords.OFF_ANSWER));
            offAddress.ifPresent(lines::add);
        }
        return new Letter(
                to,
                new PrivateText(tongue.say(LetterWords.SUBJECT)),
                new PrivateText(String.join("\n", lines) + "\n"),
                offAddress.map(PrivateText::new),
                tongue.locale());
    }

    private static List<String> body(MailContent content, String door, Speaker tongue) {
        return switch (content) {
            case MailContent.AskedToAnswer asked ->
                asked.link()
                        .map(timed -> List.of(
                                tongue.say(LetterWords.ASKED),
                                tongue.say(new LetterWords.AnswerHere(timed.until())),
                                door + LinkAddress.path(timed.link())))
                        .orElseGet(() -> List.of(tongue.say(LetterWords.ASKED), tongue.say(LetterWords.PLEASE_CALL)));
            case MailContent.ClientExpected expected -> expected(expected, door, tongue);
            case MailContent.HandedOn handed ->
                List.of(
                        tongue.say(new LetterWords.PageForYou(handed.link().until())),
                        door + LinkAddress.path(handed.link().link()));
            case MailContent.TestNote trial -> List.of(tongue.say(LetterWords.TRIAL));
        };
    }

    private static List<String> expected(MailContent.ClientExpected expected, String door, Speaker tongue) {
        String when = tongue.say(new LetterWords.Expected(at(expected.start(), tongue)));
        return expected.link()
                .map(timed -> List.of(
                        when,
                        tongue.say(new LetterWords.ShownHere(at(timed.until(), tongue))),
                        door + LinkAddress.path(timed.link()),
                        tongue.say(LetterWords.IF_NOT_THERE)))
                .orElseGet(() -> List.of(when, tongue.say(LetterWords.IF_NOT)));
    }

    private static Message at(Instant instant, Speaker tongue) {
        return new CommonWords.DayAndTime(instant, tongue.time(instant));
    }
}
