package org.stillpoint.exchange.fhir.resource;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Organization;

/** The practice as an organization. Its id is made of its name, for the record gives it none. */
public final class FhirPractice {
    private FhirPractice() {}

    /** @return the id of the practice among the resources; empty where nobody has named it */
    public static Optional<String> write(String name, FhirEntries to) {
        return FhirText.of(name).map(text -> {
            Organization practice = new Organization().setActive(true).setName(text);
            FhirValues.narrate(practice, text);
            String id = UUID.nameUUIDFromBytes(("practice:" + text).getBytes(StandardCharsets.UTF_8))
                    .toString();
            to.add(id, practice);
            return id;
        });
    }
}
