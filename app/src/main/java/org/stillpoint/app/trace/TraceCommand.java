package org.stillpoint.app.trace;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.JsonAnswer;
import org.stillpoint.app.cli.ProgressBar;
import org.stillpoint.exchange.painmap.PainMapTable;
import org.stillpoint.exchange.painmap.PainMapTable.PainMap;
import org.stillpoint.exchange.table.Read;
import org.stillpoint.exchange.table.Table;
import org.stillpoint.practice.body.StandardBody;
import org.stillpoint.trace.Place;
import org.stillpoint.trace.Trace;
import org.stillpoint.trace.TraceModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stillpoint trace FILE}: pain maps traced to places worth feeling. */
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Pain maps in, places worth feeling out: for each map the sets of muscles whose held contraction would account for the pain, and how much of the pain no set accounts for.",
            "",
            "The table has a header row; the first column holds the person's id; then a column for each pain region (X101 to X136 front, X201 to X238 back; also 107 or REDCap's bodymap___107) with 0 to 10, 0 and 1, or TRUE and FALSE; or one column with a list of codes for each map, as CHOIR exports it (\"128,117,107\"). An empty cell was not asked. A table with nothing above 1 is taken as marks without intensity, from which less can be told. Other columns are passed over; the file may be gzipped.",
            "",
            "A set says that one compact source at or near these muscles would account for so much of the map; other tissue there would fit as well. Muscles in one set cannot be told apart by the map. The sets rank places in the body; they diagnose nothing, and what stays unexplained is an answer of equal standing.",
            "",
            "Beside each set stands how many times as likely the map would be if the source were one of as many anonymous bumps, which know nothing of muscles: near 1 or above, the map says nothing for the muscle itself.",
            "",
            "--json prints one object a line: id, sets (each an array of muscle ids, most probable first), shares (part of the pain each set accounts for), bumps (of each set, how many times as likely the map would be with an anonymous bump in its place), unexplained (0 to 1); and with the first read, what was made of the table."
        })
public final class TraceCommand implements Callable<Integer> {
    private static final int CHUNK = 512;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The table of pain maps.")
    private Path file = Path.of("");

    @Mixin
    private MapOptions how = new MapOptions();

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Override
    public Integer call() {
        Atlas atlas = Atlas.standard();
        PainMapTable table = how.read(Table.open(file, how.how()), atlas);
        List<PainMap> maps = table.maps();
        TraceModel model = StandardBody.of(atlas).trace();
        boolean marksOnly = maps.stream().allMatch(TracedMap::hasOnlyMarks);
        PrintWriter out = spec.commandLine().getOut();
        double seconds;
        try (ProgressBar progress = ProgressBar.of("maps", maps.size())) {
            for (int from = 0; from < maps.size(); from += CHUNK) {
                List<PainMap> chunk = maps.subList(from, Math.min(maps.size(), from + CHUNK));
                chunk.parallelStream()
                        .map(map -> {
                            String line = text(
                                    map,
                                    map == maps.getFirst() ? table.read() : null,
                                    TracedMap.of(map, marksOnly, model));
                            progress.advance(1);
                            return line;
                        })
                        .toList()
                        .forEach(out::println);
            }
            seconds = progress.seconds();
        }
        spec.commandLine()
                .getErr()
                .printf(
                        Locale.ROOT,
                        "Traced %,d %s in %.1f s (%,.0f a second on %d cores).%n",
                        maps.size(),
                        maps.size() == 1 ? "map" : "maps",
                        seconds,
                        maps.size() / seconds,
                        Runtime.getRuntime().availableProcessors());
        spec.commandLine().getErr().println(table.read().line());
        return ExitCode.OK;
    }

    /** @param read said with the first map; null with the others */
    private String text(PainMap map, @Nullable Read read, Trace trace) {
        String id = map.id();
        if (json) {
            JsonAnswer line = TracedMap.json(id, trace);
            return (read == null ? line : line.put("read", read.fields())).line();
        }
        StringBuilder lines = new StringBuilder(
                String.format(Locale.ROOT, "%s: %.0f %% of the pain unexplained", id, 100 * trace.unexplained()));
        for (Place place : trace.places()) {
            lines.append(String.format(
                    Locale.ROOT,
                    "%n  One compact source at or near %s would account for %.0f %%; other tissue there would fit as well (an anonymous bump: %s).",
                    name(place.muscles().getFirst().value()),
                    100 * place.share(),
                    times(place.bumps())));
            if (place.cannotBeToldApart()) {
                lines.append(String.format("%n    not to be told apart: %s", String.join(", ", TracedMap.ids(place))));
            }
        }
        return lines.toString();
    }

    private static String name(String muscle) {
        return Atlas.standard().muscles().get(muscle).name();
    }

    private static String times(double bumps) {
        return bumps >= 1
                ? String.format(Locale.ROOT, "%.3g times as likely", bumps)
                : String.format(Locale.ROOT, "1/%.3g as likely", 1 / bumps);
    }
}
