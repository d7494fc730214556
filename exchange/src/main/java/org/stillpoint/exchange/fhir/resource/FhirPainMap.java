package org.stillpoint.exchange.fhir.resource;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.exchange.fhir.code.BodySites;
import org.stillpoint.exchange.fhir.code.KnownCode;
import org.stillpoint.exchange.fhir.code.OwnSystem;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.bodymap.PainQuality;
import org.stillpoint.record.session.Site;

/** A pain map: one observation, whose members are the pain of one region each, with the word for how it feels there. A region that is not named is painless. */
public final class FhirPainMap implements FhirTranslator<BodyMap> {
    private static final String CODE = "pain-map";
    private static final String QUALITY = "pain-quality";

    @Override
    public void write(BodyMap map, FhirEntries to) {
        Observation whole = survey(map).setCode(OwnSystem.ENTRY.concept(CODE));
        whole.addIdentifier(FhirEntries.identifier(map.id()));
        FhirValues.version(whole, map.version());
        FhirValues.narrate(
                whole, OwnSystem.ENTRY.coding(CODE).getDisplay(), map.at().toString());
        to.add(map.id(), whole);
        map.pain().forEach((region, pain) -> {
            String id = FhirEntries.derived("pain in " + region, map.id());
            Observation one = survey(map)
                    .setCode(KnownCode.PAIN_NOW.concept())
                    .setBodySite(BodySites.concept(region))
                    .setValue(FhirValues.score(pain));
            Optional<PainQuality> felt = Optional.ofNullable(map.quality().get(region));
            felt.ifPresent(word -> one.addComponent()
                    .setCode(OwnSystem.ENTRY.concept(QUALITY))
                    .setValue(OwnSystem.PAIN_QUALITY.concept(word)));
            FhirValues.narrate(
                    one,
                    one.getBodySite().getText() + ": " + pain.value(),
                    felt.map(word -> OwnSystem.PAIN_QUALITY.coding(word).getDisplay())
                            .orElse(""));
            to.add(id, one);
            whole.addHasMember(FhirEntries.to(id));
        });
    }

    private static Observation survey(BodyMap map) {
        return new Observation()
                .setStatus(ObservationStatus.FINAL)
                .addCategory(KnownCode.CATEGORY_SURVEY.concept())
                .setSubject(FhirEntries.to(map.client()))
                .addPerformer(FhirEntries.to(map.client()))
                .setEffective(FhirValues.moment(map.at()));
    }

    @Override
    public List<BodyMap> read(FhirEntries from) {
        return from.list(Observation.class).stream()
                .filter(each -> OwnSystem.ENTRY.says(CODE, each.getCode()))
                .map(each -> read(each, from))
                .toList();
    }

    private static BodyMap read(Observation whole, FhirEntries from) {
        SortedMap<RegionCode, Score0To10> pain = new TreeMap<>();
        SortedMap<RegionCode, PainQuality> quality = new TreeMap<>();
        for (Reference member : whole.getHasMember()) {
            from.find(member, Observation.class)
                    .ifPresent(one -> region(one).ifPresent(code -> {
                        pain.put(code, FhirValues.score(one.getValueQuantity()));
                        quality(one).ifPresent(word -> quality.put(code, word));
                    }));
        }
        return new BodyMap(
                FhirEntries.recordId(whole),
                FhirEntries.recordId(whole.getSubject()),
                FhirValues.instant(whole.getEffectiveDateTimeType()),
                pain,
                quality,
                FhirValues.version(whole));
    }

    private static Optional<PainQuality> quality(Observation one) {
        return one.getComponent().stream()
                .filter(part -> OwnSystem.ENTRY.says(QUALITY, part.getCode()))
                .flatMap(part -> OwnSystem.PAIN_QUALITY.find(part.getValueCodeableConcept()).stream())
                .flatMap(word -> OwnSystem.constant(PainQuality.class, word).stream())
                .findFirst();
    }

    private static Optional<RegionCode> region(Observation one) {
        return BodySites.find(one.getBodySite())
                .flatMap(site ->
                        site instanceof Site.RegionSite(RegionCode code) ? Optional.of(code) : Optional.empty());
    }
}
