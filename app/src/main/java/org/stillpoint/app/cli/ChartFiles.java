package org.stillpoint.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.stillpoint.chart.Chart;
import org.stillpoint.chart.Labels;
import org.stillpoint.chart.Svg;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;

/** Charts of the command line: files of their own, in English. */
public final class ChartFiles {

    public static final Labels LABELS = Labels.of(Locale.ENGLISH);

    public static final double WIDTH = 720;

    private ChartFiles() {}

    /** Writes the file, whole or not at all. */
    public static void write(Path file, Chart chart) {
        try {
            Svg.write(chart, file);
        } catch (IOException e) {
            throw new BadInput(Problem.ofFile(String.valueOf(file.getFileName()), "cannot be written there"));
        }
    }
}
