package org.stillpoint.chart;

import java.util.Locale;
import java.util.Optional;

/** What a part of a chart stands for, and with that how it is drawn. Nothing is told by colour alone: by shape or dash as well. */
public enum Look {
    /** Words beside the plot, and words that matter. */
    LABEL(Pen.filled(Token.QUIET)),
    STRONG(Pen.filled(Token.INK)),
    HEADING(Pen.filled(Token.INK)),

    GROUND(Pen.filled(Token.GROUND)),
    GRID(Pen.drawn(Token.LINE, 1)),
    AXIS(Pen.drawn(Token.EDGE, 1)),
    /** Where nothing happened, or where said and came are the same. */
    REFERENCE(Pen.drawn(Token.EDGE, 1).dashed(3, 4)),

    /** A stretch of time that is set apart, with hatching over it. */
    APART(Pen.filled(Token.SUNKEN)),
    HATCH(Pen.drawn(Token.LINE, 2)),
    BAND(Pen.filled(Token.FOUND, 0.16).edged(Token.FOUND, 1).dashed(2, 3)),
    BAND_MIDDLE(Pen.drawn(Token.FOUND, 2).dashed(8, 5)),
    MEAN(Pen.drawn(Token.INK, 2)),
    COURSE(Pen.drawn(Token.PAIN, 1.5)),
    ENTRY(Pen.filled(Token.PAIN).edged(Token.SURFACE, 1)),
    SESSION(Pen.drawn(Token.ACCENT, 1.5)),
    SESSION_MARK(Pen.filled(Token.ACCENT)),
    RELEASE(Pen.filled(Token.RELEASED).edged(Token.RELEASED_EDGE, 2)),
    EVENT(Pen.filled(Token.TOLD)),

    ESTIMATE(Pen.filled(Token.INK)),
    WHISKER(Pen.drawn(Token.INK, 1.5)),
    POOLED(Pen.filled(Token.ACCENT)),
    PREDICTION(Pen.drawn(Token.ACCENT, 3).dashed(6, 4)),
    FUNNEL(Pen.drawn(Token.FOUND, 1.5).dashed(6, 4)),
    STUDY(Pen.filled(Token.FOUND).edged(Token.SURFACE, 1)),
    BIN(Pen.filled(Token.ACCENT, 0.55).edged(Token.ACCENT, 1.5)),

    PAIN(Pen.drawn(Token.PAIN, 2)),
    HELD(Pen.drawn(Token.HELD, 2)),
    CAPACITY(Pen.drawn(Token.ACCENT, 2)),

    /** Nothing to see, but something to point at. */
    UNSEEN(new Pen(Optional.empty(), 0, Optional.empty(), 0, 0, 0));

    private final Pen pen;

    Look(Pen pen) {
        this.pen = pen;
    }

    Pen pen() {
        return pen;
    }

    /** For scripts and tests: {@code session-mark}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Inside and edge of a shape; lengths in the chart's own units.
     *
     * @param opacity of the inside, 0 to 1
     * @param dash lengths of dash and gap; 0 draws a whole line
     */
    record Pen(Optional<Token> inside, double opacity, Optional<Token> edge, double width, double dash, double gap) {

        static Pen filled(Token inside) {
            return filled(inside, 1);
        }

        static Pen filled(Token inside, double opacity) {
            return new Pen(Optional.of(inside), opacity, Optional.empty(), 0, 0, 0);
        }

        static Pen drawn(Token edge, double width) {
            return new Pen(Optional.empty(), 0, Optional.of(edge), width, 0, 0);
        }

        Pen edged(Token edge, double width) {
            return new Pen(inside, opacity, Optional.of(edge), width, dash, gap);
        }

        Pen dashed(double dash, double gap) {
            return new Pen(inside, opacity, edge, width, dash, gap);
        }
    }
}
