package org.stillpoint.cohort;

import java.io.PrintWriter;
import java.util.Iterator;
import java.util.List;
import org.stillpoint.app.cli.JsonAnswer;

/** What answers about several practices have in common. */
final class CohortAnswer {
    private CohortAnswer() {}

    /** What was made of the tables: as on one machine where there is one, else a list of the same. */
    static void putReads(JsonAnswer into, Exports<?> exports) {
        List<JsonAnswer> reads = exports.reads().stream()
                .map(read -> {
                    JsonAnswer json = new JsonAnswer();
                    read.forEach(json::put);
                    return json;
                })
                .toList();
        into.put("read", exports.isOfOne() ? reads.getFirst() : reads);
        into.put(
                "leftAside",
                exports.leftAside().stream().map(FileProblem::inEnglish).toList());
    }

    /**
     * An object with a list at its end, which is never held: a line for each.
     *
     * @param lines objects, each on one line
     */
    static void print(PrintWriter out, JsonAnswer head, String name, Iterator<String> lines) {
        String whole = head.line();
        out.print(whole.substring(0, whole.length() - 1));
        out.print(",\"" + name + "\":[");
        String between = System.lineSeparator();
        while (lines.hasNext()) {
            out.print(between);
            out.print(lines.next());
            between = "," + System.lineSeparator();
        }
        out.println("]}");
    }

    /** Names on standard error what was left aside. */
    static void sayLeftAside(PrintWriter err, Exports<?> exports) {
        exports.leftAside().forEach(one -> err.println("Left aside: " + one.inEnglish()));
    }
}
