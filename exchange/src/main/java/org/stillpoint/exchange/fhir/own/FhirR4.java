package org.stillpoint.exchange.fhir.own;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/** FHIR R4 written and read. Its definitions are loaded when something is first written or read, never at the start of the program. */
public final class FhirR4 {
    private FhirR4() {}

    private static final class Lazily {
        static final FhirContext CONTEXT = FhirContext.forR4();
    }

    public static FhirContext context() {
        return Lazily.CONTEXT;
    }

    /** As JSON with line breaks, for a file that people may look into. */
    public static String json(Resource resource) {
        return writer().setPrettyPrint(true).encodeResourceToString(resource);
    }

    private static IParser writer() {
        IParser parser = context().newJsonParser();
        parser.setOverrideResourceIdWithBundleEntryFullUrl(false);
        return parser;
    }

    /** Reads what {@link #json} wrote. */
    public static Bundle bundle(String json) {
        return writer().parseResource(Bundle.class, json);
    }
}
