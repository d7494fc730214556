package org.stillpoint.words;

/** A message without arguments; implemented by enums alone, whose constants are its entries. */
public interface Label extends Message {

    String name();

    @Override
    default MessageKey key() {
        return MessageKey.of((Enum<?>) this);
    }
}
