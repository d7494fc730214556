package org.stillpoint.app.strain;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.exchange.table.Cells;
import org.stillpoint.exchange.table.Column;
import org.stillpoint.exchange.table.Row;
import org.stillpoint.exchange.table.Table;
import org.stillpoint.practice.body.StandardBody;
import org.stillpoint.strain.StrainNetwork;
import org.stillpoint.strain.remote.RemoteEffect;
import org.stillpoint.strain.remote.RemoteEffects;
import org.stillpoint.strain.remote.RemoteEffectsReport;
import org.stillpoint.strain.remote.RemoteEffectsReport.Chance;
import org.stillpoint.strain.remote.RemoteEffectsReport.MechanismClass;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Published remote effects against the model's couplings. */
@Command(
        name = "remote-effects",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Published effects of one part of the body on another, against the model.",
            "",
            "For every mechanism class: the chance that a pair with a found effect is coupled more strongly in the model than"
                    + " a pair without (AUC, 95 %% bootstrap interval), beside the same for mere nearness through the skeleton,"
                    + " for a body whose parts are exchanged at random, and the chance against random pairs with as many joints"
                    + " between. Rows of one pair_key in one protocol count once.",
            "",
            "Where the table has the columns of figures/remote_panel.csv, protocols are resampled instead of pairs, rows whose"
                    + " span is direct, that are dynamic or whose doubt is 2 are left out, and those with doubt 1 count half."
        })
public final class RemoteEffectsCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "CSV in the form of figures/remote_effects.csv; gzip is read as is.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(
            names = "--with-recalled",
            description = "Counts rows with score_use 2 too, which were recalled and not checked.")
    private boolean recalled;

    @Option(names = "--json", description = "Prints one JSON object instead of a table.")
    private boolean json;

    @Override
    public Integer call() {
        List<RemoteEffect> rows = read();
        Atlas atlas = Atlas.standard();
        StrainNetwork network = StandardBody.of(atlas).network();
        RemoteEffectsReport report = new RemoteEffects(atlas, network).score(rows, recalled);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(object(report)));
        } else {
            print(report, rows.size(), out);
        }
        return ExitCode.OK;
    }

    private List<RemoteEffect> read() {
        List<RemoteEffect> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        try (Table table = Table.open(file)) {
            Column id = table.getColumn("id");
            Column source = table.getColumn("source_structure");
            Column sourceSide = table.getColumn("source_side");
            Column target = table.getColumn("target_structure");
            Column targetSide = table.getColumn("target_side");
            Column effect = table.getColumn("effect");
            Column mechanism = table.getColumn("mechanism_class");
            Column use = table.getColumn("score_use");
            Column pair = table.getColumn("pair_key");
            for (Row row : table) {
                String name = row.required(id);
                if (!name.isEmpty() && !seen.add(Cells.sameName(name))) {
                    row.problem(id, "is there twice");
                }
                String said = row.text(effect).toLowerCase(Locale.ROOT);
                if (!said.equals("positive") && !said.equals("null")) {
                    row.problem(effect, "is neither positive nor null");
                }
                String key = row.isMissing(pair) ? name : row.text(pair);
                String protocol = optional(table, row, "protocol_id");
                rows.add(new RemoteEffect(
                        name,
                        row.required(source),
                        row.text(sourceSide).toLowerCase(Locale.ROOT),
                        row.required(target),
                        row.text(targetSide).toLowerCase(Locale.ROOT),
                        said.equals("positive"),
                        row.required(mechanism),
                        (int) row.number(use, 0, 2),
                        key,
                        protocol.isEmpty() ? key : protocol,
                        optional(table, row, "span").equals("direct"),
                        optional(table, row, "dynamic").equals("yes"),
                        doubt(table, row),
                        optional(table, row, "effect_size_or_figure"),
                        optional(table, row, "notes"),
                        optional(table, row, "citation")));
            }
            table.check();
        }
        return rows;
    }

    private static int doubt(Table table, Row row) {
        return table.findColumn("doubt")
                .filter(column -> !row.isMissing(column))
                .map(column -> (int) row.number(column, 0, 2))
                .orElse(0);
    }

    private static String optional(Table table, Row row, String column) {
        return table.findColumn(column).map(row::text).orElse("");
    }

    private static Map<String, Object> object(RemoteEffectsReport report) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put(
                "classes",
                report.classes().stream().map(RemoteEffectsCommand::object).toList());
        object.put("leftOut", report.leftOut());
        object.put("mapping", report.mapping());
        object.put("unmapped", report.unmapped());
        object.put("tests", report.tests());
        object.put(
                "orders",
                report.orders().stream()
                        .map(o -> {
                            Map<String, Object> order = new LinkedHashMap<>();
                            order.put("row", o.row());
                            order.put("larger", o.larger());
                            order.put("smaller", o.smaller());
                            order.put("target", o.target());
                            order.put("largerCoupling", o.largerCoupling());
                            order.put("smallerCoupling", o.smallerCoupling());
                            order.put("holds", o.holds());
                            return order;
                        })
                        .toList());
        return object;
    }

    private static Map<String, Object> object(MechanismClass c) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("mechanism", c.mechanism());
        put(object, "auc", "low", "high", c.auc());
        put(object, "baselineAuc", "baselineLow", "baselineHigh", c.nearness());
        put(object, "shuffledAuc", "shuffledLow", "shuffledHigh", c.shuffled());
        put(object, "matchedAuc", "matchedLow", "matchedHigh", c.matched());
        object.put("positives", c.positives());
        object.put("nulls", c.nulls());
        object.put("protocols", c.protocols());
        return object;
    }

    private static void put(
            Map<String, Object> object, String middle, String low, String high, Optional<Chance> chance) {
        object.put(middle, chance.map(Chance::middle).orElse(null));
        object.put(low, chance.map(Chance::low).orElse(null));
        object.put(high, chance.map(Chance::high).orElse(null));
    }

    private static void print(RemoteEffectsReport report, int rows, PrintWriter out) {
        long holding = report.orders().stream()
                .filter(RemoteEffectsReport.Order::holds)
                .count();
        out.printf(
                Locale.ROOT,
                "%d rows; %d cannot be mapped to the model; %d of %d published orders hold in the model.%n%n",
                rows,
                report.unmapped().size(),
                holding,
                report.orders().size());
        RemoteEffectsReport.Mapping mapping = report.mapping();
        out.printf(
                Locale.ROOT,
                "Mapped: %d of %d rows; of a tenth of the protocols, kept aside: %d of %d.%n",
                mapping.mapped(),
                mapping.rows(),
                mapping.asideMapped(),
                mapping.asideRows());
        RemoteEffectsReport.LeftOut left = report.leftOut();
        out.printf(
                "Left out: %d direct, %d dynamic, %d doubtful, %d not for scoring.%n%n",
                left.direct(), left.dynamic(), left.doubtful(), left.unused());
        out.println("class  positives  nulls  protocols  AUC against nulls     nearness              shuffled body"
                + "         AUC against random pairs as many joints apart");
        for (MechanismClass c : report.classes()) {
            out.printf(
                    Locale.ROOT,
                    "%-5s  %9d  %5d  %9d  %-20s  %-20s  %-20s  %s%n",
                    c.mechanism(),
                    c.positives(),
                    c.nulls(),
                    c.protocols(),
                    interval(c.auc()),
                    interval(c.nearness()),
                    interval(c.shuffled()),
                    interval(c.matched()));
        }
        out.println();
        for (RemoteEffectsReport.Order o : report.orders()) {
            out.printf(
                    Locale.ROOT,
                    "%s: %s should exceed %s on %s: %.4f against %.4f, %s%n",
                    o.row(),
                    o.larger(),
                    o.smaller(),
                    o.target(),
                    o.largerCoupling(),
                    o.smallerCoupling(),
                    o.holds() ? "holds" : "does not hold");
        }
        for (RemoteEffectsReport.Test test : report.tests()) {
            out.printf(
                    "%s: published %s; the model: %s; %s%n",
                    test.name(), test.published(), test.model(), test.holds() ? "holds" : "does not hold");
        }
        if (!report.unmapped().isEmpty()) {
            out.printf("%nNot mapped: %s%n", String.join(", ", report.unmapped()));
        }
        out.println();
        out.println(
                "An AUC of 0.5 is chance. Effects through the nervous system (class N) are not mechanics and should be missed.");
    }

    private static String interval(Optional<Chance> chance) {
        return chance.map(c -> String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", c.middle(), c.low(), c.high()))
                .orElse("-");
    }
}
