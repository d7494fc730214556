package org.stillpoint.exchange.fhir.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.ConceptMap;
import org.junit.jupiter.api.Test;
import org.stillpoint.exchange.fhir.check.FhirCheck;
import org.stillpoint.exchange.fhir.check.FhirValidation;

/** What is published with the program. */
class OwnResourcesTest {

    @Test
    void resources_all_passTheValidator() {
        FhirValidation validation = new FhirValidation();
        List<String> found = new ArrayList<>();
        OwnResources.list().forEach((file, resource) -> {
            FhirCheck check = validation.check(FhirR4.json(resource));
            check.errors().forEach(each -> found.add(file + ": error " + each));
            check.warnings().forEach(each -> found.add(file + ": " + each));
        });
        assertThat(found).isEmpty();
    }

    @Test
    void map_everyRegionOfTheAtlas_hasOneTarget() {
        ConceptMap map = (ConceptMap) OwnResources.list().get("ConceptMap-region-to-body-site.json");

        assertThat(map.getGroupFirstRep().getElement())
                .hasSize(74)
                .allMatch(each -> each.getTarget().size() == 1);
    }
}
