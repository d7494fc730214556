package org.stillpoint.exchange.fhir.served;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.util.ResourceReferenceInfo;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.stillpoint.exchange.fhir.MadeUpRecord;
import org.stillpoint.exchange.fhir.bundle.ClientBundle;
import org.stillpoint.exchange.fhir.check.FhirCheck;
import org.stillpoint.exchange.fhir.check.OneValidation;
import org.stillpoint.exchange.fhir.own.FhirR4;
import org.stillpoint.record.work.AuditEntry;
import org.stillpoint.record.work.ClientFile;

/** What is asked for is what leaves by an export, and points nowhere but to what can be asked for. */
class ServedResourcesTest {
    private static final Instant CHANGED = Instant.parse("2026-05-04T10:00:00Z");

    @Test
    void resources_areThoseOfAnExport_underIdsThatMayBeAskedFor() {
        for (int seed = 1; seed <= 5; seed++) {
            ClientFile file = new MadeUpRecord(seed).file();
            ServedResources served = ServedResources.of(file, CHANGED);
            List<Resource> all = served.all();

            assertThat(all.stream()
                            .filter(each -> !(each instanceof Provenance))
                            .map(Resource::fhirType))
                    .containsExactlyInAnyOrderElementsOf(ClientBundle.of(file).getEntry().stream()
                            .map(entry -> entry.getResource().fhirType())
                            .filter(type -> !type.equals("Provenance"))
                            .toList());
            assertThat(all).allSatisfy(each -> {
                assertThat(each.getIdElement().getIdPart()).matches("[A-Za-z0-9\\-.]{1,64}");
                assertThat(served.find(
                                each.fhirType() + "/" + each.getIdElement().getIdPart()))
                        .containsSame(each);
            });
            assertThat(all.stream().filter(each -> !(each instanceof Bundle)).flatMap(ServedResourcesTest::pointsTo))
                    .isNotEmpty()
                    .allSatisfy(address ->
                            assertThat(served.find(address)).as(address).isPresent());
        }
    }

    private static Stream<String> pointsTo(Resource from) {
        return FhirR4.context().newTerser().getAllResourceReferences(from).stream()
                .map(ResourceReferenceInfo::getResourceReference)
                .map(to -> to.getReferenceElement().getValue())
                .filter(address -> address != null && !address.isEmpty());
    }

    @Test
    void page_isFoundWithoutErrorByHl7sValidator() {
        ServedResources served = ServedResources.of(new MadeUpRecord(7).file(), CHANGED);
        Bundle page = new Bundle().setType(BundleType.SEARCHSET);
        served.all().stream()
                .map(ServedResources::versioned)
                .forEach(each -> page.addEntry()
                        .setFullUrl("https://practice.example/fhir/" + each.fhirType() + "/"
                                + each.getIdElement().getIdPart())
                        .setResource(each)
                        .getSearch()
                        .setMode(Bundle.SearchEntryMode.MATCH));
        page.setTotal(page.getEntry().size());
        page.addLink().setRelation("self").setUrl("https://practice.example/fhir/Patient/1/$everything");

        FhirCheck check = OneValidation.VALIDATION.check(FhirR4.json(page));

        assertThat(check.errors()).isEmpty();
        assertThat(check.warnings()).isEmpty();
    }

    @Test
    void version_changesWithWhatIsSaid_andNotWithWhenItWasRead() {
        ClientFile file = new MadeUpRecord(9).file();
        String first = version(ServedResources.of(file, CHANGED));
        assertThat(version(ServedResources.of(file, CHANGED.plusSeconds(60)))).isEqualTo(first);

        ServedResources other = ServedResources.of(file, CHANGED);
        Observation changed = (Observation) other.list(ServedType.OBSERVATION).getFirst();
        changed.addNote().setText("something else");
        assertThat(ServedResources.versioned(changed).getMeta().getVersionId()).isNotEqualTo(first);
    }

    private static String version(ServedResources served) {
        return ServedResources.versioned(served.list(ServedType.OBSERVATION).getFirst())
                .getMeta()
                .getVersionId();
    }

    @Test
    void provenance_ofATellingIsTheClients_andEachResourceHasItsOwn() {
        ServedResources served = ServedResources.of(new MadeUpRecord(11).file(), CHANGED);
        List<Resource> provenances = served.list(ServedType.PROVENANCE);
        assertThat(provenances).hasSize((int) served.all().stream()
                .filter(each -> !(each instanceof Provenance))
                .count());
        for (ServedType type : List.of(ServedType.CONDITION, ServedType.PROCEDURE)) {
            served.list(type).stream()
                    .filter(each -> FhirR4.json(each).contains("event-kind"))
                    .forEach(told -> assertThat(provenances.stream()
                                    .filter(each -> ServedResources.isOf(
                                            each,
                                            told.fhirType() + "/"
                                                    + told.getIdElement().getIdPart()))
                                    .map(Provenance.class::cast)
                                    .flatMap(each -> each.getAgent().stream())
                                    .map(agent ->
                                            agent.getType().getCodingFirstRep().getCode()))
                            .contains("author"));
        }
    }

    @Test
    void account_aloneAndAmongEverything_isTheSame_ofItsOwnMomentsAndOfNoOtherSource() {
        MadeUpRecord made = new MadeUpRecord(13);
        ClientFile file = made.file();
        List<AuditEntry> account =
                Stream.generate(made.asking()::auditEntry).limit(10).toList();
        ServedResources alone = ServedResources.of(file.client(), file.contact(), account, CHANGED);
        ServedResources whole = ServedResources.of(file, account, CHANGED);

        List<Resource> entries = alone.list(ServedType.AUDIT_EVENT);
        assertThat(entries).hasSize(10);
        assertThat(entries.stream().map(each -> each.getMeta().getLastUpdated().toInstant()))
                .containsExactlyInAnyOrderElementsOf(
                        account.stream().map(AuditEntry::at).toList());
        assertThat(entries.stream().map(ServedResourcesTest::versionOf).toList())
                .isEqualTo(whole.list(ServedType.AUDIT_EVENT).stream()
                        .map(ServedResourcesTest::versionOf)
                        .toList());
        assertThat(entries.stream().flatMap(ServedResourcesTest::pointsTo))
                .isNotEmpty()
                .allSatisfy(
                        address -> assertThat(alone.find(address)).as(address).isPresent());
        assertThat(whole.list(ServedType.PROVENANCE))
                .hasSameSizeAs(ServedResources.of(file, CHANGED).list(ServedType.PROVENANCE));
        assertThat(alone.pointedTo(ServedType.AUDIT_EVENT, entries.getFirst(), "patient"))
                .singleElement()
                .isInstanceOf(Patient.class);
    }

    private static String versionOf(Resource resource) {
        return ServedResources.versioned(resource).getMeta().getVersionId();
    }

    @Test
    void parameters_areThoseOfR4() {
        for (ServedType type : ServedType.values()) {
            var defined = FhirR4.context().getResourceDefinition(type.resource());
            assertThat(Stream.concat(
                            type.clientParameters().stream(),
                            type.parameters().stream().map(ServedParameter::name)))
                    .as(type.fhirName())
                    .allSatisfy(name -> assertThat(defined.getSearchParam(name)).isNotNull());
            Resource empty = (Resource) defined.newInstance();
            assertThat(type.parameters())
                    .as(type.fhirName())
                    .allSatisfy(each ->
                            assertThat(empty.getChildByName(each.element())).isNotNull());
        }
    }
}
