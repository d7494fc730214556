package org.stillpoint.words;

import org.stillpoint.record.PrivateText;
import org.stillpoint.record.consent.ConsentBlock;
import org.stillpoint.record.consent.ConsentPart;
import org.stillpoint.record.consent.ConsentStanding;
import org.stillpoint.record.setting.ConsentBlocks.WrittenBlock;

/** What a client reads before they agree, and how it stands with their consent. */
public enum ConsentWords implements Label {
    TITLE,
    WHO_TREATS_TEXT,
    WHAT_IS_DONE_TEXT,
    TALK_AND_IMAGERY_TEXT,
    WHAT_IS_KNOWN_TEXT,
    REACTIONS_TEXT,
    NOT_MEDICINE_TEXT,
    ALTERNATIVES_TEXT,
    YOUR_CHOICE_TEXT,
    WHO_SEES_WHAT_TEXT,
    SENSITIVE_AREAS_TEXT,
    CONTACT_BY_EMAIL_TEXT,
    RESEARCH_USE_TEXT,
    NEVER_GIVEN,
    FOR_ONE_SESSION,
    TEXT_CHANGED,
    SIGN_NOW,
    SIGN_ANEW,
    SIGN_AREAS,
    SIGN_TITLE,
    AREAS_TITLE,
    HAND_OVER,
    HAND_OVER_AREAS,
    HAND_OVER_HINT,
    LINK_HINT,
    AREAS_NOW,
    NO_AREA_NOW,
    PAPERS,
    NO_PAPER,
    PAPER,
    AREAS_PAPER,
    WITHDRAWN_PAPER,
    PRINTED,
    READ_IT,
    YES,
    NO,
    CHOOSE,
    WHICH_AREAS,
    EACH_SESSION,
    ONCE,
    ONE_AT_LEAST,
    HOW_LONG,
    WHO_SIGNS,
    I_SIGN,
    GUARDIAN_SIGNS,
    GUARDIAN_NEEDED,
    COMES_OF_AGE,
    GUARDIAN_NAME,
    RELATION,
    NEEDED,
    SIGNATURE,
    SIGNATURE_HINT,
    UNDO_STROKE,
    CLEAR_STROKES,
    TYPED_NAME,
    TYPED_NAME_HINT,
    SIGN_OR_TYPE,
    I_AGREE,
    I_AGREE_HINT,
    WITHDRAW,
    WITHDRAW_HINT,
    WITHDRAWN,
    KEPT,
    NEEDS_YOU,
    STOPPED_BY_CLIENT,
    STOPPED_HINT,
    SIGNED_BY_HAND,
    HASH,
    ;

    /** @param day the last on which it holds */
    public record InForceUntil(String day) implements Message {}

    /** @param day the last on which it held */
    public record RanOut(String day) implements Message {}

    public record WithdrawnOn(String day) implements Message {}

    public record SignedOn(String at) implements Message {}

    public record WithdrawnAt(String at) implements Message {}

    public record SignedByGuardian(String name, String relation) implements Message {}

    public record SignedByClient(String name) implements Message {}

    public record SignedByTyping(String name) implements Message {}

    public record HoldsUntil(String day) implements Message {}

    public record VersionRead(int version) implements Message {}

    public record TextHash(String hash) implements Message {}

    public record Answered(Message what, Message answer) implements Message {}

    public record AgreedAreas(String areas) implements Message {}

    public record OfPractice(String practice) implements Message {}

    /** A block as a client reads it; in the program's own words where the practice has written none. */
    public static ConsentPart part(ConsentBlock block, WrittenBlock written, Speaker speaker) {
        PrivateText own = written.text();
        return new ConsentPart(
                block, speaker.name(block), own.value().isBlank() ? standard(block, speaker) : own.value());
    }

    /** The program's own words of a block; none of the one that is the practice's alone. */
    public static String standard(ConsentBlock block, Speaker speaker) {
        return switch (block) {
            case WHO_TREATS -> speaker.say(WHO_TREATS_TEXT);
            case WHAT_IS_DONE -> speaker.say(WHAT_IS_DONE_TEXT);
            case TALK_AND_IMAGERY -> speaker.say(TALK_AND_IMAGERY_TEXT);
            case WHAT_IS_KNOWN -> speaker.say(WHAT_IS_KNOWN_TEXT);
            case REACTIONS -> speaker.say(REACTIONS_TEXT);
            case NOT_MEDICINE -> speaker.say(NOT_MEDICINE_TEXT);
            case ALTERNATIVES -> speaker.say(ALTERNATIVES_TEXT);
            case YOUR_CHOICE -> speaker.say(YOUR_CHOICE_TEXT);
            case WHO_SEES_WHAT -> speaker.say(WHO_SEES_WHAT_TEXT);
            case OWN_WORDS -> "";
            case SENSITIVE_AREAS -> speaker.say(SENSITIVE_AREAS_TEXT);
            case CONTACT_BY_EMAIL -> speaker.say(CONTACT_BY_EMAIL_TEXT);
            case RESEARCH_USE -> speaker.say(RESEARCH_USE_TEXT);
        };
    }

    /** How it stands, in a sentence. */
    public static Message of(ConsentStanding standing, Speaker speaker) {
        return switch (standing) {
            case ConsentStanding.InForce(var given, var until) ->
                until.<Message>map(day -> new InForceUntil(speaker.shortDay(day)))
                        .orElse(FOR_ONE_SESSION);
            case ConsentStanding.NeverGiven() -> NEVER_GIVEN;
            case ConsentStanding.HasRunOut(var given, var day) -> new RanOut(speaker.shortDay(day));
            case ConsentStanding.IsWithdrawn(var day) -> new WithdrawnOn(speaker.shortDay(day));
        };
    }
}
