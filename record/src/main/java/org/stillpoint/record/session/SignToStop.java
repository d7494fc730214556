package org.stillpoint.record.session;

/** What shows that it is too much for a client, whatever they say: a sign to stop for. Source: {@code practice.md}, the session. */
public enum SignToStop {
    GAZE_LOST,
    SPACEY,
    NO_ANSWER,
    NUMB,
    COLD,
    BREATH_HELD,
    SUDDEN_SLEEPINESS,
    PANIC
}
