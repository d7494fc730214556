package org.stillpoint.web.api;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.ETagSupportEnum;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.IServerAddressStrategy;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.http.HttpServlet;
import java.time.Clock;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.stillpoint.exchange.fhir.own.FhirR4;
import org.stillpoint.exchange.fhir.served.ServedType;
import org.stillpoint.practice.api.ApiReading;
import org.stillpoint.web.WebSettings;
import org.stillpoint.web.link.LinkAddress;

/** HAPI's server over {@link FhirReads}: it takes addresses, forms and formats apart, and writes what is answered. */
public final class FhirServer extends RestfulServer {
    private static final long serialVersionUID = 1L;

    /** As a plain servlet, so that whoever calls this loads nothing of FHIR before. */
    static HttpServlet of(ApiReading reading, WebSettings settings, Clock clock) {
        return new FhirServer(
                new FhirReads(reading, clock),
                (servlets, request) -> LinkAddress.of(settings.way(), request, FhirController.BASE)
                        .address());
    }

    @SuppressWarnings("this-escape")
    private FhirServer(FhirReads reads, IServerAddressStrategy address) {
        super(FhirR4.context());
        setServerAddressStrategy(address);
        setDefaultResponseEncoding(EncodingEnum.JSON);
        setETagSupport(ETagSupportEnum.ENABLED);
        setServerName("Stillpoint");
        setImplementationDescription("Stillpoint: what of a practice's record may leave, to read");
        for (ServedType type : ServedType.values()) {
            registerProvider(new ServedProvider(type, reads));
        }
        registerProvider(new EverythingProvider(reads));
        registerInterceptor(new ServedCapabilities());
    }

    /** Who listens at the door learns no versions. */
    @Override
    protected String createPoweredByHeader() {
        return "";
    }

    private static FhirCaller caller(RequestDetails request) {
        return FhirCaller.of(((ServletRequestDetails) request).getServletRequest())
                .orElseThrow(() -> new IllegalStateException("nobody was let in"));
    }

    private static boolean isStrict(RequestDetails request) {
        return request.getHeaders("Prefer").stream()
                .anyMatch(said -> said.replace(" ", "").contains("handling=strict"));
    }

    /** Reads and searches resources of one kind. */
    public static final class ServedProvider implements IResourceProvider {
        private final ServedType type;
        private final FhirReads reads;

        ServedProvider(ServedType type, FhirReads reads) {
            this.type = type;
            this.reads = reads;
        }

        @Override
        public Class<? extends IBaseResource> getResourceType() {
            return type.resource();
        }

        @Read
        public IBaseResource read(@IdParam IdType id, RequestDetails request) {
            return reads.read(type, id.getIdPart(), caller(request));
        }

        @Search(allowUnknownParams = true)
        public Bundle search(RequestDetails request) {
            return reads.search(
                    type, request.getParameters(), isStrict(request), request.getFhirServerBase(), caller(request));
        }
    }

    /** Everything of one client. */
    public static final class EverythingProvider {
        private final FhirReads reads;

        EverythingProvider(FhirReads reads) {
            this.reads = reads;
        }

        @Operation(name = "$everything", typeName = "Patient", idempotent = true)
        public Bundle everything(@IdParam IdType id, RequestDetails request) {
            return reads.everything(
                    id.getIdPart(),
                    request.getParameters(),
                    isStrict(request),
                    request.getFhirServerBase(),
                    caller(request));
        }
    }
}
