package org.stillpoint.words;

/**
 * Something a person reads. Its text stands in the message files; a {@link Speaker} says it in one language.
 *
 * <p>A message without arguments is a constant of an enum that implements {@link Label}; one with arguments is a record
 * nested in that enum, and its components are the named arguments of the text. The enum is the group, and each group has a
 * file per language: {@code TodayWords.TITLE} is {@code title} in {@code today_en.properties}, and
 * {@code TodayWords.Due} is {@code due} there.
 */
public interface Message {

    /** Where the text stands. */
    default MessageKey key() {
        return MessageKey.of(getClass());
    }
}
