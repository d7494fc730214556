package org.stillpoint.web.api;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ConditionalReadStatus;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.stillpoint.exchange.fhir.served.ServedParameter;
import org.stillpoint.exchange.fhir.served.ServedResources;
import org.stillpoint.exchange.fhir.served.ServedType;

/** Adds to what HAPI says of the registered kinds by what each is searched: of the same table by which it is. */
@Interceptor
public final class ServedCapabilities {
    private static final String NAME = "Stillpoint";
    private static final String SERVICES = "http://terminology.hl7.org/CodeSystem/restful-security-service";

    @Hook(Pointcut.SERVER_CAPABILITY_STATEMENT_GENERATED)
    public void complete(IBaseConformance generated) {
        if (generated instanceof CapabilityStatement statement) {
            statement.setName(NAME).setPublisher(NAME);
            statement.getSoftware().setVersion(null); // HAPI's
            statement.getRest().forEach(ServedCapabilities::complete);
        }
    }

    private static void complete(CapabilityStatementRestComponent rest) {
        rest.getSecurity()
                .addService(new CodeableConcept(new Coding()
                        .setSystem(SERVICES)
                        .setCode("SMART-on-FHIR")
                        .setDisplay("SMART-on-FHIR")));
        for (CapabilityStatementRestResourceComponent resource : rest.getResource()) {
            ServedType.find(resource.getType()).ifPresent(type -> complete(resource, type));
        }
    }

    private static void complete(CapabilityStatementRestResourceComponent resource, ServedType type) {
        resource.setVersioning(ResourceVersionPolicy.NOVERSION);
        resource.setConditionalRead(ConditionalReadStatus.FULLSUPPORT);
        resource.getSearchParam().clear();
        resource.getSearchInclude().clear();
        resource.getSearchRevInclude().clear();
        add(resource, "_id", SearchParamType.TOKEN);
        add(resource, "_lastUpdated", SearchParamType.DATE);
        type.clientParameters().forEach(name -> add(resource, name, SearchParamType.REFERENCE));
        type.parameters().forEach(each -> add(resource, each.name(), kind(each)));
        ServedResources.referenceParameters(type)
                .forEach(name -> resource.addSearchInclude(type.fhirName() + ":" + name));
        boolean ofAClient =
                type.whose() == ServedType.ServedWhose.CLIENT || type.whose() == ServedType.ServedWhose.OF_A_CLIENT;
        if (ofAClient && type != ServedType.PROVENANCE) {
            resource.addSearchRevInclude(FhirQuery.PROVENANCE);
        }
    }

    private static void add(CapabilityStatementRestResourceComponent to, String name, SearchParamType kind) {
        to.addSearchParam().setName(name).setType(kind);
    }

    private static SearchParamType kind(ServedParameter parameter) {
        return switch (parameter.kind()) {
            case TOKEN -> SearchParamType.TOKEN;
            case DATE -> SearchParamType.DATE;
            case URI -> SearchParamType.URI;
            case REFERENCE -> SearchParamType.REFERENCE;
        };
    }
}
