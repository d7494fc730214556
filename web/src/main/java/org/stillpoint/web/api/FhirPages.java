package org.stillpoint.web.api;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.stillpoint.exchange.fhir.served.ServedResources;
import org.stillpoint.exchange.fhir.served.ServedType;

/** A page of what was found, with what comes along, and where the next one is. */
final class FhirPages {
    private final String base;
    private final FhirCaller caller;

    /**
     * @param base address of everything here, without a slash at its end
     * @param caller of whom nothing comes along that they may not read
     */
    FhirPages(String base, FhirCaller caller) {
        this.base = base;
        this.caller = caller;
    }

    /**
     * Something that was found.
     *
     * @param among what it may point to
     */
    record Hit(Resource resource, ServedResources among) {
        String id() {
            return resource.getIdElement().getIdPart();
        }

        String address() {
            return resource.fhirType() + "/" + id();
        }
    }

    /**
     * Those of one page.
     *
     * @param total of all pages
     * @param more whether there is another page
     */
    record FoundPage(List<Hit> page, int total, boolean more) {}

    /** The page that is asked for, of all that were found: in the order of their ids, in which what is added meanwhile stands anywhere. */
    static FoundPage page(Stream<Hit> found, FhirQuery query) {
        List<Hit> all = found.sorted(Comparator.comparing(Hit::id)).toList();
        List<Hit> rest = all.stream()
                .filter(hit -> hit.id().compareTo(query.after()) > 0)
                .toList();
        int shown = Math.min(rest.size(), query.count());
        return new FoundPage(rest.subList(0, shown), all.size(), shown > 0 && shown < rest.size());
    }

    Bundle searchset(ServedType type, FhirQuery query, FoundPage found) {
        Bundle bundle = bundle(type.fhirName(), query, found);
        Map<String, Resource> along = new LinkedHashMap<>();
        List<String> includes = query.includes();
        boolean provenance = query.includesProvenance();
        for (Hit hit : found.page()) {
            includes.stream()
                    .flatMap(parameter -> hit.among().pointedTo(type, hit.resource(), parameter).stream())
                    .forEach(each -> along(along, each));
            if (provenance) {
                hit.among().list(ServedType.PROVENANCE).stream()
                        .filter(each -> ServedResources.isOf(each, hit.address()))
                        .forEach(each -> along(along, each));
            }
        }
        found.page().forEach(hit -> along.remove(hit.address()));
        along.values().forEach(each -> add(bundle, each, SearchEntryMode.INCLUDE));
        return bundle;
    }

    private void along(Map<String, Resource> all, Resource each) {
        if (caller.reads(each.fhirType())) {
            all.put(each.fhirType() + "/" + each.getIdElement().getIdPart(), each);
        }
    }

    Bundle everything(String id, FhirQuery query, FoundPage found) {
        return bundle("Patient/" + id + "/$everything", query, found);
    }

    private Bundle bundle(String path, FhirQuery query, FoundPage found) {
        Bundle bundle = new Bundle().setType(BundleType.SEARCHSET).setTotal(found.total());
        String address = base + "/" + path;
        bundle.addLink().setRelation("self").setUrl(address(address, query.text(Optional.empty())));
        if (found.more()) {
            bundle.addLink()
                    .setRelation("next")
                    .setUrl(address(
                            address,
                            query.text(Optional.of(found.page().getLast().id()))));
        }
        found.page().forEach(hit -> add(bundle, hit.resource(), SearchEntryMode.MATCH));
        if (query.passesOver()) {
            bundle.addEntry()
                    .setResource(
                            FhirRefusals.outcome(
                                    IssueSeverity.WARNING,
                                    IssueType.NOTSUPPORTED,
                                    "A parameter is not known here and was passed over; the link to itself has those that were not."))
                    .getSearch()
                    .setMode(SearchEntryMode.OUTCOME);
        }
        return bundle;
    }

    private static String address(String path, String query) {
        return query.isEmpty() ? path : path + "?" + query;
    }

    private void add(Bundle bundle, Resource resource, SearchEntryMode mode) {
        bundle.addEntry()
                .setFullUrl(base + "/" + resource.fhirType() + "/"
                        + resource.getIdElement().getIdPart())
                .setResource(ServedResources.versioned(resource))
                .getSearch()
                .setMode(mode);
    }
}
