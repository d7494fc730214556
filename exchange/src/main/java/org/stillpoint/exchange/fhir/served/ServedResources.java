package org.stillpoint.exchange.fhir.served;

import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.rest.api.RestSearchParameterTypeEnum;
import ca.uhn.fhir.util.FhirTerser;
import ca.uhn.fhir.util.ResourceReferenceInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.stillpoint.exchange.fhir.bundle.ClientBundle;
import org.stillpoint.exchange.fhir.own.FhirR4;
import org.stillpoint.exchange.fhir.own.OwnResources;
import org.stillpoint.exchange.fhir.resource.FhirAudit;
import org.stillpoint.exchange.fhir.resource.FhirEntries;
import org.stillpoint.exchange.fhir.resource.FhirPerson;
import org.stillpoint.exchange.fhir.resource.FhirPerson.PersonTold;
import org.stillpoint.exchange.fhir.resource.FhirPractice;
import org.stillpoint.exchange.fhir.resource.FhirProvenance;
import org.stillpoint.exchange.fhir.resource.FhirStaff;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.ContactDetails;
import org.stillpoint.record.work.AuditEntry;
import org.stillpoint.record.work.ClientFile;
import org.stillpoint.record.work.ClientFile.StaffMember;

/**
 * Resources as they are asked for: under the ids of {@link ServedId}, pointing to each other by type and id. They are those that leave by an export
 * and no others; where each comes from is said of each by itself.
 */
public final class ServedResources {
    private static final String URN = "urn:uuid:";
    private static final int CHARACTERS_OF_A_VERSION = 16;
    private static final long NANOS_OF_A_SECOND = 1_000_000_000;

    private final Map<String, Resource> byAddress = new LinkedHashMap<>();
    private final Instant changed;

    /** To the full second, for HTTP knows no other; upwards, so that nothing that is newer seems older. */
    private ServedResources(Instant changed) {
        this.changed = changed.plusNanos(NANOS_OF_A_SECOND - 1).truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * All of one client's that may leave.
     *
     * @param changed when anything of it was changed last
     */
    public static ServedResources of(ClientFile file, Instant changed) {
        return of(ClientBundle.entries(file), file.client().id(), changed);
    }

    /** The same with the account of them. */
    public static ServedResources of(ClientFile file, List<AuditEntry> account, Instant changed) {
        return of(
                with(ClientBundle.entries(file), file.client().id(), account),
                file.client().id(),
                changed);
    }

    /** The account of one client, with who they are. */
    public static ServedResources of(Client client, ContactDetails contact, List<AuditEntry> account, Instant changed) {
        FhirEntries entries = new FhirEntries();
        new FhirPerson().write(new PersonTold(client, contact), entries);
        return of(with(entries, client.id(), account), client.id(), changed);
    }

    private static FhirEntries with(FhirEntries entries, Id<Client> client, List<AuditEntry> account) {
        FhirAudit translator = new FhirAudit(client);
        account.forEach(entry -> translator.write(entry, entries));
        return entries;
    }

    /** Who one client is, and who stands by them. */
    public static ServedResources of(Client client, ContactDetails contact, Instant changed) {
        FhirEntries entries = new FhirEntries();
        new FhirPerson().write(new PersonTold(client, contact), entries);
        return of(entries, client.id(), changed);
    }

    private static ServedResources of(FhirEntries entries, Id<Client> client, Instant changed) {
        FhirProvenance.writeEach(client, changed, entries);
        return new ServedResources(changed).with(entries, id -> ServedId.of(client, id));
    }

    /** The practice and who works there. */
    public static ServedResources of(String practice, List<StaffMember> staff, Instant at) {
        FhirEntries entries = new FhirEntries();
        FhirStaff translator = new FhirStaff(FhirPractice.write(practice, entries));
        staff.forEach(member -> translator.write(member, entries));
        return new ServedResources(at).with(entries, id -> id);
    }

    /** What is published for whoever receives our FHIR. */
    public static ServedResources published(Instant at) {
        ServedResources all = new ServedResources(at);
        OwnResources.list()
                .values()
                .forEach(each -> all.byAddress.put(
                        each.fhirType() + "/" + each.getIdElement().getIdPart(), each));
        return all;
    }

    private interface OwnNaming {
        String id(String own);
    }

    private ServedResources with(FhirEntries entries, OwnNaming named) {
        Map<String, String> addresses = new LinkedHashMap<>();
        for (Resource each : entries.all()) {
            String own = FhirEntries.idOf(each);
            addresses.put(URN + own, each.fhirType() + "/" + (isShared(each) ? own : named.id(own)));
        }
        FhirTerser terser = FhirR4.context().newTerser();
        for (Resource each : List.copyOf(entries.all())) {
            String address = addresses.getOrDefault(URN + FhirEntries.idOf(each), "");
            each.setId(address.substring(address.indexOf('/') + 1));
            byAddress.put(address, each);
            if (!(each instanceof Bundle)) { // a document speaks of what stands in it
                point(terser, each, addresses);
            }
        }
        return this;
    }

    /** The client's own id is asked for as it is, and so are those of what belongs to no client. */
    private static boolean isShared(Resource resource) {
        return resource instanceof Patient
                || resource instanceof Practitioner
                || resource instanceof PractitionerRole
                || resource instanceof Organization;
    }

    private static void point(FhirTerser terser, Resource resource, Map<String, String> addresses) {
        for (ResourceReferenceInfo info : terser.getAllResourceReferences(resource)) {
            if (info.getResourceReference() instanceof Reference reference && reference.getReference() != null) {
                reference.setReference(addresses.getOrDefault(reference.getReference(), reference.getReference()));
            }
        }
        if (resource instanceof DocumentReference document) {
            document.getContent()
                    .forEach(content -> Optional.ofNullable(
                                    content.getAttachment().getUrl())
                            .map(addresses::get)
                            .ifPresent(content.getAttachment()::setUrl));
        }
    }

    /** Those of a kind, by their ids. */
    public List<Resource> list(ServedType type) {
        return byAddress.values().stream()
                .filter(type.resource()::isInstance)
                .sorted(Comparator.comparing(each -> each.getIdElement().getIdPart()))
                .map(this::shown)
                .toList();
    }

    /** All, each kind by itself. */
    public List<Resource> all() {
        return Arrays.stream(ServedType.values())
                .flatMap(type -> list(type).stream())
                .toList();
    }

    /** @param address type and id, as references say it */
    public Optional<Resource> find(String address) {
        return Optional.ofNullable(byAddress.get(address)).map(this::shown);
    }

    /** What stands in the account is never changed. */
    private Resource shown(Resource resource) {
        resource.getMeta()
                .setLastUpdated(resource instanceof AuditEvent entry ? entry.getRecorded() : Date.from(changed));
        return resource;
    }

    /** Whether it says of that one where it comes from. */
    public static boolean isOf(Resource provenance, String address) {
        return provenance instanceof Provenance of
                && of.getTarget().stream().anyMatch(target -> address.equals(target.getReference()));
    }

    /** Gives a resource the version that it is read as: made of what it says, so that what is unchanged is known to be. */
    public static <R extends Resource> R versioned(R resource) {
        Date at = resource.getMeta().getLastUpdated();
        resource.getMeta().setLastUpdated(null).setVersionId(null);
        String text = FhirR4.context().newJsonParser().encodeResourceToString(resource);
        resource.getMeta().setLastUpdated(at).setVersionId(hash(text));
        return resource;
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, CHARACTERS_OF_A_VERSION);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** The parameters by which resources of this kind point to others, as R4 defines them. */
    public static List<String> referenceParameters(ServedType type) {
        return FhirR4.context().getResourceDefinition(type.resource()).getSearchParams().stream()
                .filter(each -> each.getParamType() == RestSearchParameterTypeEnum.REFERENCE)
                .map(RuntimeSearchParam::getName)
                .sorted()
                .toList();
    }

    /** What a resource points to by a parameter of {@link #referenceParameters}, by {@code *} by any. */
    public List<Resource> pointedTo(ServedType type, Resource from, String parameter) {
        FhirTerser terser = FhirR4.context().newTerser();
        Stream<Reference> references = parameter.equals("*")
                ? terser.getAllResourceReferences(from).stream()
                        .map(ResourceReferenceInfo::getResourceReference)
                        .filter(Reference.class::isInstance)
                        .map(Reference.class::cast)
                : paths(type, parameter).flatMap(path -> terser.getValues(from, path, Reference.class).stream());
        return references
                .filter(Reference::hasReference)
                .flatMap(reference -> find(reference.getReference()).stream())
                .toList();
    }

    /** Of what R4 says where a parameter looks, what is of this kind; without the kind of what is pointed to. */
    private static Stream<String> paths(ServedType type, String parameter) {
        RuntimeSearchParam defined =
                FhirR4.context().getResourceDefinition(type.resource()).getSearchParam(parameter);
        return defined.getPathsSplit().stream()
                .map(path -> path.replaceFirst("\\.where\\(.*", "").strip())
                .filter(path -> path.startsWith(type.fhirName() + ".") && !path.contains("("));
    }
}
