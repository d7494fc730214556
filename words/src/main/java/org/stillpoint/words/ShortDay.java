package org.stillpoint.words;

import java.time.Instant;

/** A day said shortly: {@code 3 Nov 2026}. */
public record ShortDay(Instant at) {}
