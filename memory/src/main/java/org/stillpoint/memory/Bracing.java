package org.stillpoint.memory;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.NoSuchElementException;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.PainRegion;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.anatomy.Side;

/**
 * Which muscles a told event touched, and how strongly.
 *
 * <p>Two ways in: the muscles that lie under the places the client named, and, where the client told a direction of impact, a site of
 * surgery or a kind of experience, the muscles that typically brace in it ({@code bracing.csv}, every row with source and grade).
 */
public final class Bracing {
    /** A muscle counts as lying under a region from this share of the most that any muscle lies under it. Assumed, 2026. */
    private static final double LEAST_DOSE = 0.25;

    /** Doses on a side that was not told are halved: it is one of two. */
    private static final double UNTOLD_SIDE = 0.5;

    private final PainMapping mapping;
    private final List<NamedCsvRecord> rows;
    private final double[] mostUnder;

    private Bracing(PainMapping mapping, List<NamedCsvRecord> rows) {
        this.mapping = mapping;
        this.rows = rows;
        this.mostUnder = new double[mapping.atlas().regions().size()];
        for (int m = 0; m < mapping.atlas().muscles().size(); m++) {
            double[] under = mapping.under(m);
            for (int r = 0; r < under.length; r++) {
                mostUnder[r] = Math.max(mostUnder[r], under[r]);
            }
        }
    }

    /** The product's own table on a mapping. */
    public static Bracing of(PainMapping mapping) {
        Bracing bracing = new Bracing(mapping, MemoryTable.read("bracing.csv"));
        for (NamedCsvRecord row : bracing.rows) {
            MemoryTable.number(row, "dose", 0, 1);
            bracing.indices(row.getField("muscle"));
        }
        return bracing;
    }

    /** The atlas in whose order the muscles stand. */
    public Atlas atlas() {
        return mapping.atlas();
    }

    /** The mechanisms that are known for a kind of event, in the order of the table; the empty one is left out. */
    public List<String> mechanisms(TraumaKind kind) {
        return rows.stream()
                .filter(row -> row.getField("kind").equals(kind.key()))
                .map(row -> row.getField("mechanism"))
                .filter(mechanism -> !mechanism.isEmpty())
                .distinct()
                .toList();
    }

    /**
     * Dose of each muscle, 0 (not touched) to 1, in the order of the atlas.
     *
     * @throws NoSuchElementException if a place is not a region of the atlas
     */
    public double[] doses(ToldEvent event) {
        Atlas atlas = mapping.atlas();
        double[] doses = new double[atlas.muscles().size()];
        for (RegionCode place : event.places()) {
            int r = atlas.regions().indexOf(place.value());
            for (int m = 0; m < doses.length; m++) {
                double dose = mapping.under(m)[r] / mostUnder[r];
                doses[m] = dose < LEAST_DOSE ? doses[m] : Math.max(doses[m], dose);
            }
        }
        Side struck = struckSide(event);
        for (NamedCsvRecord row : rows) {
            if (row.getField("kind").equals(event.kind().key())
                    && row.getField("mechanism").equals(event.mechanism())) {
                brace(row, struck, doses);
            }
        }
        return doses;
    }

    /** The side on which all told places lie; {@link Side#MIDLINE} where they lie on both or none was told. */
    private Side struckSide(ToldEvent event) {
        List<Side> sides = event.places().stream()
                .map(place -> mapping.atlas().regions().get(place.value()))
                .map(PainRegion::side)
                .distinct()
                .toList();
        return sides.size() == 1 ? sides.getFirst() : Side.MIDLINE;
    }

    private void brace(NamedCsvRecord row, Side struck, double[] doses) {
        double dose = Double.parseDouble(row.getField("dose"));
        String where = row.getField("side");
        for (int m : indices(row.getField("muscle"))) {
            Side side = mapping.atlas().muscles().list().get(m).side();
            double share =
                    switch (where) {
                        case "right" -> side == Side.LEFT ? 0 : 1;
                        case "left" -> side == Side.RIGHT ? 0 : 1;
                        case "near" -> struck == Side.MIDLINE ? UNTOLD_SIDE : side == struck.mirrored() ? 0 : 1;
                        case "far" -> struck == Side.MIDLINE ? UNTOLD_SIDE : side == struck ? 0 : 1;
                        default -> 1;
                    };
            doses[m] = Math.max(doses[m], share * dose);
        }
    }

    private List<Integer> indices(String muscle) {
        Atlas atlas = mapping.atlas();
        if (atlas.muscles().find(muscle).isPresent()) {
            return List.of(atlas.muscles().indexOf(muscle));
        }
        return List.of(
                atlas.muscles().indexOf(muscle + "_right"), atlas.muscles().indexOf(muscle + "_left"));
    }
}
