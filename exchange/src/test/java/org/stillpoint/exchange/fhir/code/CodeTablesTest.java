package org.stillpoint.exchange.fhir.code;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.exchange.fhir.code.BodySites.BodySite;
import org.stillpoint.exchange.fhir.code.KnownCode.KnownRow;
import org.stillpoint.exchange.fhir.own.FhirR4;

/** The tables of codes: whole, licensed, with a check digit that holds, and as they were looked up. */
class CodeTablesTest {
    private static final Path LOOKED_UP = Path.of("../../shared/figures/codes");

    /** Only older displays of these two were seen (figures/codes, README 8), so that they travel without one. */
    private static final Set<String> WITHOUT_DISPLAY = Set.of("61150-9", "61149-1");

    /** Verhoeff 1969: the table of the dihedral group of order ten, and its permutation. */
    private static final String DEFINITIONS = "FHIR R4 4.0.1 definitions valuesets.xml";

    private static final String[] PRODUCT = {
        "0123456789",
        "1234067895",
        "2340178956",
        "3401289567",
        "4012395678",
        "5987604321",
        "6598710432",
        "7659821043",
        "8765932104",
        "9876543210"
    };

    private static final String[] MOVED = {
        "0123456789", "1576283094", "5803796142", "8916043527", "9453126870", "4286573901", "2793806415", "7046913258"
    };

    private static boolean passesVerhoeff(String code) {
        int check = 0;
        for (int i = 0; i < code.length(); i++) {
            int digit = code.charAt(code.length() - 1 - i) - '0';
            check = PRODUCT[check].charAt(MOVED[i % 8].charAt(digit) - '0') - '0';
        }
        return check == 0;
    }

    /** LOINC's check digit, modulo 10 (Luhn) over the digits before the hyphen. */
    private static boolean passesLuhn(String code) {
        String digits = code.substring(0, code.indexOf('-'));
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return (10 - sum % 10) % 10 == code.charAt(code.length() - 1) - '0';
    }

    @Test
    void regions_everyOneOfTheAtlas_hasABodySiteAndMostOneWithASide() {
        List<BodySite> sites = BodySites.list();

        assertThat(sites.stream().map(BodySite::region))
                .containsExactlyElementsOf(Atlas.standard().regions().list().stream()
                        .map(each -> new RegionCode(each.code()))
                        .toList());
        assertThat(sites).filteredOn(BodySite::hasSide).hasSize(64); // figures/codes, README 2
        assertThat(sites)
                .allMatch(each -> passesVerhoeff(each.code()) && !each.display().isBlank());
    }

    @Test
    void codes_ofOthers_passTheirCheckDigitAndSayWhereTheyWereSeen() {
        List<KnownRow> rows = KnownCode.rows();

        assertThat(rows).hasSize(KnownCode.values().length);
        assertThat(rows)
                .filteredOn(row -> row.system().equals(BodySites.SNOMED))
                .isNotEmpty()
                .allMatch(row -> passesVerhoeff(row.code()));
        assertThat(rows)
                .filteredOn(row -> row.system().equals("http://loinc.org"))
                .isNotEmpty()
                .allMatch(row -> passesLuhn(row.code()));
        assertThat(rows)
                .filteredOn(row -> row.display().isEmpty())
                .extracting(KnownRow::code)
                .containsExactlyInAnyOrderElementsOf(WITHOUT_DISPLAY);
    }

    @Test
    void ownSystems_everyConstantOfTheRecord_hasACodeWithAMeaning() {
        assertThat(OwnSystem.values()).allMatch(system -> !system.codes().isEmpty());
        assertThat(OwnSystem.MUSCLE.codes())
                .hasSameSizeAs(Atlas.standard().muscles().list());
    }

    @Test
    void codes_asTheyWereLookedUp_andNoneThatWasSeenWithoutADisplay() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(LOOKED_UP), "skipped: ../shared/figures/codes is not there");
        Set<String> seen = Stream.of(
                        "01_body_sites.csv",
                        "02_findings_events_procedures.csv",
                        "03_loinc.csv",
                        "04_fhir_code_systems.csv")
                .flatMap(file -> rows(file).stream())
                .filter(row -> !row.getField("code").isEmpty())
                .filter(row -> !row.getField("display_as_printed").startsWith("("))
                .map(row -> row.getField("system") + "|" + row.getField("code"))
                .collect(Collectors.toSet());

        assertThat(KnownCode.rows().stream()
                        .filter(row -> !row.seenIn().contains(DEFINITIONS))
                        .map(row -> row.system() + "|" + row.code()))
                .allMatch(seen::contains);
        assertThat(BodySites.list().stream().map(site -> BodySites.SNOMED + "|" + site.code()))
                .allMatch(seen::contains);
    }

    /** What R4 itself defines, as HAPI ships it. */
    @Test
    void codes_readInR4sOwnDefinitions_areCalledThereAsHere() {
        var definitions = new DefaultProfileValidationSupport(FhirR4.context());
        List<KnownRow> rows = KnownCode.rows().stream()
                .filter(row -> row.seenIn().contains(DEFINITIONS))
                .toList();

        assertThat(rows).hasSize(5).allSatisfy(row -> {
            CodeSystem system = (CodeSystem) definitions.fetchCodeSystem(row.system());
            assertThat(system.getConcept())
                    .filteredOn(concept -> concept.getCode().equals(row.code()))
                    .singleElement()
                    .matches(concept -> concept.getDisplay().equals(row.display()));
        });
    }

    private static List<NamedCsvRecord> rows(String file) {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(LOOKED_UP.resolve(file))) {
            return rows.stream().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
