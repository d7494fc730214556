package org.stillpoint.words;

/** Browsers and the systems they run on, told apart as far as a person needs to know a device again. */
public enum DeviceWords implements Label {
    EDGE,
    FIREFOX,
    CHROME,
    SAFARI,
    BROWSER,
    IPHONE,
    IPAD,
    ANDROID,
    WINDOWS,
    MAC,
    LINUX,
    SYSTEM;

    public record On(Message browser, Message system) implements Message {}
}
