package org.stillpoint.exchange.fhir.resource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.stillpoint.record.Id;

/** The resources of one bundle, each under an id of its own, by which the others point to it. */
public final class FhirEntries {
    private static final String URN = "urn:uuid:";
    private static final String URI_SYSTEM = "urn:ietf:rfc:3986";

    private final Map<String, Resource> all = new LinkedHashMap<>();

    /** The resources of a bundle, by their full address. */
    public static FhirEntries of(Bundle bundle) {
        FhirEntries entries = new FhirEntries();
        bundle.getEntry().forEach(each -> entries.all.put(idOf(each.getFullUrl()), each.getResource()));
        return entries;
    }

    /** The id under which a record's entry is told, of which more than one resource tells. */
    public static String derived(String what, Id<?> id) {
        return UUID.nameUUIDFromBytes((what + ":" + id).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** What others know an entry of the record by: the same in every export. */
    static Identifier identifier(Id<?> id) {
        return identifier(id.toString());
    }

    static Identifier identifier(String id) {
        return new Identifier().setSystem(URI_SYSTEM).setValue(URN + id);
    }

    static <T> Id<T> recordId(Identifier identifier) {
        return Id.of(idOf(identifier.getValue()));
    }

    public <R extends Resource> R add(String id, R resource) {
        resource.setId(id);
        if (all.put(id, resource) != null) {
            throw new IllegalStateException("two resources under one id");
        }
        return resource;
    }

    <R extends Resource> R add(Id<?> id, R resource) {
        return add(id.toString(), resource);
    }

    public static Reference to(String id) {
        return new Reference(URN + id);
    }

    static Reference to(Id<?> id) {
        return to(id.toString());
    }

    /** The id of a resource that stands in these entries. */
    public static String idOf(Resource resource) {
        return idOf(resource.getIdElement().getIdPart());
    }

    static <T> Id<T> recordId(Resource resource) {
        return Id.of(idOf(resource));
    }

    static <T> Id<T> recordId(Reference reference) {
        return Id.of(idOf(reference.getReference()));
    }

    private static String idOf(String address) {
        return address.startsWith(URN) ? address.substring(URN.length()) : address;
    }

    public <R extends Resource> List<R> list(Class<R> type) {
        return all.values().stream().filter(type::isInstance).map(type::cast).toList();
    }

    <R extends Resource> Optional<R> find(Reference to, Class<R> type) {
        return to.hasReference() ? find(idOf(to.getReference()), type) : Optional.empty();
    }

    <R extends Resource> Optional<R> find(String id, Class<R> type) {
        return Optional.ofNullable(all.get(id)).filter(type::isInstance).map(type::cast);
    }

    boolean has(Id<?> id) {
        return all.containsKey(id.toString());
    }

    public Collection<Resource> all() {
        return Collections.unmodifiableCollection(all.values());
    }

    /** As a bundle. */
    public Bundle bundle(BundleType type, Identifier identifier, Instant at) {
        Bundle bundle = new Bundle().setType(type).setIdentifier(identifier);
        bundle.setTimestampElement(FhirValues.exact(at));
        all.forEach((id, resource) -> bundle.addEntry().setFullUrl(URN + id).setResource(resource));
        return bundle;
    }
}
