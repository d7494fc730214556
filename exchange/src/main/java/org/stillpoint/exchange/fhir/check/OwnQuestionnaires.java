package org.stillpoint.exchange.fhir.check;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Questionnaire;
import org.jspecify.annotations.Nullable;
import org.stillpoint.exchange.fhir.own.OwnResources;

/** Our questionnaires, by their addresses: the library's own support for resources made beforehand hands out none. */
final class OwnQuestionnaires implements IValidationSupport {
    private final FhirContext context;
    private final Map<String, Questionnaire> byUrl = OwnResources.list().values().stream()
            .filter(Questionnaire.class::isInstance)
            .map(Questionnaire.class::cast)
            .collect(Collectors.toMap(MetadataResource::getUrl, each -> each));

    OwnQuestionnaires(FhirContext context) {
        this.context = context;
    }

    @Override
    public FhirContext getFhirContext() {
        return context;
    }

    @Override
    public <T extends IBaseResource> @Nullable T fetchResource(@Nullable Class<T> type, String url) {
        Questionnaire own = byUrl.get(url);
        return own != null && type != null && type.isInstance(own) ? type.cast(own) : null;
    }
}
