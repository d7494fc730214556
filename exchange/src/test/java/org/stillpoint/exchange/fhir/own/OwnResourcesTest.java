package org.stillpoint.exchange.fhir.own;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.ExtensionContextType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stillpoint.exchange.fhir.check.FhirCheck;
import org.stillpoint.exchange.fhir.check.OneValidation;
import org.stillpoint.exchange.fhir.code.OwnExtension;

/** What is published with the program. */
class OwnResourcesTest {

    /**
     * The places of extensions are looked at below: for these the validator inside HAPI wants a package from the network, waits a second for each, and
     * then leaves the rest of the definition unread.
     */
    private static MetadataResource withoutPlaces(MetadataResource resource) {
        if (!(resource instanceof StructureDefinition definition)) {
            return resource;
        }
        StructureDefinition anywhere = definition.copy();
        anywhere.getContext().clear();
        anywhere.addContext().setType(ExtensionContextType.FHIRPATH).setExpression("true");
        return anywhere;
    }

    @Test
    void resources_all_passTheValidator() {
        List<String> found = new ArrayList<>();
        OwnResources.list().forEach((file, resource) -> {
            FhirCheck check = OneValidation.VALIDATION.check(FhirR4.json(withoutPlaces(resource)));
            check.errors().forEach(each -> found.add(file + ": error " + each));
            check.warnings().forEach(each -> found.add(file + ": " + each));
        });
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void extension_standsWhereR4HasSuchAPlace(OwnExtension extension) {
        assertThat(extension.place().contexts()).isNotEmpty().allMatch(OwnResourcesTest::isInR4);
    }

    private static boolean isInR4(String path) {
        String[] names = path.split("\\.", -1);
        if (path.equals("Element")) {
            return true; // which all are
        }
        BaseRuntimeElementDefinition<?> at = FhirR4.context().getResourceTypes().contains(names[0])
                ? FhirR4.context().getResourceDefinition(names[0])
                : FhirR4.context().getElementDefinition(names[0]);
        for (int i = 1; i < names.length && at != null; i++) {
            var child = ((BaseRuntimeElementCompositeDefinition<?>) at).getChildByName(names[i]);
            at = child == null ? null : child.getChildByName(names[i]);
        }
        return at != null;
    }

    @Test
    void map_everyRegionOfTheAtlas_hasOneTarget() {
        ConceptMap map = (ConceptMap) OwnResources.list().get("ConceptMap-region-to-body-site.json");

        assertThat(map.getGroupFirstRep().getElement())
                .hasSize(74)
                .allMatch(each -> each.getTarget().size() == 1);
    }
}
