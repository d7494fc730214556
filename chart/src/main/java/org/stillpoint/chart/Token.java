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
    TOLD(0x96620F),
    FOUND(0x34598A),
    HELD(0xA0461F),
    RELEASED(0x6FA37B),
    RELEASED_EDGE(0x3F6E4B);

    private final int ink;

    Token(int ink) {
        this.ink = ink;
    }

    /** As a style sheet names it: {@code var(--released-edge)}. */
    public String variable() {
        return "var(--" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ")";
    }

    /** As files and paper have it: {@code #3F6E4B}. */
    public String hex() {
        return String.format(Locale.ROOT, "#%06X", ink);
    }

    Color colour(double opacity) {
        return new Color(ink >> 16 & 255, ink >> 8 & 255, ink & 255, (int) Math.round(255 * opacity));
    }
}
