package org.stillpoint.anatomy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads the tables into rows of the atlas, applying the corrections, and collects what is wrong. */
final class AtlasReader {

    /** Farthest any coordinate may lie from the origin, m: no body is larger. */
    private static final double FARTHEST = 3;

    private static final double SMALLEST = 1e-9;
    private static final double LARGEST = 1e9;

    private final AtlasTables tables;
    private final List<AtlasProblem> problems;
    private final Map<String, Map<String, List<Correction>>> corrections = new HashMap<>();

    /** Line in the file of each id, by file. */
    final Map<String, Map<String, Long>> lines = new HashMap<>();

    AtlasReader(AtlasTables tables, List<AtlasProblem> problems) {
        this.tables = tables;
        this.problems = problems;
    }

    List<Source> sources() {
        return read(
                AtlasTables.SOURCES,
                "key",
                List.of("citation", "licence", "url", "what_was_taken", "how_seen"),
                r -> new Source(
                        r.name("key"),
                        r.text("citation"),
                        r.text("licence"),
                        r.text("url"),
                        r.text("what_was_taken"),
                        r.text("how_seen")));
    }

    List<Correction> corrections() {
        List<Correction> all = new ArrayList<>();
        List<String> columns = List.of("file", "row", "column", "before", "after", "source", "grade", "reason");
        for (TableRows.AtlasRow r : TableRows.read(tables, AtlasTables.CORRECTIONS, columns, problems)
                .list()) {
            Correction correction = new Correction(
                    r.name("file"),
                    r.name("row"),
                    r.name("column"),
                    r.text("before"),
                    r.text("after"),
                    r.name("source"),
                    r.name("grade"),
                    r.name("reason"));
            all.add(correction);
            lines.computeIfAbsent(AtlasTables.CORRECTIONS, f -> new HashMap<>())
                    .put(correction.file() + "/" + correction.row() + "/" + correction.column(), r.line());
            corrections
                    .computeIfAbsent(correction.file(), f -> new LinkedHashMap<>())
                    .computeIfAbsent(correction.row(), f -> new ArrayList<>())
                    .add(correction);
        }
        return all;
    }

    List<Segment> segments() {
        return read(
                AtlasTables.BODIES,
                "body_id",
                List.of(
                        "name",
                        "side",
                        "mass_kg",
                        "com_x_m",
                        "proximal_x_m",
                        "distal_x_m",
                        "radius_m",
                        "source",
                        "grade"),
                r -> new Segment(
                        r.name("body_id"),
                        r.text("name"),
                        r.word("side", Side.class),
                        r.number("mass_kg", SMALLEST, 500),
                        point(r, "com_"),
                        point(r, "proximal_"),
                        point(r, "distal_"),
                        r.number("radius_m", SMALLEST, FARTHEST),
                        citation(r)));
    }

    List<Joint> joints() {
        return read(
                AtlasTables.JOINTS,
                "joint_id",
                List.of("name", "parent", "child", "x_m", "k_rot_x_Nm_per_rad", "k_trans_x_N_per_m", "source", "grade"),
                r -> new Joint(
                        r.name("joint_id"),
                        r.text("name"),
                        r.name("parent"),
                        r.name("child"),
                        point(r, ""),
                        stiffness(r, "k_rot_", "_Nm_per_rad"),
                        stiffness(r, "k_trans_", "_N_per_m"),
                        citation(r)));
    }

    List<Muscle> muscles() {
        Map<String, List<PathPoint>> points = pathPoints();
        Map<String, TableRows.AtlasRow> first = new LinkedHashMap<>();
        Map<String, List<MuscleLine>> linesOf = new HashMap<>();
        read(AtlasTables.MUSCLES, "line_id", List.of("muscle_id", "max_isometric_force_N", "source"), r -> {
            MuscleLine line = new MuscleLine(
                    r.name("line_id"),
                    r.name("muscle_id"),
                    r.number("max_isometric_force_N", SMALLEST, LARGEST),
                    r.number("optimal_fibre_length_m", 1e-4, FARTHEST),
                    r.number("tendon_slack_length_m", 0, FARTHEST),
                    r.number("pennation_rad", 0, Math.PI / 2),
                    points.getOrDefault(r.text("line_id"), List.of()),
                    citation(r),
                    r.text("note"));
            first.putIfAbsent(line.muscle(), r);
            linesOf.computeIfAbsent(line.muscle(), m -> new ArrayList<>()).add(line);
            return line;
        });
        points.keySet().stream()
                .filter(id -> line(AtlasTables.MUSCLES, id) == 0)
                .sorted()
                .forEach(id -> problems.add(new AtlasProblem.Unknown(
                        AtlasTables.PATH_POINTS, line(AtlasTables.PATH_POINTS, id + ":0"), "line_id", id)));
        List<Muscle> muscles = new ArrayList<>();
        first.forEach((id, r) -> muscles.add(new Muscle(
                id,
                r.text("muscle_name"),
                r.text("latin"),
                r.text("group"),
                r.word("side", Side.class),
                r.text("region"),
                linesOf.getOrDefault(id, List.of()))));
        return muscles;
    }

    private Map<String, List<PathPoint>> pathPoints() {
        record Placed(String line, double order, PathPoint point) {}
        Map<String, List<Placed>> placed = new LinkedHashMap<>();
        read(AtlasTables.PATH_POINTS, "", List.of("line_id", "order", "body_id", "x_m", "y_m", "z_m"), r -> {
            Placed p = new Placed(
                    r.name("line_id"), r.number("order", 0, 1e6), new PathPoint(r.name("body_id"), point(r, "")));
            placed.computeIfAbsent(p.line(), l -> new ArrayList<>()).add(p);
            return p;
        });
        Map<String, List<PathPoint>> points = new LinkedHashMap<>();
        placed.forEach((id, all) -> points.put(
                id,
                all.stream()
                        .sorted(Comparator.comparingDouble(Placed::order))
                        .map(Placed::point)
                        .toList()));
        return points;
    }

    List<FascialLink> fascia() {
        return read(
                AtlasTables.FASCIA,
                "link_id",
                List.of("from_body_or_muscle", "to_body_or_muscle", "points_m", "evidence", "source"),
                r -> {
                    Point[] ends = ends(r);
                    return new FascialLink(
                            r.name("link_id"),
                            r.text("name"),
                            r.name("from_body_or_muscle"),
                            r.name("to_body_or_muscle"),
                            ends[0],
                            ends[1],
                            r.word("evidence", Evidence.class),
                            r.text("studies"),
                            r.text("source"),
                            r.text("evidence_as_given"),
                            r.text("confidence_as_given"));
                });
    }

    private Point[] ends(TableRows.AtlasRow r) {
        String text = r.text("points_m");
        String[] parts = text.replace(';', ' ').strip().split("\\s+");
        double[] values = new double[6];
        boolean good = parts.length == 6;
        for (int i = 0; good && i < 6; i++) {
            try {
                values[i] = Double.parseDouble(parts[i]);
                good = Math.abs(values[i]) <= FARTHEST;
            } catch (NumberFormatException e) {
                good = false;
            }
        }
        if (!good) {
            problems.add(new AtlasProblem.BadNumber(
                    r.file(), r.line(), "points_m", text, "six coordinates of two points, each within 3 m"));
            values = new double[6];
        }
        return new Point[] {new Point(values[0], values[1], values[2]), new Point(values[3], values[4], values[5])};
    }

    List<PainRegion> regions() {
        return read(
                AtlasTables.REGIONS,
                "region_code",
                List.of("code_in_raw_rows_of_males", "view", "name", "side", "x_m", "y_m", "z_m", "source", "grade"),
                r -> new PainRegion(
                        r.name("region_code"),
                        r.name("code_in_raw_rows_of_males"),
                        r.word("view", PainRegion.View.class),
                        r.name("name"),
                        r.word("side", Side.class),
                        point(r, ""),
                        citation(r)));
    }

    List<HandPlaces.HandPlaceRow> handPlaces() {
        return read(
                AtlasTables.HAND_PLACES,
                "muscle",
                List.of("place", "reach", "source", "grade"),
                r -> new HandPlaces.HandPlaceRow(
                        r.name("muscle"), r.name("place"), r.word("reach", HandReach.class), citation(r)));
    }

    /** Line in the file of a row, 0 if unknown. */
    long line(String file, String id) {
        return lines.getOrDefault(file, Map.of()).getOrDefault(id, 0L);
    }

    private <T> List<T> read(String file, String idColumn, List<String> needed, Function<TableRows.AtlasRow, T> parse) {
        List<String> columns = new ArrayList<>(needed);
        if (!idColumn.isEmpty()) {
            columns.add(0, idColumn);
        }
        Map<String, Long> seen = lines.computeIfAbsent(file, f -> new HashMap<>());
        Map<String, List<Correction>> open = new LinkedHashMap<>(corrections.getOrDefault(file, Map.of()));
        List<T> parsed = new ArrayList<>();
        for (TableRows.AtlasRow row :
                TableRows.read(tables, file, columns, problems).list()) {
            String id = idColumn.isEmpty() ? row.text("line_id") + ":" + row.text("order") : row.text(idColumn);
            if (seen.putIfAbsent(id, row.line()) != null) {
                problems.add(new AtlasProblem.DuplicateId(file, row.line(), id));
                continue;
            }
            List<Correction> here = open.remove(id);
            if (here != null) {
                here.forEach(c -> correct(row, c));
            }
            parsed.add(parse.apply(row));
        }
        open.values().forEach(list -> list.forEach(c -> problems.add(stale(c, "no such row"))));
        return parsed;
    }

    private void correct(TableRows.AtlasRow row, Correction c) {
        String found = row.text(c.column());
        if (!found.equals(c.before()) || !row.replace(c.column(), c.after())) {
            problems.add(stale(c, found));
        }
    }

    private AtlasProblem stale(Correction c, String found) {
        String key = c.file() + "/" + c.row() + "/" + c.column();
        return new AtlasProblem.StaleCorrection(
                AtlasTables.CORRECTIONS, line(AtlasTables.CORRECTIONS, key), key + " = " + c.before(), found);
    }

    private static Point point(TableRows.AtlasRow r, String prefix) {
        return new Point(
                r.number(prefix + "x_m", -FARTHEST, FARTHEST),
                r.number(prefix + "y_m", -FARTHEST, FARTHEST),
                r.number(prefix + "z_m", -FARTHEST, FARTHEST));
    }

    private static Point stiffness(TableRows.AtlasRow r, String prefix, String unit) {
        return new Point(
                r.number(prefix + "x" + unit, SMALLEST, LARGEST),
                r.number(prefix + "y" + unit, SMALLEST, LARGEST),
                r.number(prefix + "z" + unit, SMALLEST, LARGEST));
    }

    private static Citation citation(TableRows.AtlasRow r) {
        return new Citation(r.name("source"), r.text("grade"));
    }
}
