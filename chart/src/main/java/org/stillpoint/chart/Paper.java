package org.stillpoint.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/** Draws charts on paper. Words are left to the page, where they stay text: see {@link Chart#labels}. */
public final class Paper {

    private Paper() {}

    /** @param scale of the paper's units to the chart's */
    public static void draw(Chart chart, Graphics2D graphics, double scale) {
        graphics.scale(scale, scale);
        for (Part part : chart.parts()) {
            if (!(part.shape() instanceof Shape.Text)) {
                draw(outline(part.shape()), part.look().pen(), !(part.shape() instanceof Shape.Line), graphics);
            }
        }
    }

    private static void draw(java.awt.Shape outline, Look.Pen pen, boolean closed, Graphics2D graphics) {
        pen.inside().filter(inside -> closed).ifPresent(inside -> {
            graphics.setColor(inside.colour(pen.opacity()));
            graphics.fill(outline);
        });
        pen.edge().ifPresent(edge -> {
            graphics.setColor(edge.colour(1));
            graphics.setStroke(stroke(pen));
            graphics.draw(outline);
        });
    }

    private static BasicStroke stroke(Look.Pen pen) {
        float width = (float) pen.width();
        return pen.dash() > 0
                ? new BasicStroke(
                        width,
                        BasicStroke.CAP_BUTT,
                        BasicStroke.JOIN_ROUND,
                        1,
                        new float[] {(float) pen.dash(), (float) pen.gap()},
                        0)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }

    private static java.awt.Shape outline(Shape shape) {
        return switch (shape) {
            case Shape.Dot(var x, var y, var radius) ->
                new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
            case Shape.Bar(var x, var y, var width, var height, var round) ->
                new RoundRectangle2D.Double(x, y, width, height, 2 * round, 2 * round);
            case Shape.Line(var runs) -> path(runs, false);
            case Shape.Area(var outline) -> path(List.of(outline), true);
            case Shape.Text label -> new Path2D.Double();
        };
    }

    private static java.awt.Shape path(List<List<Shape.At>> runs, boolean closed) {
        Path2D path = new Path2D.Double();
        for (List<Shape.At> run : runs) {
            path.moveTo(run.getFirst().x(), run.getFirst().y());
            run.stream().skip(1).forEach(at -> path.lineTo(at.x(), at.y()));
            if (closed) {
                path.closePath();
            }
        }
        return path;
    }
}
