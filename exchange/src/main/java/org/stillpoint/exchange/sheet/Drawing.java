package org.stillpoint.exchange.sheet;

import java.awt.Color;
import java.awt.Shape;
import java.util.List;

/**
 * A chart for print: shapes, drawn in order, and the words on it, which stay text. Lengths are in CSS pixels, 96 to the inch;
 * y grows downwards.
 *
 * @param words what the chart shows, for someone who cannot see it
 */
public record Drawing(double width, double height, List<Part> parts, List<Label> labels, String words) {

    /** One shape and how it looks. */
    public record Part(Shape shape, Look look) {}

    /**
     * A word on the chart.
     *
     * @param x of its start, middle or end
     * @param y of its base line
     */
    public record Label(double x, double y, Anchor anchor, String text) {}

    /** Which point of a label lies at its x. */
    public enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** How a shape is filled and drawn; the colours of the light pages. Nothing is told by colour alone. */
    public enum Look {
        BEFORE(fill(0xF3EFE8, 255)),
        GRID(line(0xE2DDD3, 0.8f)),
        BAND(new Pen(0x3E6A9E, 40, 0x3E6A9E, 0.6f, 2, 3)),
        BAND_MIDDLE(new Pen(0, 0, 0x3E6A9E, 1.4f, 6, 4)),
        SESSION(line(0x0F6B6B, 1)),
        SESSION_MARK(fill(0x0F6B6B, 255)),
        RELEASE(new Pen(0x6FA37B, 255, 0x4C7D58, 1.4f, 0, 0)),
        EVENT(fill(0xB7791F, 255)),
        SPAN(line(0xB7791F, 3)),
        LINE(line(0x8E3B6F, 1)),
        DOT(new Pen(0x8E3B6F, 255, 0xFFFFFF, 0.6f, 0, 0));

        private final Pen pen;

        Look(Pen pen) {
            this.pen = pen;
        }

        Pen pen() {
            return pen;
        }

        private static Pen fill(int colour, int opacity) {
            return new Pen(colour, opacity, 0, 0, 0, 0);
        }

        private static Pen line(int colour, float width) {
            return new Pen(0, 0, colour, width, 0, 0);
        }
    }

    /**
     * Inside and edge of a shape.
     *
     * @param opacity of the inside, 0 to 255
     * @param width of the edge, pixels; 0 draws none
     * @param dash lengths of dash and gap, pixels; 0 draws a whole line
     */
    record Pen(int inside, int opacity, int edge, float width, float dash, float gap) {
        Color insideColour() {
            return new Color(inside >> 16 & 255, inside >> 8 & 255, inside & 255, opacity);
        }
    }
}
