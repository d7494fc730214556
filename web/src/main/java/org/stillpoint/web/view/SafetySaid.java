package org.stillpoint.web.view;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.stillpoint.practice.safety.SafetyStanding.AnsweredFor;
import org.stillpoint.record.safety.Condition;
import org.stillpoint.record.safety.RedFlag;
import org.stillpoint.words.ConditionWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.SafetyWords;
import org.stillpoint.words.Speaker;

/** Says what was found at a safety check, and on whose word a session was held. */
public final class SafetySaid {
    private SafetySaid() {}

    /** The conditions, one after another. */
    public static String found(Collection<Condition> found, Speaker speaker) {
        return found.stream().map(ConditionWords::of).map(speaker::say).collect(Collectors.joining("; "));
    }

    public static Message flag(RedFlag flag, Speaker speaker) {
        return new SafetyWords.FlagTold(
                speaker.shortDay(flag.at()), found(flag.found(), speaker), SafetyWords.where(flag.origin()));
    }

    /** What was ever asked first, a line for each. */
    public static List<Message> answered(List<AnsweredFor> answered, Speaker speaker) {
        return answered.stream()
                .<Message>map(each -> new SafetyWords.AnsweredLine(
                        speaker.say(ConditionWords.bare(each.condition())),
                        SafetyWords.word(each.clearance(), speaker)))
                .toList();
    }
}
