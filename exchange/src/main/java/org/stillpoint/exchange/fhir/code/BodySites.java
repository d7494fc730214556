package org.stillpoint.exchange.fhir.code;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.PainRegion;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.record.session.Site;

/**
 * Places of the body as codes. A pain region has our own code, which alone says front and back, and beside it a body site of SNOMED CT: one that
 * carries the side where such a code was seen ({@code lateralised_sites.csv}, 64 of 74), else the plain site of {@code region_sites.csv}.
 */
public final class BodySites {
    public static final String SNOMED = "http://snomed.info/sct";

    private static final String PLAIN = "region_sites.csv";
    private static final String LATERALISED = "lateralised_sites.csv";

    /**
     * A region with its body site.
     *
     * @param hasSide whether the code itself says which side
     * @param fit how far region and site are the same: {@code close}, or how they differ
     * @param licence under which the code may travel
     */
    public record BodySite(
            RegionCode region, String name, String code, String display, boolean hasSide, String fit, String licence) {

        public Coding coding() {
            return new Coding().setSystem(SNOMED).setCode(code).setDisplay(display);
        }
    }

    private static final class SiteRows {
        static final Map<RegionCode, BodySite> ALL = read();
    }

    private BodySites() {}

    private static Map<RegionCode, BodySite> read() {
        Map<String, NamedCsvRecord> withSide = new LinkedHashMap<>();
        CodeTable.read(BodySites.class, LATERALISED).forEach(row -> withSide.put(row.getField("region_code"), row));
        Map<String, NamedCsvRecord> plain = new LinkedHashMap<>();
        CodeTable.read(Atlas.class, PLAIN).forEach(row -> plain.put(row.getField("region_code"), row));
        Map<RegionCode, BodySite> read = new LinkedHashMap<>();
        for (PainRegion region : Atlas.standard().regions().list()) {
            NamedCsvRecord site = Optional.ofNullable(plain.get(region.code()))
                    .orElseThrow(() -> new IllegalStateException(PLAIN + ": " + region.code() + " has no site"));
            NamedCsvRecord sided = withSide.remove(region.code());
            BodySite row = sided == null
                    ? site(
                            region,
                            site,
                            "site_code",
                            "site_display",
                            false,
                            "SNOMED CT free set 2020 (CC BY 4.0)",
                            site)
                    : site(region, sided, "code", "display", true, sided.getField("licence"), site);
            CodeTable.require(
                    !row.display().isBlank() && !row.code().isBlank(), LATERALISED, region.code() + " has no display");
            read.put(row.region(), row);
        }
        CodeTable.require(withSide.isEmpty(), LATERALISED, "regions that the atlas does not have");
        return read;
    }

    private static BodySite site(
            PainRegion region,
            NamedCsvRecord row,
            String code,
            String display,
            boolean hasSide,
            String licence,
            NamedCsvRecord plain) {
        return new BodySite(
                new RegionCode(region.code()),
                OwnSystem.REGION.coding(region.code()).getDisplay(),
                row.getField(code),
                row.getField(display),
                hasSide,
                plain.getField("site_fit"),
                licence);
    }

    /** All of them, in the order of the atlas. */
    public static List<BodySite> list() {
        return List.copyOf(SiteRows.ALL.values());
    }

    /** The region as a body site: our own code first, then SNOMED CT's where the region has one. */
    public static CodeableConcept concept(RegionCode region) {
        CodeableConcept concept = new CodeableConcept(OwnSystem.REGION.coding(region.value()));
        Optional.ofNullable(SiteRows.ALL.get(region)).ifPresent(site -> {
            concept.addCoding(site.coding());
            concept.setText(site.name());
        });
        return concept;
    }

    /** Where hands were. */
    public static CodeableConcept concept(Site site) {
        return switch (site) {
            case Site.RegionSite(RegionCode code) -> concept(code);
            case Site.MuscleSite(MuscleId muscle) -> OwnSystem.MUSCLE.concept(muscle.value());
        };
    }

    /** The place that a body site of our own writing means; one that others wrote has none, for no code of theirs says front or back. */
    public static Optional<Site> find(CodeableConcept concept) {
        return OwnSystem.REGION
                .find(concept)
                .<Site>map(code -> new Site.RegionSite(new RegionCode(code)))
                .or(() -> OwnSystem.MUSCLE.find(concept).map(id -> new Site.MuscleSite(new MuscleId(id))));
    }
}
