package org.stillpoint.chart;

import java.awt.Color;
import java.util.Locale;

/**
 * The colours of a chart: names on the pages, where a style sheet gives them a light and a dark value, and ink in files and on
 * paper. The ink is the light value of the pages ({@code tokens.css}).
 */
public enum Token {
    GROUND(0xFAF8F4),
    SURFACE(0xFFFFFF),
    SUNKEN(0xF3EFE8),
    INK(0x22262B),
    QUIET(0x5C6670),
    LINE(0xE2DDD3),
    EDGE(0x857F73),
    ACCENT(0x0F6B6B),
    PAIN(0x8E3B6F),
    TOLD(0xB7791F),
    FOUND(0x3E6A9E),
    HELD(0xB4532A),
    RELEASED(0x6FA37B),
    RELEASED_EDGE(0x4C7D58);

    private final int ink;

    Token(int ink) {
        this.ink = ink;
    }

    /** As a style sheet names it: {@code var(--released-edge)}. */
    public String variable() {
        return "var(--" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ")";
    }

    /** As files and paper have it: {@code #4C7D58}. */
    public String hex() {
        return String.format(Locale.ROOT, "#%06X", ink);
    }

    Color colour(double opacity) {
        return new Color(ink >> 16 & 255, ink >> 8 & 255, ink & 255, (int) Math.round(255 * opacity));
    }
}
